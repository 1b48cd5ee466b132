using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Postings;
using AigoPortal.Web.Security;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;

namespace AigoPortal.Web.Pages.Office.Postings;

/// <summary>The outcomes of a round's internships and vacancies for a spreadsheet.</summary>
public sealed class CsvModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? Round { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await OfficeRound.FindAsync(db, Round, me.Now, cancellation) is not { } round)
        {
            return NotFound();
        }

        var outcomes = await Outcome.CountAsync(db, round.Id, cancellation);
        var file = new MemoryStream();
        await using (var csv = CsvWriter.Create(file, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true))
        {
            await csv.WriteRecordAsync([T["類型"], T["性別"], T["職缺數"], T["名額"], T["應徵數"], T["面試"], T["錄取"], T["接受"]], cancellation);
            foreach (var line in outcomes)
            {
                await csv.WriteRecordAsync(Fields(line), cancellation);
            }
        }

        file.Position = 0;
        return File(file, "text/csv; charset=utf-8", $"postings-{round.Code}.csv");
    }

    private string[] Fields(Outcome line) =>
    [
        T.Word(line.Kind), line.Gender is null ? T["全部"] : T.Word(line.Gender), line.Gender is null ? Text(line.Postings) : "", line.Gender is null ? Text(line.Openings) : "",
        Text(line.Applications), Text(line.Interviews), Text(line.Offers), Text(line.Accepted),
    ];

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
