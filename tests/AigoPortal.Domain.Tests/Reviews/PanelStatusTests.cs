using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rules;
using Shouldly;
using Xunit;
using static AigoPortal.Domain.Reviews.PanelAction;
using static AigoPortal.Domain.Reviews.PanelStatus;

namespace AigoPortal.Domain.Tests.Reviews;

public class PanelStatusTests
{
    private static readonly Dictionary<(PanelStatus, PanelAction), PanelStatus> Expected = new()
    {
        [(Preparing, Convene)] = Convened,
        [(Convened, Open)] = Reviewing,
        [(Reviewing, Release)] = Released,
    };

    public static TheoryData<PanelStatus, PanelAction> Everything => Matrix.Of<PanelStatus, PanelAction>();

    [Theory]
    [MemberData(nameof(Everything))]
    public void Following_IsTheExpectedTable(PanelStatus status, PanelAction action) =>
        PanelStatuses.Following(status, action).ShouldBe(Expected.TryGetValue((status, action), out var next) ? next : null);

    [Theory]
    [MemberData(nameof(Everything))]
    public void Verbs_FollowTheTableAndKeepTheStateTheyRefuse(PanelStatus status, PanelAction action)
    {
        var panel = Given.Panel(status);
        panel.Status.ShouldBe(status);
        var before = panel.PreviousStatus;

        if (Expected.TryGetValue((status, action), out var next))
        {
            panel.Do(action);
            (panel.PreviousStatus, panel.Status).ShouldBe((status, next));
        }
        else
        {
            Should.Throw<BrokenRuleException>(() => panel.Do(action)).Rule.Code.ShouldBe("panel.transition");
            (panel.PreviousStatus, panel.Status).ShouldBe((before, status));
        }
    }
}
