using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>The review panels, one a stage and track.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [BindProperty]
    public PanelInput Input { get; set; } = new();

    public string RoundCode { get; private set; } = "";

    public IReadOnlyList<PanelLine> Panels { get; private set; } = [];

    /// <summary>Rounds that are not over, the current one first.</summary>
    public IReadOnlyList<SelectListItem> Rounds { get; private set; } = [];

    /// <summary>Entries handed in that no panel would take.</summary>
    public IReadOnlyList<LeftOver> LeftOvers { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        RoundCode = round.Code;
        var panels = await (
            from panel in db.Panels.AsNoTracking()
            join its in db.Rounds on panel.RoundId equals its.Id
            orderby its.StartsAt descending, panel.Stage, panel.Track
            select new
            {
                panel.Id,
                panel.RoundId,
                its.Code,
                panel.Name,
                panel.Stage,
                panel.Track,
                panel.Status,
                Genders = panel.Members.Where(member => member.Status == SeatStatus.Invited || member.Status == SeatStatus.Accepted).Select(member => member.Gender).ToList(),
                Reviews = db.Reviews.Count(review => review.PanelId == panel.Id && review.Status != ReviewStatus.Recused),
                Submitted = db.Reviews.Count(review => review.PanelId == panel.Id && review.Status == ReviewStatus.Submitted),
            }).ToListAsync(cancellation);
        Panels = [.. panels.Select(panel => new PanelLine(
            panel.Id, panel.Code, panel.Name, panel.Stage, panel.Track, panel.Status, panel.Genders.Count, PanelRules.IsFair(panel.Genders), panel.Submitted, panel.Reviews))];
        var open = await db.Rounds.AsNoTracking().Where(one => one.EndsAt > me.Now).OrderBy(one => one.StartsAt).Select(one => new { one.Id, one.Code }).ToListAsync(cancellation);
        Rounds = [.. open.Prepend(new { round.Id, round.Code }).Distinct().Select(one => new SelectListItem(one.Code, one.Id.ToString()))];
        LeftOvers = await LeftOversAsync(cancellation);
        if (FirstShow)
        {
            var stage = Enum.GetValues<ReviewStage>().FirstOrDefault(stage => panels.All(panel => panel.RoundId != round.Id || panel.Stage != stage));
            Input = new PanelInput { RoundId = round.Id, Stage = stage, Name = T["{0} {1}審查會", round.Code, T.Word(stage)].Value };
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Check(new PanelInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var current = await db.Rounds.CurrentAsync(me.Now, cancellation);
        if (await db.Rounds.FirstOrDefaultAsync(round => round.Id == Input.RoundId && (round.EndsAt > me.Now || round.Id == current.Id), cancellation) is not { } round)
        {
            Refuse("Input.RoundId", "請選擇場次");
            return await AgainAsync(cancellation);
        }

        var panel = new Panel(round, Input.Stage!.Value, Input.Name.Trim(), me.Actor, Input.Track ?? "");
        db.Panels.Add(panel);
        await db.SaveChangesAsync(cancellation);
        Say("審查會已建立，請加入委員");
        return RedirectToPage("Details", new { id = panel.Id });
    }

    // A panel without a track takes what the others leave, so only stages without one leave anything over.
    private async Task<IReadOnlyList<LeftOver>> LeftOversAsync(CancellationToken cancel)
    {
        var left = await (
            from entry in db.Entries.AsNoTracking()
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join round in db.Rounds on entry.RoundId equals round.Id
            where entry.Status == EntryStatus.ConceptSubmitted || entry.Status == EntryStatus.ProofSubmitted
            let stage = entry.Status == EntryStatus.ConceptSubmitted ? ReviewStage.Concept : ReviewStage.Proof
            where !db.Panels.Any(panel => panel.RoundId == entry.RoundId && panel.Stage == stage && (panel.Track == "" || panel.Track == problem.Content.Industry))
            orderby round.StartsAt descending, entry.Code
            select new { Round = round.Code, entry.Status, entry.Code, problem.Content.Industry }).ToListAsync(cancel);
        return [.. left.GroupBy(entry => (entry.Round, entry.Status)).Select(group => new LeftOver(
            group.Key.Round, group.Key.Status == EntryStatus.ConceptSubmitted ? ReviewStage.Concept : ReviewStage.Proof, group.Count(),
            [.. group.Select(entry => entry.Code).Take(LeftOver.Shown)], [.. group.Select(entry => entry.Industry).Distinct()]))];
    }
}

/// <summary>A panel of the list.</summary>
public sealed record PanelLine(
    Guid Id, string Round, string Name, ReviewStage Stage, string Track, PanelStatus Status, int Members, bool IsFair, int Submitted, int Reviews);

/// <summary>Entries of a round and stage that no panel would take.</summary>
public sealed record LeftOver(string Round, ReviewStage Stage, int Count, IReadOnlyList<string> Codes, IReadOnlyList<string> Industries)
{
    /// <summary>How many codes are named.</summary>
    public const int Shown = 10;
}

public sealed class PanelInput
{
    public Guid? RoundId { get; set; }

    public ReviewStage? Stage { get; set; }

    /// <summary>An industry; none for every entry the others leave.</summary>
    public string? Track { get; set; }

    public string Name { get; set => field = Written.Line(value); } = "";
}

public sealed class PanelInputValidator : AbstractValidator<PanelInput>
{
    public PanelInputValidator()
    {
        RuleFor(input => input.RoundId).NotNull().WithMessage("請選擇場次");
        RuleFor(input => input.Stage).NotNull().WithMessage("請選擇階段").IsInEnum().WithMessage("請選擇階段");
        RuleFor(input => input.Track).Must(track => string.IsNullOrEmpty(track) || Vocabulary.Industries.Has(track)).WithMessage("請選擇清單裡的組別");
        RuleFor(input => input.Name).NotEmpty().WithMessage("請填寫審查會名稱").MaximumLength(100).Sentence("最多 {0} 個字", 100);
    }
}
