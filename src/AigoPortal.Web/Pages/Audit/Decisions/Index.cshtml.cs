using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Audit.Decisions;

/// <summary>Every released decision, panel by panel, ten panels a page.</summary>
public sealed class IndexModel(PortalDbContext db) : PortalPage
{
    private const int Size = 10;

    [BindProperty(SupportsGet = true)] public string? Round { get; set; }

    [BindProperty(SupportsGet = true)] public ReviewStage? Stage { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public IReadOnlyList<SelectListItem> Rounds { get; private set; } = [];

    public IReadOnlyList<IGrouping<Guid, RecordedDecision>> Panels { get; private set; } = [];

    /// <summary>The entries' numbers, problems and teams.</summary>
    public IReadOnlyDictionary<Guid, Named> Entries { get; private set; } = new Dictionary<Guid, Named>();

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Rounds = await db.Rounds.OrderByDescending(round => round.StartsAt).Select(round => new SelectListItem(round.Code, round.Code)).ToListAsync(cancellation);
        IQueryable<Panel> panels = db.Panels.Where(panel => panel.Status == PanelStatus.Released);
        panels = Round?.Trim() is { Length: > 0 } code ? panels.Where(panel => db.Rounds.Any(round => round.Id == panel.RoundId && round.Code == code)) : panels;
        panels = Stage is { } stage ? panels.Where(panel => panel.Stage == stage) : panels;
        Pages = Math.Max(1, (await panels.CountAsync(cancellation) + Size - 1) / Size);
        P = Math.Clamp(P, 1, Pages);
        var ids = await panels.OrderByDescending(panel => panel.ReleasedAt).ThenBy(panel => panel.Id).Skip((P - 1) * Size).Take(Size).Select(panel => panel.Id).ToListAsync(cancellation);
        var decisions = await db.RecordedDecisionsAsync(db.Panels.Where(panel => ids.Contains(panel.Id)), cancellation);
        var decided = decisions.Select(decision => decision.Decision.EntryId).Distinct().ToList();
        Entries = await (
            from entry in db.Entries
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where decided.Contains(entry.Id)
            select new { entry.Id, Named = new Named(entry.Code, problem.Content.Title, team.Name) }).ToDictionaryAsync(row => row.Id, row => row.Named, cancellation);
        Panels = [.. decisions.GroupBy(decision => decision.Panel.Id)];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        ModelState.IsValid ? await LoadAsync(cancellation) ?? Page() : await AgainAsync(cancellation);

    /// <summary>An entry in names.</summary>
    public sealed record Named(string Code, string Problem, string Team);
}
