using System.Net;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Teams;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Workflows;

/// <summary>Many people at once, on the real database.</summary>
public sealed class ChangeTeamTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task FiftyPeople_AcceptingTwoInvitationsAtOnce_AreEachInOneTeam_AndNoTeamIsTooLarge()
    {
        var given = new Given(host);
        var round = await given.Round();
        var people = new List<Person>();
        for (var number = 0; number < 50; number++)
        {
            people.Add(await given.Person());
        }

        var invitations = new List<(Person Person, Guid Invitation)>();
        const int Teams = 12;
        for (var place = 0; place < Teams; place++)
        {
            var leader = await given.Person();
            var team = await given.Team(round, leader);
            await host.Db(async db =>
            {
                var tracked = await db.Teams.Include(found => found.Members).Include(found => found.Invitations).SingleAsync(found => found.Id == team.Id);
                foreach (var person in people.Where((_, index) => index % Teams == place || (index + 5) % Teams == place))
                {
                    invitations.Add((person, tracked.Invite(person.Email, Guid.NewGuid().ToString("N"), round, given.By(leader)).Id));
                }

                await db.SaveChangesAsync();
            });
        }

        invitations.Count.ShouldBe(100);
        var answers = await AtOnceAsync(invitations.Select(pair => (pair.Person, "/team?handler=Accept", pair.Invitation.ToString())));

        foreach (var person in people)
        {
            var mine = answers.Where(answer => answer.Person.Id == person.Id).Select(answer => answer.Answer).ToList();
            mine.Count(answer => answer.WasAccepted).ShouldBe(1, string.Join(" | ", mine.Select(answer => $"{answer.Status} {answer.Text}")));
            mine.Single(answer => !answer.WasAccepted).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        var sizes = await host.Db(db => db.Teams.Where(team => team.RoundId == round.Id).Select(team => team.Members.Count).ToListAsync());
        sizes.ShouldAllBe(size => size <= round.MaximumTeamSize);
        sizes.Sum().ShouldBe(Teams + 50);
    }

    [Fact]
    public async Task TheLastPlace_GoesToOneOfTwenty()
    {
        var given = new Given(host);
        var round = await given.Round();
        await host.Db(async db =>
        {
            (await db.Rounds.SingleAsync(found => found.Id == round.Id)).Admit(new EligibilityTerms(20, "TW", true, 2, 21), 0, given.Portal());
            await db.SaveChangesAsync();
        });
        round = await host.Db(db => db.Rounds.AsNoTracking().SingleAsync(found => found.Id == round.Id));
        var (leader, people) = (await given.Person(), new List<Person>());
        for (var number = 0; number < 20; number++)
        {
            people.Add(await given.Person());
        }

        var team = await given.Team(round, leader);
        var invitations = await host.Db(async db =>
        {
            var tracked = await db.Teams.Include(found => found.Members).Include(found => found.Invitations).SingleAsync(found => found.Id == team.Id);
            var sent = people.ConvertAll(person => (person, tracked.Invite(person.Email, Guid.NewGuid().ToString("N"), round, given.By(leader)).Id));
            (await db.Rounds.SingleAsync(found => found.Id == round.Id)).Admit(new EligibilityTerms(20, "TW", true, 2, 2), 0, given.Portal());
            await db.SaveChangesAsync();
            return sent;
        });

        var answers = await AtOnceAsync(invitations.Select(pair => (pair.person, "/team?handler=Accept", pair.Id.ToString())));

        answers.Count(answer => answer.Answer.WasAccepted).ShouldBe(1);
        answers.Where(answer => !answer.Answer.WasAccepted).ShouldAllBe(answer => answer.Answer.Status == HttpStatusCode.UnprocessableEntity);
        (await host.Db(db => db.TeamMembers.CountAsync(member => member.TeamId == team.Id))).ShouldBe(2);
    }

    [Fact]
    public async Task ALeaderWhoDissolves_WhileAMemberAccepts_LeavesNobodyInADissolvedTeam()
    {
        var given = new Given(host);
        var round = await given.Round();
        var tries = new List<(Guid Team, Person Leader, Person Invited, Guid Invitation)>();
        for (var number = 0; number < 15; number++)
        {
            var (leader, invited) = (await given.Person(), await given.Person());
            var team = await given.Team(round, leader, await given.Person());
            var invitation = await host.Db(async db =>
            {
                var tracked = await db.Teams.Include(found => found.Members).Include(found => found.Invitations).SingleAsync(found => found.Id == team.Id);
                var sent = tracked.Invite(invited.Email, Guid.NewGuid().ToString("N"), round, given.By(leader));
                await db.SaveChangesAsync();
                return sent.Id;
            });
            tries.Add((team.Id, leader, invited, invitation));
        }

        var leaders = await Task.WhenAll(tries.Select(one => host.As(one.Leader)));
        var members = await Task.WhenAll(tries.Select(one => host.As(one.Invited)));
        foreach (var (one, index) in tries.Select((one, index) => (one, index)))
        {
            var answers = await Task.WhenAll(
                leaders[index].ForgeAsync("/account/profile", "/team/manage?handler=Dissolve", new Dictionary<string, string> { ["End.Sure"] = "true" }),
                members[index].ForgeAsync("/account/profile", "/team?handler=Accept", new Dictionary<string, string> { ["id"] = one.Invitation.ToString() }));

            answers[0].WasAccepted.ShouldBeTrue(answers[0].Text);
            (answers[1].WasAccepted || answers[1].Status == HttpStatusCode.UnprocessableEntity).ShouldBeTrue($"{answers[1].Status} {answers[1].Text}");
        }

        var ids = tries.ConvertAll(one => one.Team);
        (await host.Db(db => db.Teams.Where(team => ids.Contains(team.Id)).Select(team => team.Status).Distinct().ToListAsync())).ShouldBe([TeamStatus.Dissolved]);
        (await host.Db(db => db.TeamMembers.CountAsync(member => ids.Contains(member.TeamId)))).ShouldBe(0);
        (await host.Db(db => db.TeamInvitations.CountAsync(invitation => ids.Contains(invitation.TeamId) && invitation.Status == InvitationStatus.Pending))).ShouldBe(0);
    }

    [Fact]
    public async Task Dissolving_WithdrawsWhatWasAppliedFor_TellsEverybody_AndFreesMembersAndName()
    {
        var given = new Given(host);
        var round = await given.Round();
        var poser = await given.Person(Roles.Poser);
        var problem = await given.Problem(round, await given.Organisation(poser), poser);
        var (leader, member) = (await given.Person(), await given.Person());
        var team = await given.Team(round, leader, member);
        var entry = await given.Entry(round, problem, team);

        (await (await host.As(leader)).PostAsync("/team/manage", new Dictionary<string, string> { ["End.Sure"] = "true" }, "handler=Dissolve")).WasAccepted.ShouldBeTrue();

        (await host.Db(db => db.Entries.SingleAsync(found => found.Id == entry.Id))).Status.ShouldBe(EntryStatus.Withdrawn);
        (await host.Db(db => db.Letters.AnyAsync(letter => letter.To == member.Email && letter.Subject.Contains("已解散")))).ShouldBeTrue();
        (await host.Db(db => db.Letters.AnyAsync(letter => letter.To == poser.Email && letter.Subject.Contains("已撤回")))).ShouldBeTrue();
        (await (await host.As(member)).PostAsync("/team/form", new Dictionary<string, string> { ["Input.Name"] = team.Name })).WasAccepted.ShouldBeTrue();
        (await host.Db(db => db.AuditEvents.AnyAsync(act => act.SubjectId == team.Id && act.Verb == "team.dissolve"))).ShouldBeTrue();
    }

    [Fact]
    public async Task AfterASubmission_NobodyLeavesAndNothingDissolves()
    {
        var awarded = await Awarded.ByAsync(host, EntryStatus.ConceptSubmitted);

        var left = await (await host.As(awarded.Member)).ForgeAsync("/account/profile", "/team/manage?handler=Leave", new Dictionary<string, string>());
        var dissolved = await (await host.As(awarded.Leader)).ForgeAsync("/account/profile", "/team/manage?handler=Dissolve", new Dictionary<string, string> { ["End.Sure"] = "true" });

        (left.Status, dissolved.Status).ShouldBe((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity));
        left.Text.ShouldContain("已經送過件");
        (await host.Db(db => db.TeamMembers.CountAsync(one => one.TeamId == awarded.Entry.TeamId))).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task MembersComeAndGo_TheLeadPassesOn_AndWhomItConcernsIsTold()
    {
        var given = new Given(host);
        var round = await given.Round();
        var (leader, second, third) = (await given.Person(), await given.Person(), await given.Person());
        var team = await given.Team(round, leader, second, third);
        var browser = await host.As(leader);

        (await browser.PostAsync("/team/manage", new Dictionary<string, string> { ["Removal.PersonId"] = third.Id.ToString(), ["Removal.Reason"] = "" }, "handler=Remove")).Text.ShouldContain("請寫下移除的原因");
        (await browser.PostAsync("/team/manage", new Dictionary<string, string> { ["Removal.PersonId"] = third.Id.ToString(), ["Removal.Reason"] = "時間無法配合" }, "handler=Remove")).WasAccepted.ShouldBeTrue();
        (await host.Db(db => db.Letters.SingleAsync(letter => letter.To == third.Email && letter.Subject.Contains("您已不在團隊")))).Body.ShouldContain("時間無法配合");
        (await (await host.As(second)).ForgeAsync("/account/profile", "/team/manage?handler=Remove", new Dictionary<string, string> { ["Removal.PersonId"] = leader.Id.ToString(), ["Removal.Reason"] = "x" }))
            .Text.ShouldContain("這件事要由隊長來做");
        (await browser.ForgeAsync("/account/profile", "/team/manage?handler=Leave", new Dictionary<string, string>())).Text.ShouldContain("隊長不能直接離開");

        (await browser.PostAsync("/team/manage", new Dictionary<string, string> { ["Next.PersonId"] = second.Id.ToString() }, "handler=HandOver")).WasAccepted.ShouldBeTrue();
        (await browser.PostAsync("/team/manage", form: "handler=Leave")).WasAccepted.ShouldBeTrue();

        (await host.Db(db => db.Teams.SingleAsync(found => found.Id == team.Id))).LeaderId.ShouldBe(second.Id);
        (await host.Db(db => db.TeamMembers.Where(one => one.TeamId == team.Id).Select(one => one.PersonId).ToListAsync())).ShouldBe([second.Id]);
        (await host.Db(db => db.Letters.SingleAsync(letter => letter.To == second.Email && letter.Subject.Contains("已離開團隊")))).Body.ShouldContain("還差 1 人");
    }

    // A browser for each: two tabs that open at once would share one antiforgery cookie.
    private async Task<(Person Person, Answer Answer)[]> AtOnceAsync(IEnumerable<(Person Person, string Action, string Id)> acts)
    {
        var browsers = await Task.WhenAll(acts.Select(async act => (act.Person, act.Action, act.Id, Browser: await host.As(act.Person))));
        return await Task.WhenAll(browsers.Select(async one =>
            (one.Person, await one.Browser.ForgeAsync("/account/profile", one.Action, new Dictionary<string, string> { ["id"] = one.Id }))));
    }
}
