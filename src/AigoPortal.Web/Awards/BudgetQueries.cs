using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Web.Localization;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Awards;

/// <summary>What is known of rounds' money, counted by the database.</summary>
public static class BudgetQueries
{
    private static readonly MilestoneStatus[] OnTheirWay = [MilestoneStatus.Due, MilestoneStatus.EvidenceSubmitted, MilestoneStatus.Returned, MilestoneStatus.Approved];

    /// <summary>The five figures of these rounds together.</summary>
    public static async Task<RoundMoney> MoneyOfAsync(this PortalDbContext db, IReadOnlyCollection<Guid> rounds, CancellationToken cancel)
    {
        var booked = await db.Rounds.Where(round => rounds.Contains(round.Id)).Select(round => new { round.Budget, round.Committed }).ToListAsync(cancel);

        // An amount is a whole number in the database; the cast says so to its SUM.
        var due = await db.Milestones.Where(milestone => rounds.Contains(milestone.RoundId) && OnTheirWay.Contains(milestone.Status)).SumAsync(milestone => (long)(object)milestone.Amount, cancel);
        var paid = await db.Ledger.Where(row => rounds.Contains(row.RoundId)).SumAsync(row => (long)(object)row.Gross, cancel);
        return new RoundMoney(booked.Sum(round => round.Budget.Dollars), booked.Sum(round => round.Committed.Dollars), due, paid);
    }

    /// <summary>Budget against actual of these rounds.</summary>
    public static async Task<BudgetReport> BudgetReportAsync(this PortalDbContext db, IReadOnlyCollection<Guid> rounds, DateTimeOffset now, CancellationToken cancel)
    {
        var money = await db.MoneyOfAsync(rounds, cancel);
        var booked = await db.Milestones.Where(milestone => rounds.Contains(milestone.RoundId) && milestone.Status != MilestoneStatus.Forfeited)
            .GroupBy(milestone => new { milestone.Tier, Due = OnTheirWay.Contains(milestone.Status) })
            .Select(group => new { group.Key.Tier, group.Key.Due, Sum = group.Sum(milestone => (long)(object)milestone.Amount) }).ToListAsync(cancel);
        var rows = await RowsAsync(db, rounds, cancel);
        var tiers = Enum.GetValues<AwardTier>().Select(tier => new TierLine(
            tier,
            booked.Where(sum => sum.Tier == tier).Sum(sum => sum.Sum),
            booked.Where(sum => sum.Tier == tier && sum.Due).Sum(sum => sum.Sum),
            rows.Where(row => row.Tier == tier).Sum(row => row.Gross))).ToList();
        return new BudgetReport(
            money, tiers, money.Committed - tiers.Sum(tier => tier.Booked), await MonthsAsync(db, rounds, rows, cancel), await AgesAsync(db, rounds, now, cancel),
            [.. rows.GroupBy(row => (row.Month, row.Status)).OrderBy(group => group.Key)
                .Select(group => new TaxLine(group.Key.Month, group.Key.Status, group.Sum(row => row.Gross), group.Sum(row => row.Tax), group.Sum(row => row.Net)))]);
    }

    private static async Task<List<PaidLine>> RowsAsync(PortalDbContext db, IReadOnlyCollection<Guid> rounds, CancellationToken cancel)
    {
        var sums = await db.Ledger.Where(row => rounds.Contains(row.RoundId)).GroupBy(row => new { row.Date.Year, row.Date.Month, row.Tier, row.TaxStatus })
            .Select(group => new
            {
                group.Key,
                Gross = group.Sum(row => (long)(object)row.Gross),
                Tax = group.Sum(row => (long)(object)row.Tax),
                Net = group.Sum(row => (long)(object)row.Net),
            }).ToListAsync(cancel);
        return [.. sums.Select(sum => new PaidLine(new DateOnly(sum.Key.Year, sum.Key.Month, 1), sum.Key.Tier, sum.Key.TaxStatus, sum.Gross, sum.Tax, sum.Net))];
    }

    private static async Task<IReadOnlyList<MonthLine>> MonthsAsync(PortalDbContext db, IReadOnlyCollection<Guid> rounds, List<PaidLine> rows, CancellationToken cancel)
    {
        var decisions = await db.Panels.Where(panel => rounds.Contains(panel.RoundId)).SelectMany(panel => panel.Decisions)
            .Select(decision => new { decision.DecidedAt, decision.Amount }).ToListAsync(cancel);
        var decided = decisions.Where(decision => decision.Amount.Dollars > 0).GroupBy(decision => FirstOf(decision.DecidedAt)).ToDictionary(group => group.Key, group => group.Sum(decision => decision.Amount.Dollars));
        var months = new List<MonthLine>();
        foreach (var month in rows.Select(row => row.Month).Concat(decided.Keys).Distinct().Order())
        {
            var paid = Enum.GetValues<AwardTier>().ToDictionary(tier => tier, tier => rows.Where(row => row.Month == month && row.Tier == tier).Sum(row => row.Gross));
            months.Add(new MonthLine(month, decided.GetValueOrDefault(month), paid, (months.LastOrDefault()?.PaidSoFar ?? 0) + paid.Values.Sum()));
        }

        return months;
    }

    private static async Task<IReadOnlyList<AgeLine>> AgesAsync(PortalDbContext db, IReadOnlyCollection<Guid> rounds, DateTimeOffset now, CancellationToken cancel)
    {
        var waiting = await db.Milestones.Where(milestone => rounds.Contains(milestone.RoundId) && OnTheirWay.Contains(milestone.Status))
            .Select(milestone => new { milestone.Status, milestone.DueSince, milestone.EvidenceDueAt, milestone.Amount }).ToListAsync(cancel);
        return [.. Enum.GetValues<MilestoneAge>().Select(age =>
        {
            var those = waiting.Where(milestone => AgeOf(milestone.DueSince ?? now, now) == age).ToList();
            var overdue = those.Where(milestone => milestone.Status.TakesEvidence() && milestone.EvidenceDueAt <= now).ToList();
            return new AgeLine(age, those.Count, those.Sum(milestone => milestone.Amount.Dollars), overdue.Count, overdue.Sum(milestone => milestone.Amount.Dollars));
        })];
    }

    /// <summary>The age of what fell due at an instant, in days of Taipei.</summary>
    public static MilestoneAge AgeOf(DateTimeOffset since, DateTimeOffset now) => (TaipeiTime.DateOf(now).DayNumber - TaipeiTime.DateOf(since).DayNumber) switch
    {
        <= 7 => MilestoneAge.Week,
        <= 14 => MilestoneAge.Fortnight,
        <= 30 => MilestoneAge.Month,
        _ => MilestoneAge.Longer,
    };

    private static DateOnly FirstOf(DateTimeOffset at)
    {
        var day = TaipeiTime.DateOf(at);
        return new DateOnly(day.Year, day.Month, 1);
    }

    private sealed record PaidLine(DateOnly Month, AwardTier Tier, TaxStatus Status, long Gross, long Tax, long Net);
}
