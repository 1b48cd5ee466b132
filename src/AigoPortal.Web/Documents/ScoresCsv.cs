using System.Globalization;
using AigoPortal.Web.Localization;
using CsvHelper;
using static AigoPortal.Web.Documents.SpreadsheetText;

namespace AigoPortal.Web.Documents;

/// <summary>One review of a panel.</summary>
public sealed record ScoreRow(
    string Code, string Title, string Reviewer, IReadOnlyList<int?> Scores, decimal Total, decimal Normalised, bool IsOutlier, decimal? Agreed,
    string Comment, string Note, DateTimeOffset SubmittedAt);

/// <summary>A panel's scores for a spreadsheet: one review a line, UTF-8 with a byte order mark so that Excel reads the Chinese.</summary>
public static class ScoresCsv
{
    public static async Task WriteAsync(IReadOnlyList<string> header, IAsyncEnumerable<ScoreRow> rows, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(rows);
        await using var csv = CsvWriter.Create(output, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync([.. header.Select(Harmless)], cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            Write(csv, row);
            await csv.EndRecordAsync(cancellationToken);
        }
    }

    private static void Write(CsvWriter csv, ScoreRow row)
    {
        csv.WriteField(Harmless(row.Code));
        csv.WriteField(Harmless(row.Title));
        csv.WriteField(Harmless(row.Reviewer));
        foreach (var score in row.Scores)
        {
            csv.WriteField(score?.ToString(CultureInfo.InvariantCulture) ?? "");
        }

        csv.WriteField(Two(row.Total));
        csv.WriteField(Two(row.Normalised));
        csv.WriteField(row.IsOutlier ? "1" : "");
        csv.WriteField(row.Agreed is { } agreed ? Two(agreed) : "");
        csv.WriteField(Harmless(row.Comment));
        csv.WriteField(Harmless(row.Note));
        csv.WriteField(row.SubmittedAt.ToOffset(TaipeiTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
    }

    private static string Two(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
