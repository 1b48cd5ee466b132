using System.Text;
using AigoPortal.TestKit;
using AigoPortal.Web.Documents;
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
