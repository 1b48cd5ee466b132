using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Tests.Pages.Account;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Admin;

public sealed class AccountsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given given = new(host);

    [Fact]
    public async Task AnAdministrator_InvitesStaff()
    {
        var admin = await host.As(await given.Person(Roles.Administrator));
        (await admin.PostAsync("/admin", new Dictionary<string, string> { ["Input.Email"] = "audit@aigo.test", ["Input.Name"] = "稽核員", ["Input.Role"] = Roles.Auditor })).WasAccepted.ShouldBeTrue();
        var auditor = host.Visitor();
        var link = await host.LinkTo("audit@aigo.test", "/account/accept");
        (await auditor.PostAsync(link, new Dictionary<string, string> { ["Input.Password"] = "correct horse battery", ["Input.Agreed"] = "true" })).Location.ShouldBe("/audit");
    }

    [Fact]
    public async Task RolesGivenAndTaken_AreInTheTrail()
    {
        var person = await given.Person(Roles.Reviewer);
        var admin = await host.As(await given.Person(Roles.Administrator));
        (await admin.ForgeAsync($"/admin/accounts/{person.Id}", $"/admin/accounts/{person.Id}?handler=Roles", new Dictionary<string, string> { ["Input.Roles"] = Roles.Poser })).WasAccepted.ShouldBeTrue();
        (await admin.GetAsync($"/admin?q={person.Email}")).Page.QuerySelector("tbody tr")!.TextContent.ShouldContain("出題單位窗口");
        (await Trail(person)).ShouldBe([("account.grant", Roles.Poser), ("account.revoke", Roles.Reviewer)], ignoreOrder: true);
        (await admin.ForgeAsync($"/admin/accounts/{person.Id}", $"/admin/accounts/{person.Id}?handler=Roles", new Dictionary<string, string> { ["Input.Roles"] = "Emperor" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Administrators_CantLockThemselvesOut()
    {
        var me = await given.Person(Roles.Administrator);
        var admin = await host.As(me);
        var refused = await admin.ForgeAsync($"/admin/accounts/{me.Id}", $"/admin/accounts/{me.Id}?handler=Roles", new Dictionary<string, string> { ["Input.Roles"] = Roles.Officer });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("不能移除自己的系統管理者角色");
        (await admin.ForgeAsync($"/admin/accounts/{me.Id}", $"/admin/accounts/{me.Id}?handler=Lock", new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Trail(me)).ShouldBeEmpty();
        (await admin.GetAsync("/admin")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ALockedAccount_CantSignIn_UntilItIsUnlocked()
    {
        var email = "locked@aigo.test";
        var visitor = host.Visitor();
        await visitor.PostAsync("/account/register", new Dictionary<string, string> { ["Input.Name"] = "王小明", ["Input.Email"] = email, ["Input.Password"] = "correct horse battery", ["Input.Agreed"] = "true" });
        await visitor.GetAsync(await host.LinkTo(email, "/account/confirm"));
        var person = await host.Db(db => db.People.SingleAsync(found => found.Email == email));
        var admin = await host.As(await given.Person(Roles.Administrator));
        (await admin.PostAsync($"/admin/accounts/{person.Id}", form: "handler=Lock")).WasAccepted.ShouldBeTrue();
        (await SignIn(email)).Text.ShouldContain("這個帳號已停用");
        await host.Visitor().PostAsync("/account/forgot", new Dictionary<string, string> { ["Input.Email"] = email });
        await host.Visitor().PostAsync(await host.LinkTo(email, "/account/reset"), new Dictionary<string, string> { ["Input.Password"] = "correct horse battery" });
        (await SignIn(email)).Text.ShouldContain("這個帳號已停用", Case.Sensitive, "a new password doesn't unlock it");
        (await admin.PostAsync($"/admin/accounts/{person.Id}", form: "handler=Unlock")).WasAccepted.ShouldBeTrue();
        (await SignIn(email)).WasAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task TheList_IsPaged_AndSearched()
    {
        var admin = await host.As(await given.Person(Roles.Administrator));
        for (var number = 0; number < 51; number++)
        {
            await given.Person(Roles.Auditor, name: $"頁次{number}");
        }

        (await admin.GetAsync("/admin?role=Auditor&q=頁次")).Page.QuerySelectorAll("tbody tr").Length.ShouldBe(50);
        (await admin.GetAsync("/admin?role=Auditor&q=頁次&p=2")).Page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        foreach (var odd in new[] { "p=0", "p=-5", "p=999999", "p=x", "q=%25", "q=%00", "q='", "role=Emperor" })
        {
            (await admin.GetAsync($"/admin?{odd}")).Status.ShouldBe(HttpStatusCode.OK, odd);
        }

        (await admin.GetAsync("/admin?q=100%25nobody")).Text.ShouldContain("沒有符合的帳號");
        (await admin.GetAsync($"/admin/accounts/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<Answer> SignIn(string email) =>
        host.Visitor().PostAsync("/account/login", new Dictionary<string, string> { ["Input.Email"] = email, ["Input.Password"] = "correct horse battery" });

    private Task<List<(string Verb, string? Why)>> Trail(Person person) => host.Db(async db =>
        (await db.AuditEvents.Where(line => line.SubjectId == person.Id && line.Verb.StartsWith("account.")).ToListAsync()).Select(line => (line.Verb, line.Why)).ToList());
}
