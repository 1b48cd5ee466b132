using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Rules;
using Shouldly;
using Xunit;
using static AigoPortal.Domain.Awards.MilestoneAction;
using static AigoPortal.Domain.Awards.MilestoneStatus;

namespace AigoPortal.Domain.Tests.Awards;

public class MilestoneStatusTests
{
    private static readonly Dictionary<(MilestoneStatus, MilestoneAction), MilestoneStatus> Expected = new()
    {
        [(NotDue, FallDue)] = Due,
        [(NotDue, Forfeit)] = Forfeited,
        [(Due, SubmitEvidence)] = EvidenceSubmitted,
        [(Due, Forfeit)] = Forfeited,
        [(EvidenceSubmitted, Return)] = Returned,
        [(EvidenceSubmitted, Approve)] = Approved,
        [(EvidenceSubmitted, Forfeit)] = Forfeited,
        [(Returned, SubmitEvidence)] = EvidenceSubmitted,
        [(Returned, Forfeit)] = Forfeited,
        [(Approved, Pay)] = Paid,
        [(Approved, Recheck)] = EvidenceSubmitted,
        [(Approved, Forfeit)] = Forfeited,
        [(Paid, Reverse)] = Returned,
    };

    public static TheoryData<MilestoneStatus, MilestoneAction> Everything => Matrix.Of<MilestoneStatus, MilestoneAction>();

    [Theory]
    [MemberData(nameof(Everything))]
    public void Following_IsTheExpectedTable(MilestoneStatus status, MilestoneAction action) =>
        MilestoneStatuses.Following(status, action).ShouldBe(Expected.TryGetValue((status, action), out var next) ? next : null);

    [Theory]
    [MemberData(nameof(Everything))]
    public void Verbs_FollowTheTableAndKeepTheStateTheyRefuse(MilestoneStatus status, MilestoneAction action)
    {
        var team = Given.Team();
        var milestone = Given.Milestone(status, team: team);
        milestone.Status.ShouldBe(status);
        var before = milestone.PreviousStatus;

        if (Expected.TryGetValue((status, action), out var next))
        {
            milestone.Do(action, team);
            (milestone.PreviousStatus, milestone.Status).ShouldBe((status, next));
        }
        else
        {
            // Before its time a milestone has no shares yet, so its evidence is refused for that first.
            Should.Throw<BrokenRuleException>(() => milestone.Do(action, team)).Rule.Code.ShouldBeOneOf("milestone.transition", "milestone.split");
            (milestone.PreviousStatus, milestone.Status).ShouldBe((before, status));
        }
    }

    [Fact]
    public void OnlyDueAndReturnedMilestones_TakeEvidence() =>
        Enum.GetValues<MilestoneStatus>().Where(status => status.TakesEvidence()).ShouldBe([Due, Returned]);
}
