using System.Net;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Letters;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office.Panels;

public sealed class ReleaseTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task WhatIsMissing_IsSaid_AndTheReleaseIsOneAct()
    {
        var season = await PanelSeason.BeginAsync(host);
        var panelId = await season.ReviewingAsync();
        var address = $"/office/panels/{panelId}/release";
        var officer = await host.As(season.Officer);
        await season.DecideAsync(panelId, season.Entries[0], Outcome.Shortlisted);

        var early = await officer.GetAsync(address);
        early.Text.ShouldContain("還有 1 案沒有決議");
        early.Text.ShouldContain(season.Entries[1].Code);
        early.Page.QuerySelector("form[action*='handler=Release']").ShouldBeNull();
        var refused = await officer.ForgeAsync(address, $"{address}?handler=release", new Dictionary<string, string>());
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("還有 1 案沒有決議，全部決議後才能公布。");

        await season.DecideAsync(panelId, season.Entries[1], Outcome.NotShortlisted);
        (await officer.GetAsync(address)).Text.ShouldContain("寄出 6 封信");
        (await officer.PostAsync(address, form: "handler=release")).WasAccepted.ShouldBeTrue();
        (await StatusAsync(season.Entries[0])).ShouldBe(EntryStatus.Shortlisted);
        (await StatusAsync(season.Entries[1])).ShouldBe(EntryStatus.NotShortlisted);
        var released = await officer.GetAsync(address);
        released.Text.ShouldContain("已寄的通知信");
        released.Page.QuerySelectorAll("form[action*='handler=Resend']").Length.ShouldBe(6);
    }

    [Fact]
    public async Task ALetter_IsPreviewedAsEachReaderGetsIt_InTheirLanguage_WithValuesAsText()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var leader = await season.LeaderAsync(season.Entries[0]);
        await SpeakEnglishAsync(season.Poser, season);
        await host.Db(async db =>
        {
            (await db.Teams.SingleAsync(team => team.Id == season.Entries[0].TeamId)).Rename("**<script>alert(1)</script>**", "", season.Given.By(leader));
            await db.SaveChangesAsync();
        });
        var panelId = await season.ReviewingAsync();
        await season.DecideAsync(panelId, season.Entries[0], Outcome.Shortlisted);
        var officer = await host.As(season.Officer);
        var address = $"/office/panels/{panelId}/release?entry={season.Entries[0].Code}";

        var toTeam = await officer.GetAsync(address);
        toTeam.Text.ShouldContain("構想審查結果");
        toTeam.Text.ShouldContain("這次沒有另外提供委員評語。");
        var toPoser = await officer.GetAsync($"{address}&reader={season.Poser.Id}");
        toPoser.Text.ShouldContain("Result of the");
        toPoser.Text.ShouldContain("**<script>alert(1)</script>**");
        toPoser.Body.ShouldNotContain("<script>alert");
        (await officer.GetAsync($"{address}&reader={Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync($"/office/panels/{panelId}/release?entry=nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Db(db => db.Letters.CountAsync(letter => letter.PanelId == panelId))).ShouldBe(0);
    }

    [Fact]
    public async Task ATemplate_IsEditedPerPanel_RefusedAtItsField_AndReset()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var panelId = await season.ReviewingAsync();
        var address = $"/office/panels/{panelId}/release/letters/NotShortlisted";
        var officer = await host.As(season.Officer);

        var wrong = await officer.PostAsync(address, new Dictionary<string, string> { ["Input.Body"] = "{案號} {獎盃}" });
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldContain("沒有「{獎盃}」這個欄位。");
        wrong.ValueOf("Input.Body").ShouldBe("{案號} {獎盃}");
        (await officer.GetAsync($"/office/panels/{panelId}/release/letters/Awarded")).Status.ShouldBe(HttpStatusCode.NotFound);

        var stale = await officer.GetAsync(address);
        (await officer.PostAsync(address, new Dictionary<string, string> { ["Input.Body"] = "自己寫的 {結果}" })).WasAccepted.ShouldBeTrue();
        stale.ValueOf("Input.Version").ShouldBe(Guid.Empty.ToString());
        var second = await officer.PostAsync(address, new Dictionary<string, string> { ["Input.Version"] = Guid.Empty.ToString(), ["Input.Body"] = "另一個人寫的" });
        second.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        second.Text.ShouldContain("資料剛剛被其他人更新");

        await season.DecideAsync(panelId, season.Entries[0], Outcome.NotShortlisted);
        (await officer.GetAsync($"/office/panels/{panelId}/release?entry={season.Entries[0].Code}")).Text.ShouldContain("自己寫的 未入圍");
        (await officer.PostAsync(address, form: "handler=reset")).WasAccepted.ShouldBeTrue();
        (await officer.GetAsync(address)).ValueOf("Input.Body").ShouldBe(DecisionLetters.Default(LetterKind.NotShortlisted).Body);
    }

    [Fact]
    public async Task Comments_ReachTheTeamAsTheOfficeChoseThem_OnlyAfterTheRelease_AndWithoutNames()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var entry = season.Entries[0];
        var leader = await season.LeaderAsync(entry);
        var panelId = await season.ReviewingAsync();
        await season.ScoreAsync(season.Reviewers[0], entry, 80, 80, 80, 80);
        await season.ScoreAsync(season.Reviewers[1], entry, 60, 60, 60, 60);
        await season.DecideAsync(panelId, entry, Outcome.NotShortlisted);
        var (officer, team) = (await host.As(season.Officer), await host.As(leader));
        var address = $"/office/panels/{panelId}/release/feedback/{entry.Code}";

        var empty = await officer.PostAsync(address, new Dictionary<string, string> { ["Input.Comments[0].Given"] = "true", ["Input.Comments[0].Text"] = " " });
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var stale = (await officer.GetAsync(address)).ValueOf("Input.Version")!;
        (await officer.PostAsync(address, new Dictionary<string, string> { ["Input.Comments[0].Given"] = "true", ["Input.Comments[0].Text"] = "請補測試計畫 <b>" })).WasAccepted.ShouldBeTrue();
        var second = await officer.PostAsync(address, new Dictionary<string, string> { ["Input.Version"] = stale });
        second.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await officer.GetAsync($"/office/panels/{panelId}/release")).Text.ShouldContain("已選 1 則");
        (await team.GetAsync($"/team/entries/{entry.Code}")).Text.ShouldNotContain("請補測試計畫");
        (await team.GetAsync($"/team/entries/{entry.Code}/appeal")).Status.ShouldBe(HttpStatusCode.NotFound);

        await season.ReleaseAsync(panelId);

        var known = await team.GetAsync($"/team/entries/{entry.Code}");
        known.Text.ShouldContain("請補測試計畫 <b>");
        var poser = await (await host.As(season.Poser)).GetAsync($"/poser/entries/{entry.Code}");
        poser.Text.ShouldContain("未入圍");
        poser.Text.ShouldNotContain("請補測試計畫");
        foreach (var reviewer in season.Reviewers)
        {
            known.Text.ShouldNotContain(reviewer.Name);
            poser.Text.ShouldNotContain(reviewer.Name);
        }

        var letters = await host.Db(db => db.Letters.AsNoTracking().Where(letter => letter.PanelId == panelId).ToListAsync());
        letters.Single(letter => letter.To == leader.Email).Body.ShouldContain("請補測試計畫 <b>");
        letters.Single(letter => letter.To == season.Poser.Email).Body.ShouldNotContain("請補測試計畫");
        letters.ShouldAllBe(letter => season.Reviewers.All(reviewer => !letter.Body.Contains(reviewer.Name) && !letter.Html!.Contains(reviewer.Name)));
        (await officer.GetAsync(address)).Page.QuerySelector("main form").ShouldBeNull();
        var late = await officer.ForgeAsync(address, address, new Dictionary<string, string> { ["Input.Version"] = stale });
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task InAnOpenRound_TheTeamReadsWhoWroteIt_AfterTheRelease()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var entry = season.Entries[0];
        await host.Db(async db =>
        {
            (await db.Rounds.SingleAsync(round => round.Id == season.Round.Id)).SetBlindness(Blindness.Open, reviewHasBegun: false, season.Given.By(season.Officer));
            await db.SaveChangesAsync();
        });
        var panelId = await season.ReviewingAsync();
        await season.ScoreAsync(season.Reviewers[0], entry, 80, 80, 80, 80);
        await season.PassOnAsync(panelId, entry, season.Reviewers[0], "方法扎實");
        await season.PassOnAsync(await season.PrepareAsync(ReviewStage.Proof), entry, season.Reviewers[1], "別的審查會");
        await season.DecideAsync(panelId, entry, Outcome.Shortlisted);
        await season.ReleaseAsync(panelId);

        var known = await (await host.As(await season.LeaderAsync(entry))).GetAsync($"/team/entries/{entry.Code}");
        known.Text.ShouldContain("方法扎實");
        known.Text.ShouldContain(season.Reviewers[0].Name);
        known.Text.ShouldNotContain("別的審查會");
    }

    [Fact]
    public async Task ALetter_IsSentAgain_AndItIsOnRecord()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var panelId = await season.ReleasedAsync(Outcome.Shortlisted);
        var officer = await host.As(season.Officer);
        var address = $"/office/panels/{panelId}/release";

        (await officer.PostAsync(address, form: "handler=resend")).WasAccepted.ShouldBeTrue();

        var letters = await host.Db(db => db.Letters.AsNoTracking().Where(letter => letter.PanelId == panelId).ToListAsync());
        letters.Count.ShouldBe(4);
        letters.GroupBy(letter => (letter.To, letter.Body)).Count().ShouldBe(3);
        letters.Count(letter => letter.Status == LetterStatus.Queued).ShouldBeGreaterThan(0);
        (await host.Db(db => db.AuditEvents.CountAsync(line => line.SubjectId == panelId && line.Verb == "panel.resend-letter"))).ShouldBe(1);
        var other = await season.AddEntryAsync();
        (await officer.ForgeAsync(address, $"{address}?handler=resend&letterId={other.Id}", new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task BeforeTheReview_OrWithoutTheRole_ThereIsNothing()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var panelId = await season.PrepareAsync();
        (await (await host.As(season.Officer)).GetAsync($"/office/panels/{panelId}/release")).Text.ShouldContain("審查還沒有開始");
        (await (await host.As(season.Officer)).GetAsync($"/office/panels/{Guid.NewGuid()}/release")).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var path in new[] { "release", "appeals", "release/letters/Poser", "release/feedback/x" })
        {
            (await (await host.As(season.Reviewers[0])).GetAsync($"/office/panels/{panelId}/{path}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    private Task<EntryStatus> StatusAsync(Entry entry) => host.Db(db => db.Entries.Where(found => found.Id == entry.Id).Select(found => found.Status).SingleAsync());

    private Task SpeakEnglishAsync(Person person, PanelSeason season) => host.Db(async db =>
    {
        var known = await db.People.SingleAsync(found => found.Id == person.Id);
        known.Describe(new PersonProfile(known.Name, known.Affiliation, known.BirthDate, known.Nationality, known.Gender, "en"), season.Given.By(person));
        await db.SaveChangesAsync();
    });
}
