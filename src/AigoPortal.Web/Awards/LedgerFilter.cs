using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Ledger;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Awards;

/// <summary>Which rows of the ledger somebody looks at; what is null leaves nothing out.</summary>
/// <param name="Round">A round's code.</param>
/// <param name="Entry">The beginning of an entry's number.</param>
/// <param name="Payee">A part of a payee's name.</param>
/// <param name="Tier">A tier of the award scheme.</param>
/// <param name="Kind">Payments or reversals only.</param>
/// <param name="From">The first day in Taipei.</param>
/// <param name="To">The last day in Taipei.</param>
public sealed record LedgerFilter(
    string? Round = null, string? Entry = null, string? Payee = null, AwardTier? Tier = null, LedgerRowKind? Kind = null, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>The filters as a query, for links with the same filters.</summary>
    public IReadOnlyDictionary<string, string> Query() => new (string Key, string? Value)[]
    {
        ("round", Round), ("entry", Entry), ("payee", Payee), ("tier", Tier?.ToString()), ("kind", Kind?.ToString()), ("from", Day(From)), ("to", Day(To)),
    }.Where(part => !string.IsNullOrEmpty(part.Value)).ToDictionary(part => part.Key, part => part.Value!);

    /// <summary>The filters of a query as <see cref="Query"/> wrote it.</summary>
    public static LedgerFilter Read(string query)
    {
        var parts = QueryHelpers.ParseQuery(query);
        return new LedgerFilter(
            Part("round"), Part("entry"), Part("payee"),
            Enum.TryParse<AwardTier>(Part("tier"), out var tier) ? tier : null, Enum.TryParse<LedgerRowKind>(Part("kind"), out var kind) ? kind : null, DayOf("from"), DayOf("to"));

        string? Part(string key) => parts.TryGetValue(key, out var value) ? value.ToString() : null;
        DateOnly? DayOf(string key) => DateOnly.TryParseExact(Part(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>The filters in words, for print.</summary>
    public IReadOnlyList<string> InWords(IStringLocalizer<Portal> T) => [.. new[]
    {
        Given(Round) is { } round ? T["場次 {0}", round].Value : "",
        Given(Entry) is { } entry ? T["案號 {0}", entry].Value : "",
        Given(Payee) is { } payee ? T["受款人 {0}", payee].Value : "",
        Tier is null ? "" : T["獎項 {0}", T.Word(Tier)].Value,
        Kind is null ? "" : T["類別 {0}", T.Word(Kind)].Value,
        From is { } from ? T["自 {0} 起", TaipeiTime.DateText(from)].Value : "",
        To is { } to ? T["至 {0} 止", TaipeiTime.DateText(to)].Value : "",
    }.Where(words => words.Length > 0)];

    /// <summary>The rows that the filters leave.</summary>
    public IQueryable<LedgerRow> Of(PortalDbContext db)
    {
        IQueryable<LedgerRow> rows = db.Ledger;
        rows = Given(Round) is { } round ? rows.Where(row => db.Rounds.Any(of => of.Id == row.RoundId && of.Code == round)) : rows;
        rows = Given(Entry) is { } entry ? rows.Where(row => row.EntryCode.StartsWith(entry)) : rows;
        rows = Given(Payee) is { } payee ? rows.Where(row => row.PayeeName.Contains(payee)) : rows;
        rows = Tier is { } tier ? rows.Where(row => row.Tier == tier) : rows;
        rows = Kind is { } kind ? rows.Where(row => row.Kind == kind) : rows;
        rows = From is { } from ? rows.Where(row => row.Date >= from) : rows;
        return To is { } to ? rows.Where(row => row.Date <= to) : rows;
    }

    private static string? Given(string? text) => text?.Trim() is { Length: > 0 } given ? given : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
