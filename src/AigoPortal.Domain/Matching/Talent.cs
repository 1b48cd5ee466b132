using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;

namespace AigoPortal.Domain.Matching;

/// <summary>What a person or a team brings to a problem: of every word the best level, and where earlier work was shortlisted.</summary>
/// <param name="Technologies">Best level of each technology.</param>
/// <param name="Industries">Best level of each industry.</param>
/// <param name="Proved">Technologies and industries of problems on which their entries were shortlisted.</param>
public sealed record Talent(IReadOnlyDictionary<string, SkillLevel> Technologies, IReadOnlyDictionary<string, SkillLevel> Industries, IReadOnlySet<string> Proved)
{
    /// <summary>Whether nothing is known of it yet.</summary>
    public bool IsUnknown => Technologies.Count == 0 && Industries.Count == 0;

    /// <summary>The best of several people's skills.</summary>
    public static Talent Of(IEnumerable<PersonSkill> skills, IReadOnlySet<string> proved)
    {
        var byKind = skills.ToLookup(skill => skill.Kind);
        return new Talent(Best(byKind[SkillKind.Technology]), Best(byKind[SkillKind.Industry]), proved);
    }

    private static Dictionary<string, SkillLevel> Best(IEnumerable<PersonSkill> skills) =>
        skills.GroupBy(skill => skill.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Max(skill => skill.Level), StringComparer.Ordinal);
}

/// <summary>What a problem asks for.</summary>
/// <param name="Technology">題目所屬分類.</param>
/// <param name="Industry">應用的行業領域.</param>
/// <param name="Readiness">資料就緒度, as graded.</param>
/// <param name="Difficulty">As graded.</param>
public sealed record Need(string Technology, string Industry, DataReadiness Readiness, Grade? Difficulty)
{
    /// <summary>What a problem asks for, by its words and grades.</summary>
    public static Need Of(Problem problem) =>
        new(problem.Content.Technology, problem.Content.Industry, problem.GradedReadiness ?? problem.Content.Readiness, problem.Difficulty);
}

/// <summary>Words near to each other: who knows one has half of the other. And the technologies that clean data.</summary>
/// <param name="Near">For each word those near to it.</param>
/// <param name="Cleaning">Technologies of those who put data in order.</param>
public sealed record Kinship(IReadOnlyDictionary<string, string[]> Near, IReadOnlySet<string> Cleaning)
{
    internal string[] Of(string word) => Near.GetValueOrDefault(word) ?? [];
}
