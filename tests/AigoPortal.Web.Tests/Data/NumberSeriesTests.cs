using AigoPortal.Data.Numbers;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Data;

public sealed class NumberSeriesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Callers_WhoBeginASeriesTogether_GetANumberEach()
    {
        const int callers = 8;
        using var start = new Barrier(callers);
        var codes = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() => host.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            start.SignalAndWait();
            var code = await db.NextCodeAsync("108-2-X", CancellationToken.None);

            // The transaction still serves, also for those who were second.
            (await db.NumberSeries.CountAsync(series => series.Name == "108-2-X")).ShouldBe(1);
            await transaction.CommitAsync();
            return code;
        }))));
        codes.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, callers).Select(number => $"108-2-X{number:D3}"));
    }

    [Fact]
    public async Task ANumber_WhoseTransactionEndsWithoutCommit_IsGivenAgain()
    {
        await host.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            (await db.NextCodeAsync("108-2-Y", CancellationToken.None)).ShouldBe("108-2-Y001");
        });
        await host.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            (await db.NextCodeAsync("108-2-Y", CancellationToken.None)).ShouldBe("108-2-Y001");
            (await db.NextCodeAsync("108-2-Y", CancellationToken.None)).ShouldBe("108-2-Y002");
        });
    }
}
