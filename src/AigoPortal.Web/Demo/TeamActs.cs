using System.Security.Cryptography;
using AigoPortal.Domain.Teams;

namespace AigoPortal.Web.Demo;

/// <summary>Forming teams: the leader invites, each member consents.</summary>
internal sealed class TeamActs(RoundScene round, string cast)
{
    private Scene Scene => round.Scene;

    public Team Form(string name, DateTimeOffset at)
    {
        var text = Scene.File.Teams[cast].First(team => team.Name == name);
        var members = text.Members.Select(line => Scene.Cast.Participant(line, at.AddDays(-2))).ToList();
        var leader = members[0];
        var team = new Team(round.Round, text.Name, text.Introduction, leader.Id, Scene.By(leader, at));
        foreach (var member in members.Skip(1))
        {
            var invitation = Invite(team, member.Email, at.AddHours(1));
            Scene.Write(member, $"邀請您加入團隊「{name}」", $"{leader.Name} 邀請您加入「{name}」，請登入後回覆。", at.AddHours(1));
            team.Accept(invitation, member, round.Round, Scene.By(member, at.AddHours(20)));
        }

        foreach (var foreigner in members.Where(member => member.Nationality != round.Round.RequiredNationality))
        {
            var permit = Scene.Papers.Write("居留證影本.pdf", Scene.Cast.Officer, at.AddHours(27), "居留證影本", foreigner.Name);
            team.GrantException(foreigner.Id, EligibilityRule.Nationality, "持有效居留證，具解題所需專長，同意參賽。", permit.Id, Scene.Office(at.AddHours(28)));
        }

        Scene.Teams.Add(team.Id, team);
        return team;
    }

    /// <summary>An invitation that waits for its answer.</summary>
    public TeamInvitation Invite(Team team, string email, DateTimeOffset at) =>
        team.Invite(email, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), round.Round, Scene.By(Scene.Person(team.LeaderId), at));
}
