using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Components;
using AigoPortal.Web.Entries;
using AigoPortal.Web.Files;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Entries;

/// <summary>The record of an entry for the office: everything about it, and what the office does to it.</summary>
public sealed class DetailsModel(
    PortalDbContext db, CurrentPerson me, BeginCooperation begin, EndEntry end, CloseEntry close, AgreeOnMatch agree) : PortalPage
{
    [BindProperty]
    public OfficeInput Input { get; set; } = new();

    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    public Entry Entry { get; private set; } = null!;

    public EntryParties Parties { get; private set; } = null!;

    public IReadOnlyList<Milestone> Milestones { get; private set; } = [];

    public IReadOnlyDictionary<Guid, StoredFile> Files { get; private set; } = new Dictionary<Guid, StoredFile>();

    public IEnumerable<StepLine> Steps { get; private set; } = [];

    public NextStep? Next { get; private set; }

    /// <summary>The visits, the last planned first.</summary>
    public IReadOnlyList<SiteVisit> Visits { get; private set; } = [];

    public Round Round { get; private set; } = null!;

    public IReadOnlyList<DataAccessLine> DataAccesses { get; private set; } = [];

    /// <summary>Both sides can still be brought together.</summary>
    public bool CanMediate => Entry.Status == EntryStatus.Applied && EntryRules.CanBeMediated(Round, me.Now) is null;

    public bool IsMatched => EntryStatuses.Matched.Contains(Entry.Status);

    public DateTimeOffset Now => me.Now;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.Entries.AsNoTracking().Include(entry => entry.Submissions).Include(entry => entry.EarlierPitches).AsSplitQuery().FirstOrDefaultAsync(entry => entry.Code == Code, cancellation) is not { } entry)
        {
            return NotFound();
        }

        Entry = entry;
        Parties = await (
            from problem in db.Problems
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            join team in db.Teams on entry.TeamId equals team.Id
            join leader in db.People on team.LeaderId equals leader.Id
            where problem.Id == entry.ProblemId
            select new EntryParties(
                problem.Id, problem.Code, problem.Content.Title, organisation.Name, problem.Content.ContactName, problem.Content.ContactEmail,
                team.Id, team.Name, leader.Name, leader.Email)).FirstAsync(cancellation);
        Milestones = await db.Milestones.AsNoTracking().Where(milestone => milestone.EntryId == entry.Id).OrderBy(milestone => milestone.Order).ToListAsync(cancellation);
        Round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == entry.RoundId, cancellation);
        Visits = await db.SiteVisits.AsNoTracking().Where(visit => visit.EntryId == entry.Id).OrderByDescending(visit => visit.PlannedAt).ToListAsync(cancellation);
        Guid?[] files = [entry.Cooperation.PoserFileId, entry.Cooperation.TeamFileId, entry.Deliverables.FileId, .. entry.Submissions.Select(submission => submission.FileId),
            .. entry.Attachments.Select(attachment => attachment.FileId)];
        Files = await db.Files.AsNoTracking().Where(file => files.Contains(file.Id)).ToDictionaryAsync(file => file.Id, cancellation);
        DataAccesses = IsMatched ? await db.DataAccessesOfAsync(entry.Id, cancellation) : [];
        var position = EntryPosition.Of(entry) with
        {
            HasUnpaid = Milestones.Any(milestone => milestone.Status is not (MilestoneStatus.Paid or MilestoneStatus.Forfeited)),
        };
        var dates = JourneyDates.Of(Round);
        Steps = EntryJourney.Steps(position, dates).Lines();
        Next = EntryJourney.Next(JourneySide.Office, position, dates, me.Now);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public Task<IActionResult> OnPostCooperateAsync(CancellationToken cancellation) => ActAsync(async entry =>
    {
        await begin.RunAsync(entry, cancellation);
        Say("合作文件已確認，合作開始。");
    }, cancellation);

    public async Task<IActionResult> OnPostTerminateAsync(CancellationToken cancellation)
    {
        if (!Check(new ReasonValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        return await ActAsync(async entry =>
        {
            await end.TerminateAsync(entry, Input.Reason.Trim(), cancellation);
            Say("申請案已終止");
        }, cancellation);
    }

    public async Task<IActionResult> OnPostMediateAsync(CancellationToken cancellation)
    {
        if (!Check(new MediationValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        return await ActAsync(async entry =>
        {
            await agree.MediateAsync(entry, Input.Mediation.Trim(), cancellation);
            Say("已記錄雙方同意，並通知雙方。");
        }, cancellation);
    }

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancellation) => ActAsync(async entry =>
    {
        await close.RunAsync(entry, cancellation);
        Say("已結案");
    }, cancellation);

    public ListedFile? FileOf(Guid? id) => id is { } known && Files.TryGetValue(known, out var file)
        ? new ListedFile(file.Name, file.Size, FileEndpoint.UrlOf(file.Id), file.Sha256)
        : null;

    private async Task<IActionResult> ActAsync(Func<Entry, Task> act, CancellationToken cancellation)
    {
        if (await db.Entries.FirstOrDefaultAsync(entry => entry.Code == Code, cancellation) is not { } entry)
        {
            return NotFound();
        }

        await act(entry);
        return Redirect(Url.Content($"~/office/entries/{Code}"));
    }
}

/// <summary>Both sides of an entry.</summary>
public sealed record EntryParties(
    Guid ProblemId, string? ProblemCode, string Problem, string Organisation, string ContactName, string ContactEmail,
    Guid TeamId, string Team, string Leader, string LeaderEmail);
