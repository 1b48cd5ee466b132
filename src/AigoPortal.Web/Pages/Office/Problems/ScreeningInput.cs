using AigoPortal.Domain.Problems;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Problems;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Office.Problems;

/// <summary>What the office says of a problem.</summary>
public sealed class ScreeningInput
{
    /// <summary>The version the officer has read.</summary>
    public Guid? Version { get; set; }

    public string Reason { get; set => field = Written.Text(value); } = "";

    /// <summary>Reasons at fields, by the field's name.</summary>
    public Dictionary<string, string> Fields { get; set; } = [];

    /// <summary>One line a point, in the points' order.</summary>
    public List<CheckInput> Checks { get; set; } = [];

    public DataReadiness? Readiness { get; set; }

    public Grade? Difficulty { get; set; }

    public Grade? Maturity { get; set; }

    public string GradeReason { get; set => field = Written.Text(value); } = "";

    public DataReadiness? UsableData { get; set; }

    public string DataReason { get; set => field = Written.Text(value); } = "";

    /// <summary>The reasons that were written, in the form's order; a name that is no field's is not ours.</summary>
    public IReadOnlyList<FieldReason> FieldReasons() =>
    [
        .. from field in ProblemFields.All
           let reason = Written.Text(Fields.GetValueOrDefault(field.Name))
           where reason.Length > 0
           select new FieldReason(field.Name, reason),
    ];

    public IReadOnlyList<ScreeningLine> Checklist() =>
        [.. Enum.GetValues<ScreeningPoint>().Zip(Checks, (point, check) => new ScreeningLine(point, check.Answer, check.Note))];

    /// <summary>Fills in what is known, where nothing was typed.</summary>
    public void FillFrom(ProblemSheet sheet, bool first)
    {
        var problem = sheet.Problem;
        foreach (var field in ProblemFields.All)
        {
            Fields.TryAdd(field.Name, first ? problem.FieldReasons.FirstOrDefault(known => known.Field == field.Name)?.Reason ?? "" : "");
        }

        foreach (var point in Enum.GetValues<ScreeningPoint>().Skip(Checks.Count))
        {
            var known = problem.Checklist.FirstOrDefault(line => line.Point == point);
            Checks.Add(new CheckInput { Answer = known?.Answer ?? ScreeningAnswer.Unclear, Note = known?.Note ?? "" });
        }

        if (first || (Readiness is null && Difficulty is null && Maturity is null && GradeReason.Length == 0))
        {
            (Readiness, Difficulty, Maturity, GradeReason) = (problem.GradedReadiness ?? sheet.Content.Readiness, problem.Difficulty, problem.Maturity, problem.GradeReason ?? "");
        }
    }
}

/// <summary>One point of the checklist.</summary>
public sealed class CheckInput
{
    public ScreeningAnswer Answer { get; set; }

    public string Note { get; set => field = Written.Text(value); } = "";
}

/// <summary>A return says why, in general or at a field.</summary>
public sealed class ReturnValidator : AbstractValidator<ScreeningInput>
{
    public ReturnValidator()
    {
        RuleFor(input => input.Reason).NotEmpty().When(input => input.FieldReasons().Count == 0).WithMessage("請寫出原因，出題單位才知道怎麼改。");
        RuleFor(input => input.Reason).MaximumLength(4000).Sentence("最多 {0} 個字。", 4000);
        RuleFor(input => input.Fields).Custom((fields, context) =>
        {
            foreach (var field in fields.Where(field => field.Value?.Length > 1000))
            {
                context.AddFailure(new FluentValidation.Results.ValidationFailure($"Fields[{field.Key}]", "最多 {0} 個字。") { CustomState = new object[] { 1000 } });
            }
        });
    }
}

/// <summary>A refusal says why.</summary>
public sealed class RejectValidator : AbstractValidator<ScreeningInput>
{
    public RejectValidator()
    {
        RuleFor(input => input.Reason).NotEmpty().WithMessage("請寫出原因，出題單位才知道怎麼改。");
        RuleFor(input => input.Reason).MaximumLength(4000).Sentence("最多 {0} 個字。", 4000);
    }
}

/// <summary>A listed problem is graded, and its grades say why.</summary>
public sealed class GradesValidator : AbstractValidator<ScreeningInput>
{
    public GradesValidator()
    {
        RuleFor(input => input.Readiness).NotNull().WithMessage("請選擇資料就緒度。").IsInEnum().WithMessage("請選擇資料就緒度。");
        RuleFor(input => input.Difficulty).NotNull().WithMessage("請選擇難度。").IsInEnum().WithMessage("請選擇難度。");
        RuleFor(input => input.Maturity).NotNull().WithMessage("請選擇成熟度。").IsInEnum().WithMessage("請選擇成熟度。");
        RuleFor(input => input.GradeReason).NotEmpty().WithMessage("請寫一句分級的理由。").MaximumLength(1000).Sentence("最多 {0} 個字。", 1000);
    }
}

/// <summary>The checklist's notes are short.</summary>
public sealed class ChecklistValidator : AbstractValidator<ScreeningInput>
{
    public ChecklistValidator() => RuleForEach(input => input.Checks).ChildRules(check =>
    {
        check.RuleFor(line => line.Answer).IsInEnum().WithMessage("請選擇是、否或待釐清。");
        check.RuleFor(line => line.Note).MaximumLength(500).Sentence("最多 {0} 個字。", 500);
    });
}

/// <summary>Data that can be used say how far they are, and why.</summary>
public sealed class UsableDataValidator : AbstractValidator<ScreeningInput>
{
    public UsableDataValidator()
    {
        RuleFor(input => input.UsableData).NotNull().WithMessage("請選擇資料目前的就緒度。").IsInEnum().NotEqual(DataReadiness.None).WithMessage("請選擇資料目前的就緒度。");
        RuleFor(input => input.DataReason).NotEmpty().WithMessage("請寫一句分級的理由。").MaximumLength(1000).Sentence("最多 {0} 個字。", 1000);
    }
}
