using System.ComponentModel;
using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Milestones;

/// <summary>The queues of the money desk.</summary>
public enum MilestoneDesk
{
    [Description("待核銷")]
    Check,

    [Description("待撥付")]
    Release,

    [Description("逾期")]
    Overdue,

    [Description("團隊準備中")]
    Team,

    [Description("已撥付")]
    Paid,
}

public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)] public MilestoneDesk Queue { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public int P { get; set; } = 1;

    public IReadOnlyDictionary<MilestoneDesk, int> Counts { get; private set; } = new Dictionary<MilestoneDesk, int>();

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public int Pages { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var counts = new Dictionary<MilestoneDesk, int>();
        foreach (var queue in Enum.GetValues<MilestoneDesk>())
        {
            counts[queue] = await In(queue).CountAsync(cancellation);
        }

        Counts = counts;
        Pages = Math.Max(1, (counts.GetValueOrDefault(Queue) + PageSize - 1) / PageSize);
        P = Math.Clamp(P, 1, Pages);
        Lines = await (
            from milestone in Sorted(In(Queue))
            join entry in db.Entries on milestone.EntryId equals entry.Id
            join team in db.Teams on entry.TeamId equals team.Id
            select new Line(
                milestone.Id, entry.Code, team.Name, milestone.Name, milestone.Amount, milestone.Status,
                milestone.EvidenceDueAt, milestone.SubmittedAt, milestone.ApprovedAt, milestone.ApproverName, milestone.ApprovedBy, milestone.ReleasedAt))
            .Skip((P - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        ModelState.IsValid ? await LoadAsync(cancellation) ?? Page() : await AgainAsync(cancellation);

    public bool MineToRelease(Line line) => line.ApprovedBy != me.Id;

    public int DaysLate(Line line) => Overdue.Days(line.EvidenceDueAt, me.Now);

    private IQueryable<Milestone> In(MilestoneDesk queue)
    {
        var now = me.Now;
        return queue switch
        {
            MilestoneDesk.Check => db.Milestones.Where(milestone => milestone.Status == MilestoneStatus.EvidenceSubmitted),
            MilestoneDesk.Release => db.Milestones.Where(milestone => milestone.Status == MilestoneStatus.Approved),
            MilestoneDesk.Overdue => db.Milestones.Where(milestone =>
                (milestone.Status == MilestoneStatus.Due || milestone.Status == MilestoneStatus.Returned) && milestone.EvidenceDueAt < now),
            MilestoneDesk.Team => db.Milestones.Where(milestone =>
                (milestone.Status == MilestoneStatus.Due || milestone.Status == MilestoneStatus.Returned) && milestone.EvidenceDueAt >= now),
            _ => db.Milestones.Where(milestone => milestone.Status == MilestoneStatus.Paid),
        };
    }

    private IQueryable<Milestone> Sorted(IQueryable<Milestone> milestones) => Queue switch
    {
        MilestoneDesk.Check => milestones.OrderBy(milestone => milestone.SubmittedAt).ThenBy(milestone => milestone.Id),
        MilestoneDesk.Release => milestones.OrderBy(milestone => milestone.ApprovedAt).ThenBy(milestone => milestone.Id),
        MilestoneDesk.Paid => milestones.OrderByDescending(milestone => milestone.ReleasedAt).ThenBy(milestone => milestone.Id),
        _ => milestones.OrderBy(milestone => milestone.EvidenceDueAt).ThenBy(milestone => milestone.Id),
    };

    public sealed record Line(
        Guid Id, string EntryCode, string TeamName, string Name, Twd Amount, MilestoneStatus Status, DateTimeOffset? EvidenceDueAt,
        DateTimeOffset? SubmittedAt, DateTimeOffset? ApprovedAt, string? ApproverName, Guid? ApprovedBy, DateTimeOffset? ReleasedAt);
}
