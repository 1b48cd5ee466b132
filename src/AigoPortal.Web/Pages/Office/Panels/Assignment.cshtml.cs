using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static AigoPortal.Web.Documents.SpreadsheetText;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>Which reviewer reviews which entry: who has how many, and the reviewers of an entry chosen by hand.</summary>
public sealed class AssignmentModel(PortalDbContext db, CurrentPerson me, ChangeAssignment changeAssignment) : PortalPage
{
    private const int RowsAPage = 50;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The code of the entry whose reviewers are chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "entry")]
    public string? EntryCode { get; set => field = value?.Trim().ToUpperInvariant(); }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    /// <summary>Only entries with too few reviewers.</summary>
    [BindProperty(SupportsGet = true, Name = "missing")]
    public bool Missing { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int P { get; set; } = 1;

    [BindProperty]
    public AssignmentInput Input { get; set; } = new();

    public Panel Panel { get; private set; } = null!;

    public IReadOnlyList<AssignedReviewer> Reviewers { get; private set; } = [];

    public IReadOnlyList<AssignedEntry> Entries { get; private set; } = [];

    public AssignedEntry? Chosen { get; private set; }

    public IReadOnlyList<ReviewerChoice> Choices { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages { get; private set; }

    public bool CanAssign => Panel.Status == PanelStatus.Reviewing;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } panel)
        {
            return NotFound();
        }

        Panel = panel;
        Reviewers = await db.AssignedReviewersAsync(panel, cancellation);
        var code = Search?.Trim().ToUpperInvariant() ?? "";
        var wanted = Missing ? panel.ReviewsPerEntry ?? Reviewers.Count : int.MaxValue;
        var entries = db.EntriesOf(panel).AsNoTracking().Where(entry => (code == "" || entry.Code.Contains(code))
            && (wanted == int.MaxValue || db.Reviews.Count(review => review.PanelId == panel.Id && review.EntryId == entry.Id && review.Status != ReviewStatus.Recused) < wanted));
        Count = await entries.CountAsync(cancellation);
        Pages = (Count + RowsAPage - 1) / RowsAPage;
        P = Math.Clamp(P, 1, Math.Max(1, Pages));
        Entries = await db.AssignedEntriesAsync(panel, entries.OrderBy(entry => entry.Code).Skip((P - 1) * RowsAPage).Take(RowsAPage), cancellation);
        if (EntryCode is not null)
        {
            Chosen = (await db.AssignedEntriesAsync(panel, db.EntriesOf(panel).AsNoTracking().Where(entry => entry.Code == EntryCode), cancellation)).SingleOrDefault();
            if (Chosen is null)
            {
                return NotFound();
            }

            Choices = await db.ChoicesAsync(panel, Chosen, Reviewers, cancellation);
            if (FirstShow)
            {
                Input.Reviewers = [.. Chosen.Reviews.Select(review => review.ReviewerId)];
            }
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await db.Panels.FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel
            || await db.EntriesOf(panel).Where(entry => entry.Code == EntryCode).Select(entry => (Guid?)entry.Id).FirstOrDefaultAsync(cancellation) is not { } entryId)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(cancellation);
        }

        await changeAssignment.SetAsync(panel, entryId, Input.Reviewers, me.Actor, cancellation);
        Say("{0} 的分派已儲存", EntryCode!);
        return RedirectToPage(new { Id, entry = (string?)null, q = Search, missing = Missing ? "true" : null, p = P });
    }

    /// <summary>The assignment for a spreadsheet; what is exported can be changed and imported again.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } panel)
        {
            return NotFound();
        }

        db.AuditEvents.Add(new AuditEvent(new Trace(me.Actor, "panel.export-assignment", panel.Name), nameof(Domain.Reviews.Panel), panel.Id));
        await db.SaveChangesAsync(cancellation);
        var lines = await (
            from review in db.Reviews.AsNoTracking()
            join entry in db.EntriesOf(panel) on review.EntryId equals entry.Id
            join person in db.People on review.ReviewerId equals person.Id
            where review.PanelId == panel.Id && review.Status != ReviewStatus.Recused
            orderby entry.Code, person.Name, person.Id
            select new { entry.Code, person.Email, person.Name, review.Status }).ToListAsync(cancellation);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=assignment-{TaipeiTime.DateOf(me.Now):yyyyMMdd}.csv");
        await using var csv = CsvWriter.Create(Response.Body, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync([T["案號"].Value, T["電子郵件"].Value, T["審查委員"].Value, T["狀態"].Value], cancellation);
        foreach (var line in lines)
        {
            await csv.WriteRecordAsync([Harmless(line.Code), Harmless(line.Email), Harmless(line.Name), T.Word(line.Status)], cancellation);
        }

        return new EmptyResult();
    }

    private Task<Panel?> FindAsync(CancellationToken cancellation) => db.Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id, cancellation);
}
