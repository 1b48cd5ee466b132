using CsvHelper;
using static AigoPortal.Web.Documents.SpreadsheetText;

namespace AigoPortal.Web.Documents;

/// <summary>Open data for a spreadsheet: UTF-8 with a byte order mark, the columns named as the JSON's fields.</summary>
public static class OpenProblemsCsv
{
    private static readonly (string Name, Func<OpenProblem, object?> Value)[] Columns =
    [
        ("code", problem => problem.Code),
        ("round", problem => problem.Round),
        ("organisation", problem => problem.Organisation),
        ("organisationKind", problem => problem.OrganisationKind),
        ("publicIssue", problem => problem.PublicIssue ? "true" : "false"),
        ("status", problem => problem.Status),
        ("title", problem => problem.Title),
        ("summary", problem => problem.Summary),
        ("detail", problem => problem.Detail),
        ("technology", problem => problem.Technology),
        ("industry", problem => problem.Industry),
        ("region", problem => problem.Region),
        ("dataSetType", problem => problem.DataSetType),
        ("readiness", problem => problem.Readiness),
        ("targetMetric", problem => problem.TargetMetric),
        ("targetComparator", problem => problem.TargetComparator),
        ("targetValue", problem => problem.TargetValue?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)),
        ("targetUnit", problem => problem.TargetUnit),
        ("resources", problem => problem.Resources),
        ("incentiveCash", problem => problem.IncentiveCash.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("vacancies", problem => problem.Vacancies.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("internships", problem => problem.Internships.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("difficulty", problem => problem.Difficulty),
        ("maturity", problem => problem.Maturity),
        ("listedAt", problem => problem.ListedAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
    ];

    public static async Task WriteAsync(IAsyncEnumerable<OpenProblem> problems, Stream output, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(output, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync([.. Columns.Select(column => column.Name)], cancellationToken);
        await foreach (var problem in problems.WithCancellation(cancellationToken))
        {
            foreach (var (_, value) in Columns)
            {
                csv.WriteField(Harmless(value(problem)?.ToString() ?? ""));
            }

            await csv.EndRecordAsync(cancellationToken);
        }
    }
}
