using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using static AigoPortal.Web.Documents.SpreadsheetText;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>A panel's conflicts of interest: as a list with filters, and as a grid of reviewers and entries.</summary>
public sealed class ConflictsModel(PortalDbContext db, CurrentPerson me, StateConflict stateConflict, DetectConflicts detectConflicts) : PortalPage
{
    private const int RowsAPage = 50;
    private const int GridRowsAPage = 100;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "view")]
    public string? View { get; set; }

    /// <summary>The whole grid on one page.</summary>
    [BindProperty(SupportsGet = true, Name = "all")]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int P { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "reviewer")]
    public Guid? ReviewerId { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public ConflictKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "source")]
    public ConflictSource? Source { get; set; }

    [BindProperty]
    public ConflictForms Input { get; set; } = new();

    public Panel Panel { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Reviewers { get; private set; } = [];

    public IReadOnlyList<ConflictLine> Conflicts { get; private set; } = [];

    public IReadOnlyList<ConflictLine> Lifted { get; private set; } = [];

    public ReviewGrid? Grid { get; private set; }

    public int Count { get; private set; }

    public int Pages { get; private set; }

    public bool ShowsGrid => View == "grid";

    public bool IsFiltered => Search is not null || ReviewerId is not null || Kind is not null || Source is not null;

    public bool CanChange => Panel.Status != PanelStatus.Released;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } panel)
        {
            return NotFound();
        }

        Panel = panel;
        P = Math.Clamp(P, 1, 100_000);
        if (ShowsGrid)
        {
            Grid = await ReviewGrid.ReadAsync(db, panel, All ? 0 : (P - 1) * GridRowsAPage, All ? null : GridRowsAPage, T, cancellation);
            Pages = All ? 1 : (Grid.Count + GridRowsAPage - 1) / GridRowsAPage;
            return null;
        }

        var memberIds = panel.Members.Select(member => member.PersonId).ToList();
        Reviewers = await db.People.AsNoTracking().Where(person => memberIds.Contains(person.Id)).OrderBy(person => person.Name)
            .Select(person => new SelectListItem(person.Name, person.Id.ToString())).ToListAsync(cancellation);
        var lines = Filtered(panel);
        Count = await lines.CountAsync(line => line.LiftedAt == null, cancellation);
        Pages = (Count + RowsAPage - 1) / RowsAPage;
        P = Math.Clamp(P, 1, Math.Max(1, Pages));
        Conflicts = await lines.Where(line => line.LiftedAt == null).OrderBy(line => line.Code).ThenBy(line => line.Reviewer).ThenBy(line => line.Id)
            .Skip((P - 1) * RowsAPage).Take(RowsAPage).ToListAsync(cancellation);
        Lifted = await lines.Where(line => line.LiftedAt != null).OrderByDescending(line => line.LiftedAt).Take(RowsAPage).ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } panel)
        {
            return NotFound();
        }

        db.AuditEvents.Add(new AuditEvent(new Trace(me.Actor, "panel.export-conflicts", panel.Name), nameof(Domain.Reviews.Panel), panel.Id));
        await db.SaveChangesAsync(cancellation);
        var lines = await Filtered(panel).OrderBy(line => line.Code).ThenBy(line => line.Reviewer).ThenBy(line => line.Id).ToListAsync(cancellation);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=conflicts-{TaipeiTime.DateOf(me.Now):yyyyMMdd}.csv");
        await using var csv = CsvWriter.Create(Response.Body, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync([T["案號"].Value, T["題目名稱"].Value, T["審查委員"].Value, T["關係"].Value, T["來源"].Value, T["說明"].Value, T["時間"].Value, T["解除理由"].Value], cancellation);
        foreach (var line in lines)
        {
            await csv.WriteRecordAsync(
                [
                    Harmless(line.Code), Harmless(line.Title), Harmless(line.Reviewer), T.Word(line.Kind), T.Word(line.Source), Harmless(T.Note(line.Source, line.Note)),
                    TaipeiTime.Machine(line.FoundAt), Harmless(line.LiftReason),
                ], cancellation);
        }

        return new EmptyResult();
    }

    public async Task<IActionResult> OnPostSetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } panel)
        {
            return NotFound();
        }

        if (!Check(new SetConflictValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var code = Input.EntryCode.Trim().ToUpperInvariant();
        var entryId = await db.EntriesOf(panel).Where(entry => entry.Code == code).Select(entry => (Guid?)entry.Id).FirstOrDefaultAsync(cancellation);
        if (entryId is null)
        {
            Refuse("Input.EntryCode", "這個審查會沒有這一案");
        }

        if (panel.Members.All(member => member.PersonId != Input.ReviewerId))
        {
            Refuse("Input.ReviewerId", "請選擇審查委員");
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(cancellation);
        }

        Rule.Require(PanelRules.IsNotReleased(panel.Status));
        await stateConflict.RunAsync(Input.ReviewerId!.Value, entryId!.Value, Input.Kind!.Value, ConflictSource.Set, Input.Note.Trim(), me.Actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        Say("已設定迴避，這位委員不再看得到 {0}", code);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostLiftAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } panel
            || await db.ConflictsOf(panel).FirstOrDefaultAsync(conflict => conflict.Id == Input.ConflictId && conflict.LiftedAt == null, cancellation) is not { } conflict)
        {
            return NotFound();
        }

        if (!Check(new LiftConflictValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        Rule.Require(PanelRules.IsNotReleased(panel.Status));
        conflict.Lift(Input.LiftReason.Trim(), me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("已解除迴避；需要這位委員評分時，請到「分派」加入");
        return RedirectToPage(new { Id });
    }

    /// <summary>Compares reviewers and entries once more.</summary>
    public async Task<IActionResult> OnPostDetectAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } panel)
        {
            return NotFound();
        }

        Rule.Require(PanelRules.IsNotReleased(panel.Status));
        var found = await detectConflicts.RunAsync(panel, me.Actor, cancellation);
        if (found == 0)
        {
            Say("比對完成，沒有新的利益關係");
        }
        else
        {
            Say("比對完成，新發現 {0} 筆利益關係", found);
        }

        return RedirectToPage(new { Id });
    }

    public string NoteOf(ConflictLine line) => T.Note(line.Source, line.Note);

    private Task<Panel?> FindAsync(CancellationToken cancellation) => db.Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id, cancellation);

    private IQueryable<ConflictLine> Filtered(Panel panel)
    {
        var memberIds = panel.Members.Select(member => member.PersonId).ToList();
        var conflicts = db.ConflictsOf(panel).AsNoTracking().Where(conflict => memberIds.Contains(conflict.PersonId));
        conflicts = ReviewerId is { } reviewer ? conflicts.Where(conflict => conflict.PersonId == reviewer) : conflicts;
        conflicts = Kind is { } kind ? conflicts.Where(conflict => conflict.Kind == kind) : conflicts;
        conflicts = Source is { } source ? conflicts.Where(conflict => conflict.Source == source) : conflicts;
        var code = Search?.Trim().ToUpperInvariant() ?? "";
        return
            from conflict in conflicts
            join entry in db.Entries on conflict.EntryId equals entry.Id
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join person in db.People on conflict.PersonId equals person.Id
            where code == "" || entry.Code.Contains(code)
            select new ConflictLine
            {
                Id = conflict.Id,
                Code = entry.Code,
                Title = problem.Content.Title,
                Reviewer = person.Name,
                Kind = conflict.Kind,
                Source = conflict.Source,
                Note = conflict.Note,
                FoundAt = conflict.FoundAt,
                LiftedAt = conflict.LiftedAt,
                LiftReason = conflict.LiftReason,
            };
    }
}

/// <summary>A conflict in the list.</summary>
public sealed record ConflictLine
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string Title { get; init; } = "";

    public string Reviewer { get; init; } = "";

    public ConflictKind Kind { get; init; }

    public ConflictSource Source { get; init; }

    public string Note { get; init; } = "";

    public DateTimeOffset FoundAt { get; init; }

    public DateTimeOffset? LiftedAt { get; init; }

    public string LiftReason { get; init; } = "";
}
