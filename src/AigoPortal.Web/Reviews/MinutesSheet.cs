using System.Security.Cryptography;
using System.Text.Json;
using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Pages.Office.Panels;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Reviews;

/// <summary>A member in the minutes.</summary>
public sealed record MinutesMember(string Name, ReviewerKind Kind, bool Chairs, AttendanceKind Attendance, DateTimeOffset? ArrivedAt, DateTimeOffset? LeftAt);

/// <summary>A conflict of interest in the minutes.</summary>
public sealed record MinutesRecusal(string Name, string Code, ConflictKind Kind, DateTimeOffset? SteppedOutAt);

/// <summary>An entry in the minutes.</summary>
public sealed record MinutesItem(string Code, string Title, string Team, int Reviews, decimal? Average, decimal? Agreed, ItemResult? Result, Verdict? Verdict, long Amount, string Reason);

/// <summary>Everything the minutes (會議紀錄) of a panel's meeting say.</summary>
public sealed record MinutesSheet(
    string Panel, string RoundCode, string RoundName, ReviewStage Stage, MeetingPlan Plan, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt,
    IReadOnlyList<MinutesMember> Members, IReadOnlyList<MinutesRecusal> Recusals, IReadOnlyList<MinutesItem> Items, IReadOnlyList<Vacancy> Vacancies, long Budget, long Committed)
{
    /// <summary>What this panel decided, in dollars.</summary>
    public long Decided => Items.Sum(item => item.Amount);

    private static readonly JsonSerializerOptions Said = new() { IgnoreReadOnlyProperties = true };

    /// <summary>SHA-256 of everything said.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Said)));
}

/// <summary>Reads what the minutes say.</summary>
internal static class MinutesQueries
{
    public static async Task<MinutesSheet> MinutesAsync(this PortalDbContext db, Panel panel, Meeting meeting, CancellationToken cancel)
    {
        var round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == panel.RoundId, cancel);
        var members = await db.MembersAsync(panel, meeting.Id, cancel);
        var (_, rows) = await db.DecisionTableAsync(panel, cancel);
        var items = meeting.Items.ToDictionary(item => item.EntryId);
        var order = meeting.Items.Select(item => item.EntryId).ToList();
        var agenda = rows.OrderBy(row => order.IndexOf(row.EntryId) is >= 0 and var place ? place : int.MaxValue).ThenBy(row => row.Code, StringComparer.Ordinal).ToList();
        return new MinutesSheet(
            panel.Name, round.Code, round.SeasonName, panel.Stage, meeting.Plan, meeting.StartedAt, meeting.EndedAt,
            [.. members.Select(member => new MinutesMember(member.Name, member.Kind, member.Chairs, member.Attendance ?? AttendanceKind.Absent, member.ArrivedAt, member.LeftAt))],
            await RecusalsAsync(db, members, agenda, items, cancel),
            [.. agenda.Select(row => new MinutesItem(
                row.Code, row.Title, row.Team, row.Ranked.Reviews, row.Ranked.Average, row.Ranked.Agreed, items.GetValueOrDefault(row.EntryId)?.Result,
                row.Decision is { } decision ? Verdicts.Of(decision.Outcome, decision.Level) : null, row.Decision?.Amount.Dollars ?? 0, row.Decision?.Reason ?? ""))],
            [.. panel.Vacancies.OrderBy(vacancy => vacancy.Level)], round.Budget.Dollars, round.Committed.Dollars);
    }

    private static async Task<IReadOnlyList<MinutesRecusal>> RecusalsAsync(
        PortalDbContext db, IReadOnlyList<MeetingMember> members, List<DecisionRow> rows, Dictionary<Guid, MeetingItem> items, CancellationToken cancel)
    {
        var (people, codes) = (members.ToDictionary(member => member.PersonId, member => member.Name), rows.ToDictionary(row => row.EntryId, row => row.Code));
        var (personIds, entryIds) = (people.Keys.ToList(), codes.Keys.ToList());
        var conflicts = await db.ConflictsOfInterest.AsNoTracking()
            .Where(conflict => conflict.LiftedAt == null && personIds.Contains(conflict.PersonId) && entryIds.Contains(conflict.EntryId))
            .Select(conflict => new { conflict.PersonId, conflict.EntryId, conflict.Kind }).ToListAsync(cancel);
        return
        [
            .. conflicts.DistinctBy(conflict => (conflict.PersonId, conflict.EntryId))
                .Select(conflict => new MinutesRecusal(people[conflict.PersonId], codes[conflict.EntryId], conflict.Kind,
                    items.GetValueOrDefault(conflict.EntryId)?.SteppedOut.FirstOrDefault(step => step.PersonId == conflict.PersonId)?.At))
                .OrderBy(recusal => recusal.Code, StringComparer.Ordinal).ThenBy(recusal => recusal.Name, StringComparer.Ordinal),
        ];
    }
}
