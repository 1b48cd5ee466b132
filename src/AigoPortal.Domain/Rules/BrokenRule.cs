namespace AigoPortal.Domain.Rules;

/// <summary>A rule that was not kept: what a person did, told so that they can put it right.</summary>
/// <param name="Code">Stable name of the rule for interfaces and logs.</param>
/// <param name="Field">Name of the input the sentence belongs to; empty when it concerns the whole action.</param>
/// <param name="Sentence">What to do, in Traditional Chinese, with {0}, {1} for the arguments; it is also the localisation key.</param>
/// <param name="Arguments">Values for the sentence, formatted for the reader only when shown.</param>
public sealed record BrokenRule(string Code, string Field, string Sentence, params object[] Arguments);

/// <summary>Stops an action because a rule is broken. Not a failure of the program.</summary>
/// <param name="rule">The rule that was not kept.</param>
public sealed class BrokenRuleException(BrokenRule rule) : Exception($"{rule.Code}: {rule.Sentence}")
{
    /// <summary>The rule that was not kept.</summary>
    public BrokenRule Rule { get; } = rule;
}
