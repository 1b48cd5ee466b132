using AigoPortal.Domain.Problems;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Poser;

/// <summary>What the page of an organisation asks: its facts, and whom to bring in.</summary>
public sealed class OrganisationInput
{
    public string OrganisationName { get; set => field = Written.Line(value); } = "";

    public OrganisationKind? OrganisationKind { get; set; }

    public string CompanyNumber { get; set => field = Domain.Problems.CompanyNumber.Clean(value ?? ""); } = "";

    public string Email { get; set; } = "";

    public string Name { get; set; } = "";
}

public sealed class OrganisationFactsValidator : AbstractValidator<OrganisationInput>
{
    public OrganisationFactsValidator()
    {
        RuleFor(input => input.OrganisationName).NotEmpty().WithMessage("請填寫出題單位名稱。");
        RuleFor(input => input.OrganisationName).MaximumLength(200).Sentence("最多 {0} 個字。", 200);
        RuleFor(input => input.OrganisationKind).NotNull().IsInEnum().WithMessage("請選擇出題單位類型。");
        RuleFor(input => input.CompanyNumber).Must(CompanyNumber.IsRight).When(input => input.OrganisationKind == OrganisationKind.Industry)
            .WithMessage("統一編號是 8 碼數字，請檢查有沒有打錯。");
    }
}

public sealed class ContactValidator : AbstractValidator<OrganisationInput>
{
    public ContactValidator()
    {
        RuleFor(input => input.Email).MustBeEmail();
        RuleFor(input => input.Name).MustBeName();
    }
}
