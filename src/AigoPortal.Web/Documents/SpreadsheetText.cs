namespace AigoPortal.Web.Documents;

/// <summary>Text for a spreadsheet, which would take some of it for a formula.</summary>
internal static class SpreadsheetText
{
    // The full-width forms count too: East Asian spreadsheets take them for the plain ones.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    public static string Harmless(string text) => text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
