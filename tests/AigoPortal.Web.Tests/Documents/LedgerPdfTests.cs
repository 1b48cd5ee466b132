using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using AigoPortal.TestKit;
using AigoPortal.Web.Documents;
using Microsoft.Extensions.Configuration;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;
using Shouldly;

namespace AigoPortal.Web.Tests.Documents;

public class LedgerPdfTests
{
    // One entry at its cap: finalist, three tranches, outstanding proof.
    private static readonly LedgerLine[] CappedEntry =
        [Ledgers.Line(1), Ledgers.Line(2, gross: 100_000), Ledgers.Line(3, gross: 100_000), Ledgers.Line(4, gross: 50_000), Ledgers.Line(5, gross: 400_000)];

    [Fact]
    public async Task Write_AnEntryAtItsCap_ShowsTheSumsAndThatTheyAgree()
    {
        var text = await TextOf(Ledgers.Of(CappedEntry));

        text.ShouldContain("AIGO-108-0001 鋼鐵之眼 鋼鐵表面瑕疵即時檢測");
        text.ShouldContain("小計（5 筆）");
        text.ShouldContain("總計（5 筆）");
        text.ShouldContain("核對：給付總額 700,000 ＝ 稅額 70,000 ＋ 實付 630,000（相符）");
        text.ShouldContain("實付新臺幣陸拾參萬元整");
    }

    [Fact]
    public async Task Write_TheLetterhead_SaysWhatWasPrintedWhenInTaipeiAndByWhom()
    {
        var text = await TextOf(Ledgers.Of(CappedEntry));

        foreach (var said in new[]
        {
            "AIGO 計畫辦公室", "獎金清冊", "108-1 場次", "篩選條件：期間 108/07/01 至 108/12/31", "列印時間：108 年 7 月 3 日 00:30", "列印人：稽核 李承翰",
            "單位：新臺幣元", "9f86d081884c7d659a2feaa0c55ad015", "製表", "覆核", "主辦",
        })
        {
            text.ShouldContain(said);
        }
    }

    [Fact]
    public async Task Write_ManyEntries_CarriesTheRunningTotalFromPageToPage()
    {
        var pages = await PdfText.ReadPagesAsync(await Ledgers.Pdf(Ledgers.Of(
            Enumerable.Range(1, 200).Select(i => Ledgers.Line(i, entry: $"AIGO-108-{(i + 4) / 5:0000}", gross: 10_000)))));

        pages.Count.ShouldBeGreaterThan(5);
        for (var i = 0; i < pages.Count; i++)
        {
            pages[i].ShouldContain($"第 {i + 1} 頁，共 {pages.Count} 頁");
            pages[i].ShouldContain("給付總額");
            pages[i].Contains("承前頁", StringComparison.Ordinal).ShouldBe(i > 0);
            pages[i].Contains("過次頁", StringComparison.Ordinal).ShouldBe(i < pages.Count - 1);
            if (i > 0)
            {
                After(pages[i], "承前頁").ShouldBe(After(pages[i - 1], "過次頁"));
            }
        }

        pages.Sum(page => page.Split("小計（5 筆）").Length - 1).ShouldBe(40);
        pages[^1].ShouldContain("給付總額 2,000,000 ＝ 稅額 200,000 ＋ 實付 1,800,000（相符）");
    }

    [Theory]
    [InlineData(18), InlineData(19), InlineData(20), InlineData(21), InlineData(22), InlineData(23), InlineData(24), InlineData(25), InlineData(26), InlineData(27)]
    public async Task Write_AHeadingNearThePagesFoot_MovesWithItsFirstLine(int before)
    {
        var lines = Enumerable.Range(1, before).Select(i => Ledgers.Line(i)).Append(Ledgers.Line(900, entry: "AIGO-108-0002", payee: "末筆受款人"));

        var pages = await PdfText.ReadPagesAsync(await Ledgers.Pdf(Ledgers.Of(lines)));

        var page = pages.Single(p => p.Contains("AIGO-108-0002 鋼鐵之眼 ", StringComparison.Ordinal));
        page.ShouldContain("末筆受款人");
        page.ShouldContain("小計（1 筆）");
    }

    [Fact]
    public async Task Write_LongNames_AreWrappedAndComplete()
    {
        var team = string.Concat(Enumerable.Repeat("國立臺灣科技大學人工智慧研究團隊", 5));
        var payee = string.Concat(Enumerable.Repeat("瓦歷斯諾幹", 6));

        var text = Packed(await TextOf(Ledgers.Of(Ledgers.Line(1, team: team, payee: payee))));

        text.Split(team).Length.ShouldBe(3, "in the heading and in the line");
        text.ShouldContain(payee[..14]);
        text.Count(c => c == '瓦').ShouldBe(6);
        text.Count(c => c == '幹').ShouldBe(6);
    }

