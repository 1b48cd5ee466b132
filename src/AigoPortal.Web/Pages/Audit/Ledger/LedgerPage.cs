using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Ledger;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc;

namespace AigoPortal.Web.Pages.Audit.Ledger;

/// <summary>What the ledger's page and its exports share: the filters of the address, and the rows they leave.</summary>
public abstract class LedgerPage(PortalDbContext db) : PortalPage
{
    [BindProperty(SupportsGet = true)] public string? Round { get; set; }

    [BindProperty(SupportsGet = true)] public string? Entry { get; set; }

    [BindProperty(SupportsGet = true)] public AwardTier? Tier { get; set; }

    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }

    /// <summary>The filters as a query, for links with the same filters.</summary>
    public IReadOnlyDictionary<string, string> Query => new (string Key, string? Value)[]
    {
        ("round", Round), ("entry", Entry), ("tier", Tier?.ToString()), ("from", $"{From:yyyy-MM-dd}"), ("to", $"{To:yyyy-MM-dd}"),
    }.Where(part => !string.IsNullOrEmpty(part.Value)).ToDictionary(part => part.Key, part => part.Value!);

    protected PortalDbContext Db => db;

    /// <summary>The filters in words, for print.</summary>
    protected IReadOnlyList<string> InWords() => [.. new[]
    {
        Round is null ? "" : T["場次 {0}", Round].Value,
        Entry is null ? "" : T["案號 {0}", Entry].Value,
        Tier is null ? "" : T["獎項 {0}", T.Word(Tier)].Value,
        From is { } from ? T["自 {0} 起", TaipeiTime.DateText(from)].Value : "",
        To is { } to ? T["至 {0} 止", TaipeiTime.DateText(to)].Value : "",
    }.Where(words => words.Length > 0)];

    /// <summary>Says that the answer is a file, named by the day.</summary>
    protected void Attach(string contentType, string extension, DateTimeOffset now)
    {
        Response.ContentType = contentType;
        Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=ledger-{TaipeiTime.DateOf(now):yyyyMMdd}.{extension}");
    }

    protected IQueryable<LedgerRow> Filtered()
    {
        IQueryable<LedgerRow> rows = db.Ledger;
        rows = Round is { } round ? rows.Where(row => db.Rounds.Any(of => of.Id == row.RoundId && of.Code == round)) : rows;
        rows = Entry?.Trim() is { Length: > 0 } entry ? rows.Where(row => row.EntryCode.StartsWith(entry)) : rows;
        rows = Tier is { } tier ? rows.Where(row => row.Tier == tier) : rows;
        rows = From is { } from ? rows.Where(row => row.Date >= from) : rows;
        return To is { } to ? rows.Where(row => row.Date <= to) : rows;
    }
}
