using System.ComponentModel;

namespace AigoPortal.Domain.People;

/// <summary>What a skill is about.</summary>
public enum SkillKind
{
    /// <summary>題目所屬分類 (技術).</summary>
    [Description("技術")]
    Technology,

    /// <summary>應用的行業領域.</summary>
    [Description("行業領域")]
    Industry,
}

/// <summary>How far a person has come in it, by their own word (own).</summary>
public enum SkillLevel
{
    /// <summary>Learned, in a course or alone.</summary>
    [Description("學過")]
    Learned,

    /// <summary>Used in a project.</summary>
    [Description("做過專案")]
    Practised,

    /// <summary>Leads others in it.</summary>
    [Description("可以帶人")]
    Expert,
}

/// <summary>One of a person's skills, by the words that problems are sorted with.</summary>
public sealed class PersonSkill
{
    private PersonSkill()
    {
    }

    /// <summary>A skill.</summary>
    /// <param name="kind">Technology or industry.</param>
    /// <param name="name">The word of the list that problems use.</param>
    /// <param name="level">How far the person has come.</param>
    public PersonSkill(SkillKind kind, string name, SkillLevel level) => (Kind, Name, Level) = (kind, name, level);

    /// <summary>Technology or industry.</summary>
    public SkillKind Kind { get; private set; }

    /// <summary>The word of the list that problems use.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How far the person has come.</summary>
    public SkillLevel Level { get; private set; }

    internal void Become(SkillLevel level) => Level = level;
}
