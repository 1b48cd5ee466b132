using AigoPortal.Domain.Time;

namespace AigoPortal.Web.Awards;

/// <summary>How late evidence is.</summary>
public static class Overdue
{
    /// <summary>Days after the last day, in Taipei; zero when there is still time or no end.</summary>
    public static int Days(DateTimeOffset? dueAt, DateTimeOffset now) =>
        dueAt is { } due && due < now ? Math.Max(1, Taipei.DateOf(now).DayNumber - Taipei.DateOf(due.AddTicks(-1)).DayNumber) : 0;
}
