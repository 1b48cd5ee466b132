using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Team;

public sealed class TeammatesTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly Dictionary<string, string> Listing = new() { ["Search.Brings"] = "會做電腦視覺", ["Search.LooksFor"] = "有現場的團隊" };

    [Fact]
    public async Task SomebodyOnTheBoard_IsInvitedByALeader_WhoNeverSeesTheAddress_AndDisappearsOnceInATeam()
    {
        var (given, round) = await ArrangeAsync();
        var (leader, person) = (await given.Person(), await given.Person(name: "板上人", email: $"secret{Guid.NewGuid():N}@aigo.test"));
        await KnowAsync(person, "IoT");
        var team = await given.Team(round, leader);
        (await (await host.As(person)).PostAsync("/team/teammates", Listing, "handler=Search")).WasAccepted.ShouldBeTrue();
        var browser = await host.As(leader);

        var board = await browser.GetAsync("/team/teammates?t=IoT");
        board.Text.ShouldContain("板上人");
        (await browser.GetAsync("/team/teammates?t=" + Uri.EscapeDataString("推薦系統"))).Text.ShouldNotContain("板上人");
        (await browser.PostAsync("/team/teammates", new Dictionary<string, string> { ["id"] = person.Id.ToString() }, "handler=Invite")).WasAccepted.ShouldBeTrue();
        var home = await browser.GetAsync("/team");

        home.Text.ShouldContain("板上人");
        (board.Body + home.Body).ShouldNotContain(person.Email);
        (await browser.ForgeAsync("/team/teammates", "/team/teammates?handler=Invite", new Dictionary<string, string> { ["id"] = person.Id.ToString() })).Text.ShouldContain("已經邀請過這位");
        (await browser.PostAsync("/team", press: "重寄")).WasAccepted.ShouldBeTrue();
        (await host.Db(db => db.Letters.CountAsync(letter => letter.To == person.Email && letter.Subject.Contains("邀請你加入團隊")))).ShouldBe(2);

        (await (await host.As(person)).PostAsync("/team", press: "加入團隊")).WasAccepted.ShouldBeTrue();

        (await host.Db(db => db.TeamMembers.AnyAsync(member => member.TeamId == team.Id && member.PersonId == person.Id))).ShouldBeTrue();
        await browser.GetAsync("/team"); // reads what was said of the last act
        (await browser.GetAsync("/team/teammates")).Text.ShouldNotContain("板上人");
    }

    [Fact]
    public async Task AskingToJoin_ReachesTheLeader_WhoInvitesOrDeclines()
    {
        var (given, round) = await ArrangeAsync();
        var (leader, wanted, other) = (await given.Person(), await given.Person(name: "想加入者"), await given.Person(name: "另一位"));
        var team = await given.Team(round, leader);
        var mine = await host.As(leader);
        (await mine.PostAsync("/team/teammates", new Dictionary<string, string> { ["Recruit.Sentence"] = "找會做語音的人", ["Recruit.Technologies[0]"] = "語音辨識" }, "handler=Recruit")).WasAccepted.ShouldBeTrue();

        foreach (var person in new[] { wanted, other })
        {
            var browser = await host.As(person);
            (await browser.PostAsync("/team/teammates", new Dictionary<string, string> { ["Ask.Word"] = "請讓我試試" }, "handler=Ask")).WasAccepted.ShouldBeTrue();
            (await browser.GetAsync("/team/teammates")).Text.ShouldContain("待隊長回覆");
            (await browser.ForgeAsync("/team/teammates", "/team/teammates?handler=Ask", new Dictionary<string, string> { ["Ask.TeamId"] = team.Id.ToString(), ["Ask.Word"] = "再一次" })).Text.ShouldContain("已經向這個團隊提出");
        }

        var requests = await host.Db(db => db.JoinRequests.Where(request => request.TeamId == team.Id).ToDictionaryAsync(request => request.PersonId, request => request.Id));
        (await mine.GetAsync($"/team/people/{wanted.Id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await mine.ForgeAsync("/team", "/team?handler=Welcome", new Dictionary<string, string> { ["id"] = requests[wanted.Id].ToString() })).WasAccepted.ShouldBeTrue();
        (await mine.ForgeAsync("/team", "/team?handler=Refuse", new Dictionary<string, string> { ["id"] = requests[other.Id].ToString() })).WasAccepted.ShouldBeTrue();

        (await (await host.As(wanted)).GetAsync("/team")).Text.ShouldContain("給你的邀請");
        (await host.Db(db => db.Letters.AnyAsync(letter => letter.To == other.Email && letter.Subject.Contains("婉拒了您的請求")))).ShouldBeTrue();
        (await mine.GetAsync($"/team/people/{other.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task OptingOut_RemovesAtOnce()
    {
        var (given, round) = await ArrangeAsync();
        var (leader, person) = (await given.Person(), await given.Person(name: "暫時下架者"));
        var team = await given.Team(round, leader);
        var (mine, theirs) = (await host.As(leader), await host.As(person));
        await theirs.PostAsync("/team/teammates", Listing, "handler=Search");
        await mine.PostAsync("/team/teammates", new Dictionary<string, string> { ["Recruit.Sentence"] = "找人" }, "handler=Recruit");
        (await mine.GetAsync($"/team/people/{person.Id}")).Status.ShouldBe(HttpStatusCode.OK);

        (await theirs.PostAsync("/team/teammates", form: "handler=Search", press: "下架")).WasAccepted.ShouldBeTrue();
        (await mine.PostAsync("/team/teammates", form: "handler=Recruit", press: "下架")).WasAccepted.ShouldBeTrue();

        (await mine.GetAsync("/team/teammates")).Text.ShouldNotContain("暫時下架者");
        (await mine.GetAsync($"/team/people/{person.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await theirs.ForgeAsync("/team/teammates", "/team/teammates?handler=Ask", new Dictionary<string, string> { ["Ask.TeamId"] = team.Id.ToString(), ["Ask.Word"] = "x" })).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ProfileDetails_AreForTeammatesAndTheBoard_AndThereForNobodyElse()
    {
        var (given, round) = await ArrangeAsync();
        var (leader, mate, stranger, poser) = (await given.Person(), await given.Person(name: "隊友甲"), await given.Person(), await given.Person(Roles.Poser));
        await given.Team(round, leader, mate);
        await given.Team(round, stranger);
        var address = $"/team/people/{mate.Id}";

        (await (await host.As(mate)).GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        var seen = await (await host.As(leader)).GetAsync(address);
        seen.Status.ShouldBe(HttpStatusCode.OK);
        seen.Body.ShouldNotContain(mate.Email);
        (await (await host.As(stranger)).GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.As(poser)).GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AnExceptionsDocument_IsReadByOfficersAuditorsAndThePerson_Alone()
    {
        var (given, round) = await ArrangeAsync();
        var (leader, foreigner, officer, stranger) = (await given.Person(), await given.Person(nationality: "JP"), await given.Person(Roles.Officer), await given.Person());
        var team = await given.Team(round, leader, foreigner);
        var desk = await host.As(officer);
        (await desk.PostAsync($"/office/teams/{team.Id}", new Dictionary<string, string> { ["Input.PersonId"] = foreigner.Id.ToString(), ["Input.Rule"] = "Nationality", ["Input.Reason"] = "持有居留證" },
            files: new Dictionary<string, Upload> { ["Input.Document"] = Upload.Pdf("居留證.pdf") })).WasAccepted.ShouldBeTrue();
        var waiver = await host.Db(db => db.EligibilityWaivers.SingleAsync(found => found.TeamId == team.Id));
        var file = $"/files/{waiver.DocumentId}";

        foreach (var reader in new[] { officer, foreigner, await given.Person(Roles.Auditor) })
        {
            (await (await host.As(reader)).GetRawAsync(file)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        foreach (var other in new[] { leader, stranger, await given.Person(Roles.Poser), await given.Person(Roles.Reviewer) })
        {
            (await (await host.As(other)).GetRawAsync(file)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        var home = await (await host.As(leader)).GetAsync("/team");
        home.Text.ShouldContain("例外同意");
        home.Body.ShouldNotContain(waiver.DocumentId.ToString()!);

        (await desk.PostAsync($"/office/teams/{team.Id}", new Dictionary<string, string> { ["Revocation.Reason"] = "居留證逾期" }, "handler=Revoke")).WasAccepted.ShouldBeTrue();
        (await (await host.As(leader)).GetAsync("/team")).Text.ShouldContain("不具中華民國國籍");
        (await (await host.As(await given.Person(Roles.Auditor))).GetAsync("/audit/exceptions")).Text.ShouldContain("居留證逾期");
    }

    [Fact]
    public async Task TheTeamPage_SaysWhoBlocksWithWhat_AndNoBirthday()
    {
        var (given, round) = await ArrangeAsync();
        var (leader, young) = (await given.Person(), await given.Person(name: "年輕人", nationality: "JP", age: 18));
        await given.Team(round, leader, young);

        var page = await (await host.As(leader)).GetAsync("/team");

        page.Text.ShouldContain("年輕人 未滿 20 歲");
        page.Text.ShouldContain("年輕人 不具中華民國國籍");
        page.Body.ShouldNotContain(young.BirthDate!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        (await (await host.As(young)).GetAsync("/account/profile")).Text.ShouldContain("未滿 20 歲");
    }

    [Fact]
    public async Task AnOutdatedConsent_BlocksFormingAcceptingAndAsking_AndNotReading()
    {
        var (given, round) = await ArrangeAsync();
        var (leader, person) = (await given.Person(), await given.Person());
        var team = await given.Team(round, leader);
        var invitation = await host.Db(async db =>
        {
            var tracked = await db.Teams.Include(found => found.Members).Include(found => found.Invitations).SingleAsync(found => found.Id == team.Id);
            var sent = tracked.Invite(person.Email, Guid.NewGuid().ToString("N"), round, given.By(leader));
            await db.SaveChangesAsync();
            return sent.Id;
        });
        await host.Db(db => db.People.Where(known => known.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(known => known.AgreedVersion, 0)));
        await host.Db(db => db.PrivacyConsents.Where(consent => EF.Property<Guid>(consent, "PersonId") == person.Id).ExecuteUpdateAsync(set => set.SetProperty(consent => consent.AgreedAt, given.Now.AddYears(-1))));
        var browser = await host.As(person);

        (await browser.GetAsync("/team")).Page.QuerySelector("main a[href='/account/consent']").ShouldNotBeNull();
        (await browser.PostAsync("/team/form", new Dictionary<string, string> { ["Input.Name"] = "沒同意隊" })).Text.ShouldContain("個人資料蒐集告知有新的版本");
        var refused = await browser.ForgeAsync("/team", "/team?handler=Accept", new Dictionary<string, string> { ["id"] = invitation.ToString() });

        (refused.Status, refused.Text.Contains("個人資料蒐集告知有新的版本", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
        (await host.Db(db => db.TeamMembers.AnyAsync(member => member.PersonId == person.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task AnExpiredInvitation_IsToldAndCantBeAccepted()
    {
        var (given, round) = await ArrangeAsync();
        var (leader, person) = (await given.Person(), await given.Person());
        var team = await given.Team(round, leader);
        var id = await host.Db(async db =>
        {
            var tracked = await db.Teams.Include(found => found.Members).Include(found => found.Invitations).SingleAsync(found => found.Id == team.Id);
            var sent = tracked.Invite(person.Email, Guid.NewGuid().ToString("N"), round, given.By(leader, Domain.Teams.Team.InvitationDays + 1));
            await db.SaveChangesAsync();
            return sent.Id;
        });

        (await (await host.As(leader)).GetAsync("/team")).Text.ShouldContain("已過期");
        var browser = await host.As(person);
        (await browser.GetAsync("/team")).Text.ShouldNotContain("給你的邀請");
        (await browser.ForgeAsync("/account/profile", "/team?handler=Accept", new Dictionary<string, string> { ["id"] = id.ToString() })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private async Task<(Given Given, Round Round)> ArrangeAsync()
    {
        var given = new Given(host);
        return (given, await given.Round());
    }

    private Task KnowAsync(Person person, string technology) => host.Db(async db =>
    {
        var known = await db.People.Include(found => found.Skills).SingleAsync(found => found.Id == person.Id);
        known.Know([new PersonSkill(SkillKind.Technology, technology, SkillLevel.Practised)], new Given(host).By(person));
        await db.SaveChangesAsync();
    });
}
