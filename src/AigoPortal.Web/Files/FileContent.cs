using System.IO.Compression;
using System.Text;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Web.Files;

/// <summary>Looks into what a file holds, because its name and its first bytes can say anything.</summary>
/// <param name="maximumExpanded">The most bytes an archive may unpack to.</param>
internal sealed class FileContent(long maximumExpanded)
{
    /// <summary>The most files in an archive.</summary>
    public const int MaximumEntries = 2000;

    private const int EndRecord = 22;
    private const int LongestComment = ushort.MaxValue;

    private static readonly string[] Programs = [".exe", ".dll", ".scr", ".com", ".bat", ".cmd", ".msi", ".vbs", ".ps1", ".lnk", ".jar", ".hta"];

    /// <summary>Why the content is not taken, or null. Reads the stream to its end and leaves it anywhere.</summary>
    public BrokenRule? Complaint(FileKind kind, Stream content, string field) => kind.Extension switch
    {
        ".zip" => Archive(content, field, null),
        ".docx" => Archive(content, field, "word/document.xml"),
        ".pptx" => Archive(content, field, "ppt/presentation.xml"),
        ".xlsx" => Archive(content, field, "xl/workbook.xml"),
        ".csv" => Text(content, field),
        _ => IsArchiveToo(content) ? new BrokenRule("file.polyglot", field, "這個檔案裡還夾著另一個壓縮檔，請分開上傳。") : null,
    };

    // The main part makes a ZIP an office document.
    private BrokenRule? Archive(Stream content, string field, string? mainPart)
    {
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MaximumEntries)
            {
                return new BrokenRule("file.entries", field, "壓縮檔裡有 {0} 個檔案，最多 {1} 個。", archive.Entries.Count, MaximumEntries);
            }

            if (archive.Entries.FirstOrDefault(entry => LeadsOutside(entry.FullName)) is { } outside)
            {
                return new BrokenRule("file.path", field, "壓縮檔裡的路徑「{0}」不安全，請重新壓縮。", Shown(outside.FullName));
            }

            if (archive.Entries.FirstOrDefault(entry => Programs.Any(ending => entry.FullName.EndsWith(ending, StringComparison.OrdinalIgnoreCase))) is { } program)
            {
                return new BrokenRule("file.program", field, "壓縮檔裡有執行檔「{0}」，請拿掉再上傳。", Shown(program.FullName));
            }

            if (mainPart is not null && archive.GetEntry(mainPart) is null)
            {
                return new BrokenRule("file.part", field, "這不是能開啟的 Office 檔案，請用 Office 另存新檔後再上傳。");
            }

            if (archive.Entries.Any(entry => entry.CompressedLength > entry.Length + (entry.Length / 100) + 1024))
            {
                return Broken(field); // packing never makes a file that much larger: the directory lies
            }

            return Expands(archive) ? new BrokenRule("file.expands", field, "壓縮檔解開後超過 {0} MB，請拆成幾個檔案。", maximumExpanded / 1024 / 1024) : null;
        }
        catch (InvalidDataException)
        {
            return Broken(field);
        }
    }

    private static BrokenRule Broken(string field) => new("file.broken", field, "這個檔案打不開，可能壞了，請重新存檔或壓縮後再上傳。");

    // What the directory says of sizes is only believed when it is too much already.
    private bool Expands(ZipArchive archive)
    {
        if (archive.Entries.Sum(entry => entry.Length) > maximumExpanded)
        {
            return true;
        }

        var buffer = new byte[81920];
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            using var inside = entry.Open();
            int read;
            while ((read = inside.Read(buffer)) > 0)
            {
                if ((total += read) > maximumExpanded)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool LeadsOutside(string path) =>
        path.StartsWith('/') || path.StartsWith('\\') || path.Contains(':', StringComparison.Ordinal) || path.Split('/', '\\').Contains("..");

    private static string Shown(string path) => path.Length <= 80 ? path : "…" + path[^80..];

    private static BrokenRule? Text(Stream content, string field)
    {
        content.Position = 0;
        var buffer = new byte[81920];
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            if (buffer.AsSpan(0, read).IndexOfAnyInRange((byte)0, (byte)8) >= 0)
            {
                return new BrokenRule("file.text", field, "CSV 檔要是純文字，請用試算表另存成 CSV（UTF-8）再上傳。");
            }
        }

        return null;
    }

    // An archive is read from its end: a picture or a PDF with an archive behind it is both.
    private static bool IsArchiveToo(Stream content)
    {
        var tail = new byte[Math.Min(content.Length, EndRecord + LongestComment)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        for (var at = tail.Length - EndRecord; at >= 0; at--)
        {
            if (tail.AsSpan(at).StartsWith("PK\x05\x06"u8) && BitConverter.ToUInt16(tail, at + EndRecord - 2) == tail.Length - at - EndRecord)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Makes the name a person gave a file safe to keep, show and offer again.</summary>
internal static class FileName
{
    private const int MaximumLength = 200;
    private const string Reserved = "<>:\"|?*";

    /// <summary>The name without folders, control and direction characters, at most 200 characters with its ending kept.</summary>
    public static string Clean(string given)
    {
        var name = string.Concat(given[(given.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes().Where(IsVisible)).Normalize(NormalizationForm.FormC);
        name = string.Concat(name.Select(letter => Reserved.Contains(letter, StringComparison.Ordinal) ? '_' : letter)).Trim().TrimEnd('.', ' ');
        var ending = Path.GetExtension(name);
        var stem = name[..^ending.Length].TrimStart('.');
        return (stem.Length == 0 ? "檔案" : Cut(stem, Math.Max(1, MaximumLength - ending.Length))) + Cut(ending, MaximumLength - 1);
    }

    private static bool IsVisible(Rune letter) => letter != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(letter) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator);

    // Never through the middle of a character of two units.
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
