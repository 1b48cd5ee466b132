using AigoPortal.Domain.Rules;
using Shouldly;

namespace AigoPortal.Domain.Tests;

/// <summary>How a test says which rule refuses.</summary>
internal static class Refusals
{
    public static BrokenRule Of(Action act) => Should.Throw<BrokenRuleException>(act).Rule;

    public static void ShouldBeRefused(this Action act, string code) => Of(act).Code.ShouldBe(code);
}
