using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>A panel's scores and its decisions on each entry.</summary>
public sealed class DecideModel(PortalDbContext db, CurrentPerson me, DecideEntry decideEntry) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The code of the entry that is being decided.</summary>
    [BindProperty(SupportsGet = true, Name = "entry")]
    public string? EntryCode { get; set => field = value?.ToUpperInvariant(); }

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    public Panel Panel { get; private set; } = null!;

    public Round Round { get; private set; } = null!;

    public IReadOnlyList<ReviewerColumn> Reviewers { get; private set; } = [];

    public IReadOnlyList<DecisionRow> Rows { get; private set; } = [];

    public DecisionRow? Chosen { get; private set; }

    public bool CanDecide => Panel.Status == PanelStatus.Reviewing;

    public IEnumerable<SelectListItem> Outcomes => DecisionInput.OutcomesOf(Panel.Stage)
        .Select(outcome => new SelectListItem(T.Word(outcome), outcome.ToString()));

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel)
        {
            return NotFound();
        }

        Panel = panel;
        Round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == panel.RoundId, cancellation);
        (Reviewers, Rows) = await db.DecisionTableAsync(panel, cancellation);
        if (EntryCode is not null)
        {
            Chosen = Rows.FirstOrDefault(row => row.Code == EntryCode);
            if (Chosen is null)
            {
                return NotFound();
            }
        }

        if (FirstShow && Chosen?.Decision is { } decision)
        {
            Input = new DecisionInput { Outcome = decision.Outcome, Level = decision.Level, Reason = decision.Reason };
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostDecideAsync(CancellationToken cancellation)
    {
        if (await db.Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel
            || await db.Entries.AsNoTracking().FirstOrDefaultAsync(entry => entry.RoundId == panel.RoundId && entry.Code == EntryCode, cancellation) is not { } entry)
        {
            return NotFound();
        }

        if (!Check(new DecisionInputValidator(panel.Stage), Input))
        {
            return await AgainAsync(cancellation);
        }

        var outcome = Input.Outcome!.Value;
        await decideEntry.RunAsync(Id, entry.Id, outcome, outcome == Outcome.Awarded ? Input.Level : null, Input.Reason, me.Actor, cancellation);
        Say("{0} 的決議已儲存，公布前可以再改", entry.Code);
        return RedirectToPage(new { Id, entry = (string?)null });
    }

    /// <summary>What an outcome would book for an entry.</summary>
    public Twd AmountOf(Outcome outcome, AwardLevel? level = null) => Round.ItemsFor(outcome, level).Sum(item => item.Amount);
}
