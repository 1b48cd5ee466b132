using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Rounds;

/// <summary>A round's award scheme: the version in force, and all versions.</summary>
public sealed class AwardsModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    /// <summary>The round's code; the current one when it is left out.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public Round Round { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Rounds { get; private set; } = [];

    /// <summary>The latest first.</summary>
    public IReadOnlyList<SchemeLine> Versions { get; private set; } = [];

    public SchemeLine? Open => Versions.FirstOrDefault(version => version.Status.IsOpen());

    public AwardSchemeTerms InForce => new(Round.Budget, Round.CapPerEntry, Round.AwardItems, Round.Withholding);

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await FindAsync(db.Rounds.AsNoTracking(), cancellation) is not { } round)
        {
            return NotFound();
        }

        Round = round;
        Rounds = await db.Rounds.OrderByDescending(known => known.StartsAt).Select(known => new SelectListItem(known.Code, known.Code)).ToListAsync(cancellation);
        Code = round.Code;
        Versions = await db.AwardSchemes.Where(scheme => scheme.RoundId == round.Id).OrderByDescending(scheme => scheme.Number)
            .Select(scheme => new SchemeLine(scheme.Id, scheme.Number, scheme.Status, scheme.ProposerName, scheme.ProposedAt, scheme.ActivatorName, scheme.ActivatedAt)).ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancellation)
    {
        if (await FindAsync(db.Rounds, cancellation) is not { } round)
        {
            return NotFound();
        }

        Rule.Require(await db.AwardSchemes.AnyAsync(scheme => scheme.RoundId == round.Id && (scheme.Status == AwardSchemeStatus.Draft || scheme.Status == AwardSchemeStatus.Proposed), cancellation)
            ? AwardSchemeRules.OneIsOpen() : null);
        var draft = await db.DraftSchemeAsync(round, me.Actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        return RedirectToPage("AwardsVersion", new { id = draft.Id });
    }

    private async Task<Round?> FindAsync(IQueryable<Round> rounds, CancellationToken cancel) => string.IsNullOrWhiteSpace(Code)
        ? await rounds.CurrentAsync(me.Now, cancel)
        : await rounds.FirstOrDefaultAsync(round => round.Code == Code.Trim(), cancel);
}

/// <summary>A version in the list.</summary>
public sealed record SchemeLine(Guid Id, int Number, AwardSchemeStatus Status, string? Proposer, DateTimeOffset? ProposedAt, string? Activator, DateTimeOffset? ActivatedAt);
