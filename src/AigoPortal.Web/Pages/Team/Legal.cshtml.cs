using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team;

/// <summary>Legal entities that a team names as payees.</summary>
public sealed class LegalModel(PortalDbContext db, CurrentPerson me, SecretText secrets, StatePayee state) : PortalPage
{
    [BindProperty(SupportsGet = true)] public Guid Team { get; set; }

    /// <summary>The entity that is stated anew; null for another one.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Payee { get; set; }

    [BindProperty] public LegalInput Input { get; set; } = new();

    public string TeamName { get; private set; } = "";

    public IReadOnlyList<LegalPayee> Payees { get; private set; } = [];

    public LegalPayee? Stated => Payees.FirstOrDefault(payee => payee.Id == Payee);

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        if (await db.Teams.Where(team => team.Id == Team && team.Members.Any(member => member.PersonId == me.Id)).Select(team => team.Name).FirstOrDefaultAsync(cancellation) is not { } name)
        {
            return NotFound();
        }

        (TeamName, Payees) = (name, await db.EntitiesOfAsync(Team, cancellation));
        if (Payee is not null && Stated is null)
        {
            return NotFound();
        }

        if (FirstShow && Stated is { } stated)
        {
            (Input.Name, Input.Address, Input.BankCode) = (stated.Name, stated.Address, stated.BankCode);
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } answer)
        {
            return answer;
        }

        if (!Check(new LegalValidator(Stated is not null), Input))
        {
            return await AgainAsync(cancellation);
        }

        var team = await db.Teams.Include(team => team.Members).FirstAsync(team => team.Id == Team, cancellation);
        await state.EntityAsync(team, Payee, CompanyNumber.Clean(Input.Number), Statement, me.Actor, cancellation);
        Say("受款資料已儲存");
        return RedirectToPage(new { Team, Payee = (Guid?)null });
    }

    private LegalStatement Statement(LegalPayee? before)
    {
        var account = PayeeValidator.Digits(Input.Account);
        var keeps = account.Length == 0 && before is not null;
        return new LegalStatement(
            Input.Name.Trim(), Input.Address.Trim(), Input.BankCode,
            keeps ? before!.SealedAccount : secrets.Seal(account), keeps ? before!.AccountHint : $"****{account[^4..]}");
    }
}

/// <summary>What a member states of a legal entity. The number is given once; an account left empty stays.</summary>
public sealed class LegalInput
{
    public string Number { get; set; } = "";

    public string Name { get; set; } = "";

    public string Address { get; set; } = "";

    public string BankCode { get; set; } = "";

    public string Account { get; set; } = "";
}

public sealed class LegalValidator : AbstractValidator<LegalInput>
{
    /// <param name="isKnown">Whether it is stated anew.</param>
    public LegalValidator(bool isKnown)
    {
        When(_ => !isKnown, () => RuleFor(input => input.Number).Must(number => CompanyNumber.IsRight(CompanyNumber.Clean(number))).WithMessage("統一編號不正確，請再核對一次。"));
        RuleFor(input => input.Name).NotEmpty().WithMessage("請填寫法人名稱");
        RuleFor(input => input.Name).MaximumLength(100).Sentence("最多 {0} 個字", 100);
        RuleFor(input => input.Address).NotEmpty().WithMessage("請填寫地址");
        RuleFor(input => input.Address).MaximumLength(400).Sentence("最多 {0} 個字", 400);
        RuleFor(input => input.BankCode).Matches("^[0-9]{3}$").WithMessage("銀行代碼是 3 位數字");
        When(input => !isKnown || input.Account.Trim().Length > 0, () =>
            RuleFor(input => input.Account).Must(account => PayeeValidator.Digits(account).Length is >= 6 and <= 16 && PayeeValidator.Digits(account).All(char.IsAsciiDigit))
                .WithMessage("帳號是 6 到 16 位數字"));
    }
}
