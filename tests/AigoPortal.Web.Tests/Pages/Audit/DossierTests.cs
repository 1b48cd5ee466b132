using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Audit;

public sealed class DossierTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task TheDossier_HoldsEverythingOfAnEntryWithItsHashes()
    {
        var award = await PaidAwards.ByAsync(host);
        foreach (var (role, root) in new[] { (Roles.Auditor, "audit"), (Roles.Officer, "office") })
        {
            var browser = await host.As(await new Given(host).Person(role));
            using var answer = await browser.GetRawAsync($"/{root}/entries/{award.Entry.Code.ToLowerInvariant()}/dossier");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{award.Entry.Code}.zip");
            using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());

            var listed = Read(zip, "index.csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToDictionary(line => line[0], line => line[1], StringComparer.Ordinal);
            var others = zip.Entries.Where(entry => !entry.FullName.StartsWith("index.", StringComparison.Ordinal)).ToList();
            others.Select(entry => entry.FullName).ShouldBe(listed.Keys, ignoreOrder: true);
            foreach (var entry in others)
            {
                using var content = entry.Open();
                Convert.ToHexStringLower(await SHA256.HashDataAsync(content)).ShouldBe(listed[entry.FullName], entry.FullName);
            }

            listed.Keys.ShouldContain("1-application/application.txt");
            listed.Keys.ShouldContain("2-concept/1/text.txt");
            listed.Keys.ShouldContain("6-awards/1/milestone.txt");
            Read(zip, "6-awards/ledger.txt").ShouldContain("John Smith 16,667 − ");
            Read(zip, "7-trail/trail.csv").ShouldContain("milestone.pay");
            Read(zip, "index.html").ShouldContain(listed["6-awards/ledger.json"]);
            foreach (var entry in zip.Entries)
            {
                var text = Read(zip, entry.FullName);
                text.ShouldNotContain("A123456789");
                text.ShouldNotContain("00012345678901");
            }
        }

        (await host.Db(db => db.AuditEvents.CountAsync(line => line.Verb == "entry.take-dossier" && line.SubjectId == award.Entry.Id))).ShouldBe(2);
        (await (await host.As(award.Leader)).GetAsync($"/audit/entries/{award.Entry.Code}/dossier")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AnAuditor_GoesFromAnyTotalToItsEvidence()
    {
        var award = await PaidAwards.ByAsync(host);
        var auditor = await host.As(await new Given(host).Person(Roles.Auditor));
        var list = await auditor.GetAsync($"/audit/entries?q={award.Entry.Code}");
        list.Page.QuerySelector($"a[href='/audit/entries/{award.Entry.Code}']").ShouldNotBeNull();
        list.Page.QuerySelector($"a[href='/audit/ledger?entry={award.Entry.Code}']")!.TextContent.ShouldContain("50,000");

        var entry = await auditor.GetAsync($"/audit/entries/{award.Entry.Code}");
        entry.Text.ShouldContain("milestone.pay");
        var milestone = (await award.Milestone(1)).Id;
        entry.Page.QuerySelector($"a[href='/audit/milestones/{milestone}']").ShouldNotBeNull();
        foreach (var link in entry.Page.QuerySelectorAll("main a[href^='/files/']").Select(link => link.GetAttribute("href")!))
        {
            using var file = await auditor.GetRawAsync(link);
            file.StatusCode.ShouldBe(HttpStatusCode.OK, link);
        }

        var evidence = await auditor.GetAsync($"/audit/milestones/{milestone}");
        evidence.Text.ShouldContain("John Smith");
        evidence.Text.ShouldContain("milestone.approve");
        evidence.Page.QuerySelectorAll("main form").Length.ShouldBe(0, "auditors read only");
        (await auditor.GetAsync($"/audit/ledger?entry={award.Entry.Code}")).Page.QuerySelector($"a[href='/audit/milestones/{milestone}']").ShouldNotBeNull();
        (await auditor.GetAsync("/audit/entries/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await auditor.GetAsync($"/audit/milestones/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await auditor.GetAsync("/audit/entries?status=Nonsense")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Decisions_AreListedOnceTheyAreReleased()
    {
        var season = await PanelSeason.BeginAsync(host);
        var auditor = await host.As(await new Given(host).Person(Roles.Auditor));
        var panelId = await season.ReviewingAsync();
        await season.DecideAsync(panelId, season.Entries[0], Outcome.Shortlisted);
        (await auditor.GetAsync($"/audit/decisions?round={season.Round.Code}")).Text.ShouldContain("沒有公布的決議");
        (await auditor.GetAsync($"/audit/entries/{season.Entries[0].Code}")).Text.ShouldContain("還沒有公布的決議。");

        await season.DecideAsync(panelId, season.Entries[1], Outcome.NotShortlisted);
        await season.ReleaseAsync(panelId);

        var page = await auditor.GetAsync($"/audit/decisions?round={season.Round.Code}&stage=Concept");
        page.Text.ShouldContain(season.Entries[0].Code);
        page.Text.ShouldContain("未入圍");
        (await auditor.GetAsync($"/audit/entries/{season.Entries[0].Code}")).Text.ShouldContain("理由");
        (await auditor.GetAsync($"/audit/decisions?round={season.Round.Code}&stage=Proof")).Text.ShouldContain("沒有公布的決議");
    }

    private static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
