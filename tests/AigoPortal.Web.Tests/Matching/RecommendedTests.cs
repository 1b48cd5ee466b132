using System.Net;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Rounds;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Matching;

/// <summary>職能匹配, both ways: problems for a team, teams for a problem.</summary>
public sealed class RecommendedTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);

    [Fact]
    public async Task Problems_StandInTheOrderInWhichTheyFit_WithTheReasonsAndWhatIsMissing()
    {
        var (round, poser, organisation) = await RoundAsync();
        await _given.Problem(round, organisation, poser, slot: 1, title: "影像題");
        await ReworkAsync(await _given.Problem(round, organisation, poser, slot: 2, title: "語音題"), "語音辨識", "金融");
        var leader = await TalentedAsync(new(SkillKind.Technology, "語音辨識", SkillLevel.Expert));
        var mate = await TalentedAsync(new(SkillKind.Industry, "金融", SkillLevel.Practised));
        await _given.Team(round, leader, mate);
        var browser = await host.As(leader);

        var team = await browser.GetAsync("/team/recommended");

        team.Page.QuerySelectorAll("article h2").Select(title => title.TextContent.Trim()).ShouldBe(["語音題", "影像題"]);
        team.Page.QuerySelectorAll(".fit-points").Select(points => points.TextContent).ShouldBe(["79", "10"]);
        team.Text.ShouldContain("語音辨識（可以帶人）");
        team.Page.QuerySelectorAll("article")[0].TextContent.ShouldNotContain("還缺什麼");
        team.Page.QuerySelectorAll("article")[1].TextContent.ShouldContain("AI技術精修課程");
        (await browser.GetAsync("/team/recommended?who=Mine")).Page.QuerySelector(".fit-points")!.TextContent.ShouldBe("55");
        (await browser.GetAsync($"/problems/{await CodeAsync("語音題", round)}")).Page.QuerySelector(".fit-points")!.TextContent.ShouldBe("79");
    }

    [Fact]
    public async Task OnlyProblemsThatTakeTeams_AndWereNotAppliedFor_AreRecommended()
    {
        var (round, poser, organisation) = await RoundAsync();
        var applied = await _given.Problem(round, organisation, poser, slot: 1, title: "已申請的題目");
        var waiting = await _given.Problem(round, organisation, poser, slot: 2, title: "等資料的題目");
        await _given.Problem(round, organisation, poser, ProblemStatus.Closed, slot: 3, title: "已結束的題目");
        var leader = await TalentedAsync(new(SkillKind.Technology, "IoT", SkillLevel.Expert));
        var team = await _given.Team(round, leader, await _given.Person());
        await _given.Entry(round, applied, team, EntryStatus.Applied);
        await host.Db(db => db.Problems.Where(problem => problem.Id == waiting.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(problem => problem.GradedReadiness, DataReadiness.None)));
        await host.Db(async db =>
        {
            db.CatalogueChanges.Add(new() { SubjectId = waiting.Id });
            await db.SaveChangesAsync();
        });

        var page = await (await host.As(leader)).GetAsync("/team/recommended");

        page.Text.ShouldContain("目前沒有可以申請的題目");
        page.Text.ShouldNotContain("的題目／");
        page.Page.QuerySelectorAll("article").ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatTheTeamLacks_StandsBesideThePitch_AndInTheComparison()
    {
        var (round, poser, organisation) = await RoundAsync();
        var problem = await _given.Problem(round, organisation, poser);
        var able = await TalentedAsync(new(SkillKind.Technology, "圖像辨識／電腦視覺", SkillLevel.Expert));
        var team = await _given.Team(round, able, await _given.Person());
        var unable = await _given.Team(round, await _given.Person(), await _given.Person());

        var pitch = await (await host.As(able)).GetAsync($"/team/apply/{problem.Code}");
        pitch.Page.QuerySelector(".fit-points")!.TextContent.ShouldBe("55");
        pitch.Text.ShouldContain("AI應用整合課程");
        await _given.Entry(round, problem, unable, EntryStatus.Applied);
        await _given.Entry(round, problem, team, EntryStatus.Applied);
        var compared = await (await host.As(poser)).GetAsync($"/poser/problems/{problem.Id}/applications?sort=Fit");

        compared.Page.QuerySelectorAll(".shortlist .headline a").Select(name => name.TextContent).ShouldBe([team.Name, unable.Name]);
        compared.Page.QuerySelectorAll(".compare .fit-points").Select(points => points.TextContent).ShouldBe(["55", "10"]);
    }

    [Fact]
    public async Task ATeamThatShowsItself_IsFoundAndAsked_OnceAndByThatPoserOnly()
    {
        var (round, poser, organisation) = await RoundAsync();
        var problem = await _given.Problem(round, organisation, poser);
        var leader = await TalentedAsync(new(SkillKind.Technology, "圖像辨識／電腦視覺", SkillLevel.Expert));
        var team = await _given.Team(round, leader, await _given.Person());
        var hidden = await _given.Team(round, await _given.Person(), await _given.Person());
        var leading = await host.As(leader);
        var posing = await host.As(poser);
        var address = $"/poser/problems/{problem.Id}/teams";
        (await posing.GetAsync(address)).Text.ShouldContain("還沒有開放給出題單位的團隊");

        (await leading.PostAsync("/team/recommended", form: "handler=Show")).WasAccepted.ShouldBeTrue();
        var found = await posing.GetAsync(address);
        found.Text.ShouldContain(team.Name);
        found.Text.ShouldNotContain(hidden.Name);
        found.Text.ShouldNotContain(leader.Name);
        found.Text.ShouldNotContain(leader.Email);
        (await posing.PostAsync(address, new Dictionary<string, string> { ["team"] = team.Id.ToString() })).WasAccepted.ShouldBeTrue();

        (await posing.GetAsync(address)).Text.ShouldContain("已邀請");
        (await host.Db(db => db.Letters.CountAsync(letter => letter.To == leader.Email && letter.Subject.StartsWith("出題單位邀請你們申請")))).ShouldBe(1);
        (await leading.GetAsync("/team")).Text.ShouldContain("出題單位邀請你們申請");
        var again = await posing.ForgeAsync(address, address, new Dictionary<string, string> { ["team"] = team.Id.ToString() });
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Text.ShouldContain("已經邀請過這個團隊");
        (await posing.ForgeAsync(address, address, new Dictionary<string, string> { ["team"] = hidden.Id.ToString() })).Status.ShouldBe(HttpStatusCode.NotFound);
        var stranger = await _given.Person(Roles.Poser);
        await _given.Organisation(stranger);
        (await (await host.As(stranger)).GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task OnlyTheLeader_ShowsTheTeam()
    {
        var (round, _, _) = await RoundAsync();
        var member = await _given.Person();
        var team = await _given.Team(round, await _given.Person(), member);
        var browser = await host.As(member);

        (await browser.ForgeAsync("/team/recommended", "/team/recommended?handler=Show", new Dictionary<string, string> { ["shows"] = "true" }))
            .Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await host.Db(db => db.Teams.SingleAsync(known => known.Id == team.Id))).ShowsToPosers.ShouldBeFalse();
    }

    [Fact]
    public void NearWords_AreWordsOfTheLists() =>
        Web.Matching.Kinships.Known.Near.Keys.ShouldAllBe(word => Vocabulary.Technologies.Has(word) || Vocabulary.Industries.Has(word));

    private async Task<(Round Round, Person Poser, Organisation Organisation)> RoundAsync()
    {
        var poser = await _given.Person(Roles.Poser);
        return (await _given.Round(), poser, await _given.Organisation(poser));
    }

    private async Task<Person> TalentedAsync(PersonSkill skill)
    {
        var person = await _given.Person();
        await host.Db(async db =>
        {
            (await db.People.Include(known => known.Skills).SingleAsync(known => known.Id == person.Id)).Know([skill], _given.By(person));
            await db.SaveChangesAsync();
        });
        return person;
    }

    private Task<string?> CodeAsync(string title, Round round) =>
        host.Db(db => db.Problems.Where(problem => problem.RoundId == round.Id && problem.Content.Title == title).Select(problem => problem.Code).SingleAsync());

    private Task ReworkAsync(Problem problem, string technology, string industry) => host.Db(async db =>
    {
        await db.Problems.Where(known => known.Id == problem.Id).ExecuteUpdateAsync(set => set
            .SetProperty(known => known.Content.Technology, technology).SetProperty(known => known.Content.Industry, industry));
        db.CatalogueChanges.Add(new() { SubjectId = problem.Id });
        await db.SaveChangesAsync();
    });
}
