using System.IO.Compression;
using System.Text;
using AigoPortal.Domain.Rules;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Files;

/// <summary>A host whose archives may unpack to 8 MB, so that a bomb for the tests is small.</summary>
public sealed class SmallArchivesHost : PortalHost
{
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Files:MaxExpandedMegabytes"] = "8" };
}

public sealed class UploadsTests(SmallArchivesHost host) : IClassFixture<SmallArchivesHost>
{
    private static readonly FileKind[] Kinds = [.. FileKind.OfficeFiles, FileKind.Csv];
    private static readonly byte[] Pdf = Upload.Pdf().Content;
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[200], 0xFF, 0xD9];

    public static TheoryData<string, byte[], string> Dangerous => new()
    {
        { "程式.pdf", "MZ\0\0 this program"u8.ToArray(), "file.content" },
        { "程式.csv", "MZ\0\0 this program"u8.ToArray(), "file.text" },
        { "網頁.png", "<html><script>alert(1)</script>"u8.ToArray(), "file.content" },
        { "兩用.pdf", [.. Pdf, .. Zip(("a.txt", "a"u8.ToArray()))], "file.polyglot" },
        { "兩用.jpg", [.. Jpeg, .. Zip(("a.txt", "a"u8.ToArray()))], "file.polyglot" },
        { "炸彈.zip", Zip(("zeros.bin", new byte[9 * 1024 * 1024])), "file.expands" },
        { "說謊的炸彈.zip", Lying(Zip(("zeros.bin", new byte[9 * 1024 * 1024]))), "file.broken" },
        { "一萬檔.zip", Zip([.. Enumerable.Range(0, 10_000).Select(number => ($"{number}.txt", Array.Empty<byte>()))]), "file.entries" },
        { "往上.zip", Zip(("資料/../../etc/passwd", "x"u8.ToArray())), "file.path" },
        { "往上.docx", Zip(("..\\word\\document.xml", "x"u8.ToArray())), "file.path" },
        { "磁碟.zip", Zip(("C:\\Windows\\a.txt", "x"u8.ToArray())), "file.path" },
        { "內有程式.zip", Zip(("資料/讀我.txt", "x"u8.ToArray()), ("資料/setup.EXE", "MZ"u8.ToArray())), "file.program" },
        { "只是壓縮檔.docx", Zip(("a.txt", "x"u8.ToArray())), "file.part" },
        { "壞的.zip", Zip(("a.txt", new byte[5000]))[..^30], "file.broken" },
    };

    [Theory]
    [MemberData(nameof(Dangerous))]
    public async Task ADangerousFile_IsRefused_WithASentenceForItsField(string name, byte[] content, string rule)
    {
        var refused = await Should.ThrowAsync<BrokenRuleException>(() => TakeAsync(name, content));

        refused.Rule.Code.ShouldBe(rule);
        refused.Rule.Field.ShouldBe("File");
    }

    [Theory]
    [InlineData("簡報.pptx", "ppt/presentation.xml")]
    [InlineData("說明.docx", "word/document.xml")]
    [InlineData("資料.xlsx", "xl/workbook.xml")]
    [InlineData("資料.zip", "資料/一月/感測器.csv")]
    public async Task AnHonestArchive_IsTaken(string name, string part) =>
        (await TakeAsync(name, Zip((part, "<xml/>"u8.ToArray())))).ShouldBe(name);

    [Theory]
    [InlineData("資料.csv", "編號,值\r\n1,2\r\n")]
    [InlineData("空一格.CSV", "\uFEFFa,b\n")]
    public async Task ATable_IsTaken(string name, string text) => (await TakeAsync(name, Encoding.UTF8.GetBytes(text))).ShouldBe(name);

    [Theory]
    [InlineData("../../etc/構想書.pdf", "構想書.pdf")]
    [InlineData("C:\\Users\\王\\構想書.pdf", "構想書.pdf")]
    [InlineData("構\u0000想\u001b書\r\n.pdf", "構想書.pdf")]
    [InlineData("發票\u202Efdp.exe.pdf", "發票fdp.exe.pdf")]
    [InlineData("a<b>:\"c|?*.pdf", "a_b___c___.pdf")]
    [InlineData(".pdf", "檔案.pdf")]
    [InlineData("  構想書.pdf. ", "構想書.pdf")]
    public async Task AnOddName_IsMadeHarmless(string given, string kept) => (await TakeAsync(given, Pdf)).ShouldBe(kept);

    [Fact]
    public async Task ANameOf300Characters_IsCut_AndKeepsItsEnding()
    {
        var kept = await TakeAsync(new string('長', 150) + string.Concat(Enumerable.Repeat("🚀", 75)) + ".pdf", Pdf);

        kept.Length.ShouldBeLessThanOrEqualTo(200);
        kept.ShouldEndWith("🚀.pdf");
    }

    [Fact]
    public async Task ADownload_IsAnAttachment_WithItsChineseName_AndNothingIsGuessed()
    {
        var given = new Given(host);
        var owner = await given.Person();
        var file = await given.File(owner, "構想書 第二版；定稿.pdf");

        using var answer = await (await host.As(owner)).GetRawAsync(FileEndpoint.UrlOf(file.Id));

        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("構想書 第二版；定稿.pdf");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    private async Task<string> TakeAsync(string name, byte[] content)
    {
        var given = new Given(host);
        var owner = await given.Person();
        await using var scope = host.Services.CreateAsyncScope();
        using var stream = new MemoryStream(content);
        var upload = new FormFile(stream, 0, content.Length, "File", name);
        return (await scope.ServiceProvider.GetRequiredService<Uploads>().TakeAsync(upload, "File", Kinds, given.By(owner), CancellationToken.None))!.Name;
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    // The directory says that everything in the archive is ten bytes long.
    private static byte[] Lying(byte[] archive)
    {
        var at = archive.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BitConverter.TryWriteBytes(archive.AsSpan(at + 24), 10u);
        return archive;
    }
}
