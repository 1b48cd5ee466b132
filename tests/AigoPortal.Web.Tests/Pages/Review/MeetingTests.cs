using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Review;

public sealed class MeetingTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task AcrossAConflictOfInterest_TheRoomSaysToStepOut_AndNamesNothingAnywhere()
    {
        var meeting = await MeetingSeason.BeginAsync(host);
        await meeting.RunAsync();
        await meeting.OpenVoteAsync();
        var (conflicted, free) = (await host.As(meeting.Conflicted), await host.As(meeting.Free));
        var team = await host.Db(db => db.Teams.Where(known => known.Id == meeting.Entry.TeamId).Select(known => known.Name).SingleAsync());

        (await free.GetAsync(meeting.Room)).Text.ShouldContain($"現在：{meeting.Entry.Code}");
        foreach (var address in new[] { meeting.Room, meeting.Room + "?handler=Room", meeting.Room + "?handler=Room&seen=x", meeting.Room + ".ics", $"/review/panels/{meeting.PanelId}/discussions", "/review" })
        {
            var answer = await conflicted.GetAsync(address);
            answer.Status.ShouldBe(HttpStatusCode.OK, address);
            answer.Body.ShouldNotContain(meeting.Entry.Code, Case.Insensitive, address);
            answer.Body.ShouldNotContain(meeting.Entry.Id.ToString(), Case.Insensitive, address);
            answer.Body.ShouldNotContain(team, Case.Sensitive, address);
        }

        var room = await conflicted.GetAsync(meeting.Room);
        room.Text.ShouldContain("請暫時離席");
        room.Text.ShouldContain("利益迴避案件");
        room.Text.ShouldNotContain("請投票");
        (await meeting.NowAsync()).Current!.SteppedOut.Select(step => step.PersonId).ShouldBe([meeting.Conflicted.Id]);
        (await conflicted.ForgeAsync("/account/profile", meeting.Room + "?handler=Vote", Vote(meeting, Verdict.Shortlisted))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Votes_AreSecret_Changeable_AndCounted()
    {
        var meeting = await MeetingSeason.BeginAsync(host);
        await meeting.RunAsync();
        await meeting.OpenVoteAsync();
        var (free, other, officer) = (await host.As(meeting.Free), await host.As(meeting.Other), await host.As(meeting.Officer));

        (await free.PostAsync(meeting.Room, Choice(Verdict.NotShortlisted), "handler=Vote")).WasAccepted.ShouldBeTrue();
        (await free.PostAsync(meeting.Room, Choice(Verdict.Shortlisted), "handler=Vote")).WasAccepted.ShouldBeTrue();
        var seen = await other.GetAsync(meeting.Room);
        seen.Text.ShouldContain("已投 1 票");
        seen.Page.QuerySelectorAll("#room [aria-pressed='true']").ShouldBeEmpty();
        seen.Text.ShouldNotContain(meeting.Free.Name);
        (await free.GetAsync(meeting.Room)).Page.QuerySelector("#room [aria-pressed='true']")!.TextContent.ShouldContain("入圍");
        (await other.PostAsync(meeting.Room, Choice(Verdict.Shortlisted), "handler=Vote")).WasAccepted.ShouldBeTrue();
        (await officer.GetAsync(meeting.Office)).Text.ShouldContain("已投 2 / 2 票");
        (await officer.PostAsync(meeting.Office, form: "handler=CloseVote")).WasAccepted.ShouldBeTrue();

        var result = (await meeting.NowAsync()).Current!.Result!;
        (result.Proposal, result.Present, result.Entitled).ShouldBe((Verdict.Shortlisted, 2, 2));
        result.Counts.ShouldBe([new VoteCount(Verdict.Shortlisted, 2)]);
        var late = await free.ForgeAsync("/account/profile", meeting.Room + "?handler=Vote", Vote(meeting, Verdict.NotShortlisted));
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("目前沒有開放投票。");
    }

    [Fact]
    public async Task AVoteWithoutAChoice_OrFromOutsideTheRoom_IsRefused()
    {
        var meeting = await MeetingSeason.BeginAsync(host);
        await meeting.RunAsync();
        await meeting.OpenVoteAsync();
        var by = meeting.Season.Given.By(meeting.Officer);
        await meeting.HoldAsync(hold => hold.AttendAsync(meeting.PanelId, meeting.Other.Id, (attendance, _) => attendance.Leave(by), by, CancellationToken.None));
        var (free, other) = (await host.As(meeting.Free), await host.As(meeting.Other));

        foreach (var wrong in new[] { "", "好", "99", "Outstanding" })
        {
            var answer = await free.ForgeAsync("/account/profile", meeting.Room + "?handler=Vote", new Dictionary<string, string> { ["entry"] = meeting.Entry.Id.ToString(), ["verdict"] = wrong });
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, wrong);
        }

        (await other.GetAsync(meeting.Room)).Text.ShouldContain("我到了");
        (await other.ForgeAsync("/account/profile", meeting.Room + "?handler=Vote", Vote(meeting, Verdict.Shortlisted))).Text.ShouldContain("請先按「我到了」，再投票。");
        (await other.PostAsync(meeting.Room, form: "handler=Arrive")).WasAccepted.ShouldBeTrue();
        (await other.GetAsync(meeting.Room)).Text.ShouldContain("您已到場");
    }

    [Fact]
    public async Task VotesAtTheSameTime_AllCount_AndNoneComesAfterTheCount()
    {
        var meeting = await MeetingSeason.BeginAsync(host);
        await meeting.RunAsync();
        await meeting.OpenVoteAsync();
        var given = meeting.Season.Given;
        var officer = given.By(meeting.Officer);
        var acts = new[] { meeting.Free, meeting.Other }.Select(reviewer => QuietlyAsync(() => meeting.HoldAsync(hold =>
            hold.VoteAsync(meeting.PanelId, meeting.Entry.Id, Verdict.Shortlisted, given.By(reviewer), CancellationToken.None))))
            .Append(QuietlyAsync(() => meeting.HoldAsync(hold => hold.CloseVoteAsync(meeting.PanelId, meeting.Entry.Id, "", officer, CancellationToken.None))));

        var done = await Task.WhenAll(acts);

        var counted = (await meeting.NowAsync()).Current!.Result!.Counts.Sum(count => count.Count);
        counted.ShouldBe(done.Take(2).Count(vote => vote));
        (await host.Db(db => db.Ballots.CountAsync(ballot => ballot.EntryId == meeting.Entry.Id))).ShouldBe(counted);
    }

    [Fact]
    public async Task TheRoom_IsForAcceptedMembers_AndAnsweredOnlyWhenItChanged()
    {
        var meeting = await MeetingSeason.BeginAsync(host);
        var free = await host.As(meeting.Free);
        var stranger = await host.As(await meeting.Season.Given.Person(Roles.Reviewer));
        var invited = await host.As(await meeting.Season.InviteAsync(meeting.PanelId));
        foreach (var address in new[] { meeting.Room, meeting.Room + "?handler=Room", meeting.Room + ".ics", $"/review/panels/{meeting.PanelId}/discussions" })
        {
            (await stranger.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
            (await invited.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        }

        (await stranger.ForgeAsync("/account/profile", meeting.Room + "?handler=Arrive", new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.NotFound);
        var again = (await free.GetAsync(meeting.Room)).Page.QuerySelector("#room")!.GetAttribute("hx-get")!;
        (await free.GetAsync(again)).Status.ShouldBe(HttpStatusCode.NoContent);
        await meeting.RunAsync();
        (await free.GetAsync(again)).Text.ShouldContain("現在");

        var calendar = await free.GetRawAsync(meeting.Room + ".ics");
        calendar.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        (await calendar.Content.ReadAsStringAsync()).ShouldContain("LOCATION:301 室");
        (await host.Db(db => db.AuditEvents.CountAsync(trail => trail.Verb == "meeting.take-calendar" && trail.PersonId == meeting.Free.Id))).ShouldBe(1);
    }

    private static Dictionary<string, string> Choice(Verdict verdict) => new() { ["verdict"] = verdict.ToString() };

    private static Dictionary<string, string> Vote(MeetingSeason meeting, Verdict verdict) => new() { ["entry"] = meeting.Entry.Id.ToString(), ["verdict"] = verdict.ToString() };

    private static async Task<bool> QuietlyAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Domain.Rules.BrokenRuleException)
        {
            return false;
        }
    }
}
