using System.ComponentModel;

namespace AigoPortal.Domain.Rounds;

/// <summary>Who sees whose name in the reviews of a round.</summary>
public enum Blindness
{
    /// <summary>Teams learn after the release who reviewed them.</summary>
    [Description("公開")]
    Open,

    /// <summary>Teams never learn who reviewed them; reviewers know the teams.</summary>
    [Description("委員匿名")]
    ReviewersAnonymous,

    /// <summary>Neither side learns the other's names.</summary>
    [Description("雙向匿名")]
    Double,
}
