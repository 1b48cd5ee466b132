using System.ComponentModel;

namespace AigoPortal.Domain.Rounds;

/// <summary>The two stages that take submissions and review them.</summary>
public enum ReviewStage
{
    /// <summary>構想: the idea.</summary>
    [Description("構想")]
    Concept,

    /// <summary>實證: the proof in the field.</summary>
    [Description("實證")]
    Proof,
}
