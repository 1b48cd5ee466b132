using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Teams;

/// <summary>資格例外: an officer's documented leave from one rule of eligibility, or from all; kept when it is revoked.</summary>
public sealed class EligibilityWaiver
{
    private EligibilityWaiver()
    {
    }

    internal EligibilityWaiver(Guid teamId, Guid personId, EligibilityRule? rule, string reason, Guid documentId, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        (TeamId, PersonId, Rule, Reason, DocumentId, GrantedBy, GrantedAt) = (teamId, personId, rule, reason, documentId, by.PersonId, by.At);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The team it was granted in.</summary>
    public Guid TeamId { get; private set; }

    /// <summary>Whom it lets in.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The rule it sets aside; null for all.</summary>
    public EligibilityRule? Rule { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The document it rests on; null for those granted before documents were kept.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>Which officer.</summary>
    public Guid GrantedBy { get; private set; }

    /// <summary>When it was granted.</summary>
    public DateTimeOffset GrantedAt { get; private set; }

    /// <summary>Which officer took it back.</summary>
    public Guid? RevokedBy { get; private set; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Why it was taken back.</summary>
    public string? RevokeReason { get; private set; }

    /// <summary>Whether it holds.</summary>
    public bool IsInForce => RevokedAt is null;

    /// <summary>Whether it holds for a person and a rule.</summary>
    public bool Covers(Guid personId, EligibilityRule rule) => IsInForce && PersonId == personId && (Rule ?? rule) == rule;

    internal void Revoke(string reason, Actor by) => (RevokedBy, RevokedAt, RevokeReason) = (by.PersonId, by.At, reason);
}
