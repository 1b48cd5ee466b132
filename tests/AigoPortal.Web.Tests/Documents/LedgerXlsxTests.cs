using AigoPortal.Web.Documents;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Shouldly;

namespace AigoPortal.Web.Tests.Documents;

public class LedgerXlsxTests
{
    [Fact]
    public async Task Write_IsAWorkbookThatAnotherLibraryReads()
    {
        using var file = await Xlsx(Ledgers.Of(Ledgers.Line(1, team: "=1+1 <A&B>"), Ledgers.Reversal(2, of: 1, "受款帳戶有誤\u0001")));
        using var book = SpreadsheetDocument.Open(file, isEditable: false);

        new OpenXmlValidator().Validate(book).Select(error => $"{error.Path?.XPath} {error.Description}").ShouldBeEmpty();
        book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name?.Value).ShouldBe(["清冊", "說明"]);
        var rows = Rows(book, 0);
        rows.Count.ShouldBe(3);
        rows[0]["A"].ShouldBe("序號");
        rows[1]["A"].ShouldBe("1");
        rows[1]["B"].ShouldBe("43649", "3 July 2019 as spreadsheets count days");
        rows[1]["F"].ShouldBe("=1+1 <A&B>");
        rows[1]["K"].ShouldBe("50000");
        rows[1]["L"].ShouldBe("0.1");
        rows[2]["N"].ShouldBe("-45000");
        rows[2]["R"].ShouldBe("沖正");
        rows[2]["S"].ShouldBe("1");
        rows[2]["T"].ShouldBe("受款帳戶有誤\uFFFD");
    }

    [Fact]
    public async Task Write_TheSecondSheet_SaysWhatTheRowsAreAndAddsThemUp()
    {
        using var file = await Xlsx(Ledgers.Of(Ledgers.Line(1), Ledgers.Line(2, gross: 100_000)));
        using var book = SpreadsheetDocument.Open(file, isEditable: false);

        var facts = Rows(book, 1).Where(row => row.ContainsKey("B")).ToDictionary(row => row["A"], row => row["B"], StringComparer.Ordinal);
        facts["篩選條件"].ShouldBe("期間 108/07/01 至 108/12/31");
        facts["列印人"].ShouldBe("稽核 李承翰");
        facts["給付總額"].ShouldBe("150000");
        facts["稅額"].ShouldBe("15000");
        facts["實付"].ShouldBe("135000");
    }

    // Ten times the rows must not take more memory: what was read is on its way out before much more is read.
    [Theory]
    [InlineData(false, 20_000), InlineData(false, 200_000), InlineData(true, 20_000), InlineData(true, 200_000)]
    public async Task Write_ManyRows_HoldsNextToNothingBack(bool xlsx, int rows)
    {
        using var output = new Counted();
        long held = 0, before = 0, sinceWritten = 0;
        var report = Ledgers.Of() with { Lines = LinesAsync() };

        await (xlsx ? LedgerXlsx.WriteAsync(report, LedgerLabels.Chinese, output) : LedgerCsv.WriteAsync(report, LedgerLabels.Chinese, output));

        held.ShouldBeLessThan(2_000, "rows that were read and of which nothing was written yet");

        async IAsyncEnumerable<LedgerLine> LinesAsync()
        {
            for (var i = 1; i <= rows; i++)
            {
                sinceWritten = output.Written == before ? sinceWritten + 1 : 0;
                (before, held) = (output.Written, Math.Max(held, sinceWritten));
                yield return Ledgers.Line(i);
            }

            await Task.CompletedTask;
        }
    }

    private static async Task<MemoryStream> Xlsx(LedgerReport report)
    {
        var file = new MemoryStream();
        await LedgerXlsx.WriteAsync(report, LedgerLabels.Chinese, file);
        file.Position = 0;
        return file;
    }

    private static List<Dictionary<string, string>> Rows(SpreadsheetDocument book, int sheet)
    {
        var id = book.WorkbookPart!.Workbook.Descendants<Sheet>().ElementAt(sheet).Id!.Value!;
        return [.. ((WorksheetPart)book.WorkbookPart.GetPartById(id)).Worksheet.Descendants<Row>().Select(row => row.Descendants<Cell>()
            .ToDictionary(cell => cell.CellReference!.Value!.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), cell => cell.CellValue?.Text ?? cell.InnerText, StringComparer.Ordinal))];
    }

    private sealed class Counted : MemoryStream
    {
        public long Written { get; private set; }

        public override bool CanSeek => false;

        public override void Write(ReadOnlySpan<byte> buffer) => Written += buffer.Length;

        public override void Write(byte[] buffer, int offset, int count) => Written += count;

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Written += count;
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
