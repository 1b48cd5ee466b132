using System.Linq.Expressions;
using AigoPortal.Domain.Entries;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Team;

/// <summary>The six parts of a pitch.</summary>
public sealed class PitchInput
{
    public string TrackRecord { get; set; } = "";

    public string Expertise { get; set; } = "";

    public string Scenario { get; set; } = "";

    public string Technique { get; set; } = "";

    public string DataPlan { get; set; } = "";

    public string ExpectedBenefit { get; set; } = "";

    public Pitch ToPitch() => new(TrackRecord.Trim(), Expertise.Trim(), Scenario.Trim(), Technique.Trim(), DataPlan.Trim(), ExpectedBenefit.Trim());
}

/// <summary>All six are written, none too long.</summary>
public sealed class PitchInputValidator : AbstractValidator<PitchInput>
{
    private const int Longest = 4000;

    public PitchInputValidator()
    {
        Part(input => input.TrackRecord).WithMessage("請寫過往實績；還沒有的話，寫最接近的經驗");
        Part(input => input.Expertise).WithMessage("請寫 AI 技術與應用專長");
        Part(input => input.Scenario).WithMessage("請寫需求與應用情境設計");
        Part(input => input.Technique).WithMessage("請寫 AI 技術應用規劃");
        Part(input => input.DataPlan).WithMessage("請寫資料蒐集與時程規劃");
        Part(input => input.ExpectedBenefit).WithMessage("請寫預期成果效益");
    }

    private IRuleBuilderOptions<PitchInput, string> Part(Expression<Func<PitchInput, string>> part)
    {
        RuleFor(part).MaximumLength(Longest).Sentence("最多 {0} 個字", Longest);
        return RuleFor(part).Must(text => !string.IsNullOrWhiteSpace(text));
    }
}
