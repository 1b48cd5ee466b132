using AigoPortal.Domain.Ledger;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace AigoPortal.Web.Pages.Audit.Ledger;

/// <summary>Reads the whole ledger, which takes seconds when it is long: a page of its own, and a part that others load after themselves.</summary>
public sealed class VerifyModel(VerifyLedger verify) : PortalPage
{
    public LedgerVerdict Verdict { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Verdict = await verify.RunAsync(cancellation);
        return Page();
    }
}
