using Xunit;

namespace AigoPortal.Domain.Tests;

/// <summary>Every pair of a state and an action.</summary>
internal static class Matrix
{
    public static TheoryData<TStatus, TAction> Of<TStatus, TAction>()
        where TStatus : struct, Enum
        where TAction : struct, Enum
    {
        var pairs = new TheoryData<TStatus, TAction>();
        foreach (var status in Enum.GetValues<TStatus>())
        {
            foreach (var action in Enum.GetValues<TAction>())
            {
                pairs.Add(status, action);
            }
        }

        return pairs;
    }
}
