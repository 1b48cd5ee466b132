using AigoPortal.Data;
using AigoPortal.Data.Providers;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Components;
using AigoPortal.Web.Files;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser.Problems;

/// <summary>A poser fills in a problem, in as many sittings as it takes; it saves itself, and never over somebody else's words.</summary>
public sealed class EditModel(PortalDbContext db, CurrentPerson me, Uploads uploads, WriteProblem write) : PortalPage
{
    /// <summary>The choice of the other's answer in a clash.</summary>
    public const string Theirs = "theirs";

    internal static readonly FileKind[] BriefingKinds = [.. FileKind.OfficeFiles.Where(kind => kind.Extension is ".pdf" or ".pptx")];

    /// <summary>The draft; the form carries it too, since a new problem gets its own address while it is being typed.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public ProblemInput Input { get; set; } = new();

    /// <summary>The other's version that was compared.</summary>
    [BindProperty]
    public Guid? Seen { get; set; }

    public Round Round { get; private set; } = null!;

    /// <summary>Mine, if I have one; its facts are kept on its own page.</summary>
    public Organisation? Organisation { get; private set; }

    public string? Reason { get; private set; }

    public DateTimeOffset? SavedAt { get; private set; }

    public int Submitted { get; private set; }

    public int Rated { get; private set; }

    public ProblemClash? Clash { get; private set; }

    /// <summary>The field whose Markdown is shown as it will look, without script.</summary>
    public string? Previewed { get; private set; }

    public IReadOnlyList<FormSection> Sections { get; private set; } = [];

    /// <summary>Under which name the browser keeps what it could not send: mine alone, and of this problem.</summary>
    public string Keeper => $"aigo-draft:{me.Id:N}:{Id?.ToString("N") ?? "new"}";

    public long LargestMegabytes => uploads.ProblemMaximumSize / 1024 / 1024;

    private bool IsByScript => Request.Headers.ContainsKey("HX-Request");

    /// <summary>Where a button of the form leads; once the draft is saved, to that draft.</summary>
    public string? Address(string handler, int? index = null, string? field = null, Guid? file = null) => Id is null
        ? Url.Page("Edit", handler, new { index, field, file })
        : Url.Page("Edit", handler, new { id = Id, index, field, file });

