using AigoPortal.Data;
using AigoPortal.Domain.Events;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.RoundTables;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser.Problems;

/// <summary>A problem's slots: the poser opens, closes and cancels them, and notes what was talked about.</summary>
public sealed class SlotsModel(PortalDbContext db, CurrentPerson me, OpenSlots open, BookSlot book) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public SlotsInput Input { get; set; } = new();

    public string Title { get; private set; } = "";

    public string? Code { get; private set; }

    public bool IsListed { get; private set; }

    public DateTimeOffset MatchingEndsAt { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Meetings { get; private set; } = [];

    public DateTimeOffset Now => me.Now;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var found = await (
            from problem in db.ProblemsOf(me.Id)
            join round in db.Rounds on problem.RoundId equals round.Id
            where problem.Id == Id
            select new { problem.Content.Title, problem.Code, problem.Status, round }).AsNoTracking().FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return NotFound();
        }

        (Title, Code, IsListed, MatchingEndsAt) = (found.Title, found.Code, found.Status == ProblemStatus.Listed, found.round.ConceptDeadline);
        Lines = await (
            from slot in db.Slots
            join team in db.Teams on slot.TeamId ?? slot.FormerTeamId equals (Guid?)team.Id into teams
            from team in teams.DefaultIfEmpty()
            where slot.ProblemId == Id
            orderby slot.StartsAt, slot.Place
            select new Line(slot.Id, slot.StartsAt, slot.EndsAt, slot.Place, slot.Status, slot.OpensToAll, team == null ? null : team.Name,
                db.Entries.Where(entry => entry.ProblemId == Id && team != null && entry.TeamId == team.Id).Select(entry => entry.Code).FirstOrDefault(),
                slot.Reason, slot.PoserTalkedAt, slot.PoserNote)).ToListAsync(cancellation);
        Meetings = [.. (await db.Events.Where(known => known.RoundId == found.round.Id && known.Plan.Kind == EventKind.RoundTable && known.Status == EventStatus.Open && known.Plan.EndsAt > me.Now)
                .OrderBy(known => known.Plan.StartsAt).Select(known => new { known.Id, known.Plan.Title, known.Plan.StartsAt }).ToListAsync(cancellation))
            .Select(known => new SelectListItem($"{known.Title} {TaipeiTime.ShortText(known.StartsAt)}", known.Id.ToString()))];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await IsMineAsync(cancellation))
        {
            return NotFound();
        }

        if (!Check(new SlotsInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var plan = new SlotPlan(Input.StartsAt!.Value, Input.Minutes ?? 0, Input.Gap ?? 0, Input.Count ?? 0, Input.Place);
        var count = await open.RunAsync(Id, Input.EventId, plan, Input.OpensToAll, me.Actor, cancellation);
        Say("已開放 {0} 個時段", count);
        return Back();
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid slot, CancellationToken cancellation)
    {
        if (await MineAsync(slot, cancellation) is not { } known)
        {
            return NotFound();
        }

        known.Close(me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("時段已關閉");
        return Back();
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid slot, CancellationToken cancellation)
    {
        if (await MineAsync(slot, cancellation) is not { } known)
        {
            return NotFound();
        }

        if (Input.Reason.Length > SlotsInput.LongestNote)
        {
            Refuse("Input.Reason", "最多 {0} 個字。", SlotsInput.LongestNote);
            return await AgainAsync(cancellation);
        }

        await book.CancelAsync(known, Input.Reason, byOffice: false, me.Actor, cancellation);
        Say("時段已取消，並通知團隊");
        return Back();
    }

    public async Task<IActionResult> OnPostNoteAsync(Guid slot, CancellationToken cancellation)
    {
        if (await MineAsync(slot, cancellation) is not { } known)
        {
            return NotFound();
        }

        if (Input.Note.Length > SlotsInput.LongestNote)
        {
            Refuse("Input.Note", "最多 {0} 個字。", SlotsInput.LongestNote);
            return await AgainAsync(cancellation);
        }

        known.NoteTalk(forPoser: true, Input.Note, me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("已記錄");
        return Back();
    }

    private Task<bool> IsMineAsync(CancellationToken cancellation) => db.ProblemsOf(me.Id).AnyAsync(problem => problem.Id == Id, cancellation);

    private Task<Slot?> MineAsync(Guid slot, CancellationToken cancellation) =>
        db.Slots.FirstOrDefaultAsync(known => known.Id == slot && known.ProblemId == Id && db.ProblemsOf(me.Id).Any(problem => problem.Id == Id), cancellation);

    private RedirectResult Back() => Redirect(Url.Content($"~/poser/problems/{Id}/slots"));

    /// <summary>A slot as its poser sees it.</summary>
    public sealed record Line(
        Guid Id, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, SlotStatus Status, bool OpensToAll, string? Team, string? EntryCode,
        string? Reason, DateTimeOffset? TalkedAt, string? Note);
}

/// <summary>Slots to open, or a word about one.</summary>
public sealed class SlotsInput
{
    public const int LongestNote = 1000;

    public Guid? EventId { get; set; }

    public DateTimeOffset? StartsAt { get; set; }

    public int? Minutes { get; set; } = 20;

    public int? Gap { get; set; } = 5;

    public int? Count { get; set; } = 4;

    public string Place { get; set => field = Written.Line(value); } = "";

    public bool OpensToAll { get; set; }

    public string Reason { get; set => field = Written.Text(value); } = "";

    public string Note { get; set => field = Written.Text(value); } = "";
}

/// <summary>Shape of slots to open.</summary>
public sealed class SlotsInputValidator : AbstractValidator<SlotsInput>
{
    public SlotsInputValidator()
    {
        RuleFor(input => input.StartsAt).NotNull().WithMessage("請填第一段的開始時間。");
        RuleFor(input => input.Minutes).Must(minutes => minutes is >= 5 and <= 120).Sentence("每段請填 {0} 到 {1} 分鐘。", 5, 120);
        RuleFor(input => input.Gap).Must(gap => gap is >= 0 and <= 60).Sentence("間隔請填 {0} 到 {1} 分鐘。", 0, 60);
        RuleFor(input => input.Count).Must(count => count is >= 1 and <= SlotRules.MostAtOnce).Sentence("一次可開 {0} 到 {1} 段。", 1, SlotRules.MostAtOnce);
        RuleFor(input => input.Place).NotEmpty().WithMessage("請填桌次或會議連結。");
        RuleFor(input => input.Place).MaximumLength(200).Sentence("最多 {0} 個字。", 200);
        RuleFor(input => input.Place).Must(IsPlace).WithMessage("會議連結請用 https:// 開頭的完整網址。");
    }

    private static bool IsPlace(string place) => !place.Contains("://", StringComparison.Ordinal)
        || (place.StartsWith("https://", StringComparison.Ordinal) && Uri.TryCreate(place, UriKind.Absolute, out _));
}
