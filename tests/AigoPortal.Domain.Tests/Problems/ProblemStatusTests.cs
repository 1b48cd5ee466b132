using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rules;
using Shouldly;
using Xunit;
using static AigoPortal.Domain.Problems.ProblemAction;
using static AigoPortal.Domain.Problems.ProblemStatus;

namespace AigoPortal.Domain.Tests.Problems;

public class ProblemStatusTests
{
    private static readonly Dictionary<(ProblemStatus, ProblemAction), ProblemStatus> Expected = new()
    {
        [(Draft, Submit)] = Submitted,
        [(Draft, Withdraw)] = Withdrawn,
        [(Submitted, Return)] = Returned,
        [(Submitted, Optimise)] = Optimising,
        [(Submitted, ProblemAction.List)] = Listed,
        [(Submitted, Reject)] = Rejected,
        [(Submitted, Withdraw)] = Withdrawn,
        [(Returned, Submit)] = Submitted,
        [(Returned, Withdraw)] = Withdrawn,
        [(Optimising, ProblemAction.List)] = Listed,
        [(Optimising, Reject)] = Rejected,
        [(Optimising, Withdraw)] = Withdrawn,
        [(Listed, Close)] = Closed,
    };

    public static TheoryData<ProblemStatus, ProblemAction> Everything => Matrix.Of<ProblemStatus, ProblemAction>();

    [Theory]
    [MemberData(nameof(Everything))]
    public void Following_IsTheExpectedTable(ProblemStatus status, ProblemAction action) =>
        ProblemStatuses.Following(status, action).ShouldBe(Expected.TryGetValue((status, action), out var next) ? next : null);

    [Theory]
    [MemberData(nameof(Everything))]
    public void Verbs_FollowTheTableAndKeepTheStateTheyRefuse(ProblemStatus status, ProblemAction action)
    {
        var round = Given.Round();
        var problem = Given.Problem(status, round);
        problem.Status.ShouldBe(status);
        var (before, slot) = (problem.PreviousStatus, problem.QuotaSlot);

        if (Expected.TryGetValue((status, action), out var next))
        {
            problem.Do(action, round);
            (problem.PreviousStatus, problem.Status).ShouldBe((status, next));
        }
        else
        {
            Should.Throw<BrokenRuleException>(() => problem.Do(action, round)).Rule.Code.ShouldBe("problem.transition");
            (problem.PreviousStatus, problem.Status, problem.QuotaSlot).ShouldBe((before, status, slot));
        }
    }

    [Fact]
    public void OnlyDraftsAndReturnedProblems_CanBeEdited() =>
        Enum.GetValues<ProblemStatus>().Where(status => status.CanBeEdited()).ShouldBe([Draft, Returned]);

    [Fact]
    public void OnlyListedAndClosedProblems_ArePublic()
    {
        Enum.GetValues<ProblemStatus>().Where(status => status.IsPublic()).ShouldBe([Listed, Closed]);
        ProblemStatuses.Public.ShouldBe([Listed, Closed]);
    }
}
