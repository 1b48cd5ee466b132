using AigoPortal.Data;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace AigoPortal.Web.Pages.Office.Tax;

public sealed class IndexModel(PortalDbContext db, CurrentPerson me, DeclareTax declare) : TaxPage(db, me)
{
    [BindProperty] public TaxExportInput Input { get; set; } = new();

    public override bool ForAudit => false;

    /// <summary>The year's lines with the payees' numbers, for the declaration; it is written down who took them and why.</summary>
    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellation)
    {
        if (!Check(new TaxExportValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        await LoadAsync(cancellation);
        var declared = await declare.AllAsync(Shown, Input.Why.Trim(), Me.Actor, cancellation);
        Response.Headers.CacheControl = "no-store";
        return File(await WithholdingCsv.WriteAsync(declared, Shown, T, cancellation), "text/csv; charset=utf-8", $"withholding-{Shown}.csv");
    }
}

public sealed class TaxExportInput
{
    public string Why { get; set; } = "";
}

public sealed class TaxExportValidator : AbstractValidator<TaxExportInput>
{
    public TaxExportValidator()
    {
        RuleFor(input => input.Why).NotEmpty().WithMessage("請寫明查看的原因");
        RuleFor(input => input.Why).MaximumLength(400).Sentence("最多 {0} 個字", 400);
    }
}
