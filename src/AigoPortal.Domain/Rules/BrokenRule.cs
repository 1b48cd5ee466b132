namespace AigoPortal.Domain.Rules;

/// <summary>A rule that a person's act would break: what the page shows at the field and the log keeps by its code.</summary>
/// <param name="Code">Stable name of the rule, such as <c>entry.concept-late</c>.</param>
/// <param name="Field">The input field it concerns; empty when it concerns the whole act.</param>
/// <param name="Sentence">What a person can do about it, in zh-Hant; also the localisation key. <c>{0}</c> takes the arguments.</param>
/// <param name="Arguments">Values for the sentence: text, numbers, <see cref="Money.Twd"/>, instants or enums.</param>
public sealed record BrokenRule(string Code, string Field, string Sentence, params object[] Arguments);

/// <summary>Thrown by an aggregate that refuses; nothing has been changed.</summary>
public sealed class BrokenRuleException(BrokenRule rule)
    : Exception(string.Format(System.Globalization.CultureInfo.InvariantCulture, rule.Sentence, rule.Arguments))
{
    /// <summary>The rule that would have been broken.</summary>
    public BrokenRule Rule { get; } = rule;
}

/// <summary>How aggregates call their rules.</summary>
public static class Rule
{
    /// <summary>Goes on when <paramref name="broken"/> is null.</summary>
    /// <exception cref="BrokenRuleException">The rule is broken.</exception>
    public static void Require(BrokenRule? broken)
    {
        if (broken is not null)
        {
            throw new BrokenRuleException(broken);
        }
    }
}
