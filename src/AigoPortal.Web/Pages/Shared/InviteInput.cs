using AigoPortal.Domain.People;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Shared;

/// <summary>Whom to invite, as what.</summary>
public sealed class InviteInput
{
    public string Email { get; set; } = "";

    public string Name { get; set; } = "";

    public string Role { get; set; } = "";

    public Gender? Gender { get; set; }
}

public sealed class InviteInputValidator : AbstractValidator<InviteInput>
{
    public InviteInputValidator(IReadOnlyList<string> roles)
    {
        RuleFor(input => input.Email).MustBeEmail();
        RuleFor(input => input.Name).MustBeName();
        RuleFor(input => input.Role).Must(roles.Contains).WithMessage("請選擇角色。");
        RuleFor(input => input.Gender).IsInEnum().WithMessage("請選擇性別。");
    }
}
