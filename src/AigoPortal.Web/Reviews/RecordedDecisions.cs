using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Reviews;

/// <summary>A released decision as the records show it.</summary>
/// <param name="Panel">Its panel.</param>
/// <param name="RoundCode">The round.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Result">How the panel came to it; null when it was decided without a meeting.</param>
/// <param name="Minutes">The newest minutes of the meeting.</param>
/// <param name="Officer">Who recorded it.</param>
public sealed record RecordedDecision(Panel Panel, string RoundCode, Decision Decision, ItemResult? Result, MinutesVersion? Minutes, string Officer)
{
    public ReviewStage Stage => Panel.Stage;

    public Verdict? Verdict => Verdicts.Of(Decision.Outcome, Decision.Level);

    /// <summary>The votes in words.</summary>
    public string Votes(IStringLocalizer<Portal> T) => Result switch
    {
        null => "—",
        { Mode: MeetingMode.Consensus } => $"{T.Word(Result.Mode)} {T["在場 {0}／應出席 {1}", Result.Present, Result.Entitled]}",
        _ => string.Join(' ', Result.Counts.Select(count => T["{0} {1} 票", T.Word(count.Verdict), count.Count].Value).Append(T["在場 {0}／應出席 {1}", Result.Present, Result.Entitled].Value)),
    };
}

/// <summary>Reads decisions once they are released; before, nobody but the office may know them.</summary>
public static class RecordedDecisions
{
    /// <summary>Those on one entry, the earliest first.</summary>
    public static async Task<IReadOnlyList<RecordedDecision>> RecordedDecisionsAsync(this PortalDbContext db, Guid entryId, CancellationToken cancel) =>
        [.. (await db.RecordedDecisionsAsync(db.Panels.Where(panel => panel.Decisions.Any(decision => decision.EntryId == entryId)), cancel))
            .Where(decision => decision.Decision.EntryId == entryId).OrderBy(decision => decision.Decision.DecidedAt)];

    /// <summary>Those of some panels, the panel released last first.</summary>
    public static async Task<IReadOnlyList<RecordedDecision>> RecordedDecisionsAsync(this PortalDbContext db, IQueryable<Panel> panels, CancellationToken cancel)
    {
        var released = await panels.AsNoTracking().AsSplitQuery().Where(panel => panel.Status == PanelStatus.Released)
            .OrderByDescending(panel => panel.ReleasedAt).ThenBy(panel => panel.Id).ToListAsync(cancel);
        var (ids, rounds) = (released.Select(panel => panel.Id).ToList(), released.Select(panel => panel.RoundId).Distinct().ToList());
        var codes = await db.Rounds.Where(round => rounds.Contains(round.Id)).ToDictionaryAsync(round => round.Id, round => round.Code, cancel);
        var meetings = await db.Meetings.AsNoTracking().Where(meeting => ids.Contains(meeting.PanelId)).ToDictionaryAsync(meeting => meeting.PanelId, cancel);
        var officers = released.SelectMany(panel => panel.Decisions).Select(decision => decision.DecidedBy).Distinct().ToList();
        var names = await db.People.Where(person => officers.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        return
        [
            .. from panel in released
               let meeting = meetings.GetValueOrDefault(panel.Id)
               from decision in panel.Decisions
               select new RecordedDecision(
                   panel, codes[panel.RoundId], decision, meeting?.Items.FirstOrDefault(item => item.EntryId == decision.EntryId)?.Result,
                   meeting?.Minutes.OrderBy(minutes => minutes.Number).LastOrDefault(), names.GetValueOrDefault(decision.DecidedBy, "")),
        ];
    }
}