    /// <summary>Whose answer is kept when two people wrote at once: true for the other's, null when nobody chose yet.</summary>
    public bool? IsTheirsChosen(ProblemField field) =>
        Request.HasFormContentType && Request.Form[$"Choice[{field.Name}]"] is [{ Length: > 0 } chosen, ..] ? chosen == Theirs : null;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (Id is { } id)
        {
            if (await SheetAsync(cancellation) is not { } sheet)
            {
                return NotFound();
            }

            if (FirstShow && !sheet.Problem.Status.CanBeWritten())
            {
                return RedirectToPage("Details", new { id });
            }

            Input = FirstShow ? ProblemInput.Of(sheet) : Input;
            (Reason, SavedAt, Rated) = (sheet.Problem.Reason, sheet.Problem.SavedAt, sheet.Problem.SelfCheck.Count);
            ShowReasons(sheet.Problem);
            Round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == sheet.Problem.RoundId, cancellation);
        }
        else
        {
            Round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        }

        await FillFromOrganisationAsync(cancellation);
        if (FirstShow && Input.DataSets.Count == 0)
        {
            Input.DataSets.Add(new DataSetInput());
        }

        Submitted = await db.ProblemsOf(me.Id).CountAsync(problem => problem.RoundId == Round.Id && problem.QuotaSlot != null, cancellation);
        await NameFilesAsync(cancellation);
        Sections = FormSection.Of(Input);
        if (FirstShow)
        {
            Input.Stamp = ProblemClash.StampOf(Input, T);
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancellation)
    {
        if (!await IsMineAsync(cancellation))
        {
            return NotFound();
        }

        await TakeFilesAsync(cancellation);
        return await SaveAsync(cancellation) ? Kept() : await AgainAsync(cancellation);
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation)
    {
        if (!await IsMineAsync(cancellation))
        {
            return NotFound();
        }

        await TakeFilesAsync(cancellation);
        await SaveAsync(cancellation);
        return Clash is null && Check(new CompleteProblemValidator(), Input) ? RedirectToPage("Details", new { id = Id }) : await AgainAsync(cancellation);
    }

    /// <summary>Saves while the person types; answers with the mark, and with what in the form has to know of it.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken cancellation)
    {
        if (!await IsMineAsync(cancellation))
        {
            return NotFound();
        }

        var isNew = Id is null;
        try
        {
            await FillFromOrganisationAsync(cancellation);
            var isBegun = !isNew || Input is { OrganisationName.Length: > 0, OrganisationKind: not null };
            if (isBegun && await SaveAsync(cancellation))
            {
                SavedAt = me.Now;
                await NameFilesAsync(cancellation);
                Input.Stamp = ProblemClash.StampOf(Input, T);
            }
        }
        catch (BrokenRuleException broken)
        {
            Refuse(BrokenRulePageFilter.FieldOf(this, broken.Rule.Field), broken.Rule.Sentence, broken.Rule.Arguments);
        }

        if (isNew && Id is not null)
        {
            Response.Headers["HX-Replace-Url"] = Url.Page("Edit", null, new { id = Id });
        }

        Sections = FormSection.Of(Input);
        var fragment = Partial("_Saved", this);
        fragment.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return fragment;
    }

    /// <summary>Two people wrote at once: takes the chosen answers together and saves them.</summary>
    public async Task<IActionResult> OnPostResolveAsync(CancellationToken cancellation)
    {
        if (Id is null || await SheetAsync(cancellation) is not { } sheet)
        {
            return NotFound();
        }

        await TakeFilesAsync(cancellation);
        if (sheet.Problem.Version == Seen)
        {
            var theirs = ProblemInput.Of(sheet);
            foreach (var field in ProblemField.All.Where(field => IsTheirsChosen(field) == true))
            {
                field.Take(Input, theirs);
                Forget(field.Covers);
            }

            Input.Version = Seen;
        }

        return await SaveAsync(cancellation) ? Kept() : await AgainAsync(cancellation);
    }

    public async Task<IActionResult> OnPostPreviewAsync(string field, CancellationToken cancellation)
    {
        if (ProblemField.All.FirstOrDefault(known => known.IsProse && known.Name == field) is not { } shown || !await IsMineAsync(cancellation))
        {
            return NotFound();
        }

        Previewed = shown.Name;
        return IsByScript ? Partial("_Preview", (this, shown.Name)) : await LoadAsync(cancellation) ?? Page();
    }

    public Task<IActionResult> OnPostAddDataSetAsync(CancellationToken cancellation) =>
        ChangeRowsAsync(() => Input.DataSets.Add(new DataSetInput()), cancellation);

    public Task<IActionResult> OnPostRemoveDataSetAsync(int index, CancellationToken cancellation) => ChangeRowsAsync(() =>
    {
        if (index >= 0 && index < Input.DataSets.Count)
        {
            Input.DataSets.RemoveAt(index);
        }
    }, cancellation);

    /// <summary>Takes the chosen files into the form.</summary>
    public Task<IActionResult> OnPostUploadAsync(CancellationToken cancellation) => ChangeRowsAsync(() => { }, cancellation);

    public Task<IActionResult> OnPostRemoveFileAsync(Guid file, CancellationToken cancellation) => ChangeRowsAsync(() =>
    {
        Input.BriefingFileId = Input.BriefingFileId == file ? null : Input.BriefingFileId;
        Input.Attachments.RemoveAll(known => known.FileId == file);
    }, cancellation);

    private async Task<IActionResult> ChangeRowsAsync(Action change, CancellationToken cancellation)
    {
        if (!await IsMineAsync(cancellation))
        {
            return NotFound();
        }

        await TakeFilesAsync(cancellation);
        change();

        // The rows have new places; what was typed in them is in Input.
        Forget(name => name.StartsWith("DataSets", StringComparison.Ordinal) || name.StartsWith("Attachments", StringComparison.Ordinal) || name == "BriefingFileId");
        return await LoadAsync(cancellation) ?? Page();
    }

    private async Task<bool> IsMineAsync(CancellationToken cancellation) =>
        Id is null || await db.ProblemsOf(me.Id).AnyAsync(problem => problem.Id == Id, cancellation);

    private Task<ProblemSheet?> SheetAsync(CancellationToken cancellation) =>
        ProblemSheet.FindAsync(db, db.ProblemsOf(me.Id).Where(problem => problem.Id == Id), cancellation, SheetReader.Insider);

    private RedirectToPageResult Kept()
    {
        Say("草稿已儲存，可以隨時回來繼續填。");
        return RedirectToPage(new { id = Id });
    }

    // What was typed is in Input; the fields are drawn from it.
    private void Forget(Func<string, bool> belongs)
    {
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Input.", StringComparison.Ordinal) && belongs(key["Input.".Length..])).ToList())
        {
            ModelState.Remove(key);
        }
    }

    // Kept by themselves at once, so that an error elsewhere in the form does not cost the upload.
    private async Task TakeFilesAsync(CancellationToken cancellation)
    {
        if (await uploads.TakeAsync(Input.Briefing, "Briefing", BriefingKinds, me.Actor, cancellation, uploads.ProblemMaximumSize) is { } briefing)
        {
            await db.SaveChangesAsync(cancellation);
            Input.BriefingFileId = briefing.Id;
            Forget(name => name == "BriefingFileId");
        }

        foreach (var upload in Input.More)
        {
            if (await uploads.TakeAsync(upload, "More", FileKind.ProblemFiles, me.Actor, cancellation, uploads.ProblemMaximumSize) is { } file)
            {
                await db.SaveChangesAsync(cancellation);
                Input.Attachments.Add(new AttachmentInput { FileId = file.Id });
            }
        }
    }

    private async Task<bool> SaveAsync(CancellationToken cancellation)
    {
        await FillFromOrganisationAsync(cancellation);
        return Check(new ProblemInputValidator(), Input) && await KeepAsync(cancellation);
    }

    // What the office wants mended stands at its field when the form is opened.
    private void ShowReasons(Problem problem)
    {
        foreach (var (field, reason) in FirstShow && problem.Status == ProblemStatus.Returned ? problem.FieldReasons : [])
        {
            ModelState.AddModelError($"Input.{field}", reason);
        }
    }

    private async Task<bool> KeepAsync(CancellationToken cancellation)
    {
        try
        {
            var problem = await write.RunAsync(Id, Input.ToWritten(), me.Actor, cancellation);
            (Id, Input.Version) = (problem.Id, problem.Version);
            return true;
        }
        catch (BrokenRuleException broken) when (broken.Rule.Code == BrokenConstraints.ChangedByAnother().Code && Id is not null)
        {
            db.ChangeTracker.Clear();
            await NameFilesAsync(cancellation);
            var clash = await ProblemClash.FindAsync(db, (await SheetAsync(cancellation))!, Input, T, cancellation);
            if (clash.Answers.Count == 0 && Input.Version != clash.Version)
            {
                // The other changed nothing that this form would undo.
                Input.Version = clash.Version;
                return await KeepAsync(cancellation);
            }

            Clash = clash;
            Refuse("", "{0} 在 {1} 存了另一個版本，您的還沒有儲存。請逐欄選擇要留哪一個，或先繼續填寫。", clash.By, clash.At);
            return false;
        }
    }

    // The files the form carries: those of the draft, which is mine here, and those I uploaded.
    private async Task NameFilesAsync(CancellationToken cancellation)
    {
        var ids = Input.Attachments.Select(file => file.FileId).Append(Input.BriefingFileId ?? Guid.Empty).ToList();
        Input.Files = await db.Files
            .Where(file => (ids.Contains(file.Id) && file.OwnerId == me.Id)
                || db.Problems.Any(problem => problem.Id == Id
                    && (problem.Content.BriefingFileId == file.Id || problem.Attachments.Any(attachment => attachment.FileId == file.Id))))
            .Select(file => new { file.Id, file.Name, file.Size })
            .ToDictionaryAsync(file => file.Id, file => new ListedFile(file.Name, file.Size, FileEndpoint.UrlOf(file.Id), null), cancellation);
    }

    // The form asks for the organisation only of a person who has none yet; what it does not ask is filled in here.
    private async Task FillFromOrganisationAsync(CancellationToken cancellation)
    {
        Organisation ??= Id is null
            ? await db.OrganisationsOf(me.Id).AsNoTracking().OrderBy(known => known.Id).FirstOrDefaultAsync(cancellation)
            : await db.Organisations.AsNoTracking().FirstOrDefaultAsync(known => db.Problems.Any(problem => problem.Id == Id && problem.OrganisationId == known.Id), cancellation);
        if (Organisation is not { } mine)
        {
            return;
        }

        if (Input.OrganisationName.Length == 0 && Input.OrganisationKind is null)
        {
            (Input.OrganisationName, Input.OrganisationKind) = (mine.Name, mine.Kind);
        }

        Input.CompanyNumber = Input.CompanyNumber.Length == 0 ? mine.CompanyNumber ?? "" : Input.CompanyNumber;
    }
}
