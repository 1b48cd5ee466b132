using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Tests.Pages;

/// <summary>A panel with three reviewers and a meeting; the last reviewer has a conflict of interest with the first entry.</summary>
internal sealed class MeetingSeason(PortalHost host, PanelSeason season)
{
    public PanelSeason Season => season;

    public Guid PanelId { get; private set; }

    public Person Officer => season.Officer;

    public Person Free => season.Reviewers[0];

    public Person Other => season.Reviewers[1];

    public Person Conflicted => season.Reviewers[2];

    /// <summary>The entry of the conflict.</summary>
    public Entry Entry => season.Entries[0];

    public string Office => $"/office/panels/{PanelId}/meeting";

    public string Room => $"/review/panels/{PanelId}/meeting";

    public static async Task<MeetingSeason> BeginAsync(PortalHost host, ReviewStage stage = ReviewStage.Concept, long budget = 20_000_000, bool meets = true)
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0, conceptInDays: stage == ReviewStage.Concept ? 10 : -5, budget: budget);
        for (var i = 0; i < 2; i++)
        {
            await season.AddEntryAsync(stage == ReviewStage.Concept ? EntryStatus.ConceptSubmitted : EntryStatus.ProofSubmitted);
        }

        season.Reviewers.Add(await season.Given.Person(Roles.Reviewer));
        var meeting = new MeetingSeason(host, season);
        var by = season.Given.By(season.Officer);
        await host.Db(async db =>
        {
            db.ConflictsOfInterest.Add(new ConflictOfInterest(meeting.Conflicted.Id, meeting.Entry.Id, ConflictKind.Teaching, ConflictSource.Set, "指導教授", by));
            await db.SaveChangesAsync();
        });
        meeting.PanelId = await season.ReviewingAsync(stage);
        await host.Db(async db =>
        {
            // Who may not review it was not given it to review.
            await db.Reviews.Where(review => review.ReviewerId == meeting.Conflicted.Id && review.EntryId == meeting.Entry.Id).ExecuteDeleteAsync();
        });
        if (meets)
        {
            await meeting.HoldAsync(hold => hold.ArrangeAsync(meeting.PanelId, new MeetingPlan(season.Given.Now.AddDays(1), "301 室", "https://meet.example/a", 20), by, CancellationToken.None));
        }

        return meeting;
    }

    /// <summary>Started, everybody in the room, the entry of the conflict on.</summary>
    public async Task RunAsync()
    {
        var by = season.Given.By(Officer);
        await HoldAsync(hold => hold.ChangeAsync(PanelId, (meeting, _) => meeting.Start(by), by, CancellationToken.None));
        foreach (var reviewer in season.Reviewers)
        {
            await ArriveAsync(reviewer);
        }

        await HoldAsync(hold => hold.BeginAsync(PanelId, Entry.Id, by, CancellationToken.None));
    }

    public Task ArriveAsync(Person reviewer)
    {
        var by = season.Given.By(reviewer);
        return HoldAsync(hold => hold.AttendAsync(PanelId, reviewer.Id, (attendance, meeting) => attendance.Arrive(meeting, by), by, CancellationToken.None));
    }

    public Task OpenVoteAsync() => HoldAsync(hold => hold.ChangeAsync(PanelId, (meeting, _) => meeting.OpenVote(Entry.Id, season.Given.By(Officer)), season.Given.By(Officer), CancellationToken.None));

    public Task HoldAsync(Func<HoldMeeting, Task> act) => season.RunAsync(act);

    public Task<Meeting> NowAsync() => host.Db(db => db.Meetings.AsNoTracking().SingleAsync(meeting => meeting.PanelId == PanelId));
}
