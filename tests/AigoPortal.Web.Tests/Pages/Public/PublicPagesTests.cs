using System.Net;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Tests.Demo;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Public;

public class PublicPagesTests(DemonstrationHost host) : IClassFixture<DemonstrationHost>
{
    [Fact]
    public async Task Home_ShowsTheRound_ItsDeadline_AndSixProblems()
    {
        var home = await host.Visitor().GetAsync("/");
        home.Text.ShouldContain("構想收件截止");
        home.Text.ShouldContain("還有");
        home.Page.QuerySelectorAll("article").Length.ShouldBe(6);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/schedule")]
    [InlineData("/results")]
    public async Task PublicPages_SetNoCookie_AndComeFromTheCache(string url)
    {
        var visitor = host.Visitor();
        using var first = await visitor.GetRawAsync(url);
        using var second = await visitor.GetRawAsync(url);
        first.Headers.Contains("Set-Cookie").ShouldBeFalse();
        second.Headers.Age.ShouldNotBeNull();
        (await second.Content.ReadAsStringAsync()).ShouldNotContain("__RequestVerificationToken");
    }

    [Fact]
    public async Task Home_WhenAProblemCloses_NoLongerShowsIt()
    {
        var visitor = host.Visitor();
        var code = (await visitor.GetAsync("/")).Page.QuerySelector("article .num")!.TextContent;
        await host.Db(async db =>
        {
            var problem = await db.Problems.FirstAsync(problem => problem.Code == code);
            problem.Close(Actor.Portal(TimeProvider.System.GetUtcNow()));
            await db.SaveChangesAsync();
        });
        (await visitor.GetAsync("/")).Text.ShouldNotContain(code);
    }

    [Fact]
    public async Task Home_ForSomebodySignedIn_IsTheirOwn()
    {
        await host.Visitor().GetAsync("/");
        var officer = await host.As(await host.Known("officer@aigo.example"));
        (await officer.GetAsync("/")).Text.ShouldContain("計畫辦公室");
        (await host.Visitor().GetAsync("/")).Text.ShouldContain("註冊");
    }

    [Fact]
    public async Task Home_InEnglish_IsNotTheCachedChinese()
    {
        await host.Visitor().GetAsync("/");
        (await host.Visitor().GetAsync("/?lang=en")).Page.DocumentElement.GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public async Task Schedule_SaysWhatIsKnown_AndNoMore()
    {
        var schedule = await host.Visitor().GetAsync("/schedule");
        schedule.Text.ShouldContain("2019（民國 108）年 8 月");
        schedule.Text.ShouldContain("2019（民國 108）年 10 月 31 日（四）12:00（預告為 10 月下旬）*");
        schedule.Text.ShouldContain("審查後 1 個月內");
    }

    [Fact]
    public async Task Calendar_HasEveryStep_InFoldedLines()
    {
        using var answer = await host.Visitor().GetRawAsync("/schedule.ics");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain("UID:108-2-ConceptDeadline@aigo-portal\r\n");
        text.ShouldContain("DTSTART:20190715T040000Z\r\n");
        text.Split("\r\n").ShouldAllBe(line => System.Text.Encoding.UTF8.GetByteCount(line) <= 75);
    }

    [Fact]
    public async Task Results_ShowOnlyReleasedDecisions()
    {
        var results = await host.Visitor().GetAsync("/results");
        results.Text.ShouldContain("台中童綜合醫院");
        results.Text.ShouldContain("傑出");
        var open = await host.Db(db => db.Entries.Where(entry => db.Panels.Any(panel => panel.RoundId == entry.RoundId && panel.ReleasedAt == null)
            && !db.Panels.Any(panel => panel.RoundId == entry.RoundId && panel.ReleasedAt != null)).Select(entry => entry.Code).ToListAsync());
        open.ShouldNotBeEmpty();
        open.ShouldAllBe(code => !results.Text.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Office_ShowsWhatWaits_ByDueTime()
    {
        var officer = await host.As(await host.Known("officer@aigo.example"));
        var office = await officer.GetAsync("/office");
        office.Status.ShouldBe(HttpStatusCode.OK);
        office.Text.ShouldContain("合作文件：雙方已簽，待確認");
        office.Text.ShouldContain("新題待審");
        office.Text.ShouldContain("憑證待核");
        office.Text.ShouldContain("案待決議");
        var due = office.Page.QuerySelectorAll("tbody tr").Select(row => row.QuerySelector("time")!.GetAttribute("datetime")).ToList();
        due.ShouldBeInOrder();
    }

    [Fact]
    public async Task Office_ForAParticipant_IsForbidden()
    {
        var participant = await host.As(await host.Known("participant@aigo.example"));
        (await participant.GetAsync("/office")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
