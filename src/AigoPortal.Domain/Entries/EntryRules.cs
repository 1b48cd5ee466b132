using AigoPortal.Domain.Files;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;

namespace AigoPortal.Domain.Entries;

/// <summary>The rules of entries, named as sentences.</summary>
public static class EntryRules
{
    /// <summary>Teams apply to listed problems only.</summary>
    public static BrokenRule? ProblemIsListed(Problem problem) =>
        problem.Status == ProblemStatus.Listed ? null : new BrokenRule("entry.problem-closed", "", "這一題目前沒有開放申請。");

    /// <summary>Without usable data there is nothing to solve yet; the problem waits for its data first.</summary>
    public static BrokenRule? DataAreUsable(Problem problem) =>
        problem.WaitsForData ? new BrokenRule("entry.data-waiting", "", "這一題的資料還在整理，資料可用後才開放申請。") : null;

    /// <summary>Applying, accepting and confirming are possible until the matching's end; at that instant it is too late.</summary>
    public static BrokenRule? MatchingIsOpen(Round round, DateTimeOffset now) => now < round.MatchingEndsAt
        ? null
        : new BrokenRule("entry.matching-closed", "", "本場媒合已於 {0} 截止，伺服器收到的時間是 {1}。", round.MatchingEndsAt, now);

    /// <summary>A mediated match still has to hand in a concept (own).</summary>
    public static BrokenRule? CanBeMediated(Round round, DateTimeOffset now) => now < round.ConceptDeadline
        ? null
        : new BrokenRule("entry.mediation-closed", "", "構想收件已於 {0} 截止，不能再協調媒合。", round.ConceptDeadline);

    /// <summary>The poser accepts once; the team has the next word.</summary>
    public static BrokenRule? IsUnanswered(Entry entry) => entry.AnsweredAt is null || entry.Status != EntryStatus.Applied
        ? null
        : new BrokenRule("entry.accepted-already", "", "貴單位已接受這個申請，等團隊確認。");

    /// <summary>The team confirms what the poser accepted (domain: both agree).</summary>
    public static BrokenRule? IsAccepted(Entry entry) => entry.AnsweredAt is not null || entry.Status != EntryStatus.Applied
        ? null
        : new BrokenRule("entry.not-accepted", "", "出題單位還沒有接受申請，不能確認媒合。");

    /// <summary>The poser answers what they read, so a pitch is amended before (own).</summary>
    public static BrokenRule? CanBeAmended(Entry entry) => entry is { Status: EntryStatus.Applied, AnsweredAt: null }
        ? null
        : new BrokenRule("entry.pitch-read", "", "出題單位已經回覆，提案不能再修改。");

    /// <summary>All six parts are written before the pitch is sent.</summary>
    public static BrokenRule? PitchIsWritten(Pitch pitch) =>
        pitch.Parts.Any(string.IsNullOrWhiteSpace) ? new BrokenRule("entry.pitch-incomplete", "", "六項都寫了才能送出。") : null;

    /// <summary>A pitch carries a few files (own: 5).</summary>
    public static BrokenRule? AttachmentsAreFew(int count) => count <= PitchAttachment.Most
        ? null
        : new BrokenRule("entry.attachments", "Files", "附件最多 {0} 個。", PitchAttachment.Most);

    /// <summary>The leader applies for the team.</summary>
    public static BrokenRule? IsLeader(Team team, Guid personId) => TeamRules.IsLeader(team, personId);

    /// <summary>A team applies to a problem once, also when it withdrew (own): the poser has read it, and the pitch could be amended.</summary>
    public static BrokenRule AppliedAlready() => new("entry.applied-already", "", "團隊已經申請過這一題；撤回後也不能再申請同一題。");

    /// <summary>A submission received before the deadline counts; at the deadline's instant it is late.</summary>
    public static BrokenRule? IsBeforeDeadline(ReviewStage stage, Round round, DateTimeOffset now) =>
        now < round.DeadlineOf(stage)
            ? null
            : new BrokenRule("entry.late", "", "收件已於 {0} 截止，伺服器收到的時間是 {1}。草稿仍為您保留。", round.DeadlineOf(stage), now);

    /// <summary>A submission has its text and its document.</summary>
    public static BrokenRule? IsComplete(string text, StoredFile? file) =>
        string.IsNullOrWhiteSpace(text) ? new BrokenRule("entry.text", "Text", "請寫下內容說明再送出。")
        : file is null ? new BrokenRule("entry.file", "File", "請附上 PDF 檔再送出。")
        : null;

    /// <summary>An answer to the team says why.</summary>
    public static BrokenRule? AnswerSaysWhy(string word) =>
        string.IsNullOrWhiteSpace(word) ? new BrokenRule("entry.answer", "Word", "請給團隊一句說明。") : null;

    /// <summary>Cooperation papers belong to shortlisted entries.</summary>
    public static BrokenRule? TakesCooperationPapers(EntryStatus status) =>
        status == EntryStatus.Shortlisted ? null : new BrokenRule("entry.cooperation-closed", "", "案件目前是「{0}」，不收合作文件。", status);

    /// <summary>Both sides sign before the office checks (AIGO briefing: 出解題雙方簽署合作文件).</summary>
    public static BrokenRule? BothHaveSigned(CooperationDocument document) =>
        document.IsSignedByBoth ? null : new BrokenRule("entry.unsigned", "", "雙方都上傳簽署頁後才能確認。");

    /// <summary>Visits and deliverables belong to cooperating entries.</summary>
    public static BrokenRule? IsCooperating(EntryStatus status) =>
        status is EntryStatus.Cooperating or EntryStatus.ProofSubmitted
            ? null
            : new BrokenRule("entry.not-cooperating", "", "案件目前是「{0}」，還不能做這一步。", status);

    /// <summary>An officer accepts what was handed in.</summary>
    public static BrokenRule? HasDeliverables(Deliverables deliverables) =>
        deliverables.HandedInAt is not null ? null : new BrokenRule("entry.no-deliverables", "", "團隊還沒有繳交成果資料。");

    /// <summary>One entry is awarded at most the round's cap (AIGO briefing: 每隊全程一題最高 70 萬).</summary>
    public static BrokenRule? StaysWithinCap(Twd committed, Twd more, Twd cap) =>
        committed + more <= cap ? null : new BrokenRule("entry.cap", "", "一案最高 {0} 元，已決議 {1} 元，不能再加 {2} 元。", cap, committed, more);

    /// <summary>Ending an entry says why.</summary>
    public static BrokenRule? TerminationSaysWhy(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new BrokenRule("entry.reason", "Reason", "請寫明原因。") : null;
}
