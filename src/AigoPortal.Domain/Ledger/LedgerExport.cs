using System.ComponentModel;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Ledger;

/// <summary>As what the ledger can be taken away.</summary>
public enum LedgerFormat
{
    /// <summary>The official print.</summary>
    [Description("PDF")]
    Pdf,

    /// <summary>One row a line, for any spreadsheet.</summary>
    [Description("CSV")]
    Csv,

    /// <summary>A workbook with typed cells.</summary>
    [Description("Excel")]
    Xlsx,

    /// <summary>Every field of the rows' canonical form, for programs.</summary>
    [Description("JSON")]
    Json,
}

/// <summary>Where a long export is.</summary>
public enum ExportStatus
{
    /// <summary>Asked for; nobody works on it.</summary>
    [Description("等待中")]
    Waiting,

    /// <summary>Being written.</summary>
    [Description("產生中")]
    Running,

    /// <summary>Can be fetched.</summary>
    [Description("可以下載")]
    Ready,

    /// <summary>Given up after the last attempt.</summary>
    [Description("沒有成功")]
    Failed,

    /// <summary>Its days are over and the file is gone.</summary>
    [Description("已逾保存期限")]
    Expired,
}

/// <summary>An export of the ledger that is too long to wait for: written in the background, fetched when it is ready.</summary>
public sealed class LedgerExport
{
    /// <summary>More rows than this are exported in the background (own).</summary>
    public const int LongerThan = 5_000;

    /// <summary>Days a finished file is kept (own).</summary>
    public const int DaysKept = 7;

    /// <summary>Attempts before it is given up (own).</summary>
    public const int MaximumAttempts = 3;

    private LedgerExport()
    {
    }

    /// <summary>Somebody asks for an export.</summary>
    /// <param name="by">Who.</param>
    /// <param name="format">As what.</param>
    /// <param name="filters">The filters as they stand in the address.</param>
    /// <param name="language">The language it is written in.</param>
    /// <param name="root">The portal's address, for what is read outside it.</param>
    /// <param name="rows">How many rows it will have.</param>
    public LedgerExport(Actor by, LedgerFormat format, string filters, string language, string root, int rows)
    {
        Id = Guid.CreateVersion7(by.At);
        (AskedBy, AskerName, AskedAt, NextAttemptAt) = (by.PersonId, by.Name, by.At, by.At);
        (Format, Filters, Language, Root, Rows) = (format, filters, language, root, rows);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who asked.</summary>
    public Guid AskedBy { get; private set; }

    /// <summary>The asker's name at that moment.</summary>
    public string AskerName { get; private set; } = "";

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>As what.</summary>
    public LedgerFormat Format { get; private set; }

    /// <summary>The filters as they stand in the address.</summary>
    public string Filters { get; private set; } = "";

    /// <summary>The language it is written in.</summary>
    public string Language { get; private set; } = "";

    /// <summary>The portal's address.</summary>
    public string Root { get; private set; } = "";

    /// <summary>Rows it will have.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows written so far.</summary>
    public int Done { get; private set; }

    /// <summary>Where it is.</summary>
    public ExportStatus Status { get; private set; }

    /// <summary>Nobody else takes it before this instant: whoever works on it moves it ahead.</summary>
    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it was finished.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>The file's size in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>The file's SHA-256, lower-case hexadecimal.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>Whether there is something to wait for.</summary>
    public bool IsUnderWay => Status is ExportStatus.Waiting or ExportStatus.Running;

    /// <summary>When the file goes.</summary>
    public DateTimeOffset? KeptUntil => FinishedAt?.AddDays(DaysKept);

    /// <summary>The file is written.</summary>
    public void Finish(long size, string sha256, DateTimeOffset at) =>
        (Status, Done, Size, Sha256, FinishedAt) = (ExportStatus.Ready, Rows, size, sha256, at);

    /// <summary>An attempt went wrong; after the last one it is given up.</summary>
    public void Stumble(DateTimeOffset at) =>
        (Status, Done, NextAttemptAt) = (Attempts >= MaximumAttempts ? ExportStatus.Failed : ExportStatus.Waiting, 0, at.AddSeconds(10));

    /// <summary>The file's days are over.</summary>
    public void Expire() => Status = ExportStatus.Expired;
}
