using System.Net;
using System.Text.Json;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Postings;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Tests.Workflows;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Account;

public sealed class DataTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Password = "a long enough one";

    private static readonly Dictionary<string, string> Deletion = new() { ["Input.Password"] = Password, ["Input.Sure"] = "true" };

    [Fact]
    public async Task SkillsWorksAndLinks_AreKept_AndABadLinkIsRefusedAtItsField()
    {
        var given = new Given(host);
        await given.Round();
        var person = await given.Person();
        var browser = await host.As(person);
        var typed = new Dictionary<string, string>
        {
            ["Input.Technologies[0]"] = "Expert",
            ["Input.Industries[1]"] = "Learned",
            ["Input.Works[0].Title"] = "胸腔影像判讀",
            ["Input.Works[0].Year"] = "2023",
            ["Input.Links[0].Label"] = "GitHub",
            ["Input.Links[0].Url"] = "javascript:alert(1)",
        };

        var refused = await browser.PostAsync("/account/skills", typed);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("連結要以 http:// 或 https:// 開頭");
        refused.ValueOf("Input.Works[0].Title").ShouldBe("胸腔影像判讀");

        typed["Input.Links[0].Url"] = "https://github.com/example";
        (await browser.PostAsync("/account/skills", typed)).WasAccepted.ShouldBeTrue();

        var kept = await host.Db(db => db.People.AsNoTracking().Include(known => known.Skills).SingleAsync(known => known.Id == person.Id));
        kept.Skills.Select(skill => (skill.Name, skill.Level)).ShouldBe([("圖像辨識／電腦視覺", SkillLevel.Expert), ("醫療保健", SkillLevel.Learned)], ignoreOrder: true);
        kept.Works.Single().ShouldBe(new PersonWork("胸腔影像判讀", 2023, "", null));
        kept.Links.Single().Url.ShouldBe("https://github.com/example");
        (await browser.GetAsync("/account/profile")).Text.ShouldContain("還差：學校或服務單位");
    }

    [Fact]
    public async Task TheExport_HoldsWhatIsMine_MasksWhatIsSecret_AndIsAudited()
    {
        var awarded = await Awarded.ByAsync(host, EntryStatus.ConceptSubmitted);
        await awarded.StateAsync(awarded.Leader);

        var answer = await (await host.As(awarded.Leader)).PostAsync("/account/data", form: "handler=Export");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        var data = JsonDocument.Parse(answer.Body).RootElement;
        data.GetProperty("profile").GetProperty("email").GetString().ShouldBe(awarded.Leader.Email);
        data.GetProperty("consents").GetArrayLength().ShouldBe(1);
        data.GetProperty("entries")[0].GetProperty("code").GetString().ShouldBe(awarded.Entry.Code);
        data.GetProperty("receipts").GetArrayLength().ShouldBe(1);
        data.GetProperty("payee")[0].GetProperty("idNumber").GetString()!.ShouldContain("*");
        answer.Body.ShouldNotContain("A123456789");
        answer.Body.ShouldNotContain(awarded.Member.Email);
        (await host.Db(db => db.AuditEvents.CountAsync(act => act.PersonId == awarded.Leader.Id && act.Verb == "person.export"))).ShouldBe(1);
    }

    [Fact]
    public async Task Deleting_TakesThePersonAway_KeepsTheTrail_AndEndsTheSignIn()
    {
        var given = new Given(host);
        var round = await given.Round();
        var (person, leader) = (await given.Person(name: "要離開的人", password: Password), await given.Person());
        var team = await given.Team(round, leader, person);
        var application = await AppliedAsync(given, round, person);
        var browser = await host.As(person);

        (await browser.PostAsync("/account/data", new Dictionary<string, string> { ["Input.Password"] = "not my password", ["Input.Sure"] = "true" }, "handler=Delete")).Text.ShouldContain("密碼不正確");
        var answer = await browser.PostAsync("/account/data", Deletion, "handler=Delete");

        answer.WasAccepted.ShouldBeTrue(answer.Text);
        var left = await host.Db(db => db.People.AsNoTracking().Include(known => known.Skills).Include(known => known.Consents).SingleAsync(known => known.Id == person.Id));
        (left.Name, left.BirthDate, left.Nationality, left.Consents.Count).ShouldBe(("已刪除的使用者", null, null, 0));
        (await host.Db(db => db.People.AnyAsync(known => known.Email == person.Email))).ShouldBeFalse();
        (await host.Db(db => db.TeamInvitations.AnyAsync(invitation => invitation.Email == person.Email))).ShouldBeFalse();
        (await host.Db(db => db.Letters.AnyAsync(letter => letter.To == person.Email))).ShouldBeFalse();
        (await host.Db(db => db.TeamMembers.AnyAsync(member => member.TeamId == team.Id && member.PersonId == person.Id))).ShouldBeFalse();
        var account = await host.Db(db => db.Users.AsNoTracking().SingleAsync(known => known.Id == person.Id));
        (account.IsLockedForGood, account.PasswordHash).ShouldBe((true, null));
        (await host.Db(db => db.AuditEvents.AnyAsync(act => act.PersonId == person.Id && act.Verb == "account.delete"))).ShouldBeTrue();
        (await browser.GetAsync("/account/profile")).Location!.ShouldContain("/account/login");
        var applied = await host.Db(db => db.JobApplications.AsNoTracking().SingleAsync(known => known.Id == application));
        (applied.Status, applied.Name, applied.Email, applied.Letter).ShouldBe((ApplicationStatus.Withdrawn, "已刪除的使用者", "", ""));
    }

    [Fact]
    public async Task WhoLedATeamOfARoundThatIsOver_MayBeDeleted_AndTheTeamStays()
    {
        var given = new Given(host);
        var round = await given.Round();
        var leader = await given.Person(password: Password);
        var team = await given.Team(round, leader, await given.Person());
        await host.Db(db => db.Rounds.Where(known => known.Id == round.Id).ExecuteUpdateAsync(set => set.SetProperty(known => known.EndsAt, given.Now.AddDays(-1))));

        (await (await host.As(leader)).PostAsync("/account/data", Deletion, "handler=Delete")).WasAccepted.ShouldBeTrue();

        (await host.Db(db => db.TeamMembers.CountAsync(member => member.TeamId == team.Id))).ShouldBe(2);
    }

    private async Task<Guid> AppliedAsync(Given given, Round round, Person person)
    {
        var poser = await given.Person(Roles.Poser);
        var problem = await given.Problem(round, await given.Organisation(poser), poser);
        var posting = new Posting(problem, new PostingContent { Title = "實習生", Duties = "標註", Place = "臺中", Pay = "時薪 220 元", ApplyUntil = given.Now.AddDays(5) }, [], given.By(poser));
        posting.Open(given.By(poser));
        var application = new JobApplication(posting, person, "我會標註。", null, given.By(person));
        await host.Db(async db =>
        {
            db.AddRange(posting, application);
            await db.SaveChangesAsync();
        });
        return application.Id;
    }

    [Fact]
    public async Task Deleting_SaysWhatStandsInTheWay()
    {
        var given = new Given(host);
        var round = await given.Round();
        var leader = await given.Person(password: Password);
        var team = await given.Team(round, leader, await given.Person());
        var officer = await given.Person(Roles.Officer, password: Password);
        var awarded = await Awarded.ByAsync(host);

        (await (await host.As(leader)).GetAsync("/account/data")).Text.ShouldContain($"您是「{team.Name}」的隊長");
        var forged = await (await host.As(leader)).ForgeAsync("/account/data", "/account/data?handler=Delete", Deletion);
        (forged.Status, (await host.Db(db => db.People.SingleAsync(known => known.Id == leader.Id))).ForgottenAt).ShouldBe((HttpStatusCode.UnprocessableEntity, null));
        (await (await host.As(officer)).GetAsync("/account/data")).Text.ShouldContain("參賽者以外的工作");
        (await (await host.As(awarded.Member)).GetAsync("/account/data")).Text.ShouldContain($"申請案 {awarded.Entry.Code} 還在進行中");
    }

    [Fact]
    public async Task ARegistration_KeepsTheNoticesVersionAndInstant_AndTheNoticeIsPublicInBothLanguages()
    {
        var given = new Given(host);
        var person = await given.Person();
        (await host.Db(db => db.People.SingleAsync(known => known.Id == person.Id))).AgreedVersion.ShouldBe(PrivacyNotice.Current.Version);

        var page = await host.Visitor().GetAsync("/privacy");
        page.Text.ShouldContain("個人資料保護法第 8 條");
        var mine = await (await host.As(person)).GetAsync("/account/consent");
        mine.Text.ShouldContain("第 1 版");
        mine.Page.QuerySelector("main form").ShouldBeNull();
    }
}
