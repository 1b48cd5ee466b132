using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Teams;

/// <summary>A team of one round, formed by one leader (AIGO briefing, 組隊申請解題).</summary>
public sealed class Team : Aggregate
{
    /// <summary>Days an invitation stays open (own).</summary>
    public const int InvitationDays = 14;

    private readonly List<TeamMember> _members = [];
    private readonly List<TeamInvitation> _invitations = [];

    private Team()
    {
    }

    /// <summary>Forms a team; the leader is its first member.</summary>
    public Team(Round round, string name, string introduction, Guid leaderId, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        (RoundId, LeaderId, FormedAt) = (round.Id, leaderId, by.At);
        (Name, NormalizedName, Introduction) = (name.Trim(), Problems.Organisation.Normalize(name), introduction);
        _members.Add(new TeamMember(Id, round.Id, leaderId, by.At));
        Trace(by, "team.form");
    }

    /// <summary>Its round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name without spaces and case; unique in a round.</summary>
    public string NormalizedName { get; private set; } = "";

    /// <summary>What the team says of itself.</summary>
    public string Introduction { get; private set; } = "";

    /// <summary>隊長.</summary>
    public Guid LeaderId { get; private set; }

    /// <summary>When it was formed.</summary>
    public DateTimeOffset FormedAt { get; private set; }

    /// <summary>Whether posers find it among the teams that fit their problems.</summary>
    public bool ShowsToPosers { get; private set; }

    /// <summary>Everybody in it, the leader included.</summary>
    public IReadOnlyList<TeamMember> Members => _members;

    /// <summary>Invitations, open and answered.</summary>
    public IReadOnlyList<TeamInvitation> Invitations => _invitations;

    /// <summary>Whether a person belongs to it.</summary>
    public bool Has(Guid personId) => _members.Any(member => member.PersonId == personId);

    /// <summary>Invites by e-mail, with or without an account; the invited person has to consent.</summary>
    /// <param name="email">Where the letter goes.</param>
    /// <param name="tokenHash">SHA-256 of the token in the letter.</param>
    /// <param name="round">The team's round.</param>
    /// <param name="by">The leader.</param>
    public TeamInvitation Invite(string email, string tokenHash, Round round, Actor by)
    {
        Rule.Require(TeamRules.IsLeader(this, by.PersonId));
        Rule.Require(TeamRules.HasRoom(this, round, by.At));
        Rule.Require(TeamRules.IsNotInvitedYet(this, email, by.At));
        var invitation = new TeamInvitation(Id, email, tokenHash, by.At);
        _invitations.Add(invitation);
        Trace(by, "team.invite");
        return invitation;
    }

    /// <summary>The invited person consents and joins.</summary>
    public void Accept(TeamInvitation invitation, Person person, Round round, Actor by)
    {
        Rule.Require(TeamRules.IsOpen(invitation, by.At));
        Rule.Require(TeamRules.IsFor(invitation, person));
        Rule.Require(TeamRules.IsNotMember(this, person));
        Rule.Require(TeamRules.IsNotFull(this, round));
        invitation.Answer(InvitationStatus.Accepted, by);
        _members.Add(new TeamMember(Id, RoundId, person.Id, by.At));
        Trace(by, "team.join");
    }

    /// <summary>The invited person declines.</summary>
    public void Decline(TeamInvitation invitation, Person person, Actor by)
    {
        Rule.Require(TeamRules.IsOpen(invitation, by.At));
        Rule.Require(TeamRules.IsFor(invitation, person));
        invitation.Answer(InvitationStatus.Declined, by);
        Trace(by, "team.decline");
    }

    /// <summary>The leader takes an open invitation back.</summary>
    public void Withdraw(TeamInvitation invitation, Actor by)
    {
        Rule.Require(TeamRules.IsLeader(this, by.PersonId));
        Rule.Require(TeamRules.IsOpen(invitation, by.At));
        invitation.Answer(InvitationStatus.Withdrawn, by);
        Trace(by, "team.withdraw-invitation");
    }

    /// <summary>The leader lets posers find the team, or no longer.</summary>
    public void ShowToPosers(bool shows, Actor by)
    {
        Rule.Require(TeamRules.IsLeader(this, by.PersonId));
        ShowsToPosers = shows;
        Trace(by, shows ? "team.show" : "team.hide");
    }

    /// <summary>An officer lets a member in who is not eligible in principle (原則以), with a documented reason.</summary>
    public void GrantException(Guid personId, string reason, Actor by)
    {
        Rule.Require(TeamRules.ExceptionSaysWhy(reason));
        _members.First(member => member.PersonId == personId).GrantException(reason, by);
        Trace(by, "team.grant-exception", reason);
    }
}
