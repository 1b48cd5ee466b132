using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>A panel's meeting: arranged, led through entry by entry, and put into minutes.</summary>
public sealed class MeetingModel(PortalDbContext db, CurrentPerson me, HoldMeeting hold, DecideEntry decideEntry, MakeMinutes makeMinutes) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public MeetingForms Input { get; set; } = new();

    public Panel Panel { get; private set; } = null!;

    public Round Round { get; private set; } = null!;

    public Meeting? Meeting { get; private set; }

    public IReadOnlyList<AgendaLine> Agenda { get; private set; } = [];

    public MeetingLive Live { get; private set; } = null!;

    public AgendaLine? Current => Agenda.FirstOrDefault(line => line.Entry.EntryId == Meeting?.CurrentEntryId);

    /// <summary>The entry to take up next: the first after the present one that has no result, or else the first of all.</summary>
    public AgendaLine? Next => Agenda.SkipWhile(line => Current is not null && line != Current).Skip(Current is null ? 0 : 1).FirstOrDefault(line => line.Item.Result is null)
        ?? Agenda.FirstOrDefault(line => line.Item.Result is null && line != Current);

    public AgendaLine? Before => Current is null ? null : Agenda.TakeWhile(line => line != Current).LastOrDefault();

    public bool CanChange => Panel.Status == PanelStatus.Reviewing;

    public IEnumerable<SelectListItem> Choices => Verdicts.Of(Panel.Stage).Select(verdict => new SelectListItem(T.Word(verdict), verdict.ToString()));

    /// <summary>The choices with what each books and what stays free after it.</summary>
    public IEnumerable<SelectListItem> PricedChoices => VerdictPrices.Of(Round, Panel, Current?.Decision, T);

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel)
        {
            return NotFound();
        }

        Panel = panel;
        Round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == panel.RoundId, cancellation);
        Meeting = await db.Meetings.AsNoTracking().FirstOrDefaultAsync(meeting => meeting.PanelId == Id, cancellation);
        Live = await LiveAsync(cancellation);
        var (_, rows) = await db.DecisionTableAsync(panel, cancellation);
        var known = rows.ToDictionary(row => row.EntryId);
        Agenda = Meeting is null ? [] : [.. Meeting.Items.Where(item => known.ContainsKey(item.EntryId))
            .Select(item => new AgendaLine(item, known[item.EntryId], Meeting.TurnOf(item.EntryId)!.Value))];
        if (FirstShow)
        {
            Input = MeetingForms.Of(Meeting, Current);
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>Who is in the room and how far the vote is, for a page that is open.</summary>
    public async Task<IActionResult> OnGetLiveAsync(string? seen, CancellationToken cancellation)
    {
        if (await db.Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel)
        {
            return NotFound();
        }

        Panel = panel;
        Meeting = await db.Meetings.AsNoTracking().FirstOrDefaultAsync(meeting => meeting.PanelId == Id, cancellation);
        Live = await LiveAsync(cancellation);
        return Live.Stamp == seen ? new NoContentResult() : Partial("_MeetingLive", this);
    }

    public async Task<IActionResult> OnPostArrangeAsync(CancellationToken cancellation) =>
        await ActAsync(new MeetingPlanValidator(), () => hold.ArrangeAsync(Id, Input.ToPlan(), me.Actor, cancellation), () => Say("會議安排已儲存"), cancellation);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellation) =>
        await ActAsync(null, () => hold.InviteAsync(Id, me.Actor, cancellation), () => Say("開會通知已寄給委員"), cancellation);

    public async Task<IActionResult> OnPostOrderAsync(bool byRank, CancellationToken cancellation) => await ActAsync(null, async () =>
    {
        var panel = await db.Panels.AsNoTracking().FirstAsync(panel => panel.Id == Id, cancellation);
        var (_, rows) = await db.DecisionTableAsync(panel, cancellation);
        var order = byRank ? rows : [.. rows.OrderBy(row => row.Code, StringComparer.Ordinal)];
        await hold.ChangeAsync(Id, (meeting, _) => meeting.Order([.. order.Select(row => row.EntryId)], me.Actor), me.Actor, cancellation);
    }, () => Say("議程已重新排序"), cancellation);

    public Task<IActionResult> OnPostMoveAsync(Guid entry, bool up, CancellationToken cancellation) => ChangeAsync(meeting => meeting.Move(entry, up, me.Actor), null, cancellation);

    public async Task<IActionResult> OnPostAllotAsync(Guid entry, int? minutes, CancellationToken cancellation) =>
        await ChangeAsync(meeting => meeting.Allot(entry, minutes ?? 0, me.Actor), () => Say("時間已更新"), cancellation);

    public Task<IActionResult> OnPostStartAsync(CancellationToken cancellation) => ChangeAsync(meeting => meeting.Start(me.Actor), () => Say("會議開始"), cancellation);

    public Task<IActionResult> OnPostPauseAsync(CancellationToken cancellation) => ChangeAsync(meeting => meeting.Pause(me.Actor), () => Say("會議暫停"), cancellation);

    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancellation) => ChangeAsync(meeting => meeting.Resume(me.Actor), () => Say("會議繼續"), cancellation);

    public Task<IActionResult> OnPostEndAsync(CancellationToken cancellation) => ActAsync(null, () => hold.EndAsync(Id, me.Actor, cancellation), () => Say("會議已結束，會議紀錄已定稿"), cancellation);

    public Task<IActionResult> OnPostBeginAsync(Guid entry, CancellationToken cancellation) => ActAsync(null, () => hold.BeginAsync(Id, entry, me.Actor, cancellation), null, cancellation);

    public Task<IActionResult> OnPostOpenVoteAsync(Guid entry, CancellationToken cancellation) => ChangeAsync(meeting => meeting.OpenVote(entry, me.Actor), () => Say("開始投票"), cancellation);

    public Task<IActionResult> OnPostCloseVoteAsync(Guid entry, CancellationToken cancellation) =>
        ActAsync(new QuorumValidator(), () => hold.CloseVoteAsync(Id, entry, Input.QuorumReason.Trim(), me.Actor, cancellation), () => Say("投票已結束"), cancellation);

    public Task<IActionResult> OnPostAgreeAsync(Guid entry, CancellationToken cancellation) =>
        ActAsync(new ConsensusValidator(), () => hold.AgreeAsync(Id, entry, Input.Consensus!.Value, Input.QuorumReason.Trim(), me.Actor, cancellation), () => Say("共識決已記錄"), cancellation);

    public Task<IActionResult> OnPostDecideAsync(Guid entry, CancellationToken cancellation) => ActAsync(new MeetingDecisionValidator(), async () =>
    {
        var verdict = Input.Verdict!.Value;
        await decideEntry.RunAsync(Id, entry, verdict.OutcomeOf(), verdict.LevelOf(), Input.Reason, me.Actor, cancellation);
    }, () => Say("決議已儲存，公布前可以再改"), cancellation);

    public Task<IActionResult> OnPostAttendAsync(Guid person, AttendanceKind kind, CancellationToken cancellation) =>
        ActAsync(null, () => hold.AttendAsync(Id, person, (attendance, _) => attendance.Mark(kind, me.Actor), me.Actor, cancellation), () => Say("出席已更新"), cancellation);

    public Task<IActionResult> OnPostLeaveAsync(Guid person, CancellationToken cancellation) =>
        ActAsync(null, () => hold.AttendAsync(Id, person, (attendance, _) => attendance.Leave(me.Actor), me.Actor, cancellation), () => Say("出席已更新"), cancellation);

    public Task<IActionResult> OnPostMinutesAsync(CancellationToken cancellation) =>
        ActAsync(null, () => makeMinutes.KeepAsync(Id, me.Actor, cancellation), () => Say("會議紀錄已重新產生，先前的版本仍保留"), cancellation);

    private Task<IActionResult> ChangeAsync(Action<Meeting> change, Action? say, CancellationToken cancellation) =>
        ActAsync(null, () => hold.ChangeAsync(Id, (meeting, _) => change(meeting), me.Actor, cancellation), say, cancellation);

    private async Task<IActionResult> ActAsync(FluentValidation.IValidator<MeetingForms>? validator, Func<Task> act, Action? say, CancellationToken cancellation)
    {
        if (!await db.Panels.AnyAsync(panel => panel.Id == Id, cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || (validator is not null && !Check(validator, Input)))
        {
            return await AgainAsync(cancellation);
        }

        await act();
        say?.Invoke();
        return RedirectToPage(new { Id });
    }

    private async Task<MeetingLive> LiveAsync(CancellationToken cancellation)
    {
        var members = await db.MembersAsync(Panel, Meeting?.Id, cancellation);
        if (Meeting?.Current is not { } current)
        {
            return new MeetingLive(members, [], [], null, Meeting?.Status);
        }

        var conflicted = (await db.ConflictsAsync([current.EntryId], cancellation)).Select(conflict => conflict.PersonId).ToHashSet();
        var voted = current.VoteOpenedAt is null ? [] : await db.BallotsOf(Meeting, current.EntryId).Select(ballot => ballot.PersonId).ToListAsync(cancellation);
        return new MeetingLive(members, conflicted, [.. voted], current, Meeting.Status);
    }
}

/// <summary>An entry on the agenda with its scores and its decision.</summary>
public sealed record AgendaLine(MeetingItem Item, DecisionRow Entry, DateTimeOffset Turn)
{
    public Decision? Decision => Entry.Decision;
}

/// <summary>Who is in the room and how far the vote is; what anybody voted isn't in it.</summary>
public sealed record MeetingLive(IReadOnlyList<MeetingMember> Members, HashSet<Guid> Conflicted, HashSet<Guid> Voted, MeetingItem? Item, MeetingStatus? Status)
{
    /// <summary>Members without a conflict of interest with the present entry who are in the room.</summary>
    public int Present => Members.Count(member => member.IsInTheRoom && !Conflicted.Contains(member.PersonId));

    public int Entitled => Members.Count(member => !Conflicted.Contains(member.PersonId));

    public bool IsQuorate => new Attending(Present, Entitled).IsQuorate;

    /// <summary>Changes when what is shown changes.</summary>
    public string Stamp => Stamps.Of(Members, Conflicted.Order(), Voted.Order(), Item, Status);
}
