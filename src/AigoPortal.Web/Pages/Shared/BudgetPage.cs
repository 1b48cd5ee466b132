using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Shared;

/// <summary>Budget against actual, for the office and for auditors alike; it only reads, and remembers who took the numbers with them.</summary>
public abstract class BudgetPage(PortalDbContext db, CurrentPerson me) : PortalPage
{
    /// <summary>What the filter says for all rounds together.</summary>
    public const string Every = "all";

    /// <summary>A round's code, or <see cref="Every"/>; the current round when it is left out.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Round { get; set; }

    public IReadOnlyList<SelectListItem> Rounds { get; private set; } = [];

    /// <summary>What the numbers are of, in words.</summary>
    public string Scope { get; private set; } = "";

    public BudgetReport Report { get; private set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var rounds = await db.Rounds.OrderByDescending(round => round.StartsAt).Select(round => new { round.Id, round.Code, round.SeasonName }).ToListAsync(cancellation);
        Round = string.IsNullOrWhiteSpace(Round) ? (await db.Rounds.AsNoTracking().CurrentOrNoneAsync(me.Now, cancellation))?.Code ?? Every : Round.Trim();
        var chosen = Round == Every ? rounds : [.. rounds.Where(round => round.Code == Round)];
        if (chosen.Count == 0 && Round != Every)
        {
            return NotFound();
        }

        Rounds = [.. rounds.Select(round => new SelectListItem(round.Code, round.Code)), new SelectListItem(T["所有場次"].Value, Every)];
        Scope = Round == Every ? T["所有場次"].Value : $"{chosen[0].SeasonName} {chosen[0].Code}";
        Report = await db.BudgetReportAsync([.. chosen.Select(round => round.Id)], me.Now, cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>The tables as CSV.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } other)
        {
            return other;
        }

        db.AuditEvents.Add(new AuditEvent(new Trace(me.Actor, "budget.export-csv", Round), nameof(Round), Guid.Empty));
        await db.SaveChangesAsync(cancellation);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=budget-{TaipeiTime.DateOf(me.Now):yyyyMMdd}.csv");
        await BudgetCsv.WriteAsync(Report, Scope, T, Response.Body, cancellation);
        return new EmptyResult();
    }
}
