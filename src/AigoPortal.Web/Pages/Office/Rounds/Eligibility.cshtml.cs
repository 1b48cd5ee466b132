using AigoPortal.Data;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Rounds;

/// <summary>Whom the current round lets in: its rules of eligibility and the size of its teams.</summary>
public sealed class EligibilityModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [BindProperty]
    public EligibilityInput Input { get; set; } = new();

    public Round Round { get; private set; } = null!;

    public IReadOnlyList<EligibilityRule> Asked => Eligibility.AskedBy(Round);

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        if (FirstShow)
        {
            Input = EligibilityInput.Of(Round);
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Check(new EligibilityInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var round = await db.Rounds.CurrentAsync(me.Now, cancellation);
        if (round.Version != Input.Version)
        {
            Refuse("", "資料剛剛被其他人更新，請重新整理後再試一次。");
            return await AgainAsync(cancellation);
        }

        var largest = await db.Teams.Where(team => team.RoundId == round.Id).Select(team => (int?)team.Members.Count).MaxAsync(cancellation) ?? 0;
        round.Admit(Input.ToTerms(), largest, me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("參賽資格已儲存，之後的申請照新的規則");
        return RedirectToPage();
    }
}

/// <summary>The rules as a form.</summary>
public sealed class EligibilityInput
{
    public Guid Version { get; set; }

    public int? MinimumAge { get; set; }

    public bool NeedsNationality { get; set; }

    public bool NeedsNaturalPerson { get; set; }

    public int? MinimumTeamSize { get; set; }

    public int? MaximumTeamSize { get; set; }

    public static EligibilityInput Of(Round round) => new()
    {
        Version = round.Version,
        MinimumAge = round.MinimumAge,
        NeedsNationality = round.RequiredNationality.Length > 0,
        NeedsNaturalPerson = round.RequiresNaturalPerson,
        MinimumTeamSize = round.MinimumTeamSize,
        MaximumTeamSize = round.MaximumTeamSize,
    };

    public EligibilityTerms ToTerms() => new(MinimumAge ?? 0, NeedsNationality ? "TW" : "", NeedsNaturalPerson, MinimumTeamSize ?? 0, MaximumTeamSize ?? 0);
}

/// <summary>Its shape; how the numbers fit together is the round's own rule.</summary>
public sealed class EligibilityInputValidator : AbstractValidator<EligibilityInput>
{
    public EligibilityInputValidator()
    {
        RuleFor(input => input.MinimumAge).NotNull().WithMessage("請填數字。");
        RuleFor(input => input.MinimumTeamSize).NotNull().WithMessage("請填數字。");
        RuleFor(input => input.MaximumTeamSize).NotNull().WithMessage("請填數字。");
    }
}
