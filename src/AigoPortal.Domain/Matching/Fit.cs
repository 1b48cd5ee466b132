using System.ComponentModel;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Training;

namespace AigoPortal.Domain.Matching;

/// <summary>What a fit is counted from.</summary>
public enum FitAspect
{
    /// <summary>The problem's technology.</summary>
    [Description("技術")]
    Technology,

    /// <summary>The problem's industry.</summary>
    [Description("行業")]
    Industry,

    /// <summary>Shortlisted on a problem like it.</summary>
    [Description("實績")]
    TrackRecord,

    /// <summary>Data that still need work.</summary>
    [Description("資料整理")]
    Data,
}

/// <summary>One line of the sum.</summary>
/// <param name="Aspect">What was looked at.</param>
/// <param name="Points">Points given.</param>
/// <param name="Most">Points there are.</param>
/// <param name="Word">The word that earned them; null when nothing did, or when no word was asked for.</param>
/// <param name="Level">The level in that word, when it is a skill.</param>
public sealed record FitPart(FitAspect Aspect, int Points, int Most, string? Word, SkillLevel? Level);

/// <summary>What is missing, and the kind of course that teaches it; it never keeps anybody from applying.</summary>
/// <param name="Aspect">What was looked at.</param>
/// <param name="Word">The word that is missing; null for the work on data.</param>
/// <param name="Course">Who learns it where.</param>
public sealed record Lack(FitAspect Aspect, string? Word, CourseKind Course);

/// <summary>
/// 職能匹配: how well somebody's skills fit a problem, as a sum that anybody can check (own). Technology counts 45, industry 30, a shortlisted
/// problem like it 15, data that need no work or people who can do it 10.
/// </summary>
public sealed record Fit
{
    /// <summary>Points by level for the technology: learned, practised, expert.</summary>
    public static readonly IReadOnlyList<int> TechnologyPoints = [20, 35, 45];

    /// <summary>Points by level for the industry: learned, practised, expert.</summary>
    public static readonly IReadOnlyList<int> IndustryPoints = [14, 24, 30];

    /// <summary>For a shortlisted problem of the same technology.</summary>
    public const int ProvedTechnology = 10;

    /// <summary>For a shortlisted problem of the same industry.</summary>
    public const int ProvedIndustry = 5;

    /// <summary>For data that are complete, or somebody who puts them in order.</summary>
    public const int UsableData = 10;

    private Fit(IReadOnlyList<FitPart> parts, IReadOnlyList<Lack> lacks) => (Parts, Lacks, Points) = (parts, lacks, parts.Sum(part => part.Points));

    /// <summary>0 to 100.</summary>
    public int Points { get; }

    /// <summary>The sum's lines.</summary>
    public IReadOnlyList<FitPart> Parts { get; }

    /// <summary>What the team lacks.</summary>
    public IReadOnlyList<Lack> Lacks { get; }

    /// <summary>Counts it.</summary>
    public static Fit Of(Talent talent, Need need, Kinship kinship)
    {
        FitPart[] parts =
        [
            Skill(FitAspect.Technology, need.Technology, talent.Technologies, TechnologyPoints, kinship),
            Skill(FitAspect.Industry, need.Industry, talent.Industries, IndustryPoints, kinship),
            TrackRecord(talent, need),
            Data(talent, need, kinship),
        ];
        return new Fit(parts, [.. Missing(parts, talent, need)]);
    }

    // The word itself at its level; or half of what the best word near to it would earn.
    private static FitPart Skill(FitAspect aspect, string wanted, IReadOnlyDictionary<string, SkillLevel> known, IReadOnlyList<int> points, Kinship kinship)
    {
        var own = known.TryGetValue(wanted, out var level) ? new FitPart(aspect, points[(int)level], points[^1], wanted, level) : null;
        return kinship.Of(wanted).Where(known.ContainsKey)
            .Select(near => new FitPart(aspect, points[(int)known[near]] / 2, points[^1], near, known[near]))
            .Prepend(own).OfType<FitPart>().OrderByDescending(part => part.Points).FirstOrDefault() ?? new FitPart(aspect, 0, points[^1], null, null);
    }

    private static FitPart TrackRecord(Talent talent, Need need)
    {
        var (technology, industry) = (talent.Proved.Contains(need.Technology), talent.Proved.Contains(need.Industry));
        return new FitPart(FitAspect.TrackRecord, (technology ? ProvedTechnology : 0) + (industry ? ProvedIndustry : 0), ProvedTechnology + ProvedIndustry,
            technology ? need.Technology : industry ? need.Industry : null, null);
    }

    private static FitPart Data(Talent talent, Need need, Kinship kinship)
    {
        var cleaner = kinship.Cleaning.Where(talent.Technologies.ContainsKey).OrderByDescending(word => talent.Technologies[word]).FirstOrDefault();
        return need.Readiness == DataReadiness.Complete ? new FitPart(FitAspect.Data, UsableData, UsableData, null, null)
            : cleaner is null ? new FitPart(FitAspect.Data, 0, UsableData, null, null)
            : new FitPart(FitAspect.Data, UsableData, UsableData, cleaner, talent.Technologies[cleaner]);
    }

    private static IEnumerable<Lack> Missing(FitPart[] parts, Talent talent, Need need)
    {
        if (!talent.Technologies.TryGetValue(need.Technology, out var level))
        {
            yield return new Lack(FitAspect.Technology, need.Technology, CourseKind.Technique);
        }
        else if (level == SkillLevel.Learned && need.Difficulty == Grade.High)
        {
            yield return new Lack(FitAspect.Technology, need.Technology, CourseKind.Practice);
        }

        if (!talent.Industries.ContainsKey(need.Industry))
        {
            yield return new Lack(FitAspect.Industry, need.Industry, CourseKind.Integration);
        }

        if (parts[^1].Points == 0)
        {
            yield return new Lack(FitAspect.Data, null, CourseKind.Practice);
        }
    }
}
