using System.ComponentModel;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Entries;

/// <summary>The life of an entry (解題申請案): one team on one problem.</summary>
public enum EntryStatus
{
    /// <summary>The team applied; it stays so until both sides agree, or the poser declines.</summary>
    [Description("已申請")]
    Applied,

    /// <summary>The poser said no.</summary>
    [Description("未接受")]
    Declined,

    /// <summary>The poser said yes and the team confirmed.</summary>
    [Description("已媒合")]
    Matched,

    /// <summary>The concept was received.</summary>
    [Description("構想已送件")]
    ConceptSubmitted,

    /// <summary>The concept was not chosen.</summary>
    [Description("未入圍")]
    NotShortlisted,

    /// <summary>The concept was chosen.</summary>
    [Description("入圍")]
    Shortlisted,

    /// <summary>Both sides signed and work together.</summary>
    [Description("合作中")]
    Cooperating,

    /// <summary>The proof was received.</summary>
    [Description("實證已送件")]
    ProofSubmitted,

    /// <summary>The proof was decided.</summary>
    [Description("已決議")]
    Decided,

    /// <summary>Everything is paid and filed.</summary>
    [Description("已結案")]
    Closed,

    /// <summary>The team gave up.</summary>
    [Description("已撤回")]
    Withdrawn,

    /// <summary>The office ended it.</summary>
    [Description("已終止")]
    Terminated,
}

/// <summary>What can be done to an entry.</summary>
public enum EntryAction
{
    /// <summary>The poser accepts the application; the team has to confirm.</summary>
    [Description("接受申請")]
    Accept,

    /// <summary>The team confirms what the poser accepted: both sides agree.</summary>
    [Description("確認媒合")]
    Confirm,

    /// <summary>An officer records that both sides agreed with the office's help.</summary>
    [Description("協調媒合")]
    Mediate,

    /// <summary>The poser declines the application.</summary>
    [Description("婉拒申請")]
    Decline,

    /// <summary>The team hands in its concept, the first time or again.</summary>
    [Description("送出構想")]
    SubmitConcept,

    /// <summary>A released decision: chosen.</summary>
    [Description("公布入圍")]
    Shortlist,

    /// <summary>A released decision: not chosen.</summary>
    [Description("公布未入圍")]
    PassOver,

    /// <summary>Both sides' signatures were checked.</summary>
    [Description("確認合作文件")]
    Cooperate,

    /// <summary>The team hands in its proof, the first time or again.</summary>
    [Description("送出實證")]
    SubmitProof,

    /// <summary>A released decision on the proof.</summary>
    [Description("公布實證決議")]
    DecideProof,

    /// <summary>The office files it.</summary>
    [Description("結案")]
    Close,

    /// <summary>The team gives up.</summary>
    [Description("撤回")]
    Withdraw,

    /// <summary>The office ends it.</summary>
    [Description("終止")]
    Terminate,
}

/// <summary>The transition table of entries, in one place.</summary>
public static class EntryStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static EntryStatus? Following(EntryStatus status, EntryAction action) => (status, action) switch
    {
        (EntryStatus.Applied, EntryAction.Accept) => EntryStatus.Applied,
        (EntryStatus.Applied, EntryAction.Confirm or EntryAction.Mediate) => EntryStatus.Matched,
        (EntryStatus.Applied, EntryAction.Decline) => EntryStatus.Declined,
        (EntryStatus.Matched or EntryStatus.ConceptSubmitted, EntryAction.SubmitConcept) => EntryStatus.ConceptSubmitted,
        (EntryStatus.ConceptSubmitted, EntryAction.Shortlist) => EntryStatus.Shortlisted,
        (EntryStatus.ConceptSubmitted, EntryAction.PassOver) => EntryStatus.NotShortlisted,
        (EntryStatus.Shortlisted, EntryAction.Cooperate) => EntryStatus.Cooperating,
        (EntryStatus.Cooperating or EntryStatus.ProofSubmitted, EntryAction.SubmitProof) => EntryStatus.ProofSubmitted,
        (EntryStatus.ProofSubmitted, EntryAction.DecideProof) => EntryStatus.Decided,
        (EntryStatus.Decided, EntryAction.Close) => EntryStatus.Closed,
        (var living, EntryAction.Withdraw) when living.IsLiving() => EntryStatus.Withdrawn,
        (var living, EntryAction.Terminate) when living.IsLiving() => EntryStatus.Terminated,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static EntryStatus Next(EntryStatus status, EntryAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("entry.transition", "", "案件目前是「{0}」，不能「{1}」。", status, action));

    /// <summary>Whether anything can still become of it.</summary>
    public static bool IsLiving(this EntryStatus status) => status is not
        (EntryStatus.Declined or EntryStatus.NotShortlisted or EntryStatus.Closed or EntryStatus.Withdrawn or EntryStatus.Terminated);

    /// <summary>The states in which a team works with the poser and reads what is for matched teams only.</summary>
    public static readonly EntryStatus[] Matched =
    [
        EntryStatus.Matched, EntryStatus.ConceptSubmitted, EntryStatus.Shortlisted, EntryStatus.Cooperating, EntryStatus.ProofSubmitted, EntryStatus.Decided, EntryStatus.Closed,
    ];

    /// <summary>Whether the team may hand in for that stage now, time aside.</summary>
    public static bool TakesSubmission(this EntryStatus status, Rounds.ReviewStage stage) =>
        Following(status, stage == Rounds.ReviewStage.Concept ? EntryAction.SubmitConcept : EntryAction.SubmitProof) is not null;

    /// <summary>The state in which a stage's panel finds its entries.</summary>
    public static EntryStatus UnderReview(Rounds.ReviewStage stage) =>
        stage == Rounds.ReviewStage.Concept ? EntryStatus.ConceptSubmitted : EntryStatus.ProofSubmitted;
}
