using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Teams;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Teams;

public class TeamTests
{
    private readonly Round _round = Given.Round();

    [Fact]
    public void Form_MakesTheLeaderTheFirstMember()
    {
        var team = Given.Team(members: 1);
        team.Members.Single().PersonId.ShouldBe(team.LeaderId);
        team.Members.Single().RoundId.ShouldBe(team.RoundId);
    }

    [Fact]
    public void Form_ComparesNamesWithoutSpacesAndCase() =>
        new Team(_round, " AI 解題 ", "", Guid.NewGuid(), Given.Actor()).NormalizedName.ShouldBe("AI解題");

    [Fact]
    public void Invite_ByAMemberWhoDoesNotLead_IsRefused()
    {
        var team = Given.Team(members: 2, _round);
        Action invite = () => team.Invite("a@example.tw", "hash", _round, Given.Actor(person: team.Members[1].PersonId));
        invite.ShouldBeRefused("team.leader");
    }

    [Fact]
    public void Withdraw_ByAMemberWhoDoesNotLead_IsRefused()
    {
        var team = Given.Team(members: 2, _round);
        var invitation = Given.Invitation(team, "a@example.tw", _round);
        Action withdraw = () => team.Withdraw(invitation, Given.Actor(person: team.Members[1].PersonId));
        withdraw.ShouldBeRefused("team.leader");
    }

    [Fact]
    public void Invite_CountsMembersAndOpenInvitations()
    {
        var round = Given.Round(maximumSize: 3);
        var team = Given.Team(members: 2, round);
        var third = Given.Invitation(team, "third@example.tw", round);
        Action fourth = () => Given.Invitation(team, "fourth@example.tw", round);
        fourth.ShouldBeRefused("team.full");

        team.Withdraw(third, Given.Actor(person: team.LeaderId));
        fourth.ShouldNotThrow();
    }

    [Fact]
    public void Accept_WhenTheTeamIsFull_IsRefused()
    {
        var (wide, narrow) = (Given.Round(maximumSize: 3), Given.Round(maximumSize: 2));
        var (team, person) = (Given.Team(members: 2, wide), Given.Person());
        var invitation = Given.Invitation(team, person.Email, wide);
        Action accept = () => team.Accept(invitation, person, narrow, Given.Actor());
        accept.ShouldBeRefused("team.full-to-join");
        invitation.Status.ShouldBe(InvitationStatus.Pending);
    }

    [Fact]
    public void Invite_TheSameAddressTwice_IsRefusedWhileTheFirstIsOpen()
    {
        var team = Given.Team(members: 1, _round);
        var first = Given.Invitation(team, "mei@example.tw", _round);
        Action again = () => Given.Invitation(team, " MEI@example.tw ", _round);
        again.ShouldBeRefused("team.invited-already");

        team.Withdraw(first, Given.Actor(person: team.LeaderId));
        again.ShouldNotThrow();
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void AnInvitation_IsOpenForFourteenDays(int seconds, bool open)
    {
        var (team, person) = (Given.Team(members: 1, _round), Given.Person());
        var invitation = Given.Invitation(team, person.Email, _round);
        var at = Given.Now.AddDays(14).AddSeconds(seconds);
        invitation.IsOpen(at).ShouldBe(open);
        var accept = () => team.Accept(invitation, person, _round, Given.Actor(at));

        if (open)
        {
            accept();
            team.Has(person.Id).ShouldBeTrue();
        }
        else
        {
            accept.ShouldBeRefused("team.invitation-closed");
            team.Has(person.Id).ShouldBeFalse();
        }
    }

    [Fact]
    public void AnExpiredInvitation_TakesNoPlace()
    {
        var round = Given.Round(maximumSize: 2);
        var team = Given.Team(members: 1, round);
        Given.Invitation(team, "late@example.tw", round);
        Action invite = () => team.Invite("late@example.tw", "hash", round, Given.Actor(Given.Now.AddDays(14), team.LeaderId));
        invite.ShouldNotThrow();
    }

    [Fact]
    public void AnAnsweredInvitation_CantBeAnsweredAgain()
    {
        var (team, person) = (Given.Team(members: 1, _round), Given.Person());
        var invitation = Given.Invitation(team, person.Email, _round);
        team.Decline(invitation, person, Given.Actor());
        (invitation.Status, invitation.AnsweredAt).ShouldBe((InvitationStatus.Declined, Given.Now));

        Action[] more =
        [
            () => team.Accept(invitation, person, _round, Given.Actor()), () => team.Decline(invitation, person, Given.Actor()),
            () => team.Withdraw(invitation, Given.Actor(person: team.LeaderId)),
        ];
        foreach (var answer in more)
        {
            answer.ShouldBeRefused("team.invitation-closed");
        }
    }

    [Fact]
    public void AnInvitationToAnotherAddress_CantBeAnswered()
    {
        var (team, person) = (Given.Team(members: 1, _round), Given.Person("someone@example.tw"));
        var invitation = Given.Invitation(team, "other@example.tw", _round);
        Action accept = () => team.Accept(invitation, person, _round, Given.Actor());
        Action decline = () => team.Decline(invitation, person, Given.Actor());
        accept.ShouldBeRefused("team.invitation-other");
        decline.ShouldBeRefused("team.invitation-other");
    }

    [Fact]
    public void AnAddressInOtherCase_IsTheSamePerson()
    {
        var (team, person) = (Given.Team(members: 1, _round), Given.Person("Mei@Example.tw"));
        team.Accept(Given.Invitation(team, " mei@example.tw ", _round), person, _round, Given.Actor());
        team.Has(person.Id).ShouldBeTrue();
    }

    [Fact]
    public void Accept_ByAMember_IsRefused()
    {
        var leader = Given.Person();
        var team = Given.Team([leader], _round);
        var invitation = Given.Invitation(team, leader.Email, _round);
        Action accept = () => team.Accept(invitation, leader, _round, Given.Actor());
        accept.ShouldBeRefused("team.member-already");
        team.Members.Count.ShouldBe(1);
    }
}
