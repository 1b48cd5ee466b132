using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Documents;

public class OpenDataTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);

    [Fact]
    public async Task TheFiles_HoldWhatIsPublic_AndNothingElse()
    {
        var (listed, hidden) = await ArrangeAsync("=HYPERLINK(\"x\") <題目> & 更多");
        var visitor = host.Visitor();
        foreach (var address in new[] { "/problems.atom", "/open-data/problems.csv", "/open-data/problems.json" })
        {
            var text = await TextAsync(visitor, address);
            text.ShouldContain(listed.Code!);
            text.ShouldNotContain(hidden.Code!);
            text.ShouldNotContain("contact@aigo.test");
            text.ShouldNotContain("1234-5678");
            text.ShouldNotContain("陳副總");
        }

        var csv = await TextAsync(visitor, "/open-data/problems.csv");
        csv.ShouldStartWith("\uFEFFcode,round,organisation,");
        csv.ShouldContain("\"'=HYPERLINK(\"\"x\"\") <題目> & 更多\"");
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(await TextAsync(visitor, "/problems.atom")).Root!;
        feed.Name.ShouldBe(atom + "feed");
        feed.Elements(atom + "entry").ShouldAllBe(entry => entry.Element(atom + "id") != null && entry.Element(atom + "updated") != null && entry.Element(atom + "title") != null);
        feed.Elements(atom + "entry").Select(entry => entry.Element(atom + "title")!.Value).ShouldContain($"{listed.Code} =HYPERLINK(\"x\") <題目> & 更多");
    }

    [Fact]
    public async Task TheJson_IsPaged_AndEveryPageIsThere()
    {
        await ArrangeAsync();
        await ArrangeAsync();
        var codes = new List<string>();
        var total = 0;
        for (var address = "/open-data/problems.json?page=1&pageSize=1"; address is not null;)
        {
            using var page = JsonDocument.Parse(await TextAsync(host.Visitor(), address));
            codes.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString()!));
            total = page.RootElement.GetProperty("total").GetInt32();
            address = page.RootElement.GetProperty("next").GetString() is { } next ? new Uri(next).PathAndQuery : null;
        }

        codes.Distinct().Count().ShouldBe(total);
        foreach (var (odd, status) in new[] { ("page=-1", 200), ("page=2147483647&pageSize=0", 200), ("pageSize=1000000", 200), ("page=abc", 400), ("page=99999999999", 400) })
        {
            using var answer = await host.Visitor().GetRawAsync($"/open-data/problems.json?{odd}");
            ((int)answer.StatusCode).ShouldBe(status, odd);
        }
    }

    [Fact]
    public async Task AChange_IsInTheFilesAtOnce()
    {
        var (listed, _) = await ArrangeAsync();
        var visitor = host.Visitor();
        (await TextAsync(visitor, "/problems.atom")).ShouldContain(listed.Code!);

        await host.Db(async db =>
        {
            (await db.Problems.SingleAsync(problem => problem.Id == listed.Id)).Close(_given.Portal());
            await db.SaveChangesAsync();
        });

        (await TextAsync(visitor, "/problems.atom")).ShouldNotContain(listed.Code!);
        (await TextAsync(visitor, "/open-data/problems.csv")).Split('\n').Single(line => line.Contains(listed.Code!, StringComparison.Ordinal)).ShouldContain(",Closed,");
    }

    [Fact]
    public async Task TheDescription_NamesTheFilesAndTheirFields()
    {
        using var document = JsonDocument.Parse(await TextAsync(host.Visitor(), "/open-data/openapi.json"));

        document.RootElement.GetProperty("openapi").GetString().ShouldStartWith("3.");
        document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).ShouldBe(["/open-data/problems.csv", "/open-data/problems.json"], ignoreOrder: true);
        document.RootElement.GetRawText().ShouldContain("incentiveCash");
        (await host.Visitor().GetAsync("/open-data")).Text.ShouldContain("incentiveCash");
    }

    private async Task<(Problem Listed, Problem Hidden)> ArrangeAsync(string title = "以人工智慧判讀病例與診斷影像")
    {
        var (round, poser) = (await _given.Round(), await _given.Person(Roles.Poser));
        var organisation = await _given.Organisation(poser);
        return (await _given.Problem(round, organisation, poser, title: title), await _given.Problem(round, organisation, poser, ProblemStatus.Submitted, slot: 2));
    }

    private static async Task<string> TextAsync(PortalClient visitor, string address)
    {
        using var answer = await visitor.GetRawAsync(address);
        answer.IsSuccessStatusCode.ShouldBeTrue(string.Create(CultureInfo.InvariantCulture, $"{address} gave {(int)answer.StatusCode}"));
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
    }
}
