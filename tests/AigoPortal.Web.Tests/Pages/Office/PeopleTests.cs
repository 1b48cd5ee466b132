using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Tests.Pages.Account;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office;

public sealed class PeopleTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given given = new(host);

    [Fact]
    public async Task AnInvitedReviewer_SetsAPassword_AndIsAtTheReviewDesk()
    {
        var office = await host.As(await given.Person(Roles.Officer));
        (await office.PostAsync("/office/people", Invitation("lin@aigo.test"), "handler=Invite")).WasAccepted.ShouldBeTrue();
        (await office.GetAsync("/office/people?q=LIN%40aigo")).Text.ShouldContain("邀請中");

        var reviewer = host.Visitor();
        var link = await host.LinkTo("lin@aigo.test", "/account/accept");
        (await reviewer.GetAsync(link)).ValueOf("Input.Name").ShouldBe("林委員");
        (await reviewer.PostAsync(link, new Dictionary<string, string> { ["Input.Password"] = "correct horse battery", ["Input.Agreed"] = "false" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var accepted = await reviewer.PostAsync(link, new Dictionary<string, string> { ["Input.Name"] = "林教授", ["Input.Password"] = "correct horse battery", ["Input.Agreed"] = "true" });
        accepted.Location.ShouldBe("/review");
        (await reviewer.GetAsync("/account/profile")).ValueOf("Input.Name").ShouldBe("林教授");
        (await host.Visitor().GetAsync(link)).Text.ShouldContain("已失效或用過了");
        (await host.Db(db => db.People.SingleAsync(person => person.Email == "lin@aigo.test"))).Gender.ShouldBe(Gender.Female);
        (await office.GetAsync("/office/people?q=lin%40aigo")).Text.ShouldContain("使用中");
    }

    [Fact]
    public async Task AnInvitation_GoesOutAgain_AndOnlyToWhomTheOfficeInvites()
    {
        var office = await host.As(await given.Person(Roles.Officer));
        await office.PostAsync("/office/people", Invitation("again@aigo.test"), "handler=Invite");
        (await office.PostAsync("/office/people?q=again", form: "handler=Resend")).WasAccepted.ShouldBeTrue();
        (await host.LettersTo("again@aigo.test")).Count.ShouldBe(2);

        var participant = await given.Person();
        (await office.ForgeAsync("/office/people", $"/office/people?handler=Resend&id={participant.Id}", new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await office.ForgeAsync("/office/people", $"/office/people?handler=Resend&id={Guid.NewGuid()}", new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task InvitingWhoHasAnAccount_AddsTheRole_Once()
    {
        var office = await host.As(await given.Person(Roles.Officer));
        var person = await given.Person();
        (await office.PostAsync("/office/people", Invitation(person.Email), "handler=Invite")).WasAccepted.ShouldBeTrue();
        (await host.LettersTo(person.Email)).ShouldHaveSingleItem().Subject.ShouldBe("您的 AIGO Portal 帳號有新的工作");
        (await (await host.As(person)).GetAsync("/review")).Status.ShouldNotBe(HttpStatusCode.Forbidden);
        var again = await office.PostAsync("/office/people", Invitation(person.Email), "handler=Invite");
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Text.ShouldContain("這個人已經有這個角色。");
        again.ValueOf("Input.Email").ShouldBe(person.Email);
    }

    [Fact]
    public async Task InvitingAnUnprovedAddress_LeavesNoStrangersPasswordBeforeTheRole()
    {
        var office = await host.As(await given.Person(Roles.Officer));
        await host.Visitor().PostAsync("/account/register", new Dictionary<string, string>
        {
            ["Input.Name"] = "冒名者",
            ["Input.Email"] = "taken@aigo.test",
            ["Input.Password"] = "a stranger's password",
            ["Input.Agreed"] = "true",
        });
        var strangers = await host.LinkTo("taken@aigo.test", "/account/confirm");
        await office.PostAsync("/office/people", Invitation("taken@aigo.test"), "handler=Invite");
        (await host.Visitor().GetAsync(strangers)).Text.ShouldContain("連結已失效");
        var signIn = await host.Visitor().PostAsync("/account/login", new Dictionary<string, string> { ["Input.Email"] = "taken@aigo.test", ["Input.Password"] = "a stranger's password" });
        signIn.Text.ShouldContain("電子郵件或密碼不正確。");
        (await host.Visitor().GetAsync(await host.LinkTo("taken@aigo.test", "/account/accept"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Officer")]
    [InlineData("Administrator")]
    [InlineData("Nobody")]
    [InlineData("")]
    public async Task TheOffice_InvitesOnlyPosersAndReviewers(string role)
    {
        var office = await host.As(await given.Person(Roles.Officer));
        var fields = Invitation("staff@aigo.test");
        fields["Input.Role"] = role;
        var refused = await office.ForgeAsync("/office/people", "/office/people?handler=Invite", fields);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("請選擇角色。");
        refused.ValueOf("Input.Name").ShouldBe("林委員");
        (await host.LettersTo("staff@aigo.test")).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Invitation(string email) => new()
    {
        ["Input.Email"] = email,
        ["Input.Name"] = "林委員",
        ["Input.Role"] = Roles.Reviewer,
        ["Input.Gender"] = "Female",
    };
}
