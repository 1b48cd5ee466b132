using AigoPortal.Domain.People;

namespace AigoPortal.Domain.Teams;

/// <summary>A skill that a team looks for in new members, by the words that problems are sorted with.</summary>
public sealed class TeamWant
{
    private TeamWant()
    {
    }

    /// <summary>A wanted skill.</summary>
    public TeamWant(SkillKind kind, string name) => (Kind, Name) = (kind, name);

    /// <summary>Technology or industry.</summary>
    public SkillKind Kind { get; private set; }

    /// <summary>The word of the list that problems use.</summary>
    public string Name { get; private set; } = "";
}
