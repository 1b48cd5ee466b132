using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Reviews;
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

    /// <summary>What the panel came to on the chosen entry at its meeting.</summary>
    public ItemResult? Result { get; private set; }

    public IEnumerable<SelectListItem> Choices => VerdictPrices.Of(Round, Panel, Chosen?.Decision, T);

    public IEnumerable<SelectListItem> OpenLevels => Enum.GetValues<AwardLevel>()
        .Where(level => VacancyRules.NobodyHolds(level, Panel) is null).Select(level => new SelectListItem(T.Word(level), level.ToString()));

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

        if (Chosen is not null)
        {
            Result = (await db.Meetings.AsNoTracking().FirstOrDefaultAsync(meeting => meeting.PanelId == Id, cancellation))?.Items
                .FirstOrDefault(item => item.EntryId == Chosen.EntryId)?.Result;
        }

        if (FirstShow)
        {
            Input = Chosen?.Decision is { } decision
                ? new DecisionInput { Verdict = Verdicts.Of(decision.Outcome, decision.Level), Reason = decision.Reason }
                : new DecisionInput { Verdict = Result?.Proposal };
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

        var verdict = Input.Verdict!.Value;
        await decideEntry.RunAsync(Id, entry.Id, verdict.OutcomeOf(), verdict.LevelOf(), Input.Reason, me.Actor, cancellation);
        Say("{0} 的決議已儲存，公布前可以再改", entry.Code);
        return RedirectToPage(new { Id, entry = (string?)null });
    }

    public async Task<IActionResult> OnPostVacantAsync(CancellationToken cancellation)
    {
        if (!Check(new VacancyValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        return await ChangeAsync(panel => panel.LeaveVacant(Input.VacancyLevel!.Value, Input.VacancyReason, me.Actor), () => Say("已記為從缺"), cancellation);
    }

    public Task<IActionResult> OnPostFillAsync(AwardLevel level, CancellationToken cancellation) =>
        ChangeAsync(panel => panel.FillAgain(level, me.Actor), () => Say("已取消從缺"), cancellation);

    private async Task<IActionResult> ChangeAsync(Action<Panel> change, Action say, CancellationToken cancellation)
    {
        if (await db.Panels.FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel)
        {
            return NotFound();
        }

        EntryCode = null;
        if (!ModelState.IsValid)
        {
            return await AgainAsync(cancellation);
        }

        change(panel);
        await db.SaveChangesAsync(cancellation);
        say();
        return RedirectToPage(new { Id, entry = (string?)null });
    }
}
