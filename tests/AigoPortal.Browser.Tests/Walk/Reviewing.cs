using AigoPortal.Browser.Tests.Browsing;
using AigoPortal.Domain.People;
using Microsoft.Playwright;

namespace AigoPortal.Browser.Tests.Walk;

/// <summary>Steps 5 and 7: a panel with three reviewers scores after the deadline's jobs ran; the officer decides and releases.</summary>
internal static class Reviewing
{
    private const int ConceptDeadline = 4;
    private const int ProofDeadline = 8;
    private static readonly string[] Reviewers = ["reviewer1@walk.test", "reviewer2@walk.test", "reviewer3@walk.test"];

    public static async Task ConceptAsync(Season season)
    {
        await Posing.InviteAsync(season, Reviewers[0], "吳教授", "Reviewer", "Female");
        await season.Officer.LookAsync("05-office-people");
        var first = await Posing.AcceptAsync(season, Reviewers[0]);
        await first.Context.CloseAsync();
        await season.Given.Person(Roles.Reviewer, "鄭工程師", Reviewers[1], gender: Gender.Male, affiliation: "某科技", password: Season.Password);
        await season.Given.Person(Roles.Reviewer, "何醫師", Reviewers[2], gender: Gender.Male, affiliation: "某醫院", password: Season.Password);
        var panel = await ConveneAsync(season, "Concept", "構想審查會", "05");
        await season.SetDeadlineAsync(ConceptDeadline, 4);
        await season.Officer.LookAsync("05-office-schedule");
        await ScoreAsync(season, panel, "05");
        await DecideAsync(season, panel, "Shortlisted", "05");
        await season.LinkInLetterAsync("leader@walk.test", "審查結果");
        await season.Leader.GotoAsync($"/team/entries/{season.EntryCode}");
        await season.Leader.ShouldSayAsync("入圍");
        await season.Leader.LookAsync("05-entry-shortlisted");
    }

    public static async Task ProofAsync(Season season)
    {
        await Matching.SubmitAsync(season, "proof", "實證成果.pdf", "07");
        var panel = await ConveneAsync(season, "Proof", "實證審查會", "07");
        await season.SetDeadlineAsync(ProofDeadline, 4);
        await ScoreAsync(season, panel, "07");
        await DecideAsync(season, panel, "Outstanding", "07");
        await season.Leader.GotoAsync($"/team/entries/{season.EntryCode}");
        await season.Leader.ShouldSayAsync("傑出");
        await season.Leader.ShouldSayAsync("400,000");
        await season.Leader.LookAsync("07-entry-decided");
        await Paying.RunAsync(season, "實證獎金", 300_000, 100_000, "07", "proof", seen: true);
    }

    private static async Task<string> ConveneAsync(Season season, string stage, string name, string picture)
    {
        var officer = season.Officer;
        await officer.GotoAsync("/office/panels");
        await officer.LookAsync($"{picture}-panels");
        await officer.ChooseAsync("Stage", stage);
        await officer.TypeAsync(("Name", name));
        await officer.PressAsync("建立");
        foreach (var (reviewer, kind) in new[] { ("吳教授", "Academia"), ("鄭工程師", "AiIndustry"), ("何醫師", "DomainExpert") })
        {
            var choice = officer.Locator("select[name='Input.ReviewerId'] option", new() { HasText = reviewer });
            await officer.ChooseAsync("ReviewerId", (await choice.First.GetAttributeAsync("value"))!);
            await officer.ChooseAsync("Kind", kind);
            await officer.PressAsync("邀請");
            await officer.Locator("main table td", new() { HasText = reviewer }).First.WaitForAsync();
        }

        var panel = officer.Url;
        foreach (var reviewer in Reviewers)
        {
            var invited = await season.SignInAsync(reviewer);
            await invited.GotoAsync(panel.Replace("/office/", "/review/", StringComparison.Ordinal));
            if (reviewer == Reviewers[0])
            {
                await invited.LookAsync($"{picture}-review-invitation");
            }

            await invited.MarkAsync("Agrees");
            await invited.PressAsync("接受邀請");
            await invited.Context.CloseAsync();
        }

        await officer.GotoAsync(panel);
        await officer.LookAsync($"{picture}-panel");
        await officer.PressAsync("召集");
        await officer.ShouldSayAsync("等待收件截止");
        return panel;
    }

    private static async Task ScoreAsync(Season season, string panel, string picture)
    {
        await season.ShouldComeToAsync(panel, "審查中");
        for (var index = 0; index < Reviewers.Length; index++)
        {
            var reviewer = await season.SignInAsync(Reviewers[index]);
            await reviewer.GotoAsync("/review");
            if (index == 0)
            {
                await reviewer.LookAsync($"{picture}-review-home");
            }

            await reviewer.Locator("main").GetByRole(AriaRole.Link, new() { Name = "開始評分" }).First.ClickAsync();
            if (index == 0)
            {
                await reviewer.LookAsync($"{picture}-review-form");
            }

            for (var criterion = 0; criterion < 4; criterion++)
            {
                await reviewer.TypeAsync(($"Scores[{criterion}]", $"{80 + (index * 5)}"));
            }

            await reviewer.TypeAsync(("Comment", "方法可行，團隊完整。"));
            await reviewer.PressAsync("送出評分");
            await reviewer.GotoAsync("/review");
            await reviewer.ShouldSayAsync("已評分");
            await reviewer.Context.CloseAsync();
        }
    }

    private static async Task DecideAsync(Season season, string panel, string verdict, string picture)
    {
        var officer = season.Officer;
        await officer.GotoAsync($"{panel}/decide");
        await officer.ShouldSayAsync("85.00");
        await officer.LookAsync($"{picture}-ranking");
        await officer.Locator("main table").GetByRole(AriaRole.Link, new() { Name = $"決議 {season.EntryCode}" }).ClickAsync();
        await officer.MarkAsync("Verdict", verdict);
        await officer.TypeAsync(("Reason", "方法具體、效益明確，同意。"));
        await officer.LookAsync($"{picture}-decision");
        await officer.MarkAsync("Verdict", verdict);
        await officer.TypeAsync(("Reason", "方法具體、效益明確，同意。"));
        await officer.PressAsync("儲存決議");
        await officer.GotoAsync($"{panel}/release");
        await officer.LookAsync($"{picture}-release");
        await officer.UnfoldAsync("公布 1 案的決議");
        await officer.PressAsync("確定公布");
        await officer.ShouldSayAsync("已公布");
        await officer.LookAsync($"{picture}-released");
    }
}
