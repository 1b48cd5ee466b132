using System.Globalization;
using System.Text.RegularExpressions;
using AigoPortal.Browser.Tests.Browsing;
using AigoPortal.TestKit.Givens;
using Microsoft.Playwright;
using Shouldly;

namespace AigoPortal.Browser.Tests.Walk;

/// <summary>What the people of the walk share: the host, their browsers, and the numbers of what they made.</summary>
internal sealed partial class Season(BrowserHost host)
{
    public const string Password = "walk-password-2026";

    public BrowserHost Host { get; } = host;

    public Given Given { get; } = new(host);

    public IPage Officer { get; set; } = null!;

    public IPage Releaser { get; set; } = null!;

    public IPage Poser { get; set; } = null!;

    public IPage Leader { get; set; } = null!;

    public IPage Newcomer { get; set; } = null!;

    public string ProblemCode { get; set; } = "";

    public string EntryCode { get; set; } = "";

    /// <summary>Signs somebody in through the form, in a browser of their own.</summary>
    public async Task<IPage> SignInAsync(string email)
    {
        var page = await Host.OpenAsync();
        await page.GotoAsync("/account/login");
        await page.TypeAsync(("Email", email), ("Password", Password));
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "登入" }).ClickAsync();
        await page.Locator("header form[action*=logout]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    /// <summary>The link in the latest letter to somebody whose subject contains a word.</summary>
    public async Task<string> LinkInLetterAsync(string email, string subject)
    {
        for (var count = 1; ; count++)
        {
            var letter = (await Host.Mail.WaitForAsync(email, count)).LastOrDefault(letter => letter.Subject.Contains(subject, StringComparison.Ordinal));
            if (letter is not null)
            {
                return Link().Match(letter.Text).Value;
            }
        }
    }

    /// <summary>Moves a deadline of the schedule to some seconds from now, as an officer does.</summary>
    public async Task SetDeadlineAsync(int step, double secondsAhead)
    {
        var at = TimeProvider.System.GetUtcNow().AddSeconds(secondsAhead).ToOffset(TimeSpan.FromHours(8));
        at = at.Second == 0 ? at.AddSeconds(1) : at; // Chromium drops seconds that are 00, and Playwright then finds another value than it typed
        await Officer.GotoAsync("/office/rounds");
        await Officer.Locator($"[name='Input.Steps[{step}].To']").FillAsync(at.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        await Officer.PressAsync("儲存時程");
        Officer.Url.ShouldEndWith("/office/rounds");
    }

    /// <summary>A record of the office comes to a state by itself: its job runs when the deadline has come.</summary>
    public async Task ShouldComeToAsync(string address, string state)
    {
        var until = TimeProvider.System.GetUtcNow().AddSeconds(60);
        do
        {
            await Officer.GotoAsync(address);
            if (await Officer.Locator("main .head .state", new() { HasText = state }).CountAsync() > 0)
            {
                return;
            }
        }
        while (TimeProvider.System.GetUtcNow() < until);

        (await Officer.Locator("main").InnerTextAsync()).ShouldContain(state);
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
