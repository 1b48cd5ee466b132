using System.Text;
using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Files;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>An assignment from a spreadsheet: every line is looked at before anything is changed.</summary>
public sealed class ImportAssignmentModel(PortalDbContext db, CurrentPerson me, ChangeAssignment changeAssignment) : PortalPage
{
    private const int LargestFile = 2 * 1024 * 1024;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ImportInput Input { get; set; } = new();

    public Panel Panel { get; private set; } = null!;

    /// <summary>What was read; null before anything was.</summary>
    public IReadOnlyList<AssignmentLine>? Lines { get; private set; }

    public int New => Lines?.Count(line => line.Finding == LineFinding.New) ?? 0;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { Status: PanelStatus.Reviewing } panel)
        {
            return NotFound();
        }

        Panel = panel;
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>Says line by line what is wrong.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } refusal)
        {
            return refusal;
        }

        await ReadFileAsync(cancellation);
        if (!ModelState.IsValid || !Check(new ImportValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        Lines = await ReadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } refusal)
        {
            return refusal;
        }

        if (!Check(new ImportValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        Lines = await ReadAsync(cancellation);
        if (Lines.Count == 0 || Lines.Any(line => line.IsWrong))
        {
            Refuse("Input.Lines", "還有不能匯入的列，請先更正。");
            return await AgainAsync(cancellation);
        }

        var pairs = Lines.Where(line => line.Finding == LineFinding.New).Select(line => (line.EntryId, line.ReviewerId)).ToList();
        await changeAssignment.AddAsync(await db.Panels.FirstAsync(panel => panel.Id == Id, cancellation), pairs, me.Actor, cancellation);
        Say("已分派 {0} 筆，通知信已寄給委員", pairs.Count);
        return RedirectToPage("Assignment", new { Id });
    }

    private Task<Panel?> FindAsync(CancellationToken cancellation) => db.Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id, cancellation);

    private Task<IReadOnlyList<AssignmentLine>> ReadAsync(CancellationToken cancellation) => AssignmentFile.ReadAsync(db, Panel, Input.Lines, cancellation);

    // The file's lines take the place of what was pasted, so that the next step has them too.
    private async Task ReadFileAsync(CancellationToken cancellation)
    {
        if (Input.File is not { } file)
        {
            return;
        }

        var complaint = !file.FileName.EndsWith(FileKind.Csv.Extension, StringComparison.OrdinalIgnoreCase) ? new BrokenRule("file.kind", "File", "只收 {0}。", FileKind.Csv.Extension)
            : file.Length == 0 ? new BrokenRule("file.empty", "File", "這個檔案是空的，請重新選擇。")
            : file.Length > LargestFile ? new BrokenRule("file.size", "File", "檔案太大，上限是 {0} MB。", LargestFile / 1024 / 1024)
            : null;
        Rule.Require(complaint);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
            Rule.Require(text.Contains('\0', StringComparison.Ordinal) ? NoText() : null);
            Input.Lines = text.TrimStart('\uFEFF');
            ModelState.Remove("Input.Lines");
        }
        catch (DecoderFallbackException)
        {
            throw new BrokenRuleException(NoText());
        }
    }

    private static BrokenRule NoText() => new("file.content", "File", "檔案內容和副檔名 {0} 不符，請確認檔案。", FileKind.Csv.Extension);
}
