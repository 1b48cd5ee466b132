using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace AigoPortal.Web.Documents;

/// <summary>
/// Writes a workbook (SpreadsheetML, ISO/IEC 29500) as it comes: sheets one after another, row by row, straight into a zip. Nothing of it is kept, so that
/// a long sheet needs no more memory than a short one (docs/adr/0018).
/// </summary>
internal sealed class Workbook : IAsyncDisposable
{
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packaged = "http://schemas.openxmlformats.org/package/2006/";
    private const int Enough = 32 * 1024;

    private readonly ZipArchive _zip;
    private readonly ZipOutput _output;
    private readonly StringBuilder _text = new(Enough + 4096);
    private Stream? _sheet;
    private int _row;
    private int _column;

    private Workbook(ZipArchive zip, ZipOutput output) => (_zip, _output) = (zip, output);

    /// <summary>Begins a workbook with sheets of these names, which are then written in this order.</summary>
    public static async Task<Workbook> BeginAsync(Stream output, IReadOnlyList<string> sheets, CancellationToken cancel)
    {
        var zipped = new ZipOutput(output);
        var book = new Workbook(await ZipArchive.CreateAsync(zipped, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel), zipped);
        var numbers = Enumerable.Range(1, sheets.Count).ToList();
        await book.PartAsync("[Content_Types].xml",
            $"""<Types xmlns="{Packaged}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{string.Concat(numbers.Select(n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""))}</Types>""", cancel);
        await book.PartAsync("_rels/.rels",
            $"""<Relationships xmlns="{Packaged}relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""", cancel);
        await book.PartAsync("xl/workbook.xml",
            $"""<workbook xmlns="{Spreadsheet}" xmlns:r="{Relations}"><sheets>{string.Concat(numbers.Select(n => $"""<sheet name="{Escaped(sheets[n - 1])}" sheetId="{n}" r:id="rId{n}"/>"""))}</sheets></workbook>""", cancel);
        await book.PartAsync("xl/_rels/workbook.xml.rels",
            $"""<Relationships xmlns="{Packaged}relationships">{string.Concat(numbers.Select(n => $"""<Relationship Id="rId{n}" Type="{Relations}/worksheet" Target="worksheets/sheet{n}.xml"/>"""))}<Relationship Id="rId{sheets.Count + 1}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""", cancel);
        await book.PartAsync("xl/styles.xml",
            $"""<styleSheet xmlns="{Spreadsheet}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3EDEB"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>""", cancel);
        return book;
    }

    /// <summary>Begins the sheet of a number, whose head stays in sight.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="head">The columns' names.</param>
    /// <param name="widths">The columns' widths, in characters.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task BeginSheetAsync(int number, IReadOnlyList<string> head, IReadOnlyList<int> widths, CancellationToken cancel)
    {
        _sheet = await _zip.CreateEntry($"xl/worksheets/sheet{number}.xml", CompressionLevel.Fastest).OpenAsync(cancel);
        _row = 0;
        _text.Append(CultureInfo.InvariantCulture, $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="{Spreadsheet}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>""");
        foreach (var (index, width) in widths.Index())
        {
            _text.Append(CultureInfo.InvariantCulture, $"""<col min="{index + 1}" max="{index + 1}" width="{width}" customWidth="1"/>""");
        }

        _text.Append("</cols><sheetData>");
        BeginRow();
        foreach (var name in head)
        {
            Text(name, style: 1);
        }

        await EndRowAsync(cancel);
    }

    public void BeginRow()
    {
        _column = 0;
        _text.Append(CultureInfo.InvariantCulture, $"""<row r="{++_row}">""");
    }

    public void Text(string text, int style = 0)
    {
        if (text.Length == 0)
        {
            _column++;
            return;
        }

        _text.Append(CultureInfo.InvariantCulture, $"""<c r="{NextCell()}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{Escaped(text)}</t></is></c>""");
    }

    public void Number(long number) => _text.Append(CultureInfo.InvariantCulture, $"""<c r="{NextCell()}" s="2"><v>{number}</v></c>""");

    public void Percent(decimal rate) => _text.Append(CultureInfo.InvariantCulture, $"""<c r="{NextCell()}" s="3"><v>{rate}</v></c>""");

    public void Date(DateOnly date) =>
        _text.Append(CultureInfo.InvariantCulture, $"""<c r="{NextCell()}" s="4"><v>{date.ToDateTime(TimeOnly.MinValue).ToOADate()}</v></c>""");

    public async ValueTask EndRowAsync(CancellationToken cancel)
    {
        _text.Append("</row>");
        if (_text.Length >= Enough)
        {
            await FlushAsync(cancel);
        }
    }

    /// <summary>Ends the sheet, with a filter over its columns.</summary>
    public async Task EndSheetAsync(int columns, CancellationToken cancel)
    {
        _text.Append(CultureInfo.InvariantCulture, $"""</sheetData><autoFilter ref="A1:{ColumnOf(columns)}{_row}"/></worksheet>""");
        await FlushAsync(cancel);
        await _sheet!.DisposeAsync();
        _sheet = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_sheet is not null)
        {
            await _sheet.DisposeAsync();
        }

        await _zip.DisposeAsync();
        await _output.DisposeAsync();
    }

    private async Task PartAsync(string name, string xml, CancellationToken cancel)
    {
        await using var part = await _zip.CreateEntry(name).OpenAsync(cancel);
        await part.WriteAsync(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + xml), cancel);
    }

    private async Task FlushAsync(CancellationToken cancel)
    {
        await _sheet!.WriteAsync(Encoding.UTF8.GetBytes(_text.ToString()), cancel);
        _text.Clear();
    }

    private string NextCell() => string.Create(CultureInfo.InvariantCulture, $"{ColumnOf(++_column)}{_row}");

    private static string ColumnOf(int number) => number <= 26 ? ((char)('A' + number - 1)).ToString() : ColumnOf((number - 1) / 26) + (char)('A' + ((number - 1) % 26));

    // XML has no place for control characters and half characters.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                < 0x20 and not ('\t' or '\n' or '\r') or 0xFFFE or 0xFFFF => escaped.Append('\uFFFD'),
                _ => escaped.Append(rune),
            };
        }

        return escaped.ToString();
    }
}
