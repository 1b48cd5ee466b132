using AigoPortal.Domain.Ledger;

namespace AigoPortal.Web.Documents;

/// <summary>How the ledger's formats are named outside.</summary>
public static class LedgerFormats
{
    /// <summary>The media type.</summary>
    public static string ContentType(this LedgerFormat format) => format switch
    {
        LedgerFormat.Pdf => "application/pdf",
        LedgerFormat.Csv => "text/csv; charset=utf-8",
        LedgerFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/json; charset=utf-8",
    };

    /// <summary>The end of the file's name, without the dot.</summary>
    public static string Extension(this LedgerFormat format) => format switch
    {
        LedgerFormat.Pdf => "pdf",
        LedgerFormat.Csv => "csv",
        LedgerFormat.Xlsx => "xlsx",
        _ => "json",
    };
}
