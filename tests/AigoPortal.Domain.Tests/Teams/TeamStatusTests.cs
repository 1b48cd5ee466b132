using AigoPortal.Domain.Teams;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Teams;

public class TeamStatusTests
{
    private static readonly Dictionary<(TeamStatus, TeamAction), TeamStatus> Expected = new()
    {
        [(TeamStatus.Active, TeamAction.Dissolve)] = TeamStatus.Dissolved,
    };

    public static TheoryData<TeamStatus, TeamAction> Everything => Matrix.Of<TeamStatus, TeamAction>();

    [Theory]
    [MemberData(nameof(Everything))]
    public void Following_IsTheExpectedTable(TeamStatus status, TeamAction action) =>
        TeamStatuses.Following(status, action).ShouldBe(Expected.TryGetValue((status, action), out var next) ? next : null);

    [Fact]
    public void AfterASubmission_NobodyLeavesIsRemovedOrDissolves()
    {
        var team = Given.Team(members: 3);
        var (leader, member) = (Given.Actor(person: team.LeaderId), Given.Actor(person: team.Members[1].PersonId));
        Action leave = () => team.Leave(hasSubmitted: true, member);
        Action remove = () => team.Remove(member.PersonId, "另有安排", hasSubmitted: true, leader);
        Action dissolve = () => team.Dissolve(hasSubmitted: true, leader);

        leave.ShouldBeRefused("team.submitted");
        remove.ShouldBeRefused("team.submitted");
        dissolve.ShouldBeRefused("team.submitted");
        team.Members.Count.ShouldBe(3);
    }

    [Fact]
    public void ADissolvedTeam_TakesNoMoreActs_AndFreesItsName()
    {
        var round = Given.Round();
        var team = Given.Team(members: 2, round);
        var (leader, name) = (Given.Actor(person: team.LeaderId), team.NormalizedName);
        team.Dissolve(hasSubmitted: false, leader);

        Action invite = () => team.Invite("late@example.tw", "hash", round, leader);
        Action rename = () => team.Rename("又來了", "", leader);
        invite.ShouldBeRefused("team.dissolved");
        rename.ShouldBeRefused("team.dissolved");
        team.NormalizedName.ShouldNotBe(name);
        team.NormalizedName.Length.ShouldBeLessThanOrEqualTo(140);
    }
}
