using System.ComponentModel;

namespace AigoPortal.Domain.Problems;

/// <summary>What a screening looks at (programme plan, 議題審查機制).</summary>
public enum ScreeningPoint
{
    /// <summary>資料完整.</summary>
    [Description("資料完整")]
    DataAreComplete,

    /// <summary>資料獨特.</summary>
    [Description("資料獨特")]
    DataAreUnique,

    /// <summary>產業價值.</summary>
    [Description("產業價值")]
    IndustryValue,

    /// <summary>可 AI 化.</summary>
    [Description("可 AI 化")]
    SuitsAi,

    /// <summary>法規.</summary>
    [Description("法規")]
    Law,

    /// <summary>個資.</summary>
    [Description("個資")]
    PersonalData,
}

/// <summary>What an officer found at a point.</summary>
public enum ScreeningAnswer
{
    /// <summary>待釐清.</summary>
    [Description("待釐清")]
    Unclear,

    /// <summary>是.</summary>
    [Description("是")]
    Yes,

    /// <summary>否.</summary>
    [Description("否")]
    No,
}

/// <summary>One line of a problem's screening checklist.</summary>
/// <param name="Point">What was looked at.</param>
/// <param name="Answer">What was found.</param>
/// <param name="Note">In words.</param>
public sealed record ScreeningLine(ScreeningPoint Point, ScreeningAnswer Answer, string Note);

/// <summary>Why a field has to be mended; shown to the poser at that field.</summary>
/// <param name="Field">The field's name in the form, such as <c>Title</c>.</param>
/// <param name="Reason">What is to be done.</param>
public sealed record FieldReason(string Field, string Reason);
