using System.Linq.Expressions;
using AigoPortal.Domain.Entries;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Team;

/// <summary>The six parts of a pitch.</summary>
public class PitchInput
{
    /// <summary>The version the form was filled from; null for a new draft.</summary>
    public Guid? Version { get; set; }

    public string TrackRecord { get; set => field = Written.Text(value); } = "";

    public string Expertise { get; set => field = Written.Text(value); } = "";

    public string Scenario { get; set => field = Written.Text(value); } = "";

    public string Technique { get; set => field = Written.Text(value); } = "";

    public string DataPlan { get; set => field = Written.Text(value); } = "";

    public string ExpectedBenefit { get; set => field = Written.Text(value); } = "";

    /// <summary>Files to add to those kept.</summary>
    public List<IFormFile> Files { get; set; } = [];

    public Pitch ToPitch() => new(TrackRecord, Expertise, Scenario, Technique, DataPlan, ExpectedBenefit);

    public void Take(Pitch pitch) =>
        (TrackRecord, Expertise, Scenario, Technique, DataPlan, ExpectedBenefit) =
        (pitch.TrackRecord, pitch.Expertise, pitch.Scenario, pitch.Technique, pitch.DataPlan, pitch.ExpectedBenefit);
}

/// <summary>A draft may lack anything, but nothing is too long.</summary>
public sealed class PitchDraftValidator : AbstractValidator<PitchInput>
{
    public PitchDraftValidator()
    {
        Part(input => input.TrackRecord);
        Part(input => input.Expertise);
        Part(input => input.Scenario);
        Part(input => input.Technique);
        Part(input => input.DataPlan);
        Part(input => input.ExpectedBenefit);
    }

    private void Part(Expression<Func<PitchInput, string>> part) =>
        RuleFor(part).MaximumLength(PitchParts.Longest).Sentence("最多 {0} 個字", PitchParts.Longest);
}

/// <summary>All six are written, none too long.</summary>
public sealed class PitchInputValidator : AbstractValidator<PitchInput>
{
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
        RuleFor(part).MaximumLength(PitchParts.Longest).Sentence("最多 {0} 個字", PitchParts.Longest);
        return RuleFor(part).Must(text => !string.IsNullOrWhiteSpace(text));
    }
}
