using System.Net;
using AigoPortal.Domain.Money;
using AigoPortal.TestKit;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Tests.Workflows;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office;

public sealed class TaxTests(PortalHost host) : IClassFixture<PortalHost>
{
    // The first instant of 2031 in Taipei is still 2030 in UTC.
    private static readonly DateTimeOffset NewYear = new(2031, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task AYear_IsAddedUpPerPayeeAndKind_ByTheCalendarOfTaipei()
    {
        var award = await PaidAsync(NewYear.AddTicks(-10), (33_333, 16_667));
        var next = await PaidAsync(NewYear, (40_000, 10_000));
        var officer = await host.As(award.Approver);

        var page = await officer.GetAsync("/office/tax?year=2030");

        Amounts(page).ShouldBe(["33,333 3,333 30,000", "16,667 3,333 13,334", "50,000 6,666 43,334", "33,333 3,333 30,000", "16,667 3,333 13,334"], ignoreOrder: true);
        page.Text.ShouldContain("91 競技競賽獎金");
        page.Text.ShouldNotContain("40,000");
        Amounts(await officer.GetAsync("/office/tax?year=2031")).ShouldContain("40,000 4,000 36,000");
        var auditor = await host.As(await award.Given.Person(Domain.People.Roles.Auditor));
        var audited = await auditor.GetAsync("/audit/tax?year=2031");
        Amounts(audited).ShouldContain("10,000 2,000 8,000");
        audited.Page.QuerySelector($"a[href*='payee={next.Foreigner.Id}']").ShouldNotBeNull();
        (await officer.GetAsync("/office/tax?year=x")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task TheDeclaration_NeedsAReason_HasTheNumbers_AndIsWrittenDown()
    {
        var award = await PaidAsync(new(2032, 5, 4, 10, 0, 0, TimeSpan.Zero), (45_001, 4_999));
        var officer = await host.As(award.Approver);
        (await officer.PostAsync("/office/tax?year=2032", form: "handler=export")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var file = await officer.PostAsync("/office/tax?year=2032", form: "handler=export", fields: new Dictionary<string, string> { ["Input.Why"] = "年度申報" });

        file.Status.ShouldBe(HttpStatusCode.OK);
        var lines = file.Body.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines.ShouldContain($"2032,91,91 競技競賽獎金,A123456789,{award.Leader.Name},臺北市中正區,本國人,0.1000,1,45001,4500,40501");
        lines.ShouldContain($"2032,91,91 競技競賽獎金,A123456789,{award.Foreigner.Name},臺北市中正區,外籍人士,0.2000,1,4999,999,4000");
        (await host.Db(db => db.AuditEvents.SingleAsync(one => one.Verb == "tax.export" && one.Why!.StartsWith("2032")))).Why.ShouldBe("2032: 年度申報");
    }

    [Fact]
    public async Task ThePayee_TakesTheirOwnCertificate_AndNobodyElses()
    {
        var award = await PaidAsync(new(2033, 5, 4, 10, 0, 0, TimeSpan.Zero), (30_005, 19_995));
        var payee = await host.As(award.Leader);
        Amounts(await payee.GetAsync("/team/tax")).ShouldBe(["30,005 3,000 27,005"]);

        var answer = await payee.GetRawAsync("/team/tax/certificate.pdf?year=2033");

        var text = string.Concat(await PdfText.ReadPagesAsync(await answer.Content.ReadAsByteArrayAsync()));
        foreach (var said in new[] { "各類所得扣繳憑單", award.Leader.Name, "A123456789", "30,005", "3,000", "27,005", "10%" })
        {
            text.ShouldContain(said);
        }

        text.ShouldNotContain("19,995");
        (await (await host.As(award.Member)).GetAsync("/team/tax/certificate.pdf?year=2033")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await payee.GetAsync("/team/tax/certificate.pdf?year=19999999999")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await payee.GetAsync($"/office/tax/{award.Leader.Id}/certificate.pdf?year=2033")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await host.As(award.Approver)).GetRawAsync($"/office/tax/{award.Leader.Id}/certificate.pdf?year=2033")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Db(db => db.AuditEvents.CountAsync(one => one.Verb == "payee.reveal" && one.SubjectId == award.Leader.Id))).ShouldBe(1);
    }

    // What stands in the three columns of money, row by row.
    private static IEnumerable<string> Amounts(Answer page) => page.Page.QuerySelectorAll("main tr:has(td)")
        .Select(row => string.Join(' ', row.QuerySelectorAll("td[data-label='給付總額'], td[data-label='稅額'], td[data-label='實付']").Select(cell => cell.TextContent.Replace("NT$", "", StringComparison.Ordinal).Trim())));

    private async Task<Awarded> PaidAsync(DateTimeOffset at, (long Leader, long Foreigner) gross)
    {
        var award = await Awarded.ByAsync(host);
        await award.StateAsync(award.Leader);
        await award.StateAsync(award.Foreigner, TaxStatus.Foreigner);
        var id = await award.ApprovedAsync((award.Leader, gross.Leader), (award.Foreigner, gross.Foreigner));
        await using var scope = host.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<ReleaseMilestone>().RunAsync(id, award.Given.By(award.Releaser) with { At = at }, CancellationToken.None)).ShouldNotBeNull();
        return award;
    }
}
