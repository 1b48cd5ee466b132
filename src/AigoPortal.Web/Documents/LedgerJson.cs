using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using AigoPortal.Domain.Ledger;

namespace AigoPortal.Web.Documents;

/// <summary>
/// The ledger for programs: every field that a row's hash covers, written as the hash covers it (docs/ledger.md), so that whoever has the file can check each
/// row. Names and codes are English whatever the reader's language.
/// </summary>
public static class LedgerJson
{
    private const int Enough = 32 * 1024;

    public static async Task WriteAsync(LedgerReport report, IAsyncEnumerable<LedgerRow> rows, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(rows);
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("title", report.Title);
        json.WriteString("scope", report.RoundName);
        json.WriteStartArray("filters");
        foreach (var filter in report.Filters)
        {
            json.WriteStringValue(filter);
        }

        json.WriteEndArray();
        json.WriteString("takenAt", Instant(report.PrintedAt));
        json.WriteString("takenBy", report.PrintedBy);
        json.WriteString("chainHead", report.ChainHead);
        json.WriteStartArray("rows");
        (long count, long gross, long tax, long net) = (0, 0, 0, 0);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            Write(json, row);
            (count, gross, tax, net) = (count + 1, checked(gross + row.Gross.Dollars), checked(tax + row.Tax.Dollars), checked(net + row.Net.Dollars));
            if (json.BytesPending >= Enough)
            {
                await json.FlushAsync(cancellationToken);
            }
        }

        json.WriteEndArray();
        json.WriteStartObject("totals");
        json.WriteNumber("count", count);
        json.WriteNumber("gross", gross);
        json.WriteNumber("tax", tax);
        json.WriteNumber("net", net);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LedgerRow row)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", row.Sequence);
        json.WriteString("date", row.Date.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("postedAt", Instant(row.PostedAt));
        json.WriteString("kind", row.Kind.ToString());
        json.WriteString("roundId", row.RoundId);
        json.WriteString("entryId", row.EntryId);
        json.WriteString("entryCode", row.EntryCode);
        json.WriteString("problemTitle", row.ProblemTitle);
        json.WriteString("teamName", row.TeamName);
        json.WriteString("milestoneId", row.MilestoneId);
        json.WriteString("tier", row.Tier.ToString());
        json.WriteString("milestoneName", row.MilestoneName);
        json.WriteString("payeeId", row.PayeeId);
        json.WriteString("payeeName", row.PayeeName);
        json.WriteString("taxStatus", row.TaxStatus.ToString());
        json.WriteNumber("gross", row.Gross.Dollars);
        json.WriteString("taxRate", row.TaxRate.ToString("0.0000", CultureInfo.InvariantCulture));
        json.WriteNumber("tax", row.Tax.Dollars);
        json.WriteNumber("net", row.Net.Dollars);
        json.WriteString("voucherNumber", row.VoucherNumber);
        json.WriteString("approverId", row.ApproverId);
        json.WriteString("approverName", row.ApproverName);
        json.WriteString("releaserId", row.ReleaserId);
        json.WriteString("releaserName", row.ReleaserName);
        json.WriteNumber("issue", row.Issue);
        if (row.ReversalOf is { } reversed)
        {
            json.WriteNumber("reversalOf", reversed);
        }

        if (row.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }

        json.WriteString("previousHash", row.PreviousHash);
        json.WriteString("hash", row.Hash);
        json.WriteEndObject();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