    [Fact]
    public async Task Write_ALineTallerThanAPage_IsBrokenAndComplete()
    {
        var pages = await PdfText.ReadPagesAsync(await Ledgers.Pdf(Ledgers.Of(Ledgers.Line(1, payee: new string('龍', 900)))));

        pages.Count.ShouldBeGreaterThan(1);
        string.Concat(pages).Count(c => c == '龍').ShouldBe(900);
    }

    [Theory]
    [InlineData("隊👩‍🚀名", "隊〓〓名")]
    [InlineData("甲\u202Eمر\u0007乙", "甲〓〓 乙")]
    [InlineData("Nguye\u0302\u0303n", "Nguyễn")]
    public async Task Write_CharactersTheFontLacks_AreShownAsMissing(string payee, string shown) =>
        (await TextOf(Ledgers.Of(Ledgers.Line(1, payee: payee)))).ShouldContain(shown);

    [Fact]
    public async Task Write_HalfACharacter_IsShownAsMissing() =>
        (await TextOf(Ledgers.Of(Ledgers.Line(1, payee: "孤\uD800字")))).ShouldMatch("孤[〓\uFFFD]字");

    [Fact]
    public async Task Write_AReversal_SaysWhichRowItTakesBackAndWhy() =>
        Packed(await TextOf(Ledgers.Of(Ledgers.Line(1), Ledgers.Reversal(2, of: 1, "受款帳戶有誤")))).ShouldContain("沖正第1筆：受款帳戶有誤");

    [Fact]
    public async Task Write_WithAnAddressToCheckAt_DrawsItsCodeAndNamesItForScreenReaders()
    {
        const string address = "https://aigo.example/audit/ledger/verify?row=5&head=9f86d081884c7d65";
        var pdf = await Ledgers.Pdf(Ledgers.Of(CappedEntry) with { CheckAt = address });

        string.Concat(await PdfText.ReadPagesAsync(pdf)).ShouldContain("掃描核對帳鏈");
        using var read = PdfReader.Open(new MemoryStream(pdf), PdfDocumentOpenMode.Import);
        Elements(read).Single(part => part.Elements.GetName("/S") == "/Figure").Elements.GetString("/Alt").ShouldBe(address);
    }

    [Fact]
    public async Task Write_ToldToScreenReaders_IsATableRowByRow()
    {
        using var read = PdfReader.Open(new MemoryStream(await Ledgers.Pdf(Ledgers.Of(CappedEntry))), PdfDocumentOpenMode.Import);

        var roles = Elements(read).GroupBy(part => part.Elements.GetName("/S")).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        roles["/H1"].ShouldBe(1);
        roles["/Table"].ShouldBe(1);
        roles["/TH"].ShouldBe(12);
        roles["/TR"].ShouldBe(1 + 1 + 5 + 1 + 1, "the head, the entry's heading, five rows, the subtotal, the total");
        read.Internals.Catalog.Elements.GetDictionary("/MarkInfo")!.Elements.GetBoolean("/Marked").ShouldBeTrue();
    }

    [Fact]
    public async Task Write_ALongLedger_IsToldPageByPage()
    {
        var pdf = await Ledgers.Pdf(Ledgers.Of(Enumerable.Range(1, 100).Select(i => Ledgers.Line(i))) with { Count = 20_000 });

        using var read = PdfReader.Open(new MemoryStream(pdf), PdfDocumentOpenMode.Import);
        var roles = Elements(read).Select(part => part.Elements.GetName("/S")).ToList();
        roles.ShouldNotContain("/Table");
        roles.Count.ShouldBeLessThan(20);
    }

