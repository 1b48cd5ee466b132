using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.RoundTables;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team.Slots;

/// <summary>My team's slots, and those it can book: of the problems it applied to, and of one it looks at when the poser allows.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me, BookSlot book) : PortalPage
{
    private const int LongestNote = 1000;

    /// <summary>A problem the team has not applied to, by its code; the public page links here.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Problem { get; set => field = value?.Trim().ToUpperInvariant(); }

    [BindProperty]
    public TalkInput Input { get; set; } = new();

    public Domain.Teams.Team? Team { get; private set; }

    public bool Leads => Team?.LeaderId == me.Id;

    public IReadOnlyList<Line> Mine { get; private set; } = [];

    /// <summary>By problem, taken ones included.</summary>
    public IReadOnlyList<IGrouping<(string Code, string Title), Line>> Bookable { get; private set; } = [];

    public DateTimeOffset MatchingEndsAt { get; private set; }

    public DateTimeOffset Now => me.Now;

    public bool Has(string problemCode) => Mine.Any(line => line.ProblemCode == problemCode && line.Status == SlotStatus.Booked);

    /// <summary>A slot that began is kept; the team has one for each problem.</summary>
    public bool HasTalked(string problemCode) => Mine.Any(line => line.ProblemCode == problemCode && line.Status == SlotStatus.Booked && line.StartsAt <= me.Now);

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        MatchingEndsAt = round.ConceptDeadline;
        Team = await db.Teams.AsNoTracking().OfPersonAsync(me.Id, round.Id, cancellation);
        if (Team is null)
        {
            return null;
        }

        var teamId = Team.Id;
        var all = from slot in db.Slots
                  join problem in db.Problems on slot.ProblemId equals problem.Id
                  join organisation in db.Organisations on slot.OrganisationId equals organisation.Id
                  where slot.RoundId == round.Id
                  orderby slot.StartsAt, slot.Place
                  select new { slot, problem, organisation };
        Mine = await all.Where(one => one.slot.TeamId == teamId || (one.slot.FormerTeamId == teamId && one.slot.StartsAt > me.Now))
            .Select(one => new Line(one.slot.Id, one.problem.Code!, one.problem.Content.Title, one.organisation.Name, one.slot.StartsAt, one.slot.EndsAt, one.slot.Place,
                one.slot.Status, one.slot.Reason, one.slot.TeamTalkedAt, one.slot.TeamNote)).ToListAsync(cancellation);
        Bookable = me.Now >= MatchingEndsAt ? [] : [.. (await all
            .Where(one => one.slot.StartsAt > me.Now && (one.slot.Status == SlotStatus.Open || (one.slot.Status == SlotStatus.Booked && one.slot.TeamId != teamId)))
            .Where(one => db.Entries.Any(entry => entry.ProblemId == one.problem.Id && entry.TeamId == teamId && Living.Contains(entry.Status))
                || (one.problem.Code == Problem && one.slot.OpensToAll && !db.Entries.Any(entry => entry.ProblemId == one.problem.Id && entry.TeamId == teamId)))
            .Select(one => new Line(one.slot.Id, one.problem.Code!, one.problem.Content.Title, one.organisation.Name, one.slot.StartsAt, one.slot.EndsAt, one.slot.Place,
                one.slot.Status, null, null, null)).ToListAsync(cancellation)).GroupBy(line => (line.ProblemCode, line.Title))];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostBookAsync(Guid slot, CancellationToken cancellation)
    {
        if (!await book.BookAsync(slot, me.Actor, cancellation))
        {
            return NotFound();
        }

        Say("已預約，出題單位會收到通知");
        return Redirect(Url.Content("~/team/slots"));
    }

    public async Task<IActionResult> OnPostGiveUpAsync(Guid slot, CancellationToken cancellation)
    {
        if (!await book.GiveUpAsync(slot, me.Actor, cancellation))
        {
            return NotFound();
        }

        Say("已放棄這個時段");
        return Redirect(Url.Content("~/team/slots"));
    }

    public async Task<IActionResult> OnPostNoteAsync(Guid slot, CancellationToken cancellation)
    {
        if (await db.Slots.FirstOrDefaultAsync(known => known.Id == slot && db.TeamMembers.Any(member => member.TeamId == known.TeamId && member.PersonId == me.Id), cancellation) is not { } known)
        {
            return NotFound();
        }

        if (Input.Note.Length > LongestNote)
        {
            Refuse("Input.Note", "最多 {0} 個字。", LongestNote);
            return await AgainAsync(cancellation);
        }

        known.NoteTalk(forPoser: false, Input.Note, me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("已記錄");
        return Redirect(Url.Content("~/team/slots"));
    }

    private static readonly EntryStatus[] Living = [.. Enum.GetValues<EntryStatus>().Where(status => status.IsLiving())];

    /// <summary>A slot as a team sees it.</summary>
    public sealed record Line(
        Guid Id, string ProblemCode, string Title, string Organisation, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, SlotStatus Status,
        string? Reason, DateTimeOffset? TalkedAt, string? Note);
}

/// <summary>What was talked about.</summary>
public sealed class TalkInput
{
    public string Note { get; set => field = Written.Text(value); } = "";
}
