using System.Net;
using System.Text.Json;
using Shouldly;

namespace AigoPortal.Web.Tests;

public sealed class PortalShellTests(ShellHost host) : IClassFixture<ShellHost>
{
    private readonly HttpClient client = host.Client();

    [Theory]
    [InlineData("/")]
    [InlineData("/nowhere")]
    [InlineData("/crash")]
    public async Task EveryAnswer_RefusesInlineScriptAndFrames(string path)
    {
        var headers = (await client.GetAsync(path)).Headers;
        var policy = headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Fact]
    public async Task APublicPage_SetsNoCookie_SoThatItCanBeCached() =>
        (await client.GetAsync("/")).Headers.Contains("Set-Cookie").ShouldBeFalse();

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "找不到這一頁")]
    [InlineData("/nowhere?lang=en", HttpStatusCode.NotFound, "Page not found")]
    [InlineData("/error/500", HttpStatusCode.NotFound, "找不到這一頁")]
    [InlineData("/too-fast", HttpStatusCode.TooManyRequests, "動作太快了")]
    [InlineData("/crash", HttpStatusCode.InternalServerError, "系統出了問題")]
    public async Task AnError_SaysWhatToDo(string path, HttpStatusCode code, string title)
    {
        var answer = await client.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(code);
        page.ShouldContain($"<h1>{title}</h1>");
        page.ShouldNotContain("secret detail");
    }

    [Theory]
    [InlineData("/css/portal.css")]
    [InlineData("/lib/bootstrap.min.css")]
    [InlineData("/lib/htmx.min.js")]
    public async Task TheFrontEndFiles_AreServed(string path) =>
        (await client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task ASignedInPerson_SeesTheirRolesMenuAndCanSignOut()
    {
        (await client.GetStringAsync("/account/forgotdone")).ShouldNotContain("href=\"/office\"");

        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/forgotdone");
        request.Headers.Add("Test-Role", "Officer");
        var page = await (await client.SendAsync(request)).Content.ReadAsStringAsync();
        page.ShouldContain("href=\"/office\"");
        page.ShouldNotContain("href=\"/audit\"");
        page.ShouldContain("林承辦");
        page.ShouldContain("action=\"/account/logout\"");
        page.ShouldContain("__RequestVerificationToken");
        page[..page.IndexOf("</header>", StringComparison.Ordinal)].ShouldNotContain("/account/login");
    }

    [Fact]
    public async Task ABrokenRuleOutsideAPage_IsAProblemWithItsSentence()
    {
        var answer = await client.GetAsync("/broken-rule?lang=en");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("title").GetString().ShouldBe("“12,345” can’t be used. Please enter it again.");
        problem.GetProperty("code").GetString().ShouldBe("problem.quota");
    }

    [Fact]
    public async Task ThePortal_SpeaksChinese_WhateverTheBrowserWishes()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept-Language", "en");
        (await (await client.SendAsync(request)).Content.ReadAsStringAsync()).ShouldContain("lang=\"zh-Hant-TW\"");
    }

    [Fact]
    public async Task AChosenLanguageAndTheme_AreKeptAndShown()
    {
        var chosen = await Choose(("language", "en"), ("theme", "dark"), ("returnUrl", "/preferences?lang=zh-Hant-TW&p=2"));
        chosen.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        chosen.Headers.Location!.ToString().ShouldBe("/preferences?p=2");

        using var next = new HttpRequestMessage(HttpMethod.Get, "/");
        next.Headers.Add("Cookie", string.Join("; ", chosen.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        var page = await (await client.SendAsync(next)).Content.ReadAsStringAsync();
        page.ShouldContain("<html lang=\"en\" data-bs-theme=\"dark\">");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    public async Task AChoice_NeverLeadsElsewhere(string returnUrl) =>
        (await Choose(("theme", "dark"), ("returnUrl", returnUrl))).Headers.Location!.ToString().ShouldBe("/");

    [Fact]
    public async Task AChoiceSentFromAnotherSite_IsRefused()
    {
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        (await Choose(("theme", "dark"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<HttpResponseMessage> Choose(params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync("/preferences", form);
    }
}
