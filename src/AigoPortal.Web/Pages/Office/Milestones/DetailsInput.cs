using AigoPortal.Domain.Awards;
using AigoPortal.Web.Components;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Office.Milestones;

/// <summary>What the forms of the check take; each form fills its own part.</summary>
public sealed class DetailsInput
{
    /// <summary>The version that was looked at.</summary>
    public Guid Seen { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>The piece that is turned down.</summary>
    public Guid Item { get; set; }

    public string ItemReason { get; set; } = "";

    public DateOnly? Until { get; set; }

    public string ExtendReason { get; set; } = "";

    /// <summary>Said yes to declaring it lost.</summary>
    public bool Sure { get; set; }

    public Guid PersonId { get; set; }

    public string Why { get; set; } = "";
}

/// <summary>A piece with its check.</summary>
public sealed record PieceCheck(EvidencePiece Piece, DetailsModel Page);

/// <summary>A piece's file, to be looked at beside its check.</summary>
public sealed record PieceFile(Guid Id, ListedFile? File, bool Open);

public sealed class ReasonValidator : AbstractValidator<DetailsInput>
{
    public ReasonValidator() => RuleFor(input => input.Reason).MaximumLength(2000).Sentence("最多 {0} 個字", 2000);
}

public sealed class RejectionValidator : AbstractValidator<DetailsInput>
{
    public RejectionValidator()
    {
        RuleFor(input => input.ItemReason).NotEmpty().WithMessage("請寫明原因。");
        RuleFor(input => input.ItemReason).MaximumLength(400).Sentence("最多 {0} 個字", 400);
    }
}

public sealed class ExtensionValidator : AbstractValidator<DetailsInput>
{
    public ExtensionValidator()
    {
        RuleFor(input => input.Until).NotNull().WithMessage("請填寫新的期限");
        RuleFor(input => input.Until).Must(date => date is null or { Year: >= 2000 and < 9999 }).WithMessage("請填寫新的期限");
        RuleFor(input => input.ExtendReason).NotEmpty().WithMessage("請寫明原因。");
        RuleFor(input => input.ExtendReason).MaximumLength(300).Sentence("最多 {0} 個字", 300);
    }
}

public sealed class ForfeitureValidator : AbstractValidator<DetailsInput>
{
    public ForfeitureValidator()
    {
        RuleFor(input => input.Reason).NotEmpty().WithMessage("請寫明原因。");
        RuleFor(input => input.Reason).MaximumLength(2000).Sentence("最多 {0} 個字", 2000);
    }
}

public sealed class RevealValidator : AbstractValidator<DetailsInput>
{
    public RevealValidator()
    {
        RuleFor(input => input.Why).NotEmpty().WithMessage("請寫明查看的原因");
        RuleFor(input => input.Why).MaximumLength(400).Sentence("最多 {0} 個字", 400);
    }
}
