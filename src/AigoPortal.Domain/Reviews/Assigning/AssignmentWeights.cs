using AigoPortal.Domain.People;

namespace AigoPortal.Domain.Reviews.Assigning;

/// <summary>
/// What a pair of reviewer and entry costs (own): the sum of what the reviewer lacks in the problem's technology, lacks in its industry, and says about reviewing it; 0 is best.
/// Expertise counts before mild preferences: one level of technology (8) weighs more than wanting an entry (6), and not wanting it (30) less than knowing nothing of both (36).
/// </summary>
public static class AssignmentWeights
{
    /// <summary>By level in the problem's technology: learned, practised, expert.</summary>
    public static readonly IReadOnlyList<int> Technology = [16, 8, 0];

    /// <summary>Without the technology.</summary>
    public const int NoTechnology = 24;

    /// <summary>By level in the problem's industry: learned, practised, expert.</summary>
    public static readonly IReadOnlyList<int> Industry = [8, 4, 0];

    /// <summary>Without the industry.</summary>
    public const int NoIndustry = 12;

    /// <summary>Would take it either way.</summary>
    public const int Fine = 6;

    /// <summary>Would rather not.</summary>
    public const int Unwanted = 30;

    /// <summary>The cost of a pair, 0 to 66.</summary>
    /// <param name="technology">The reviewer's level in the problem's technology; null without.</param>
    /// <param name="industry">The reviewer's level in the problem's industry; null without.</param>
    /// <param name="preference">The reviewer's word.</param>
    public static int CostOf(SkillLevel? technology, SkillLevel? industry, PreferenceLevel preference) =>
        (technology is { } known ? Technology[(int)known] : NoTechnology)
        + (industry is { } field ? Industry[(int)field] : NoIndustry)
        + preference switch { PreferenceLevel.Wanted => 0, PreferenceLevel.Unwanted => Unwanted, _ => Fine };
}
