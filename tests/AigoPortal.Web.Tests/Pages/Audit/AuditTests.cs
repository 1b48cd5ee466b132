using System.Net;
using System.Text;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Tests.Workflows;
using AigoPortal.Web.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Audit;

public sealed class AuditTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task AnAuditor_SeesFiguresRowsAndSums_AndTakesThemAway()
    {
        var (one, two) = (await PaidAsync(), await PaidAsync());
        var auditor = await host.As(await new Given(host).Person(Roles.Auditor, "稽核員"));

        (await auditor.GetAsync("/audit")).Status.ShouldBe(HttpStatusCode.OK);
        var verified = await auditor.GetAsync("/audit/ledger/verify");
        verified.Text.ShouldContain("帳鏈完整");

        var all = await auditor.GetAsync("/audit/ledger");
        all.Text.ShouldContain(one.Entry.Code);
        all.Text.ShouldContain(two.Entry.Code);
        var filtered = await auditor.GetAsync($"/audit/ledger?entry={one.Entry.Code}&tier=Finalist&from=2020-01-01&to=2099-12-31");
        filtered.Text.ShouldContain("總計（2 筆） NT$50,000 NT$6,666 NT$43,334");
        filtered.Text.ShouldNotContain(two.Entry.Code);
        (await auditor.GetAsync("/audit/ledger?tier=Proof")).Text.ShouldContain("沒有符合的資料");
        (await auditor.GetAsync($"/audit/ledger?round={one.Entry.Code[..one.Entry.Code.LastIndexOf('-')]}&p=-3")).Status.ShouldBe(HttpStatusCode.OK);

        var link = filtered.Page.QuerySelector("a[href*='/ledger/pdf']")!.GetAttribute("href")!;
        using var pdf = await auditor.GetRawAsync(link);
        pdf.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        Encoding.ASCII.GetString((await pdf.Content.ReadAsByteArrayAsync())[..5]).ShouldBe("%PDF-");
        using var csv = await auditor.GetRawAsync(link.Replace("/pdf", "/csv", StringComparison.Ordinal));
        var lines = (await csv.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines.Skip(1).ShouldAllBe(line => line.Contains(one.Entry.Code));

        var trail = await auditor.GetAsync("/audit/trail?verb=ledger.&person=稽核員");
        trail.Text.ShouldContain("ledger.export-pdf");
        trail.Text.ShouldContain("案號 " + one.Entry.Code);
        (await auditor.GetAsync($"/audit/trail?subject={one.Entry.Id}&from=2020-01-01&to=9999-12-31")).Text.ShouldContain("entry.check-cooperation");
    }

    [Theory]
    [InlineData("/audit/ledger?tier=Nonsense")]
    [InlineData("/audit/ledger?from=yesterday")]
    [InlineData("/audit/trail?to=2026-13-45")]
    [InlineData("/audit/trail?subject=me")]
    public async Task AFilterThatMakesNoSense_GetsASentence(string url)
    {
        var auditor = await host.As(await new Given(host).Person(Roles.Auditor));
        var answer = await auditor.GetAsync(url);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Page.QuerySelector(".summary").ShouldNotBeNull();
        if (url.StartsWith("/audit/ledger", StringComparison.Ordinal))
        {
            (await auditor.GetAsync(url.Replace("ledger?", "ledger/pdf?", StringComparison.Ordinal))).WasAccepted.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task TheLedger_IsForAuditorsOnly()
    {
        var officer = await host.As(await new Given(host).Person(Roles.Officer));
        foreach (var url in new[] { "/audit", "/audit/ledger", "/audit/ledger/pdf", "/audit/ledger/csv", "/audit/ledger/xlsx", "/audit/ledger/json", "/audit/exports", "/audit/entries", "/audit/decisions", "/audit/ledger/verify", "/audit/trail" })
        {
            (await officer.GetAsync(url)).Status.ShouldBe(HttpStatusCode.Forbidden, url);
        }
    }

    private async Task<Awarded> PaidAsync()
    {
        var award = await Awarded.ByAsync(host);
        await award.StateAsync(award.Leader);
        await award.StateAsync(award.Foreigner, TaxStatus.Foreigner);
        var id = await award.ApprovedAsync((award.Leader, 33_333), (award.Foreigner, 16_667));
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReleaseMilestone>().RunAsync(id, award.Given.By(award.Releaser), CancellationToken.None);
        return award;
    }
}
