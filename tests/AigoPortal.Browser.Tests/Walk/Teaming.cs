using AigoPortal.Browser.Tests.Browsing;
using AigoPortal.Domain.People;
using Microsoft.Playwright;
using Shouldly;

namespace AigoPortal.Browser.Tests.Walk;

/// <summary>Step 3: a participant registers, forms a team, invites two people (one without an account), they consent; the leader applies.</summary>
internal static class Teaming
{
    private const string Leader = "leader@walk.test";
    private const string Member = "member@walk.test";
    private const string Newcomer = "newcomer@walk.test";

    public static async Task RunAsync(Season season)
    {
        await season.Given.Person(Roles.Participant, "李資料", Member, password: Season.Password);
        var leader = season.Leader = await RegisterAsync(season, Leader, "木刻隊長", "03-register");
        await DescribeAsync(leader, "木刻思", "1990-05-04", "TW", "03-profile");
        await leader.GotoAsync("/team");
        await leader.LookAsync("03-team-none");
        await leader.GotoAsync("/team/form");
        await leader.LookAsync("03-team-form");
        await leader.TypeAsync(("Name", "木刻思"), ("Introduction", "影像標記與 3D-CNN。"));
        await leader.PressAsync("成立團隊");
        await InviteAsync(leader, Member);
        await InviteAsync(leader, Newcomer);

        var member = await season.SignInAsync(Member);
        await member.GotoAsync(await season.LinkInLetterAsync(Member, "木刻思"));
        await member.LookAsync("03-invitation");
        await member.PressAsync("加入團隊");
        await member.ShouldSayAsync("李資料");

        await season.LinkInLetterAsync(Newcomer, "木刻思");
        var newcomer = season.Newcomer = await RegisterAsync(season, Newcomer, "John Smith");
        await DescribeAsync(newcomer, "National Taiwan University", "1992-02-29", "US");
        await newcomer.GotoAsync(await season.LinkInLetterAsync(Newcomer, "木刻思"));
        await newcomer.PressAsync("加入團隊");
        await newcomer.ShouldSayAsync("John Smith");
        await leader.GotoAsync("/team");
        await leader.LookAsync("03-team");

        await leader.GotoAsync($"/team/apply/{season.ProblemCode}");
        await leader.ShouldSayAsync("不具中華民國國籍");
        await leader.LookAsync("03-apply-blocked");
        await GrantAsync(season.Officer);
        await ApplyAsync(season, leader);
    }

    private static async Task<IPage> RegisterAsync(Season season, string email, string name, string? picture = null)
    {
        var page = await season.Host.OpenAsync();
        await page.GotoAsync("/account/register");
        if (picture is not null)
        {
            await page.LookAsync(picture);
        }

        await page.TypeAsync(("Name", name), ("Email", email), ("Password", Season.Password));
        await page.MarkAsync("Agreed");
        await page.PressAsync("註冊");
        if (picture is not null)
        {
            await page.LookAsync($"{picture}-done");
        }

        await page.GotoAsync(await season.LinkInLetterAsync(email, "確認"));
        if (await page.Locator("main form[method=post] button").CountAsync() > 0)
        {
            await page.Locator("main form[method=post] button").First.ClickAsync();
        }

        await page.Context.CloseAsync();
        return await season.SignInAsync(email);
    }

    private static async Task DescribeAsync(IPage page, string affiliation, string born, string nationality, string? picture = null)
    {
        await page.GotoAsync("/account/profile");
        await page.TypeAsync(("Affiliation", affiliation), ("BirthDate", born));
        await page.ChooseAsync("Nationality", nationality);
        await page.PressAsync("儲存");
        await page.ShouldSayAsync("已儲存");
        if (picture is not null)
        {
            await page.LookAsync(picture);
        }
    }

    private static async Task InviteAsync(IPage leader, string email)
    {
        await leader.GotoAsync("/team");
        await leader.TypeAsync(("Email", email));
        await leader.PressAsync("寄出邀請");
        await leader.ShouldSayAsync(email);
    }

    private static async Task GrantAsync(IPage officer)
    {
        await officer.GotoAsync("/office/teams");
        await officer.LookAsync("03-office-teams");
        await officer.Locator("main table a").First.ClickAsync();
        await officer.LookAsync("03-office-team");
        await officer.Locator("select[name='Input.PersonId']").SelectOptionAsync(new SelectOptionValue { Label = "John Smith" });
        await officer.TypeAsync(("Reason", "具影像標記專長，簽准同意。"));
        await officer.AttachAsync("Document", "簽呈.pdf");
        await officer.PressAsync("同意例外");
        await officer.ShouldSayAsync("簽准同意");
    }

    private static async Task ApplyAsync(Season season, IPage leader)
    {
        await leader.GotoAsync($"/team/apply/{season.ProblemCode}");
        await leader.LookAsync("03-apply");
        await leader.TypeAsync(
            ("TrackRecord", "曾開發影像標記管理系統。"), ("Expertise", "3D 影像辨識"), ("Scenario", "放射科判讀輔助"),
            ("Technique", "以 3D-CNN 五層架構分類肺部結節"), ("DataPlan", "三個月內完成標記與訓練"), ("ExpectedBenefit", "20 名病人判讀縮短為 2.05 分鐘"));
        await leader.PressAsync("送出申請");
        await leader.ShouldSayAsync("已申請");
        season.EntryCode = new Uri(leader.Url).Segments[^1].ToUpperInvariant();
        season.EntryCode.ShouldContain("-E");
        await leader.LookAsync("03-entry-applied");
    }
}
