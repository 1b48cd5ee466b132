using System.Net;
using System.Text.RegularExpressions;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Teams;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Team;

public sealed partial class InvitationTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task TheLettersLink_LetsTheInvitedPersonJoin()
    {
        var (given, _, team, leader) = await ArrangeAsync();
        var invited = await given.Person();

        var link = await InviteAsync(leader, invited.Email.ToUpperInvariant());
        var browser = await host.As(invited);
        (await browser.GetAsync(link)).Text.ShouldContain(team.Name);
        var answer = await browser.PostAsync(link);

        answer.WasAccepted.ShouldBeTrue(answer.Text);
        (await host.Db(db => db.TeamMembers.CountAsync(member => member.TeamId == team.Id))).ShouldBe(2);
        (await host.Db(db => db.Letters.AnyAsync(letter => letter.To == leader.Email && letter.Subject.Contains("已加入團隊")))).ShouldBeTrue();
    }

    [Fact]
    public async Task SomebodyWithoutAnAccount_IsToldToRegister_AndFindsTheInvitationAtHome()
    {
        var (given, _, team, leader) = await ArrangeAsync();
        var address = $"new{Guid.NewGuid():N}@aigo.test";

        await InviteAsync(leader, address);
        (await host.Db(db => db.Letters.SingleAsync(letter => letter.To == address))).Body.ShouldContain("註冊");
        var browser = await host.As(await given.Person(email: address));
        var home = await browser.GetAsync("/team");

        home.Text.ShouldContain(team.Name);
        (await browser.PostAsync("/team?handler=Decline")).WasAccepted.ShouldBeTrue();
        (await host.Db(db => db.TeamInvitations.SingleAsync(invitation => invitation.Email == address))).Status.ShouldBe(InvitationStatus.Declined);
    }

    [Fact]
    public async Task AVisitor_IsSentToSignInAndBack()
    {
        var (_, _, _, leader) = await ArrangeAsync();
        var link = await InviteAsync(leader, "somebody@aigo.test");

        var answer = await host.Visitor().GetAsync(link);

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Location!.ShouldContain("returnUrl=" + Uri.EscapeDataString(link));
    }

    [Fact]
    public async Task AnotherPerson_ReadsWhomItIsFor_AndCantAccept()
    {
        var (given, _, team, leader) = await ArrangeAsync();
        var link = await InviteAsync(leader, "meant@aigo.test");
        var other = await host.As(await given.Person());

        var page = await other.GetAsync(link);
        page.Text.ShouldContain("meant@aigo.test");
        page.Page.QuerySelector("main form").ShouldBeNull();
        var answer = await other.ForgeAsync("/account/profile", $"{link}?handler=Accept", new Dictionary<string, string>());

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("請用該 Email 的帳號登入");
        (await host.Db(db => db.TeamMembers.CountAsync(member => member.TeamId == team.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task AnUnknownToken_IsNotFound()
    {
        var (given, _, _, _) = await ArrangeAsync();
        (await (await host.As(await given.Person())).GetAsync("/team/invitation/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Resending_EndsTheEarlierLink()
    {
        var (given, _, _, leader) = await ArrangeAsync();
        var invited = await given.Person();
        var first = await InviteAsync(leader, invited.Email);
        var browser = await host.As(leader);

        (await browser.PostAsync("/team?handler=Resend")).WasAccepted.ShouldBeTrue();

        (await (await host.As(invited)).GetAsync(first)).Text.ShouldContain("已收回");
        (await host.Db(db => db.Letters.CountAsync(letter => letter.To == invited.Email))).ShouldBe(2);
        (await browser.PostAsync("/team?handler=Withdraw")).WasAccepted.ShouldBeTrue();
        (await (await host.As(invited)).GetAsync("/team")).Text.ShouldNotContain("給你的邀請");
    }

    [Theory]
    [InlineData("", "請填寫要邀請的 Email")]
    [InlineData("not an address", "這不像 Email")]
    [InlineData("a@b.test, c@d.test", "這不像 Email")]
    public async Task Inviting_ABadAddress_SaysWhat(string email, string sentence)
    {
        var (_, _, _, leader) = await ArrangeAsync();

        var answer = await (await host.As(leader)).PostAsync("/team", new Dictionary<string, string> { ["Input.Email"] = email }, "handler=Invite");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain(sentence);
        answer.ValueOf("Input.Email").ShouldBe(email);
    }

    [Fact]
    public async Task AMember_CantInvite_AndAnotherTeamsInvitationDoesNotExist()
    {
        var (given, round, _, leader) = await ArrangeAsync();
        await InviteAsync(leader, "open@aigo.test");
        var invitation = await host.Db(db => db.TeamInvitations.SingleAsync(found => found.Email == "open@aigo.test"));
        var (second, member) = (await given.Person(), await given.Person());
        await given.Team(round, second, member);

        var refused = await (await host.As(member)).ForgeAsync("/account/profile", "/team?handler=Invite", new Dictionary<string, string> { ["Input.Email"] = "more@aigo.test" });
        var missing = await (await host.As(second)).ForgeAsync("/team", "/team?handler=Withdraw", new Dictionary<string, string> { ["id"] = invitation.Id.ToString() });

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("這件事要由隊長來做");
        missing.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(Given Given, Round Round, Domain.Teams.Team Team, Person Leader)> ArrangeAsync()
    {
        var given = new Given(host);
        var round = await given.Round();
        var leader = await given.Person();
        return (given, round, await given.Team(round, leader), leader);
    }

    private async Task<string> InviteAsync(Person leader, string email)
    {
        var answer = await (await host.As(leader)).PostAsync("/team", new Dictionary<string, string> { ["Input.Email"] = email }, "handler=Invite");
        answer.WasAccepted.ShouldBeTrue(answer.Text);
        var body = (await host.Db(db => db.Letters.Where(letter => letter.Body.Contains("/team/invitation/")).OrderByDescending(letter => letter.WrittenAt).FirstAsync())).Body;
        return Link().Match(body).Value;
    }

    [GeneratedRegex("/team/invitation/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
