using System.Net;
using System.Text;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office.Panels;

public sealed class MeetingTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task AMeeting_FromItsArrangementToItsMinutes()
    {
        var meeting = await MeetingSeason.BeginAsync(host, meets: false);
        var officer = await host.As(meeting.Officer);
        (await officer.PostAsync(meeting.Office, Plan(), "handler=Arrange")).WasAccepted.ShouldBeTrue();
        (await officer.PostAsync(meeting.Office, form: "handler=Invite")).WasAccepted.ShouldBeTrue();
        (await meeting.Season.LettersToAsync(meeting.Conflicted)).ShouldContain(subject => subject.Contains("會議時間", StringComparison.Ordinal));
        (await officer.PostAsync(meeting.Office, form: "handler=Start")).WasAccepted.ShouldBeTrue();
        foreach (var reviewer in meeting.Season.Reviewers)
        {
            await meeting.ArriveAsync(reviewer);
        }

        (await officer.PostAsync(meeting.Office, form: "handler=Begin")).WasAccepted.ShouldBeTrue();
        var console = await officer.GetAsync(meeting.Office);
        console.Text.ShouldContain($"現在：{meeting.Entry.Code}");
        console.Text.ShouldContain("迴避離席");
        (await officer.PostAsync(meeting.Office, new Dictionary<string, string> { ["Input.Consensus"] = "Shortlisted" }, "handler=Agree")).WasAccepted.ShouldBeTrue();
        var decided = await officer.PostAsync(meeting.Office, new Dictionary<string, string> { ["Input.Verdict"] = "Shortlisted", ["Input.Reason"] = "方法可行，資料已確認" }, "handler=Decide");
        decided.WasAccepted.ShouldBeTrue(decided.Text);
        (await officer.GetAsync(meeting.Office)).Text.ShouldContain("已決議NT$300,000");
        var draft = await TextAsync(officer, $"/office/panels/{meeting.PanelId}/minutes.pdf");
        draft.ShouldContain("草稿");
        (await officer.PostAsync(meeting.Office, form: "handler=End")).WasAccepted.ShouldBeTrue();
        (await officer.PostAsync(meeting.Office, form: "handler=Minutes")).WasAccepted.ShouldBeTrue();

        var minutes = (await meeting.NowAsync()).Minutes;
        minutes.Select(version => version.Number).Order().ShouldBe([1, 2]);
        var text = await TextAsync(officer, $"/office/panels/{meeting.PanelId}/minutes.pdf?version=1");
        text.ShouldNotContain("草稿");
        foreach (var said in new[] { meeting.Entry.Code, meeting.Free.Name, "師生", "共識決", "入圍", "方法可行，資料已確認", "300,000", "301 室", "召集人", "第 1 頁，共", "SHA-256" })
        {
            text.ShouldContain(said);
        }

        (await officer.GetRawAsync($"/office/panels/{meeting.PanelId}/minutes.pdf?version=3")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetRawAsync($"/office/panels/{Guid.NewGuid()}/minutes.pdf")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var auditor = await host.As(await meeting.Season.Given.Person(Roles.Auditor));
        (await auditor.GetRawAsync($"/office/panels/{meeting.PanelId}/minutes.pdf")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var id = (await meeting.NowAsync()).Id;
        (await host.Db(db => db.AuditEvents.CountAsync(trail => trail.Verb == "meeting.take-minutes" && trail.SubjectId == id))).ShouldBe(3);
        var file = minutes[0].FileId;
        foreach (var outsider in new[] { meeting.Free, meeting.Season.Poser })
        {
            (await (await host.As(outsider)).GetRawAsync($"/files/{file}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await (await host.As(outsider)).GetRawAsync($"/office/panels/{meeting.PanelId}/minutes.pdf")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task APlanThatCannotBe_KeepsWhatWasTyped()
    {
        var meeting = await MeetingSeason.BeginAsync(host, meets: false);
        var officer = await host.As(meeting.Officer);
        var nowhere = await officer.PostAsync(meeting.Office, Plan(place: ""), "handler=Arrange");
        nowhere.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        nowhere.Text.ShouldContain("請填地點或視訊連結。");
        var wrong = await officer.PostAsync(meeting.Office, Plan(link: "http://meet.example", minutes: "0"), "handler=Arrange");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.ValueOf("Input.Link").ShouldBe("http://meet.example");
        (await host.Db(db => db.Meetings.AnyAsync(known => known.PanelId == meeting.PanelId))).ShouldBeFalse();
    }

    [Fact]
    public async Task BelowTheQuorum_AReasonIsAskedFor()
    {
        var meeting = await MeetingSeason.BeginAsync(host);
        var by = meeting.Season.Given.By(meeting.Officer);
        await meeting.HoldAsync(hold => hold.ChangeAsync(meeting.PanelId, (known, _) => known.Start(by), by, CancellationToken.None));
        await meeting.HoldAsync(hold => hold.BeginAsync(meeting.PanelId, meeting.Entry.Id, by, CancellationToken.None));
        var officer = await host.As(meeting.Officer);

        var refused = await officer.PostAsync(meeting.Office, new Dictionary<string, string> { ["Input.Consensus"] = "Shortlisted" }, "handler=Agree");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("在場 0 位，不到應出席 2 位的一半");
        (await officer.PostAsync(meeting.Office, new Dictionary<string, string> { ["Input.Consensus"] = "Shortlisted", ["Input.QuorumReason"] = "書面同意" }, "handler=Agree")).WasAccepted.ShouldBeTrue();
        (await meeting.NowAsync()).Current!.Result!.QuorumReason.ShouldBe("書面同意");
    }

    [Fact]
    public async Task TwoOfficers_TheSecondIsToldThatAnotherEntryIsOn()
    {
        var meeting = await MeetingSeason.BeginAsync(host);
        await meeting.RunAsync();
        var by = meeting.Season.Given.By(meeting.Officer);
        var second = await host.As(await meeting.Season.Given.Person(Roles.Officer));
        await meeting.HoldAsync(hold => hold.BeginAsync(meeting.PanelId, meeting.Season.Entries[1].Id, by, CancellationToken.None));

        var refused = await second.PostAsync(meeting.Office, new Dictionary<string, string> { ["entry"] = meeting.Entry.Id.ToString() }, "handler=OpenVote");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("會議現在進行的不是這一案");
        (await meeting.NowAsync()).CurrentEntryId.ShouldBe(meeting.Season.Entries[1].Id);
    }

    [Fact]
    public async Task TwoDecisionsAtTheSameTime_NeverGoBeyondTheBudget()
    {
        var meeting = await MeetingSeason.BeginAsync(host, budget: 500_000);
        var by = meeting.Season.Given.By(meeting.Officer);
        var decided = await Task.WhenAll(meeting.Season.Entries.Select(entry => TriedAsync(() => meeting.Season.RunAsync<DecideEntry>(decide =>
            decide.RunAsync(meeting.PanelId, entry.Id, Outcome.Shortlisted, null, "理由", by, CancellationToken.None)))));

        decided.Count(done => done).ShouldBe(1);
        (await meeting.Season.RoundNowAsync()).Committed.ShouldBe(new Twd(300_000));
    }

    [Fact]
    public async Task AVacantLevel_StandsOnDecide_IsRefusedForEntries_AndIsPublicAfterTheRelease()
    {
        var meeting = await MeetingSeason.BeginAsync(host, ReviewStage.Proof);
        var officer = await host.As(meeting.Officer);
        var decide = $"/office/panels/{meeting.PanelId}/decide";
        var empty = await officer.PostAsync(decide, new Dictionary<string, string> { ["Input.VacancyLevel"] = "Outstanding" }, "handler=Vacant");
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Text.ShouldContain("請寫明從缺的理由。");
        (await officer.PostAsync(decide, new Dictionary<string, string> { ["Input.VacancyLevel"] = "Outstanding", ["Input.VacancyReason"] = "沒有達到標準的案件" }, "handler=Vacant")).WasAccepted.ShouldBeTrue();
        (await officer.GetAsync(decide)).Text.ShouldContain("沒有達到標準的案件");
        var refused = await officer.PostAsync($"{decide}?entry={meeting.Entry.Code}", new Dictionary<string, string> { ["Input.Verdict"] = "Outstanding", ["Input.Reason"] = "好" }, "handler=decide");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("已記為從缺");

        await meeting.Season.DecideAsync(meeting.PanelId, meeting.Season.Entries[0], Outcome.Awarded, AwardLevel.Excellent);
        await meeting.Season.DecideAsync(meeting.PanelId, meeting.Season.Entries[1], Outcome.NotAwarded);
        (await host.Visitor().GetAsync("/results")).Text.ShouldNotContain("從缺");
        (await officer.PostAsync(decide, form: "handler=Fill")).WasAccepted.ShouldBeTrue();
        (await officer.PostAsync(decide, new Dictionary<string, string> { ["Input.VacancyLevel"] = "Honourable", ["Input.VacancyReason"] = "只有兩案" }, "handler=Vacant")).WasAccepted.ShouldBeTrue();
        await meeting.Season.ReleaseAsync(meeting.PanelId);

        (await host.Visitor().GetAsync("/results?again")).Text.ShouldContain("從缺：佳作");
    }

    private static async Task<string> TextAsync(PortalClient client, string address)
    {
        var answer = await client.GetRawAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var pdf = await answer.Content.ReadAsByteArrayAsync();
        Encoding.Latin1.GetString(pdf).ShouldContain("/StructTreeRoot");
        return string.Join('\n', await PdfText.ReadPagesAsync(pdf));
    }

    private static Dictionary<string, string> Plan(string place = "301 室", string link = "", string minutes = "20") => new()
    {
        ["Input.StartsAt"] = "2031-05-06T14:00",
        ["Input.Place"] = place,
        ["Input.Link"] = link,
        ["Input.MinutesPerItem"] = minutes,
    };

    private static async Task<bool> TriedAsync(Func<Task> act)
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
