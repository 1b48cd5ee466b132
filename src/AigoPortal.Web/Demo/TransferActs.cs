using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Time;

namespace AigoPortal.Web.Demo;

/// <summary>What was released goes to the bank, a batch a month: the newest month still waits, the one before is out with one transfer sent back.</summary>
internal static class TransferActs
{
    private static readonly TimeSpan Answered = TimeSpan.FromDays(4);

    public static void Settle(Scene scene, DateTimeOffset now)
    {
        var months = scene.Transfers.GroupBy(transfer => Taipei.DateOf(transfer.MadeAt) is var day ? (day.Year, day.Month) : default)
            .OrderBy(month => month.Key).Select(month => month.ToList()).SkipLast(1).ToList();
        foreach (var transfers in months)
        {
            var at = transfers.Max(transfer => transfer.MadeAt).AddDays(1);
            if (at + Answered < now)
            {
                Settle(scene, transfers, at, isOut: transfers == months[^1]);
            }
        }
    }

    private static void Settle(Scene scene, List<Transfer> transfers, DateTimeOffset at, bool isOut)
    {
        var number = scene.NextCode($"{RocDate.YearOf(Taipei.DateOf(at))}-B");
        var batch = new PaymentBatch(number, transfers, scene.SecondOffice(at));
        scene.Batches.Add(batch);
        batch.Send(transfers, scene.Office(at.AddHours(3)));
        var by = scene.Office(at + Answered);
        if (isOut)
        {
            batch.Return(transfers[0], "戶名與帳號不符", transfers, by);
        }
        else
        {
            batch.Pay(transfers, Taipei.DateOf(at.AddDays(1)), $"R{number}", transfers, by);
        }
    }
}
