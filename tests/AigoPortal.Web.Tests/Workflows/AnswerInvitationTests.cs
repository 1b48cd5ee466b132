using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Workflows;

public sealed class AnswerInvitationTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task TwentyPeople_AcceptingTwoInvitationsAtOnce_AreEachInOneTeam()
    {
        var given = new Given(host);
        var round = await given.Round();
        var people = new List<Person>();
        for (var number = 0; number < 20; number++)
        {
            people.Add(await given.Person());
        }

        var invitations = new List<(Person Person, Guid Invitation)>();
        for (var place = 0; place < 5; place++)
        {
            var leader = await given.Person();
            var team = await given.Team(round, leader);
            await host.Db(async db =>
            {
                var tracked = await db.Teams.Include(found => found.Members).Include(found => found.Invitations).SingleAsync(found => found.Id == team.Id);
                foreach (var person in people.Where((_, index) => index % 5 == place || (index + 1) % 5 == place))
                {
                    invitations.Add((person, tracked.Invite(person.Email, Guid.NewGuid().ToString("N"), round, given.By(leader)).Id));
                }

                await db.SaveChangesAsync();
            });
        }

        // A browser for each answer: two tabs that open at once would share one antiforgery cookie.
        var browsers = await Task.WhenAll(invitations.Select(async pair => (pair.Person, pair.Invitation, Browser: await host.As(pair.Person))));

        var answers = await Task.WhenAll(browsers.Select(async pair => (pair.Person, Answer: await pair.Browser.ForgeAsync(
            "/account/profile", "/team?handler=Accept", new Dictionary<string, string> { ["id"] = pair.Invitation.ToString() }))));

        invitations.Count.ShouldBe(40);
        foreach (var person in people)
        {
            var mine = answers.Where(answer => answer.Person.Id == person.Id).Select(answer => answer.Answer).ToList();
            mine.Count(answer => answer.WasAccepted).ShouldBe(1, string.Join(" | ", mine.Select(answer => $"{answer.Status} {answer.Text}")));
            mine.Single(answer => !answer.WasAccepted).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, mine.Single(answer => !answer.WasAccepted).Text);
            mine.Single(answer => !answer.WasAccepted).Text.ShouldContain("每人每場只能參加一個團隊");
        }

        var ids = people.ConvertAll(person => person.Id);
        (await host.Db(db => db.TeamMembers.CountAsync(member => ids.Contains(member.PersonId)))).ShouldBe(20);
    }
}
