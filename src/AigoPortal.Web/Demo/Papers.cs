using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.People;
using AigoPortal.Web.Files;

namespace AigoPortal.Web.Demo;

/// <summary>One-page PDFs for briefings, concepts, signatures and receipts, set in a Chinese font that every PDF reader brings along.</summary>
internal sealed class Papers
{
    private readonly Dictionary<string, byte[]> _contents = [];

    public List<StoredFile> Files { get; } = [];

    public StoredFile Write(string name, Person owner, DateTimeOffset at, params string[] lines)
    {
        var content = Pdf(lines);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        _contents[sha256] = content;
        var file = new StoredFile(name, FileKind.Pdf.ContentType, content.Length, sha256, owner.Id, at);
        Files.Add(file);
        return file;
    }

    /// <summary>A picture, as small as one can be.</summary>
    public StoredFile Picture(string name, Person owner, DateTimeOffset at)
    {
        var content = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        _contents[sha256] = content;
        var file = new StoredFile(name, FileKind.Images[0].ContentType, content.Length, sha256, owner.Id, at);
        Files.Add(file);
        return file;
    }

    public Task StoreAsync(FileStore store, CancellationToken cancel) => Parallel.ForEachAsync(_contents.Values, cancel, async (content, token) =>
    {
        using var stream = new MemoryStream(content);
        await store.SaveAsync(stream, token);
    });

    private static byte[] Pdf(IReadOnlyList<string> lines)
    {
        var text = new StringBuilder("BT /F1 20 Tf 70 760 Td 30 TL\n");
        foreach (var (index, line) in lines.Index())
        {
            text.Append(index == 1 ? "/F1 12 Tf 22 TL T*\n" : "").Append('<').Append(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line))).Append("> Tj T*\n");
        }

        text.Append("ET");
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R /Lang (zh-TW) >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream",
            "<< /Type /Font /Subtype /Type0 /BaseFont /MSung-Light /Encoding /UniCNS-UCS2-H /DescendantFonts [6 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /MSung-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (CNS1) /Supplement 0 >> /FontDescriptor 7 0 R /DW 1000 >>",
            "<< /Type /FontDescriptor /FontName /MSung-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>",
        ];
        return Bind(objects);
    }

    private static byte[] Bind(string[] objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (index, content) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
