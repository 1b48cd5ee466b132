using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Reviews;

/// <summary>The rules of meetings, named as sentences.</summary>
public static class MeetingRules
{
    /// <summary>The longest turn, in minutes (own).</summary>
    public const int LongestTurn = 240;

    /// <summary>A meeting belongs to a panel that reviews.</summary>
    public static BrokenRule? PanelIsReviewing(PanelStatus status) =>
        status == PanelStatus.Reviewing ? null : new BrokenRule("meeting.panel", "", "審查會目前是「{0}」，不能安排或進行會議。", status);

    /// <summary>A meeting is held somewhere, in the room or on the line, and every entry gets its minutes.</summary>
    public static BrokenRule? PlanHolds(MeetingPlan plan) =>
        plan.Place.Length == 0 && plan.Link.Length == 0 ? new BrokenRule("meeting.where", "Place", "請填地點或視訊連結。")
        : plan.Link.Length > 0 && !(Uri.TryCreate(plan.Link, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps) ? new BrokenRule("meeting.link", "Link", "請填 https:// 開頭的完整網址。")
        : MinutesHold(plan.MinutesPerItem);

    /// <summary>From one minute to four hours (own).</summary>
    public static BrokenRule? MinutesHold(int minutes) =>
        minutes is >= 1 and <= LongestTurn ? null : new BrokenRule("meeting.minutes", "Minutes", "請填 1 到 {0} 分鐘。", LongestTurn);

    /// <summary>The plan stands once the meeting began.</summary>
    public static BrokenRule? IsPlanned(MeetingStatus status) =>
        status == MeetingStatus.Planned ? null : new BrokenRule("meeting.begun", "", "會議目前是「{0}」，時間與地點不能再改。", status);

    /// <summary>The agenda stands once the meeting is over.</summary>
    public static BrokenRule? IsNotOver(MeetingStatus status) =>
        status != MeetingStatus.Ended ? null : new BrokenRule("meeting.over", "", "會議已結束，不能再改。");

    /// <summary>Entries are taken up while the meeting is on.</summary>
    public static BrokenRule? IsRunning(MeetingStatus status) =>
        status == MeetingStatus.Running ? null : new BrokenRule("meeting.not-running", "", "會議目前是「{0}」，請先開始或繼續會議。", status);

    /// <summary>Minutes are kept when the meeting is over.</summary>
    public static BrokenRule? HasEnded(MeetingStatus status) =>
        status == MeetingStatus.Ended ? null : new BrokenRule("meeting.not-ended", "", "會議結束後才能產生定稿的會議紀錄。");

    /// <summary>What is done to an entry is done while it is on; somebody may have gone on to another one.</summary>
    public static BrokenRule? IsOn(Meeting meeting, Guid entryId) =>
        meeting.CurrentEntryId == entryId ? null : new BrokenRule("meeting.other-item", "", "會議現在進行的不是這一案，請重新整理。");

    /// <summary>A vote is closed before anything else goes on.</summary>
    public static BrokenRule? NoVoteIsOpen(Meeting meeting) =>
        meeting.Current is { TakesVotes: true } ? new BrokenRule("meeting.vote-open", "", "這一案正在投票，請先結束投票。") : null;

    /// <summary>Votes are given and counted while the vote is open.</summary>
    public static BrokenRule? AVoteIsOpen(Meeting meeting) =>
        meeting is { Status: MeetingStatus.Running, Current.TakesVotes: true } ? null : new BrokenRule("meeting.no-vote", "", "目前沒有開放投票。");

    /// <summary>A verdict of the panel's stage.</summary>
    public static BrokenRule? BelongsToStage(Verdict verdict, ReviewStage stage) =>
        Verdicts.Of(stage).Contains(verdict) ? null : new BrokenRule("meeting.verdict", "Verdict", "請選擇這個階段的決議結果。");

    /// <summary>At least half of the members without a conflict of interest are present, or the minutes say why it stands without (own).</summary>
    public static BrokenRule? IsQuorateOrSaysWhy(Attending attending, string reason) =>
        attending.IsQuorate || !string.IsNullOrWhiteSpace(reason)
            ? null
            : new BrokenRule("meeting.quorum", "QuorumReason", "在場 {0} 位，不到應出席 {1} 位的一半，請寫明仍作成決議的理由。", attending.Present, attending.Entitled);

    /// <summary>Who votes is in the room and has no conflict of interest with the entry.</summary>
    public static BrokenRule? MayVote(bool inTheRoom) =>
        inTheRoom ? null : new BrokenRule("ballot.absent", "", "請先按「我到了」，再投票。");
}
