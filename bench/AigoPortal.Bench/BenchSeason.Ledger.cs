using AigoPortal.Data;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Money;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Bench;

internal sealed partial class BenchSeason
{
    /// <summary>Posts further rows, each to a payee of its own, until the ledger has so many.</summary>
    public async Task PostAsync(int count)
    {
        await using var db = new PortalDbContext(_options);
        var last = await db.Ledger.AsNoTracking().OrderByDescending(row => row.Sequence).FirstAsync();
        var milestones = await db.Milestones.AsNoTracking().OrderBy(milestone => milestone.Id).Take(1_000).ToListAsync();
        var withheld = new Withheld(new Twd(50_000), 0.10m, new Twd(5_000), new Twd(45_000));
        foreach (var numbers in Enumerable.Range(0, Math.Max(0, count - (int)last.Sequence)).Chunk(5_000))
        {
            var rows = new List<object>();
            foreach (var number in numbers)
            {
                var milestone = milestones[number % milestones.Count];
                last = new LedgerRow(last, new Payment(
                    _round.Id, milestone.EntryId, $"115-1-E{number % 2_500:D4}", "第 1 題：以影像辨識降低產線不良率", $"團隊 {number}", milestone, Guid.NewGuid(), $"王小明{number}",
                    TaxStatus.Resident, withheld, new(milestone.ReleasedBy!.Value, "撥付人", _now.AddDays(-9))));
                rows.Add(last);
            }

            await SaveAsync(rows);
        }

        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }
}
