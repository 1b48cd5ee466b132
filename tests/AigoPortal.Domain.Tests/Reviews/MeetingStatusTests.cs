using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rules;
using Shouldly;
using Xunit;
using static AigoPortal.Domain.Reviews.MeetingAction;
using static AigoPortal.Domain.Reviews.MeetingStatus;

namespace AigoPortal.Domain.Tests.Reviews;

public class MeetingStatusTests
{
    private static readonly Dictionary<(MeetingStatus, MeetingAction), MeetingStatus> Expected = new()
    {
        [(Planned, Start)] = Running,
        [(Running, Pause)] = Paused,
        [(Paused, Resume)] = Running,
        [(Running, End)] = Ended,
        [(Paused, End)] = Ended,
    };

    public static TheoryData<MeetingStatus, MeetingAction> Everything => Matrix.Of<MeetingStatus, MeetingAction>();

    public static TheoryData<DiscussionStatus, DiscussionAction> Discussions => Matrix.Of<DiscussionStatus, DiscussionAction>();

    [Theory]
    [MemberData(nameof(Everything))]
    public void Verbs_FollowTheTableAndKeepTheStateTheyRefuse(MeetingStatus status, MeetingAction action)
    {
        MeetingStatuses.Following(status, action).ShouldBe(Expected.TryGetValue((status, action), out var next) ? next : null);
        var meeting = MeetingTests.Led(status);
        meeting.Status.ShouldBe(status);

        if (Expected.ContainsKey((status, action)))
        {
            MeetingTests.Do(meeting, action);
            (meeting.PreviousStatus, meeting.Status).ShouldBe((status, next));
        }
        else
        {
            Should.Throw<BrokenRuleException>(() => MeetingTests.Do(meeting, action)).Rule.Code.ShouldBe("meeting.transition");
            meeting.Status.ShouldBe(status);
        }
    }

    [Theory]
    [MemberData(nameof(Discussions))]
    public void Discussions_AreClosedAndReopened(DiscussionStatus status, DiscussionAction action) =>
        DiscussionStatuses.Following(status, action).ShouldBe((status, action) switch
        {
            (DiscussionStatus.Open, DiscussionAction.Close) => DiscussionStatus.Closed,
            (DiscussionStatus.Closed, DiscussionAction.Reopen) => DiscussionStatus.Open,
            _ => null,
        });
}
