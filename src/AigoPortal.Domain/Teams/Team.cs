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
    private readonly List<JoinRequest> _requests = [];
    private readonly List<TeamWant> _wants = [];
    private readonly List<EligibilityWaiver> _exceptions = [];

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

    /// <summary>Where it stands.</summary>
    public TeamStatus Status { get; private set; }

    /// <summary>Where it stood before.</summary>
    public TeamStatus PreviousStatus { get; private set; }

    /// <summary>Whom it looks for, in a sentence; null when it doesn't.</summary>
    public string? Recruiting { get; private set; }

    /// <summary>Since when it looks for members; null when it doesn't.</summary>
    public DateTimeOffset? RecruitingSince { get; private set; }

    /// <summary>Skills it looks for.</summary>
    public IReadOnlyList<TeamWant> Wants => _wants;

    /// <summary>People who asked to join, open and answered.</summary>
    public IReadOnlyList<JoinRequest> Requests => _requests;

    /// <summary>Exceptions from the rules of eligibility, revoked ones too.</summary>
    public IReadOnlyList<EligibilityWaiver> Exceptions => _exceptions;

    /// <summary>Everybody in it, the leader included; nobody once it is dissolved.</summary>
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
        RequireLeader(by);
        Rule.Require(TeamRules.HasRoom(this, round, by.At));
        Rule.Require(TeamRules.IsNotInvitedYet(this, email, by.At));
        return Invite(new TeamInvitation(Id, email, null, tokenHash, by.At), by);
    }

    /// <summary>Invites a person found on the board, whose address stays unknown; they have to consent.</summary>
    /// <param name="person">Whom.</param>
    /// <param name="tokenHash">SHA-256 of the token in the letter.</param>
    /// <param name="round">The team's round.</param>
    /// <param name="by">The leader.</param>
    public TeamInvitation Invite(Person person, string tokenHash, Round round, Actor by)
    {
        RequireLeader(by);
        Rule.Require(TeamRules.HasRoom(this, round, by.At));
        Rule.Require(TeamRules.IsNotInvitedYet(this, person.Id, by.At));
        return Invite(new TeamInvitation(Id, "", person.Id, tokenHash, by.At), by);
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

    /// <summary>Changes name and introduction.</summary>
    public void Rename(string name, string introduction, Actor by)
    {
        RequireLeader(by);
        (Name, NormalizedName, Introduction) = (name.Trim(), Problems.Organisation.Normalize(name), introduction);
        Trace(by, "team.rename");
    }

    /// <summary>A member leaves.</summary>
    /// <param name="hasSubmitted">Whether any entry of the team was ever submitted.</param>
    /// <param name="by">The member.</param>
    public void Leave(bool hasSubmitted, Actor by)
    {
        Rule.Require(TeamRules.IsMember(this, by.PersonId));
        Rule.Require(TeamRules.DoesNotLead(this, by.PersonId));
        Rule.Require(TeamRules.HasNotSubmitted(hasSubmitted));
        _members.RemoveAll(member => member.PersonId == by.PersonId);
        Trace(by, "team.leave");
    }

    /// <summary>The leader removes a member, with the reason that stands in the letter.</summary>
    public void Remove(Guid personId, string reason, bool hasSubmitted, Actor by)
    {
        RequireLeader(by);
        Rule.Require(TeamRules.IsMember(this, personId));
        Rule.Require(TeamRules.DoesNotLead(this, personId));
        Rule.Require(TeamRules.RemovalSaysWhy(reason));
        Rule.Require(TeamRules.HasNotSubmitted(hasSubmitted));
        _members.RemoveAll(member => member.PersonId == personId);
        Trace(by, "team.remove-member", reason);
    }

    /// <summary>The leader hands over to another member.</summary>
    public void HandOver(Guid personId, Actor by)
    {
        RequireLeader(by);
        Rule.Require(TeamRules.IsMember(this, personId));
        LeaderId = personId;
        Trace(by, "team.hand-over");
    }

    /// <summary>The leader ends the team before its first submission: its members are free, its name too, its record stays.</summary>
    public void Dissolve(bool hasSubmitted, Actor by)
    {
        RequireLeader(by);
        Rule.Require(TeamRules.HasNotSubmitted(hasSubmitted));
        (PreviousStatus, Status) = (Status, TeamStatuses.Next(Status, TeamAction.Dissolve));
        _members.Clear();
        _invitations.FindAll(invitation => invitation.Status == InvitationStatus.Pending).ForEach(invitation => invitation.Answer(InvitationStatus.Withdrawn, by));
        _requests.FindAll(request => request.Status == JoinRequestStatus.Pending).ForEach(request => request.Answer(JoinRequestStatus.Declined, by));
        NormalizedName = $"{NormalizedName}#{Id:N}";
        (Recruiting, RecruitingSince, ShowsToPosers) = (null, null, false);
        Trace(by, "team.dissolve");
    }

    /// <summary>The leader puts the team on the board of those who look for members.</summary>
    /// <param name="sentence">Whom it looks for.</param>
    /// <param name="wants">Skills it looks for; replaces what was said before.</param>
    /// <param name="by">The leader.</param>
    public void Recruit(string sentence, IReadOnlyList<TeamWant> wants, Actor by)
    {
        RequireLeader(by);
        (Recruiting, RecruitingSince) = (sentence, RecruitingSince ?? by.At);
        _wants.RemoveAll(known => !wants.Any(want => want.Kind == known.Kind && want.Name == known.Name));
        _wants.AddRange(wants.DistinctBy(want => (want.Kind, want.Name)).Where(want => !_wants.Any(known => known.Kind == want.Kind && known.Name == want.Name)).ToList());
        Trace(by, "team.recruit");
    }

    /// <summary>The leader takes the team off the board.</summary>
    public void StopRecruiting(Actor by)
    {
        RequireLeader(by);
        (Recruiting, RecruitingSince) = (null, null);
        Trace(by, "team.stop-recruiting");
    }

    /// <summary>A person asks to join a team of the board.</summary>
    public JoinRequest Ask(string word, Actor by)
    {
        Rule.Require(TeamRules.Recruits(this));
        Rule.Require(TeamRules.HasNotAsked(this, by.PersonId));
        var request = new JoinRequest(Id, word, by);
        _requests.Add(request);
        Trace(by, "team.ask-to-join");
        return request;
    }

    /// <summary>The leader answers a request with an invitation.</summary>
    public TeamInvitation AcceptRequest(JoinRequest request, Person person, string tokenHash, Round round, Actor by)
    {
        RequireLeader(by);
        Rule.Require(TeamRules.IsPending(request));
        var invitation = Invite(person, tokenHash, round, by);
        request.Answer(JoinRequestStatus.Accepted, by);
        return invitation;
    }

    /// <summary>The leader declines a request.</summary>
    public void DeclineRequest(JoinRequest request, Actor by)
    {
        RequireLeader(by);
        Rule.Require(TeamRules.IsPending(request));
        request.Answer(JoinRequestStatus.Declined, by);
        Trace(by, "team.decline-request");
    }

    /// <summary>The person takes their request back.</summary>
    public void WithdrawRequest(JoinRequest request, Actor by)
    {
        Rule.Require(TeamRules.IsPending(request));
        request.Answer(JoinRequestStatus.Withdrawn, by);
        Trace(by, "team.withdraw-request");
    }

    /// <summary>The leader lets posers find the team, or no longer.</summary>
    public void ShowToPosers(bool shows, Actor by)
    {
        Rule.Require(TeamRules.IsLeader(this, by.PersonId));
        ShowsToPosers = shows;
        Trace(by, shows ? "team.show" : "team.hide");
    }

    /// <summary>An officer lets a member in who is not eligible in principle (原則以), with reason and document.</summary>
    /// <param name="personId">A member.</param>
    /// <param name="rule">The rule that is set aside; null for all.</param>
    /// <param name="reason">Why.</param>
    /// <param name="documentId">The file it rests on.</param>
    /// <param name="by">The officer.</param>
    public EligibilityWaiver GrantException(Guid personId, EligibilityRule? rule, string reason, Guid documentId, Actor by)
    {
        Rule.Require(TeamRules.IsMember(this, personId));
        Rule.Require(TeamRules.ExceptionSaysWhy(reason));
        var exception = new EligibilityWaiver(Id, personId, rule, reason, documentId, by);
        _exceptions.Add(exception);
        Trace(by, "team.grant-exception", reason);
        return exception;
    }

    /// <summary>An officer takes an exception back while nothing was submitted.</summary>
    public void RevokeException(EligibilityWaiver exception, string reason, bool hasSubmitted, Actor by)
    {
        Rule.Require(TeamRules.IsInForce(exception));
        Rule.Require(TeamRules.RevocationSaysWhy(reason));
        Rule.Require(TeamRules.NothingRestsOnException(hasSubmitted));
        exception.Revoke(reason, by);
        Trace(by, "team.revoke-exception", reason);
    }

    // A dissolved team has nobody who acts for it.
    private void RequireLeader(Actor by)
    {
        Rule.Require(TeamRules.IsLeader(this, by.PersonId));
        Rule.Require(TeamRules.IsActive(this));
    }

    private TeamInvitation Invite(TeamInvitation invitation, Actor by)
    {
        _invitations.Add(invitation);
        Trace(by, "team.invite");
        return invitation;
    }
}
