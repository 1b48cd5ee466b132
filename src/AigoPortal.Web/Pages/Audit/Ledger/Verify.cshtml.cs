using AigoPortal.Data;
using AigoPortal.Domain.Ledger;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Audit.Ledger;

/// <summary>Reads the whole ledger, which takes seconds when it is long: a page of its own, and a part that others load after themselves.</summary>
public sealed class VerifyModel(PortalDbContext db, VerifyLedger verify) : PortalPage
{
    private const int Shown = 16;

    /// <summary>The row that was the last one when something was printed.</summary>
    [BindProperty(SupportsGet = true)] public long? Row { get; set; }

    /// <summary>The beginning of that row's hash as it was printed.</summary>
    [BindProperty(SupportsGet = true)] public string? Head { get; set; }

    public LedgerVerdict Verdict { get; private set; } = null!;

    /// <summary>Whether the ledger still says what the print says; null when no print is asked about.</summary>
    public bool? Agrees { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Verdict = await verify.RunAsync(cancellation);
        if (Row is { } sequence && Head?.Trim().ToLowerInvariant() is { Length: >= Shown } head)
        {
            var hash = await db.Ledger.Where(row => row.Sequence == sequence).Select(row => row.Hash).FirstOrDefaultAsync(cancellation);
            Agrees = hash?.StartsWith(head, StringComparison.Ordinal) == true;
        }

        return Page();
    }
}
