using System.ComponentModel;
using AigoPortal.Domain.People;

namespace AigoPortal.Domain.Reviews;

/// <summary>Where a reviewer comes from (2025 plan).</summary>
public enum ReviewerKind
{
    /// <summary>學界.</summary>
    [Description("學界")]
    Academia,

    /// <summary>AI 業界.</summary>
    [Description("AI 業界")]
    AiIndustry,

    /// <summary>領域專家.</summary>
    [Description("領域專家")]
    DomainExpert,

    /// <summary>創投.</summary>
    [Description("創投")]
    Investor,
}

/// <summary>What became of the invitation to sit on a panel.</summary>
public enum SeatStatus
{
    /// <summary>Asked; no answer yet.</summary>
    [Description("待回覆")]
    Invited,

    /// <summary>Accepted, with the terms of confidentiality and conflicts of interest.</summary>
    [Description("已接受")]
    Accepted,

    /// <summary>Declined.</summary>
    [Description("已婉拒")]
    Declined,

    /// <summary>Excused by an officer after the panel was announced.</summary>
    [Description("已解任")]
    Excused,
}

/// <summary>A version of what a reviewer agrees to (保密與利益迴避); its words stand on the invitation's page.</summary>
/// <param name="Version">From 1, rising.</param>
public sealed record ReviewerTerms(int Version)
{
    /// <summary>The version that is asked for.</summary>
    public static ReviewerTerms Current { get; } = new(1);
}

/// <summary>A reviewer's seat on a panel.</summary>
public sealed class PanelMember
{
    private PanelMember()
    {
    }

    internal PanelMember(Person reviewer, ReviewerKind kind, bool chairs, DateTimeOffset at) =>
        (PersonId, Kind, Gender, Chairs, InvitedAt) = (reviewer.Id, kind, reviewer.Gender, chairs, at);

    /// <summary>The reviewer.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Where they come from.</summary>
    public ReviewerKind Kind { get; private set; }

    /// <summary>As known when invited, for the one-third rule.</summary>
    public Gender Gender { get; private set; }

    /// <summary>Whether they chair (召集人).</summary>
    public bool Chairs { get; private set; }

    /// <summary>What became of the invitation.</summary>
    public SeatStatus Status { get; private set; }

    /// <summary>When they were asked.</summary>
    public DateTimeOffset InvitedAt { get; private set; }

    /// <summary>When the invitation was last sent again.</summary>
    public DateTimeOffset? AskedAgainAt { get; private set; }

    /// <summary>When they answered, or were excused.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Why they declined or were excused; may be empty.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The version of the terms they agreed to.</summary>
    public int? TermsVersion { get; private set; }

    /// <summary>Organisations and schools they declare an interest in (任職、兼任、投資、合作), besides their own; one a line.</summary>
    public string Ties { get; private set; } = "";

    /// <summary>When an officer last reminded them of the reviews they owe.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>Still on the panel: asked or accepted.</summary>
    public bool Sits => Status is SeatStatus.Invited or SeatStatus.Accepted;

    internal void Accept(string ties, DateTimeOffset at) =>
        (Status, AnsweredAt, TermsVersion, Ties) = (SeatStatus.Accepted, at, ReviewerTerms.Current.Version, ties);

    internal void AskAgain(DateTimeOffset at) => AskedAgainAt = at;

    internal void Remind(DateTimeOffset at) => RemindedAt = at;

    internal void Chair(bool chairs) => Chairs = chairs;

    internal void Tie(string ties) => Ties = ties;

    internal void Leave(SeatStatus how, string reason, DateTimeOffset at) => (Status, AnsweredAt, Reason) = (how, at, reason);
}
