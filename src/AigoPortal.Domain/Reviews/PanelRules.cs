using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Reviews;

/// <summary>The rules of panels, named as sentences.</summary>
public static class PanelRules
{
    /// <summary>Members and criteria stand once the panel is announced.</summary>
    public static BrokenRule? IsBeingPrepared(PanelStatus status) =>
        status == PanelStatus.Preparing ? null : new BrokenRule("panel.fixed", "", "審查會已召集，委員與準則不能再改。");

    /// <summary>Reviewers are invited, also as substitutes, until the release.</summary>
    public static BrokenRule? TakesMembers(PanelStatus status) =>
        status == PanelStatus.Released ? new BrokenRule("panel.over", "", "決議已公布，委員名單不能再改。") : null;

    /// <summary>How a panel works is settled before its release.</summary>
    public static BrokenRule? IsNotReleased(PanelStatus status) =>
        status == PanelStatus.Released ? new BrokenRule("panel.over", "", "決議已公布，不能再改。") : null;

    /// <summary>A reviewer sits once.</summary>
    public static BrokenRule? IsNotMember(Panel panel, Person reviewer) =>
        panel.Members.Any(member => member.PersonId == reviewer.Id && member.Sits) ? new BrokenRule("panel.member-already", "ReviewerId", "{0} 已經是委員。", reviewer.Name) : null;

    /// <summary>One person chairs.</summary>
    public static BrokenRule? HasNoChair(Panel panel) =>
        panel.Members.Any(member => member.Chairs && member.Sits) ? new BrokenRule("panel.chair-taken", "Chairs", "已經有召集人，請先加入，再改由這位委員擔任召集人。") : null;

    /// <summary>The chair changes while the panel is being prepared, or when nobody chairs any more.</summary>
    public static BrokenRule? ChairCanChange(Panel panel) =>
        panel.Status == PanelStatus.Preparing || (panel.Status != PanelStatus.Released && !panel.Members.Any(member => member.Chairs && member.Sits))
            ? null
            : new BrokenRule("panel.chair-fixed", "", "審查會已召集，召集人不能再改。");

    /// <summary>Somebody who sits: asked or accepted.</summary>
    public static BrokenRule? StillSits(PanelMember member) =>
        member.Sits ? null : new BrokenRule("panel.not-sitting", "", "這位委員目前是「{0}」。", member.Status);

    /// <summary>Somebody who accepted the seat.</summary>
    public static BrokenRule? HasAccepted(PanelMember member) =>
        member.Status == SeatStatus.Accepted ? null : new BrokenRule("panel.not-accepted", "", "接受邀請的委員才能申報，目前是「{0}」。", member.Status);

    /// <summary>The same letter at most once an hour (own).</summary>
    public static BrokenRule? MayBeAskedAgain(PanelMember member, DateTimeOffset now) =>
        (member.AskedAgainAt ?? member.InvitedAt).AddHours(1) is var next && now < next
            ? new BrokenRule("panel.asked", "", "一小時內剛寄過邀請，{0} 之後可以再寄。", next)
            : null;

    /// <summary>An announced panel excuses; before, a name is taken off the list.</summary>
    public static BrokenRule? IsAnnounced(PanelStatus status) =>
        status == PanelStatus.Preparing ? new BrokenRule("panel.not-announced", "", "審查會還在籌備，請直接移除委員。") : null;

    /// <summary>What comes after the release.</summary>
    public static BrokenRule? IsReleased(PanelStatus status) =>
        status == PanelStatus.Released ? null : new BrokenRule("panel.not-released", "", "決議還沒有公布。");

    /// <summary>Scoring ends in the future when it is set.</summary>
    public static BrokenRule? EndsLater(PanelTerms terms, DateTimeOffset now) =>
        terms.ScoringEndsAt is { } end && end <= now ? new BrokenRule("panel.scoring-past", "ScoringEndsAt", "評分截止要晚於現在。") : null;

    /// <summary>
    /// A panel for a track is announced before any panel of the stage reviews: afterwards entries that others read would change hands (own).
    /// </summary>
    public static BrokenRule? TrackComesInTime(Panel panel, bool anotherReviews) =>
        panel.Track.Length > 0 && anotherReviews
            ? new BrokenRule("panel.track-late", "", "這個階段的另一個審查會已經開始審查，分組的審查會不能再召集，否則案件會換手。")
            : null;

