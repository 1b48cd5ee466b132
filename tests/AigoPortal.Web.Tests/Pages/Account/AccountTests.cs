using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Trail;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Account;

public sealed class AccountTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Password = "correct horse battery";
    private static int count;

    private readonly string email = $"wang{Interlocked.Increment(ref count)}@aigo.test";

    [Fact]
    public async Task Registering_Confirming_AndSigningIn_OpensTheTeamsDesk()
    {
        var visitor = host.Visitor();
        var sent = await visitor.PostAsync("/account/register?returnUrl=%2Fteam%2Finvitation%2Fabc", Form());
        sent.Location.ShouldBe("/account/registerdone");
        (await visitor.GetAsync(sent.Location!)).Text.ShouldContain(email);
        (await SignIn(visitor)).Text.ShouldContain("還沒有確認");

        var link = await host.LinkTo(email, "/account/confirm");
        var confirmed = await visitor.GetAsync(link);
        confirmed.Text.ShouldContain("電子郵件已確認");
        confirmed.Page.QuerySelector("main a.btn-primary")!.GetAttribute("href").ShouldBe("/account/login?returnUrl=%2Fteam%2Finvitation%2Fabc");
        (await visitor.GetAsync(link)).Text.ShouldContain("電子郵件已確認", Case.Sensitive, "following the link twice is no fault");

        (await SignIn(visitor)).Location.ShouldBe("/team");
        (await visitor.GetAsync("/account/profile")).ValueOf("Input.Name").ShouldBe("王小明");
        (await Trail()).ShouldBe(["person.register", "person.consent", "account.confirm"], ignoreOrder: true);
    }

    [Fact]
    public async Task AfterSigningIn_OnlyAnAddressOfThePortalIsFollowed()
    {
        await Confirmed();
        (await SignIn(host.Visitor(), "/account/login?returnUrl=%2Fproblems")).Location.ShouldBe("/problems");
        (await SignIn(host.Visitor(), "/account/login?returnUrl=https%3A%2F%2Fevil.test")).Location.ShouldBe("/team");
        (await SignIn(host.Visitor(), "/account/login?returnUrl=%2F%2Fevil.test")).Location.ShouldBe("/team");
    }

    [Fact]
    public async Task RegisteringAKnownAddress_AnswersTheSame_AndTellsOnlyItsOwner()
    {
        await Confirmed();
        var visitor = host.Visitor();
        var again = await visitor.PostAsync("/account/register", Form(name: "冒名者"));
        again.Location.ShouldBe("/account/registerdone");
        (await visitor.GetAsync(again.Location!)).Text.ShouldContain($"信件已寄到 {email}");
        (await host.LettersTo(email)).Last().Subject.ShouldBe("您已經有 AIGO Portal 帳號");
        (await host.Db(db => db.People.CountAsync(person => person.Email == email))).ShouldBe(1);
        (await SignIn(host.Visitor())).WasAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task RegisteringAnUnprovedAddressAgain_LeavesNoStrangersPasswordBehindTheConfirmation()
    {
        await host.Visitor().PostAsync("/account/register", Form(password: "a stranger's password"));
        var strangers = await host.LinkTo(email, "/account/confirm");
        await host.Visitor().PostAsync("/account/register", Form());
        (await host.Visitor().GetAsync(strangers)).Text.ShouldContain("連結已失效");
        await host.Visitor().GetAsync(await host.LinkTo(email, "/account/confirm"));
        (await SignIn(host.Visitor(), password: "a stranger's password")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SignIn(host.Visitor())).WasAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task RegisteringAtTheSameMoment_MakesOneAccount()
    {
        var visitors = Enumerable.Range(0, 8).Select(_ => host.Visitor());
        var answers = await Task.WhenAll(visitors.Select(visitor => visitor.PostAsync("/account/register", Form())));
        answers.ShouldAllBe(answer => answer.Location == "/account/registerdone");
        (await host.Db(db => db.Users.CountAsync(account => account.Email == email))).ShouldBe(1);
        (await host.Db(db => db.People.CountAsync(person => person.Email == email))).ShouldBe(1);
    }

    [Theory]
    [InlineData("Input.Name", "", "請填寫姓名。")]
    [InlineData("Input.Name", "   ", "請填寫姓名。")]
    [InlineData("Input.Email", "wang", "請填寫可以收信的電子郵件")]
    [InlineData("Input.Email", "wang@localhost", "請填寫可以收信的電子郵件")]
    [InlineData("Input.Email", "王@例子.台灣", "請填寫可以收信的電子郵件")]
    [InlineData("Input.Password", "short", "密碼至少要 10 個字元。")]
    [InlineData("Input.Language", "fr", "請選擇語言。")]
    [InlineData("Input.Agreed", "false", "同意個人資料的蒐集與使用後才能註冊。")]
    public async Task WhatIsMissing_IsSaid_AndWhatWasTypedStays(string field, string value, string sentence)
    {
        var fields = Form();
        fields[field] = value;
        var answer = await host.Visitor().PostAsync("/account/register", fields);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain(sentence);
        if (field != "Input.Name")
        {
            answer.ValueOf("Input.Name").ShouldBe("王小明");
        }

        answer.ValueOf("Input.Password").ShouldBeNullOrEmpty();
        (await host.LettersTo(email)).ShouldBeEmpty();
    }

    [Fact]
    public async Task OddNames_AreKeptAsTheyAre_AndTooLongOnesRefused()
    {
        const string odd = "王😀<script>alert(1)</script>\u202Eمرحبا";
        (await host.Visitor().PostAsync("/account/register", Form(name: odd))).WasAccepted.ShouldBeTrue();
        (await host.Db(db => db.People.SingleAsync(person => person.Email == email))).Name.ShouldBe(odd);
        var admin = await host.As(await new Given(host).Person(Roles.Administrator));
        (await admin.GetAsync($"/admin?q={email}")).Body.ShouldNotContain("<script>alert");

        var tooLong = await host.Visitor().PostAsync("/account/register", Form(name: new string('長', 101)));
        tooLong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        tooLong.Text.ShouldContain("最多 100 個字");
        var long2 = await host.Visitor().PostAsync("/account/login", new Dictionary<string, string> { ["Input.Email"] = new string('a', 5000), ["Input.Password"] = new string('b', 5000) });
        long2.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task FiveWrongPasswords_LockTheAccount_AndSayUntilWhen()
    {
        await Confirmed();
        for (var attempt = 1; attempt < 5; attempt++)
        {
            (await SignIn(host.Visitor(), password: "wrong password")).Text.ShouldContain("電子郵件或密碼不正確。");
        }

        (await SignIn(host.Visitor(), password: "wrong password")).Text.ShouldContain("密碼錯誤太多次，帳號鎖定到");
        (await SignIn(host.Visitor())).Text.ShouldContain("密碼錯誤太多次，帳號鎖定到", Case.Sensitive, "the right password doesn't help now");
    }

    [Fact]
    public async Task WrongAddressAndWrongPassword_SoundTheSame()
    {
        await Confirmed();
        var wrong = await SignIn(host.Visitor(), password: "wrong password");
        var unknown = await host.Visitor().PostAsync("/account/login", new Dictionary<string, string> { ["Input.Email"] = "nobody@aigo.test", ["Input.Password"] = Password });
        unknown.Status.ShouldBe(wrong.Status);
        unknown.Page.QuerySelector(".summary")!.TextContent.ShouldBe(wrong.Page.QuerySelector(".summary")!.TextContent);
    }

    [Fact]
    public async Task AnUnconfirmedAccount_IsNotToldApart_ByAWrongPassword_AndGetsItsLetterAgain()
    {
        await host.Visitor().PostAsync("/account/register", Form());
        var visitor = host.Visitor();
        (await SignIn(visitor, password: "wrong password")).Text.ShouldNotContain("還沒有確認");
        var right = await SignIn(visitor);
        right.Text.ShouldContain("再寄一次確認信");
        var again = await visitor.ForgeAsync("/account/login", "/account/login?handler=Resend", new Dictionary<string, string> { ["Input.Email"] = email });
        again.Location.ShouldBe("/account/registerdone");
        (await host.LettersTo(email)).Count.ShouldBe(2);
        (await visitor.GetAsync(await host.LinkTo(email, "/account/confirm"))).Text.ShouldContain("電子郵件已確認");
    }

    [Fact]
    public async Task AForgottenPassword_IsReplacedByLetter_Once()
    {
        await Confirmed();
        var visitor = host.Visitor();
        (await visitor.PostAsync("/account/forgot", new Dictionary<string, string> { ["Input.Email"] = email })).Location.ShouldBe("/account/forgotdone");
        var link = await host.LinkTo(email, "/account/reset");
        (await visitor.PostAsync(link, new Dictionary<string, string> { ["Input.Password"] = "short" })).Text.ShouldContain("密碼至少要 10 個字元。");
        (await visitor.PostAsync(link, new Dictionary<string, string> { ["Input.Password"] = "quite another one" })).Location.ShouldBe("/account/login");
        (await visitor.GetAsync(link)).Text.ShouldContain("已失效或用過了");
        (await SignIn(host.Visitor())).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SignIn(host.Visitor(), password: "quite another one")).WasAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task ForgettingAnUnknownAddress_AnswersTheSame_WithoutALetter()
    {
        var unknown = await host.Visitor().PostAsync("/account/forgot", new Dictionary<string, string> { ["Input.Email"] = email });
        unknown.Location.ShouldBe("/account/forgotdone");
        (await host.LettersTo(email)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("confirm", "連結已失效")]
    [InlineData("reset", "已失效或用過了")]
    [InlineData("accept", "已失效或用過了")]
    public async Task AForgedLink_IsSpent_AndAnUnknownAccountIsNotFound(string page, string sentence)
    {
        await host.Visitor().PostAsync("/account/register", Form());
        var id = await host.Db(db => db.Users.Where(account => account.Email == email).Select(account => account.Id).SingleAsync());
        foreach (var token in new[] { "", "&token=", "&token=abcd", "&token=%00%F0%9F%98%80", "&token=__8" })
        {
            (await host.Visitor().GetAsync($"/account/{page}?id={id}{token}")).Text.ShouldContain(sentence);
        }

        (await host.Visitor().GetAsync($"/account/{page}?id={Guid.NewGuid()}&token=abcd")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Visitor().GetAsync($"/account/{page}?id=x&token=abcd")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TheProfile_KeepsWhatAPersonSays_AndRefusesTheImpossible()
    {
        var person = await new Given(host).Person();
        var browser = await host.As(person);
        var saved = await browser.PostAsync("/account/profile", new Dictionary<string, string>
        {
            ["Input.Name"] = "王大明",
            ["Input.Affiliation"] = "臺灣大學",
            ["Input.BirthDate"] = "1990-02-28",
            ["Input.Nationality"] = "JP",
            ["Input.Gender"] = "Female",
            ["Input.Language"] = "en",
        });
        saved.WasAccepted.ShouldBeTrue();
        var kept = await host.Db(db => db.People.AsNoTracking().SingleAsync(found => found.Id == person.Id));
        (kept.Name, kept.Affiliation, kept.BirthDate, kept.Nationality, kept.Gender, kept.Language)
            .ShouldBe(("王大明", "臺灣大學", new DateOnly(1990, 2, 28), "JP", Gender.Female, "en"));

        foreach (var (field, value) in new[] { ("BirthDate", "2999-01-01"), ("BirthDate", "soon"), ("Nationality", "XX"), ("Gender", "99"), ("Gender", "None"), ("Language", "fr"), ("Affiliation", new string('長', 201)) })
        {
            var refused = await browser.PostAsync("/account/profile", new Dictionary<string, string> { [$"Input.{field}"] = value });
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, field);
            refused.Page.QuerySelectorAll(".field.bad").Length.ShouldBe(1, field);
        }
    }

    [Fact]
    public async Task ANewPassword_NeedsTheCurrentOne()
    {
        await Confirmed();
        var browser = host.Visitor();
        await SignIn(browser);
        var wrong = await browser.PostAsync("/account/profile", new Dictionary<string, string> { ["Secret.Current"] = "wrong password", ["Secret.Password"] = "quite another one" }, "handler=Password");
        wrong.Text.ShouldContain("目前的密碼不正確。");
        wrong.ValueOf("Input.Name").ShouldBe("王小明");
        (await browser.PostAsync("/account/profile", new Dictionary<string, string> { ["Secret.Current"] = Password, ["Secret.Password"] = "quite another one" }, "handler=Password")).WasAccepted.ShouldBeTrue();
        (await browser.GetAsync("/account/profile")).Status.ShouldBe(HttpStatusCode.OK);
        (await SignIn(host.Visitor(), password: "quite another one")).WasAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task SigningOut_EndsTheSession()
    {
        await Confirmed();
        var browser = host.Visitor();
        await SignIn(browser);
        (await browser.PostAsync("/account/logout")).Location.ShouldBe("/");
        (await browser.GetAsync("/account/profile")).Location!.ShouldContain("/account/login?returnUrl=%2Faccount%2Fprofile");
    }

    [Fact]
    public async Task LettersForDevelopers_DontExistElsewhere()
    {
        (await host.Visitor().GetAsync("/dev/letters")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Visitor().GetAsync($"/dev/letters/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Dictionary<string, string> Form(string name = "王小明", string password = Password) => new()
    {
        ["Input.Name"] = name,
        ["Input.Email"] = email,
        ["Input.Password"] = password,
        ["Input.Language"] = "zh-Hant",
        ["Input.Agreed"] = "true",
    };

    private Task<Answer> SignIn(PortalClient browser, string url = "/account/login", string password = Password) =>
        browser.PostAsync(url, new Dictionary<string, string> { ["Input.Email"] = email, ["Input.Password"] = password });

    private async Task Confirmed()
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Registration>()
            .RegisterAsync("王小明", email, Password, Roles.Participant, Actor.Portal(TimeProvider.System.GetUtcNow()), confirmed: true);
    }

    private Task<List<string>> Trail() => host.Db(async db =>
    {
        var id = await db.People.Where(person => person.Email == email).Select(person => person.Id).SingleAsync();
        return await db.AuditEvents.Where(line => line.SubjectId == id).Select(line => line.Verb).ToListAsync();
    });
}
