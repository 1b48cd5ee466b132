using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Components;
using AigoPortal.Web.Files;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser.Problems;

/// <summary>A poser fills in a problem, in as many sittings as it takes.</summary>
public sealed class EditModel(PortalDbContext db, CurrentPerson me, Uploads uploads, WriteProblem write) : PortalPage
{
    internal static readonly FileKind[] BriefingKinds = [.. FileKind.OfficeFiles.Where(kind => kind.Extension is ".pdf" or ".pptx")];

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public ProblemInput Input { get; set; } = new();

    public Round Round { get; private set; } = null!;

    public ListedFile? Briefing { get; private set; }

    public string? Reason { get; private set; }

    public DateTimeOffset? SavedAt { get; private set; }

    public int Submitted { get; private set; }

    public IReadOnlyList<FormSection> Sections { get; private set; } = [];

    /// <summary>Where a button of the form leads; once the draft is saved, to that draft.</summary>
    public string? Address(string handler, int? index = null) => Id is null ? Url.Page("Edit", handler, new { index }) : Url.Page("Edit", handler, new { id = Id, index });

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (Id is { } id)
        {
            if (await ProblemSheet.FindAsync(db, db.ProblemsOf(me.Id).Where(problem => problem.Id == id), cancellation) is not { } sheet)
            {
                return NotFound();
            }

            if (FirstShow && !sheet.Problem.Status.CanBeWritten())
            {
                return RedirectToPage("Details", new { id });
            }

            Input = FirstShow ? ProblemInput.Of(sheet) : Input;
            (Reason, SavedAt) = (sheet.Problem.Reason, sheet.Problem.SavedAt);
            ShowReasons(sheet.Problem);
            Round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == sheet.Problem.RoundId, cancellation);
        }
        else
        {
            Round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
            await FillFromOrganisationAsync(cancellation);
        }

        if (FirstShow && Input.DataSets.Count == 0)
        {
            Input.DataSets.Add(new DataSetInput());
        }

        Submitted = await db.ProblemsOf(me.Id).CountAsync(problem => problem.RoundId == Round.Id && problem.QuotaSlot != null, cancellation);
        Briefing = await db.Files.Where(file => file.Id == Input.BriefingFileId
                && (file.OwnerId == me.Id || db.Problems.Any(problem => problem.Id == Id && problem.Content.BriefingFileId == file.Id)))
            .Select(file => new ListedFile(file.Name, file.Size, FileEndpoint.UrlOf(file.Id), null)).FirstOrDefaultAsync(cancellation);
        Sections = FormSection.Of(Input, T["出題單位"], T["出題內容"], T["資料內容"], T["資源與誘因"], T["出題說明簡報"]);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancellation)
    {
        if (!await IsMineAsync(cancellation))
        {
            return NotFound();
        }

        await TakeBriefingAsync(cancellation);
        if (!Check(new ProblemInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        await KeepAsync(cancellation);
        Say("草稿已儲存，可以隨時回來繼續填。");
        return RedirectToPage(new { id = Id });
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation)
    {
        if (!await IsMineAsync(cancellation))
        {
            return NotFound();
        }

        await TakeBriefingAsync(cancellation);
        if (Check(new ProblemInputValidator(), Input))
        {
            await KeepAsync(cancellation);
        }

        return Check(new CompleteProblemValidator(), Input) ? RedirectToPage("Details", new { id = Id }) : await AgainAsync(cancellation);
    }

    public Task<IActionResult> OnPostAddDataSetAsync(CancellationToken cancellation) =>
        ChangeRowsAsync(sets => sets.Add(new DataSetInput()), cancellation);

    public Task<IActionResult> OnPostRemoveDataSetAsync(int index, CancellationToken cancellation) => ChangeRowsAsync(sets =>
    {
        if (index >= 0 && index < sets.Count)
        {
            sets.RemoveAt(index);
        }
    }, cancellation);

    private async Task<IActionResult> ChangeRowsAsync(Action<List<DataSetInput>> change, CancellationToken cancellation)
    {
        if (!await IsMineAsync(cancellation))
        {
            return NotFound();
        }

        await TakeBriefingAsync(cancellation);
        change(Input.DataSets);

        // The rows have new places; what was typed in them is in Input.
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Input.DataSets", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }

        return await LoadAsync(cancellation) ?? Page();
    }

    private async Task<bool> IsMineAsync(CancellationToken cancellation) =>
        Id is null || await db.ProblemsOf(me.Id).AnyAsync(problem => problem.Id == Id, cancellation);

    // Kept by itself at once, so that an error elsewhere in the form does not cost the upload.
    private async Task TakeBriefingAsync(CancellationToken cancellation)
    {
        if (await uploads.TakeAsync(Input.Briefing, "Briefing", BriefingKinds, me.Actor, cancellation) is { } file)
        {
            await db.SaveChangesAsync(cancellation);
            Input.BriefingFileId = file.Id;
        }
    }

    private async Task KeepAsync(CancellationToken cancellation)
    {
        var problem = await write.RunAsync(Id, Input.ToWritten(), me.Actor, cancellation);
        (Id, Input.Version) = (problem.Id, problem.Version);
    }

    // What the office wants mended stands at its field when the form is opened.
    private void ShowReasons(Problem problem)
    {
        foreach (var (field, reason) in FirstShow && problem.Status == ProblemStatus.Returned ? problem.FieldReasons : [])
        {
            ModelState.AddModelError($"Input.{field}", reason);
        }
    }

    private async Task FillFromOrganisationAsync(CancellationToken cancellation)
    {
        var organisation = FirstShow ? await db.OrganisationsOf(me.Id).AsNoTracking().OrderBy(known => known.Id).FirstOrDefaultAsync(cancellation) : null;
        if (organisation is not null)
        {
            (Input.OrganisationName, Input.OrganisationKind) = (organisation.Name, organisation.Kind);
        }
    }
}
