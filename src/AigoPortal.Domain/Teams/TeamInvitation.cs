using System.ComponentModel;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Teams;

/// <summary>Where an invitation stands; it also expires by time.</summary>
public enum InvitationStatus
{
    /// <summary>Not answered.</summary>
    [Description("待回覆")]
    Pending,

    /// <summary>The person joined.</summary>
    [Description("已加入")]
    Accepted,

    /// <summary>The person said no.</summary>
    [Description("已婉拒")]
    Declined,

    /// <summary>The leader took it back.</summary>
    [Description("已收回")]
    Withdrawn,
}

/// <summary>An invitation to a team, sent by letter.</summary>
public sealed class TeamInvitation
{
    private TeamInvitation()
    {
    }

    internal TeamInvitation(Guid teamId, string email, Guid? personId, string tokenHash, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        (TeamId, Email, PersonId, TokenHash, InvitedAt, ExpiresAt) = (teamId, email.Trim(), personId, tokenHash, at, at.AddDays(Team.InvitationDays));
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The team.</summary>
    public Guid TeamId { get; private set; }

    /// <summary>Whom it was sent to; empty when the person was found on the board, whose address the leader doesn't learn.</summary>
    public string Email { get; private set; } = "";

    /// <summary>The person found on the board; null when the leader knew the address.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>SHA-256 of the token in the letter, hexadecimal; the token itself is not kept.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>When it was sent.</summary>
    public DateTimeOffset InvitedAt { get; private set; }

    /// <summary>From this instant it is no longer open.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public InvitationStatus Status { get; private set; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Whether it can still be answered.</summary>
    public bool IsOpen(DateTimeOffset now) => Status == InvitationStatus.Pending && now < ExpiresAt;

    internal void Answer(InvitationStatus answer, Actor by) => (Status, AnsweredAt) = (answer, by.At);
}
