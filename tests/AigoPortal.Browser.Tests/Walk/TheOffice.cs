using AigoPortal.Browser.Tests.Browsing;
using AigoPortal.Domain.People;

namespace AigoPortal.Browser.Tests.Walk;

/// <summary>A round is there, two officers sign in, visitors see the public pages.</summary>
internal static class TheOffice
{
    public static async Task OpensAsync(Season season)
    {
        await season.Given.Round();
        await season.Given.Person(Roles.Officer, "林承辦", "officer@walk.test", password: Season.Password);
        await season.Given.Person(Roles.Officer, "王承辦", "releaser@walk.test", password: Season.Password);
        await season.Given.Person(Roles.Auditor, "周稽核", "auditor@walk.test", password: Season.Password);
        var visitor = await season.Host.OpenAsync();
        await visitor.GotoAsync("/");
        await visitor.LookAsync("00-home-empty");
        await visitor.GotoAsync("/account/login");
        await visitor.LookAsync("00-login");
        season.Officer = await season.SignInAsync("officer@walk.test");
        season.Releaser = await season.SignInAsync("releaser@walk.test");
        await season.Officer.GotoAsync("/office");
        await season.Officer.LookAsync("00-office-empty");
    }
}
