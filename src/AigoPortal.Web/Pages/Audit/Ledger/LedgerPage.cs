using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Ledger;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Hosting;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace AigoPortal.Web.Pages.Audit.Ledger;

/// <summary>What the ledger's page and its exports share: the filters of the address, and the rows they leave.</summary>
public abstract class LedgerPage(PortalDbContext db) : PortalPage
{
    [BindProperty(SupportsGet = true)] public string? Round { get; set; }

    [BindProperty(SupportsGet = true)] public string? Entry { get; set; }

    [BindProperty(SupportsGet = true)] public string? Payee { get; set; }

    [BindProperty(SupportsGet = true)] public AwardTier? Tier { get; set; }

    [BindProperty(SupportsGet = true)] public LedgerRowKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }

    /// <summary>The filters as a query, for links with the same filters.</summary>
    public IReadOnlyDictionary<string, string> Query => Filter.Query();

    public LedgerFilter Filter => new(Round, Entry, Payee, Tier, Kind, From, To);

    protected PortalDbContext Db => db;

    protected IQueryable<LedgerRow> Filtered() => Filter.Of(db);

    protected LedgerOrder Order(LedgerFormat format, CurrentPerson me) => new(format, Filter, me.Actor, PortalAddress.Of(HttpContext, ""));

    /// <summary>Answers with the file, named by the day.</summary>
    protected async Task<IActionResult> TakeAsync(LedgerFormat format, ExportLedger export, CurrentPerson me, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return RedirectPreserveMethod(Url.Page("Index") + Request.QueryString); // which says what is wrong with it
        }

        var order = Order(format, me);
        await export.NoteAsync(order, cancellation);
        Response.ContentType = format.ContentType();
        Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=ledger-{TaipeiTime.DateOf(me.Now):yyyyMMdd}.{format.Extension()}");
        await export.WriteAsync(order, Response.Body, null, cancellation);
        return new EmptyResult();
    }
}
