using System.Net;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Review;

/// <summary>What a reviewer reads of an entry, and under which names.</summary>
public sealed class DossierTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task WhereNeitherSideKnowsTheOther_NoNameIsShown_NotEvenAFilesOwn()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        await BlindAsync(season, Blindness.Double);
        await season.ReviewingAsync();
        var (names, code) = (await NamesAsync(season.Entries[0]), season.Entries[0].Code);
        var reviewer = await host.As(season.Reviewers[0]);
        var id = await season.ReviewIdAsync(season.Reviewers[0], season.Entries[0]);

        var dossier = await reviewer.GetAsync($"/review/score/{id}");
        dossier.Text.ShouldContain("構想內容");
        foreach (var body in new[] { dossier.Body, (await reviewer.GetAsync("/review")).Body })
        {
            body.ShouldContain(code);
            names.ShouldAllBe(name => !body.Contains(name, StringComparison.Ordinal));
        }

        dossier.Page.QuerySelector("ul.files a")!.TextContent.ShouldBe($"{code}-1.pdf");
        var url = dossier.Page.QuerySelector("ul.files a")!.GetAttribute("href")!;
        foreach (var address in new[] { url, url + "/view" })
        {
            (await reviewer.GetRawAsync(address)).Content.Headers.ContentDisposition!.FileNameStar.ShouldBe($"{code}-1.pdf");
        }

        (await (await host.As(season.Officer)).GetRawAsync(url)).Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("構想書.pdf");
    }

    [Fact]
    public async Task Otherwise_ReviewersKnowTheTeam()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        await season.ReviewingAsync();
        var dossier = await (await host.As(season.Reviewers[0])).GetAsync($"/review/score/{await season.ReviewIdAsync(season.Reviewers[0], season.Entries[0])}");
        (await NamesAsync(season.Entries[0])).ShouldAllBe(name => dossier.Text.Contains(name, StringComparison.Ordinal));
        dossier.Page.QuerySelector("ul.files a")!.TextContent.ShouldBe("構想書.pdf");
    }

    [Fact]
    public async Task AConflict_HidesThePageTheFileAndItsView()
    {
        var season = await PanelSeason.BeginAsync(host);
        await season.ReviewingAsync();
        var id = await season.ReviewIdAsync(season.Reviewers[0], season.Entries[0]);
        var reviewer = await host.As(season.Reviewers[0]);
        var url = (await reviewer.GetAsync($"/review/score/{id}")).Page.QuerySelector("ul.files a")!.GetAttribute("href")!;
        string[] addresses = [$"/review/score/{id}", url, url + "/view"];
        foreach (var address in addresses)
        {
            (await reviewer.GetRawAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK, address);
        }

        await host.Db(async db =>
        {
            db.ConflictsOfInterest.Add(new ConflictOfInterest(
                season.Reviewers[0].Id, season.Entries[0].Id, ConflictKind.Family, ConflictSource.Set, "親屬", season.Given.By(season.Officer)));
            await db.SaveChangesAsync();
        });

        foreach (var address in addresses)
        {
            (await reviewer.GetRawAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }

        foreach (var handler in new[] { "", "?handler=draft", "?handler=autosave", "?handler=recuse" })
        {
            (await reviewer.ForgeAsync("/review", addresses[0] + handler, new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.NotFound, handler);
        }

        var desk = await reviewer.GetAsync("/review");
        desk.Text.ShouldContain("已迴避 1 案");
        desk.Body.ShouldNotContain(season.Entries[0].Code);
        desk.Text.ShouldContain(season.Entries[1].Code);
        var other = await reviewer.GetAsync($"/review/score/{await season.ReviewIdAsync(season.Reviewers[0], season.Entries[1])}");
        other.Body.ShouldNotContain(season.Entries[0].Code);
    }

    [Fact]
    public async Task AFile_IsLookedAtByItsContent_AndOnlyByWhoMayReadIt()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        await season.ReviewingAsync();
        var reviewer = await host.As(season.Reviewers[0]);
        var url = (await reviewer.GetAsync($"/review/score/{await season.ReviewIdAsync(season.Reviewers[0], season.Entries[0])}")).Page.QuerySelector("ul.files a")!.GetAttribute("href")! + "/view";

        var view = await reviewer.GetRawAsync(url);
        (view.Content.Headers.ContentType!.MediaType, view.Content.Headers.ContentDisposition!.DispositionType).ShouldBe(("application/pdf", "inline"));
        view.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        view.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'self'");
        view.Headers.GetValues("X-Frame-Options").Single().ShouldBe("SAMEORIGIN");
        view.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        (await reviewer.GetRawAsync("/review")).Headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");

        foreach (var stranger in new[] { host.Visitor(), await host.As(await season.Given.Person()), await host.As(await season.Given.Person(Roles.Reviewer)) })
        {
            var refused = await stranger.GetRawAsync(url);
            refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            refused.Headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");
        }
    }

    [Fact]
    public async Task AFileThatOnlySaysItIsAPdf_IsNotShown()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var id = await host.Db(async db =>
        {
            using var html = new MemoryStream("<script>alert(1)</script>"u8.ToArray());
            var store = (Web.Files.FileStore)host.Services.GetService(typeof(Web.Files.FileStore))!;
            var (sha256, size) = await store.SaveAsync(html, CancellationToken.None);
            var file = new Domain.Files.StoredFile("假的.pdf", "text/html", size, sha256, season.Officer.Id, season.Given.Now);
            db.Files.Add(file);
            await db.SaveChangesAsync();
            return file.Id;
        });
        (await (await host.As(season.Officer)).GetRawAsync($"/files/{id}/view")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AConceptPanel_DoesNotReadProofs()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1, status: EntryStatus.ProofSubmitted);
        var panelId = await season.ReviewingAsync();
        var proof = await season.Given.File(season.Poser, "實證成果.pdf"); // arranged entries hand in the same file twice
        await host.Db(async db =>
        {
            await db.Submissions.Where(submission => submission.EntryId == season.Entries[0].Id && submission.Stage == ReviewStage.Proof)
                .ExecuteUpdateAsync(set => set.SetProperty(submission => submission.FileId, proof.Id));
            db.Reviews.Add(new Domain.Reviews.Review(panelId, season.Entries[0].Id, season.Reviewers[0].Id, season.Given.By(season.Officer)));
            await db.SaveChangesAsync();
        });
        var files = await host.Db(db => db.Submissions.Where(submission => submission.EntryId == season.Entries[0].Id).ToDictionaryAsync(submission => submission.Stage, submission => submission.FileId));
        var reviewer = await host.As(season.Reviewers[0]);

        (await reviewer.GetRawAsync($"/files/{files[ReviewStage.Concept]}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var address in new[] { $"/files/{files[ReviewStage.Proof]}", $"/files/{files[ReviewStage.Proof]}/view" })
        {
            (await reviewer.GetRawAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task AProofPanel_ReadsBothSubmissionsAndWhatWasDelivered()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1, status: EntryStatus.ProofSubmitted);
        var files = await host.Db(db => db.Submissions.Where(submission => submission.EntryId == season.Entries[0].Id).Select(submission => new { submission.Stage, submission.FileId }).ToListAsync());
        var sheetFile = await host.Db(db => db.DeliverySheets.Where(sheet => sheet.Id == season.Entries[0].Id).SelectMany(sheet => sheet.Parts).Where(part => part.FileId != null).Select(part => part.FileId).FirstOrDefaultAsync());
        await season.ReviewingAsync(ReviewStage.Proof);
        var reviewer = await host.As(season.Reviewers[0]);

        foreach (var file in files)
        {
            (await reviewer.GetRawAsync($"/files/{file.FileId}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        if (sheetFile is { } delivered)
        {
            (await reviewer.GetRawAsync($"/files/{delivered}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await reviewer.GetAsync($"/review/score/{await season.ReviewIdAsync(season.Reviewers[0], season.Entries[0])}")).Text.ShouldContain("構想送件");
    }

    private Task BlindAsync(PanelSeason season, Blindness blindness) => host.Db(async db =>
    {
        (await db.Rounds.SingleAsync(round => round.Id == season.Round.Id)).SetBlindness(blindness, false, season.Given.By(season.Officer));
        await db.SaveChangesAsync();
    });

    private Task<List<string>> NamesAsync(Entry entry) => host.Db(async db =>
    {
        var people = await (
            from member in db.TeamMembers
            join person in db.People on member.PersonId equals person.Id
            where member.TeamId == entry.TeamId
            select person.Name).ToListAsync();
        return (List<string>)[.. people, await db.Teams.Where(team => team.Id == entry.TeamId).Select(team => team.Name).SingleAsync()];
    });
}
