using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Tests.Pages;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Workflows;

public sealed class OpenReviewTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task BeforeTheDeadline_NothingCloses()
    {
        var season = await PanelSeason.BeginAsync(host);

        await season.RunAsync<CloseIntake>(workflow => workflow.RunAsync(season.Round.Id, ReviewStage.Concept, season.Given.Portal(), CancellationToken.None));

        (await season.RoundNowAsync()).ConceptClosedAt.ShouldBeNull();
    }

    [Fact]
    public async Task AtTheDeadline_LeadersWithoutASubmissionGetOneLetter()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var missing = await season.AddEntryAsync(EntryStatus.Matched);
        var leader = await LeaderAsync(missing);

        await season.DeadlineAsync();
        await season.DeadlineAsync();

        (await season.LettersToAsync(leader)).ShouldBe([$"未收到送件：{missing.Code}"]);
        (await season.LettersToAsync(await LeaderAsync(season.Entries[0]))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_Twice_AssignsEveryPairOnce()
    {
        var season = await PanelSeason.BeginAsync(host);
        var panelId = await season.ReviewingAsync();
        var late = await season.AddEntryAsync();

        await season.DeadlineAsync();
        await season.DeadlineAsync();

        (await ReviewsAsync(panelId)).Count.ShouldBe(6);
        (await ReviewsAsync(panelId)).Count(review => review.EntryId == late.Id).ShouldBe(2);
    }

    [Fact]
    public async Task AConflictOfInterest_IsNotAssigned()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var member = await season.Given.Person(affiliation: "台灣大學");
        var entry = await season.AddEntryAsync(member: member);
        var colleague = await season.Given.Person(Roles.Reviewer, affiliation: "台灣 大學", gender: Gender.Female);
        var poser = season.Poser;
        season.Reviewers.AddRange([colleague, poser, member]);

        var panelId = await season.ReviewingAsync();

        (await ReviewsAsync(panelId)).Select(review => review.ReviewerId).ShouldBe(season.Reviewers.Take(2).Select(reviewer => reviewer.Id), ignoreOrder: true);
        (await season.LettersToAsync(colleague)).ShouldBe(["您是「構想審查會」的審查委員"]);
    }

    [Fact]
    public async Task Convene_AfterTheIntakeClosed_OpensTheReviewAtOnce()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        await season.DeadlineAsync();

        var panelId = await season.ConveneAsync();

        (await host.Db(db => db.Panels.SingleAsync(panel => panel.Id == panelId))).Status.ShouldBe(PanelStatus.Reviewing);
        (await ReviewsAsync(panelId)).Count.ShouldBe(2);
        (await season.LettersToAsync(season.Reviewers[0])).Count.ShouldBe(2);
    }

    private Task<List<Review>> ReviewsAsync(Guid panelId) => host.Db(db => db.Reviews.AsNoTracking().Where(review => review.PanelId == panelId).ToListAsync());

    private Task<Person> LeaderAsync(Entry entry) => host.Db(db =>
        (from team in db.Teams join person in db.People on team.LeaderId equals person.Id where team.Id == entry.TeamId select person).SingleAsync());
}
