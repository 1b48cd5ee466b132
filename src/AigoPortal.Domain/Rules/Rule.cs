namespace AigoPortal.Domain.Rules;

/// <summary>Lets an action go on only while its rules are kept.</summary>
public static class Rule
{
    /// <summary>Throws when a rule is broken.</summary>
    /// <param name="broken">What a rule answered: null when it is kept.</param>
    /// <exception cref="BrokenRuleException">The rule is broken.</exception>
    public static void Require(BrokenRule? broken)
    {
        if (broken is not null)
        {
            throw new BrokenRuleException(broken);
        }
    }
}
