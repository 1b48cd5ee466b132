using System.Net;
using AigoPortal.Domain.Reviews;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Review;

public sealed class DiscussionTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task WhoHandedInTheirReview_Discusses_AndNobodyElseKnows()
    {
        var meeting = await OpenAsync();
        var (list, thread) = ($"/review/panels/{meeting.PanelId}/discussions", $"/review/panels/{meeting.PanelId}/discussions/{meeting.Entry.Code.ToLowerInvariant()}");
        var (free, other, conflicted, officer) = (await host.As(meeting.Free), await host.As(meeting.Other), await host.As(meeting.Conflicted), await host.As(meeting.Officer));
        foreach (var outsider in new[] { free, conflicted })
        {
            (await outsider.GetAsync(thread)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await outsider.GetAsync(list)).Body.ShouldNotContain(meeting.Entry.Code, Case.Insensitive);
            (await outsider.ForgeAsync("/account/profile", thread, new Dictionary<string, string> { ["Input.Text"] = "我也想說" })).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        await meeting.Season.ScoreAsync(meeting.Free, meeting.Entry, 80, 80, 80, 80);
        await meeting.Season.ScoreAsync(meeting.Other, meeting.Entry, 60, 60, 60, 60);
        var page = await free.GetAsync(thread);
        page.Text.ShouldContain(meeting.Other.Name);
        page.Body.ShouldNotContain(meeting.Conflicted.Id.ToString());
        page.Text.ShouldNotContain("60.00");
        (await free.PostAsync(thread, new Dictionary<string, string> { ["Input.Text"] = "好 😀 ‮ <script>", ["Input.Mentions"] = meeting.Other.Id.ToString() }, "#write")).WasAccepted.ShouldBeTrue();
        await free.ForgeAsync("/account/profile", thread, new Dictionary<string, string> { ["Input.Text"] = "再說一次", ["Input.Mentions"] = meeting.Conflicted.Id.ToString() });

        (await meeting.Season.LettersToAsync(meeting.Other)).Count(subject => subject.Contains("提到您", StringComparison.Ordinal)).ShouldBe(1);
        (await meeting.Season.LettersToAsync(meeting.Conflicted)).ShouldNotContain(subject => subject.Contains("提到您", StringComparison.Ordinal));
        (await host.Db(db => db.Letters.Where(letter => letter.To == meeting.Other.Email).Select(letter => letter.Body).ToListAsync())).ShouldNotContain(body => body.Contains("😀", StringComparison.Ordinal));
        (await other.GetAsync(list)).Page.QuerySelector("td[data-label='未讀']")!.TextContent.Trim().ShouldBe("2");
        (await other.GetAsync(thread)).Text.ShouldContain("好 😀");
        (await other.GetAsync(list)).Page.QuerySelector("td[data-label='未讀']")!.TextContent.Trim().ShouldBe("0");
        (await free.PostAsync(thread, form: "handler=Retract")).WasAccepted.ShouldBeTrue();
        (await other.ForgeAsync("/account/profile", thread + "?handler=Retract", new Dictionary<string, string> { ["number"] = "2" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await officer.GetAsync($"/office{thread["/review".Length..]}")).Text.ShouldContain("意見已收回");
        (await free.PostAsync(thread, new Dictionary<string, string> { ["Input.Text"] = " " }, "#write")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task OthersScores_AreShownOnlyWhenThePanelSharesThem()
    {
        var meeting = await OpenAsync();
        var thread = $"/review/panels/{meeting.PanelId}/discussions/{meeting.Entry.Code}";
        await meeting.Season.ScoreAsync(meeting.Free, meeting.Entry, 80, 80, 80, 80);
        await meeting.Season.ScoreAsync(meeting.Other, meeting.Entry, 60, 60, 60, 60);
        var free = await host.As(meeting.Free);
        (await free.GetAsync(thread)).Text.ShouldNotContain("60.00");
        await host.Db(async db =>
        {
            (await db.Panels.SingleAsync(panel => panel.Id == meeting.PanelId)).Arrange(new PanelTerms(null, null, SharesScores: true), meeting.Season.Given.By(meeting.Officer));
            await db.SaveChangesAsync();
        });
        (await free.GetAsync(thread)).Text.ShouldContain("60.00");
    }

    [Fact]
    public async Task TheOffice_OpensClosesAndReopens_TheMostDisputedFirst()
    {
        var meeting = await OpenAsync();
        var thread = $"/office/panels/{meeting.PanelId}/discussions/{meeting.Entry.Code}";
        var officer = await host.As(meeting.Officer);
        await meeting.Season.ScoreAsync(meeting.Free, meeting.Season.Entries[1], 90, 90, 90, 90);
        await meeting.Season.ScoreAsync(meeting.Other, meeting.Season.Entries[1], 50, 50, 50, 50);
        (await officer.GetAsync($"/office/panels/{meeting.PanelId}/discussions")).Page.QuerySelector("tbody tr")!.TextContent.ShouldContain(meeting.Season.Entries[1].Code);
        (await officer.PostAsync(thread, form: "handler=Open")).WasAccepted.ShouldBeTrue();
        (await officer.GetAsync(thread)).Page.QuerySelector("#write").ShouldBeNull();
        (await officer.ForgeAsync("/account/profile", thread, new Dictionary<string, string> { ["Input.Text"] = "太晚" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await officer.PostAsync(thread, form: "handler=Open")).WasAccepted.ShouldBeTrue();
        (await officer.PostAsync(thread, new Dictionary<string, string> { ["Input.Text"] = "請各位補充" }, "#write")).WasAccepted.ShouldBeTrue();
        (await officer.GetAsync($"/office/panels/{meeting.PanelId}/discussions/x")).Status.ShouldBe(HttpStatusCode.NotFound);
        var unopened = await officer.GetAsync($"/office/panels/{meeting.PanelId}/discussions/{meeting.Season.Entries[1].Code}");
        unopened.Text.ShouldContain("開放討論");
    }

    private async Task<MeetingSeason> OpenAsync()
    {
        var meeting = await MeetingSeason.BeginAsync(host, meets: false);
        await meeting.Season.RunAsync<DiscussEntry>(discuss => discuss.OpenAsync(meeting.PanelId, meeting.Entry.Id, open: true, meeting.Season.Given.By(meeting.Officer), CancellationToken.None));
        return meeting;
    }
}
