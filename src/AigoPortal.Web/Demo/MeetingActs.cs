using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;

namespace AigoPortal.Web.Demo;

/// <summary>Panels: discussing entries and arranging their meeting.</summary>
internal sealed class MeetingActs(RoundScene round)
{
    private Scene Scene => round.Scene;

    /// <summary>Opens an entry for discussion; members write, each an hour after the other, and the first is named by the last.</summary>
    public void Discuss(Panel panel, Entry entry, DateTimeOffset at, params (int Reviewer, string Text)[] said)
    {
        var discussion = new Discussion(panel, entry.Id, Scene.Office(at));
        Scene.Discussions.Add(discussion);
        foreach (var (index, (reviewer, text)) in said.Index())
        {
            Guid[] named = index == said.Length - 1 && index > 0 ? [Person(said[0].Reviewer).Id] : [];
            discussion.Write(panel, text, index == 0 ? null : index, named, Scene.By(Person(reviewer), at.AddHours(index + 1)));
        }
    }

    /// <summary>Arranges the meeting, with its entries in this order, and invites the members.</summary>
    public void Arrange(Panel panel, DateTimeOffset startsAt, DateTimeOffset at, params Entry[] entries)
    {
        var meeting = new Meeting(panel, new MeetingPlan(startsAt, "臺北市中正區會議中心 301 室", "https://meet.example/aigo-review", 20), [.. entries.Select(entry => entry.Id)], Scene.Office(at));
        meeting.Invite(Scene.Office(at.AddMinutes(5)));
        Scene.Meetings.Add(meeting);
    }

    private Person Person(int reviewer) => Scene.Cast[Scene.File.Reviewers[reviewer].Name];
}
