using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>What is typed into the forms of a meeting's page.</summary>
public sealed class MeetingForms
{
    public DateTimeOffset? StartsAt { get; set; }

    public string Place { get; set => field = Written.Line(value); } = "";

    public string Link { get; set => field = Written.Line(value); } = "";

    public int? MinutesPerItem { get; set; } = 15;

    /// <summary>What the panel agrees on without a vote.</summary>
    public Verdict? Consensus { get; set; }

    public string QuorumReason { get; set => field = Written.Text(value); } = "";

    /// <summary>The decision.</summary>
    public Verdict? Verdict { get; set; }

    public string Reason { get; set => field = Written.Text(value); } = "";

    public MeetingPlan ToPlan() => new(StartsAt!.Value, Place, Link, MinutesPerItem!.Value);

    public static MeetingForms Of(Meeting? meeting, AgendaLine? current)
    {
        var forms = meeting is null ? new MeetingForms() : new MeetingForms
        {
            StartsAt = meeting.Plan.StartsAt,
            Place = meeting.Plan.Place,
            Link = meeting.Plan.Link,
            MinutesPerItem = meeting.Plan.MinutesPerItem,
        };
        forms.Verdict = current?.Decision is { } decision ? Verdicts.Of(decision.Outcome, decision.Level) : current?.Item.Result?.Proposal;
        forms.Reason = current?.Decision?.Reason ?? "";
        return forms;
    }
}

public sealed class MeetingPlanValidator : AbstractValidator<MeetingForms>
{
    public MeetingPlanValidator()
    {
        RuleFor(input => input.StartsAt).NotNull().WithMessage("請填開會時間");
        RuleFor(input => input.Place).MaximumLength(300).Sentence("最多 {0} 個字", 300);
        RuleFor(input => input.Link).MaximumLength(500).Sentence("最多 {0} 個字", 500);
        RuleFor(input => input.MinutesPerItem).Must(minutes => minutes is >= 1 and <= MeetingRules.LongestTurn).Sentence("請填 1 到 {0} 分鐘。", MeetingRules.LongestTurn);
    }
}

public sealed class QuorumValidator : AbstractValidator<MeetingForms>
{
    public QuorumValidator() => RuleFor(input => input.QuorumReason).MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
}

public sealed class ConsensusValidator : AbstractValidator<MeetingForms>
{
    public ConsensusValidator()
    {
        RuleFor(input => input.Consensus).NotNull().WithMessage("請選擇這個階段的決議結果。");
        RuleFor(input => input.QuorumReason).MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
    }
}

public sealed class MeetingDecisionValidator : AbstractValidator<MeetingForms>
{
    public MeetingDecisionValidator()
    {
        RuleFor(input => input.Verdict).NotNull().WithMessage("請選擇這個階段的決議結果。");
        RuleFor(input => input.Reason).NotEmpty().WithMessage("請寫下決議理由，公布時會給團隊。").MaximumLength(4000).Sentence("最多 {0} 個字", 4000);
    }
}
