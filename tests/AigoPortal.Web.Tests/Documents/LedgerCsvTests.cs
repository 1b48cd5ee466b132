using System.Text;
using AigoPortal.Web.Documents;
using Shouldly;

namespace AigoPortal.Web.Tests.Documents;

public class LedgerCsvTests
{
    [Fact]
    public async Task Write_StartsWithAByteOrderMarkAndTheHeader()
    {
        var csv = await Csv(Ledgers.Of(Ledgers.Line(1)), LedgerLabels.Chinese);

        csv.ShouldStartWith("\uFEFF序號,日期,憑證號,案號,題目,團隊,獎項,項目,受款人,身分,給付總額,扣繳率,稅額,實付,核准,放行,雜湊值,類別,沖正序號,沖正原因\r\n");
        csv.ShouldContain("\r\n1,2019-07-03,108-000001,AIGO-108-0001,鋼鐵表面瑕疵即時檢測,鋼鐵之眼,解題獎補,核發 1,陳怡君,居住者,50000,0.1,5000,45000,王志明,林佳蓉,ab12,撥付,,\r\n");
    }

    [Fact]
    public async Task Write_InEnglish_NamesTheColumnsInEnglish() =>
        (await Csv(Ledgers.Of(), LedgerLabels.English)).ShouldStartWith("\uFEFFNo.,Date,Voucher,Entry,");

    [Theory]
    [InlineData("=1+1"), InlineData("+886"), InlineData("-1"), InlineData("@SUM"), InlineData("\tx"), InlineData("＝1")]
    public async Task Write_ATextThatASpreadsheetWouldRun_IsMadeHarmless(string team) =>
        (await Csv(Ledgers.Of(Ledgers.Line(1, team: team)), LedgerLabels.Chinese)).ShouldContain("'" + team);

    [Fact]
    public async Task Write_AReversal_StaysANumber() =>
        (await Csv(Ledgers.Of(Ledgers.Line(1, gross: -50_000)), LedgerLabels.Chinese)).ShouldContain(",-50000,0.1,-5000,-45000,");

    [Fact]
    public async Task Write_AReversal_NamesItsRowAndTheReason() =>
        (await Csv(Ledgers.Of(Ledgers.Reversal(2, of: 1, "=受款帳戶有誤")), LedgerLabels.Chinese)).ShouldContain(",沖正,1,'=受款帳戶有誤\r\n");

    private static async Task<string> Csv(LedgerReport report, LedgerLabels labels)
    {
        using var file = new MemoryStream();
        await LedgerCsv.WriteAsync(report, labels, file);
        return Encoding.UTF8.GetString(file.ToArray());
    }
}
