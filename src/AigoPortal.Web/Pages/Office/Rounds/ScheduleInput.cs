using AigoPortal.Domain.Rounds;
using FluentValidation;

namespace AigoPortal.Web.Pages.Office.Rounds;

/// <summary>Every kind of step, in the order of the enum.</summary>
public sealed class ScheduleInput
{
    public static readonly IReadOnlyList<RoundStepKind> Kinds = Enum.GetValues<RoundStepKind>();

    public Guid Version { get; set; }

    public List<StepInput> Steps { get; set; } = [];

    public static bool IsDeadline(RoundStepKind kind) => kind is RoundStepKind.ConceptDeadline or RoundStepKind.ProofDeadline;

    public static ScheduleInput Of(Round round) => new()
    {
        Version = round.Version,
        Steps =
        [
            .. Kinds.Select(kind => round.Steps.FirstOrDefault(step => step.Kind == kind) is { } step
                ? new StepInput { From = step.StartsAt, To = step.EndsAt, Precision = step.Precision, Tentative = step.Tentative }
                : new StepInput()),
        ],
    };

    /// <summary>The steps that have a time; a deadline is one instant.</summary>
    public IReadOnlyList<RoundStep> ToSteps() =>
    [
        .. Steps.Select((step, index) => (Step: step, Kind: Kinds[index])).Where(pair => pair.Step.To is not null)
            .Select(pair => IsDeadline(pair.Kind)
                ? new RoundStep(pair.Kind, pair.Step.To!.Value, pair.Step.To.Value, StepPrecision.Instant, pair.Step.Tentative)
                : new RoundStep(pair.Kind, pair.Step.From!.Value, pair.Step.To!.Value, pair.Step.Precision, pair.Step.Tentative)),
    ];
}

public sealed class StepInput
{
    public DateTimeOffset? From { get; set; }

    public DateTimeOffset? To { get; set; }

    public StepPrecision Precision { get; set; } = StepPrecision.Day;

    public bool Tentative { get; set; }
}

public sealed class ScheduleInputValidator : AbstractValidator<ScheduleInput>
{
    public ScheduleInputValidator()
    {
        RuleFor(input => input.Steps).Must(steps => steps.Count == ScheduleInput.Kinds.Count).WithMessage("沒有收到完整的時程，請重新填寫。");
        RuleForEach(input => input.Steps).ChildRules(step => step.RuleFor(one => one.Precision).IsInEnum().WithMessage("這個值無法使用，請重新填寫。"));
        RuleFor(input => input).Custom(Complete).When(input => input.Steps.Count == ScheduleInput.Kinds.Count);
    }

    private static void Complete(ScheduleInput input, ValidationContext<ScheduleInput> context)
    {
        for (var index = 0; index < input.Steps.Count; index++)
        {
            var (kind, step) = (ScheduleInput.Kinds[index], input.Steps[index]);
            if (ScheduleInput.IsDeadline(kind) && step.To is null)
            {
                context.AddFailure($"Steps[{index}].To", "請填截止時間。");
            }
            else if (!ScheduleInput.IsDeadline(kind) && step.From is null != step.To is null)
            {
                context.AddFailure(step.From is null ? $"Steps[{index}].From" : $"Steps[{index}].To", "開始與結束都要填；沒有這一步就都留空。");
            }
            else if (!ScheduleInput.IsDeadline(kind) && step.To < step.From)
            {
                context.AddFailure($"Steps[{index}].To", "結束不能早於開始。");
            }
        }
    }
}