    /// <summary>A composition below one third is explained.</summary>
    public static BrokenRule? CompositionSaysWhy(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new BrokenRule("panel.composition", "CompositionReason", "任一性別不足三分之一，請調整委員或寫明理由。") : null;

    /// <summary>An invitation is answered once.</summary>
    public static BrokenRule? WaitsForAnswer(PanelMember member) =>
        member.Status == SeatStatus.Invited ? null : new BrokenRule("panel.answered", "", "這份邀請目前是「{0}」。", member.Status);

    /// <summary>Excusing a member is explained.</summary>
    public static BrokenRule? ExcuseSaysWhy(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new BrokenRule("panel.excuse-reason", "ExcuseReason", "請寫明解任的理由。") : null;

    /// <summary>At least one reviewer.</summary>
    public static BrokenRule? HasMembers(Panel panel) =>
        panel.Members.Any(member => member.Sits) ? null : new BrokenRule("panel.empty", "", "請先加入審查委員。");

    /// <summary>A panel is announced when nobody is still being asked.</summary>
    public static BrokenRule? EverybodyAnswered(Panel panel)
    {
        var waiting = panel.Members.Count(member => member.Status == SeatStatus.Invited);
        return waiting == 0 ? null : new BrokenRule("panel.unanswered", "", "還有 {0} 位委員沒有回覆邀請，請等回覆，或移除後再召集。", waiting);
    }

    /// <summary>At least one review an entry.</summary>
    public static BrokenRule? AsksForReviews(PanelTerms terms) =>
        terms.ReviewsPerEntry is null or (>= 1 and <= 20) ? null : new BrokenRule("panel.reviews-per-entry", "ReviewsPerEntry", "請填 1 到 20。");

    /// <summary>Weights add up to 100.</summary>
    public static BrokenRule? WeightsAddUp(IReadOnlyList<PanelCriterion> criteria) =>
        criteria.Count > 0 && criteria.All(criterion => criterion.Weight > 0) && criteria.Sum(criterion => criterion.Weight) == 100
            ? null
            : new BrokenRule("panel.weights", "", "各項準則的權重都要大於 0，合計要是 100，目前是 {0}。", criteria.Sum(criterion => criterion.Weight));

    /// <summary>Any gender at least one third (programme plan: 任一性別不少於三分之一).</summary>
    public static bool IsFair(IEnumerable<Gender> genders)
    {
        var all = genders.ToList();
        var fewer = Math.Min(all.Count(gender => gender == Gender.Female), all.Count(gender => gender == Gender.Male));
        return fewer * 3 >= all.Count;
    }

    /// <summary>A panel below one third is announced only with a recorded reason.</summary>
    public static BrokenRule? IsFairOrSaysWhy(Panel panel, string? reason) =>
        panel.HasFairComposition || !string.IsNullOrWhiteSpace(reason)
            ? null
            : new BrokenRule("panel.composition", "CompositionReason", "任一性別不足三分之一，請調整委員或寫明理由。");

    /// <summary>Decisions are made while the panel reviews.</summary>
    public static BrokenRule? IsReviewing(PanelStatus status) =>
        status == PanelStatus.Reviewing ? null : new BrokenRule("panel.not-reviewing", "", "審查會目前是「{0}」，不能決議。", status);

    /// <summary>Every decision has a reason.</summary>
    public static BrokenRule? DecisionSaysWhy(Decision decision) =>
        string.IsNullOrWhiteSpace(decision.Reason) ? new BrokenRule("panel.reason", "Reason", "請寫下決議理由，公布時會給團隊。") : null;

    /// <summary>Reviewers score while the panel reviews and its scoring has not ended.</summary>
    public static BrokenRule? TakesScores(Panel panel, DateTimeOffset at) => ReviewRules.PanelIsReviewing(panel.Status) ?? ReviewRules.ScoringIsOpen(panel, at);

    /// <summary>A reviewer with an accepted seat is reminded at most once in 24 hours (own).</summary>
    public static BrokenRule? MayBeReminded(PanelMember member, DateTimeOffset at) => member switch
    {
        { Status: not SeatStatus.Accepted } => new BrokenRule("panel.remind-seat", "", "這位委員目前是「{0}」，不能提醒。", member.Status),
        { RemindedAt: { } last } when at < last.AddDays(1) => new BrokenRule("panel.reminded", "", "{0} 已經提醒過，一天只寄一次。", last),
        _ => null,
    };

    /// <summary>Scores are agreed on while the panel reviews.</summary>
    public static BrokenRule? TakesAgreedScores(PanelStatus status) =>
        status == PanelStatus.Reviewing ? null : new BrokenRule("panel.agreed-closed", "", "審查會目前是「{0}」，不能改合議分數。", status);

    /// <summary>An agreed score is a total: 0 to 100, at most two decimals.</summary>
    public static BrokenRule? IsAgreedScore(decimal score) =>
        score is >= 0 and <= 100 && decimal.Round(score, 2) == score ? null : new BrokenRule("panel.agreed-score", "AgreedScore", "請填 0 到 100，最多兩位小數。");

    /// <summary>An agreed score is explained.</summary>
    public static BrokenRule? AgreedScoreSaysWhy(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new BrokenRule("panel.agreed-reason", "AgreedReason", "請寫明合議的理由。") : null;

    /// <summary>Only what was agreed on can be taken back.</summary>
    public static BrokenRule? HasAgreedScore(Panel panel, Guid entryId) =>
        panel.Agreed.Any(agreed => agreed.EntryId == entryId) ? null : new BrokenRule("panel.no-agreed-score", "", "這一案沒有合議分數。");

    /// <summary>A concept is shortlisted or not; a proof is awarded at a level or not.</summary>
    public static BrokenRule? OutcomeBelongsToStage(Decision decision, ReviewStage stage) => (stage, decision.Outcome, decision.Level) switch
    {
        (ReviewStage.Concept, Outcome.Shortlisted or Outcome.NotShortlisted, null) => null,
        (ReviewStage.Proof, Outcome.Awarded, not null) => null,
        (ReviewStage.Proof, Outcome.NotAwarded, null) => null,
        _ => new BrokenRule("panel.outcome", "Outcome", "請選擇這個階段的決議結果。"),
    };

    /// <summary>Nothing is released while an entry waits for its decision.</summary>
    public static BrokenRule? EverythingIsDecided(Panel panel, IReadOnlyCollection<Guid> underReview)
    {
        var open = underReview.Count(entry => panel.Decisions.All(decision => decision.EntryId != entry));
        return open == 0 ? null : new BrokenRule("panel.undecided", "", "還有 {0} 案沒有決議，全部決議後才能公布。", open);
    }
}
