using AigoPortal.Domain.Events;
using Shouldly;
using Xunit;
using static AigoPortal.Domain.Events.EventAction;
using static AigoPortal.Domain.Events.EventStatus;

namespace AigoPortal.Domain.Tests.Events;

public class EventStatusTests
{
    private static readonly Dictionary<(EventStatus, EventAction), EventStatus> Expected = new()
    {
        [(Planned, Publish)] = Open,
        [(Open, Hold)] = Held,
        [(Planned, Cancel)] = Cancelled,
        [(Open, Cancel)] = Cancelled,
    };

    public static TheoryData<EventStatus, EventAction> Everything => Matrix.Of<EventStatus, EventAction>();

    [Theory]
    [MemberData(nameof(Everything))]
    public void Following_IsTheExpectedTable(EventStatus status, EventAction action) =>
        EventStatuses.Following(status, action).ShouldBe(Expected.TryGetValue((status, action), out var next) ? next : null);
}