    [Fact]
    public async Task Write_WithAnAttachment_CarriesTheSameRows()
    {
        var report = Ledgers.Of(CappedEntry);
        var pdf = await Ledgers.Pdf(report with { Attached = output => LedgerCsv.WriteAsync(report, LedgerLabels.Chinese, output) });

        using var read = PdfReader.Open(new MemoryStream(pdf), PdfDocumentOpenMode.Import);
        var names = read.Internals.Catalog.Elements.GetDictionary("/Names")!.Elements.GetDictionary("/EmbeddedFiles")!.Elements.GetArray("/Names")!;
        names.Elements.GetString(0).ShouldBe("ledger.csv");
        var file = names.Elements.GetDictionary(1)!.Elements.GetDictionary("/EF")!.Elements.GetDictionary("/F")!;
        using var unpacked = new ZLibStream(new MemoryStream(file.Stream!.Value), CompressionMode.Decompress);
        using var text = new StreamReader(unpacked, Encoding.UTF8);
        (await text.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(6);
    }

    [Fact]
    public async Task Write_WithACertificate_IsSignedByIt()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=AIGO Office", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pfx");
        await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pkcs12, "secret"));
        try
        {
            var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Documents:SigningCertificate"] = path,
                ["Documents:SigningPassword"] = "secret",
            }).Build();
            using var signing = new DocumentSigning(settings);
            using var file = new MemoryStream();
            await LedgerPdf.WriteAsync(Ledgers.Of(CappedEntry), LedgerLabels.Chinese, file, signing.Sign);

            var (signed, signature) = SignatureOf(file.ToArray());
            var message = new SignedCms(new ContentInfo(signed), detached: true);
            message.Decode(signature);
            message.CheckSignature(verifySignatureOnly: true);
            message.SignerInfos[0].Certificate!.Thumbprint.ShouldBe(certificate.Thumbprint);
            (await PdfText.ReadPagesAsync(file.ToArray())).Count.ShouldBe(1);

            signed[^20] ^= 1;
            var forged = new SignedCms(new ContentInfo(signed), detached: true);
            forged.Decode(signature);
            Should.Throw<CryptographicException>(() => forged.CheckSignature(verifySignatureOnly: true));
        }
        finally
        {
            File.Delete(path);
        }
    }

    // What /ByteRange names is signed; the gap between holds the signature as hexadecimal digits.
    private static (byte[] Signed, byte[] Signature) SignatureOf(byte[] pdf)
    {
        var range = Regex.Match(Encoding.Latin1.GetString(pdf), @"/ByteRange\s*\[\s*(?<numbers>[\d\s]+)\]", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .Groups["numbers"].Value.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var gap = Encoding.ASCII.GetString(pdf[(range[0] + range[1])..range[2]]).Trim('<', '>', ' ');
        return ([.. pdf[range[0]..(range[0] + range[1])], .. pdf[range[2]..(range[2] + range[3])]], Convert.FromHexString(gap));
    }

    private static IEnumerable<PdfDictionary> Elements(PdfDocument pdf) => Within(pdf.Internals.Catalog.Elements.GetDictionary("/StructTreeRoot")!.Elements.GetDictionary("/K")!);

    private static IEnumerable<PdfDictionary> Within(PdfDictionary part) =>
        [part, .. Enumerable.Range(0, part.Elements.GetArray("/K")?.Elements.Count ?? 0).Select(part.Elements.GetArray("/K")!.Elements.GetDictionary).OfType<PdfDictionary>()
            .Where(kid => kid.Elements.GetName("/Type") == "/StructElem").SelectMany(Within)];

    [Fact]
    public async Task Write_NothingFound_StillClosesWithZero()
    {
        var text = await TextOf(Ledgers.Of());

        text.ShouldContain("查無資料");
        text.ShouldContain("給付總額 0 ＝ 稅額 0 ＋ 實付 0（相符）");
        text.ShouldContain("第 1 頁，共 1 頁");
    }

    [Fact]
    public async Task Write_SumsThatDisagree_SayIt() =>
        (await TextOf(Ledgers.Of(Ledgers.Line(1) with { Tax = 1 }))).ShouldContain("（不符）");

    [Fact]
    public async Task Write_InEnglish_LeavesNoChineseLabel()
    {
        var text = string.Concat(await PdfText.ReadPagesAsync(await Ledgers.Pdf(Ledgers.Of(CappedEntry), LedgerLabels.English)));

        text.ShouldContain("Check: gross 700,000 = tax 70,000 + net 630,000 (agrees)");
        text.ShouldContain("Page 1 of 1");
        text.ShouldContain("3 July 2019 00:30 Taipei time");
        text.ShouldNotContain("給付總額");
    }

    [Fact]
    public async Task Write_TheFile_NamesItsLanguageAndEmbedsOnlyWhatItUses()
    {
        var file = await Ledgers.Pdf(Ledgers.Of(CappedEntry));

        Encoding.Latin1.GetString(file).ShouldContain("zh-Hant-TW");
        file.Length.ShouldBeLessThan(400_000);
    }

    private static async Task<string> TextOf(LedgerReport report) => string.Concat(await PdfText.ReadPagesAsync(await Ledgers.Pdf(report)));

    private static string Packed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string[] After(string page, string label) =>
        [.. page[(page.IndexOf(label, StringComparison.Ordinal) + label.Length)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(3)];
}
