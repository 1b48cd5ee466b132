using System.Net;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Tests.Workflows;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Team;

public sealed class MilestoneTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task TheLeader_DividesAddsEvidenceAndHandsIn()
    {
        var award = await Awarded.ByAsync(host);
        foreach (var person in new[] { award.Leader, award.Member, award.Foreigner })
        {
            await award.StateAsync(person, person == award.Foreigner ? TaxStatus.Foreigner : TaxStatus.Resident);
        }

        var leader = await host.As(award.Leader);
        var url = await award.Address(2);
        (await leader.PostAsync(url, form: "handler=divide", fields: Shares(50_000, 20_000, 30_000))).WasAccepted.ShouldBeTrue();
        // Dividing anew replaces rows with the same keys.
        (await leader.PostAsync($"{url}?handler=evenly", form: "handler=divide")).WasAccepted.ShouldBeTrue();
        (await leader.ForgeAsync(url, $"{url}?handler=evenly", Empty)).WasAccepted.ShouldBeTrue();
        (await leader.PostAsync(url, form: "handler=addexpense", fields: Expense("雲端運算", 60_000))).WasAccepted.ShouldBeTrue();
        (await leader.PostAsync(url, form: "handler=addexpense", fields: Expense("標註", 40_000))).WasAccepted.ShouldBeTrue();
        (await leader.PostAsync(url, form: "handler=addreceipt", fields: Receipt("AB-12345678", 100_000), files: Scan())).WasAccepted.ShouldBeTrue();

        var page = await leader.GetAsync(url);
        page.Text.ShouldContain("33,334");
        page.Text.ShouldContain("都齊全了");
        (await leader.PostAsync(url, form: "handler=submit")).WasAccepted.ShouldBeTrue();

        var milestone = await award.Milestone(2);
        milestone.Status.ShouldBe(MilestoneStatus.EvidenceSubmitted);
        milestone.Shares.Select(share => share.Amount.Dollars).Order().ShouldBe([33_333, 33_333, 33_334]);
        milestone.Receipts.Single().Number.ShouldBe("AB-12345678");
        var after = await leader.ForgeAsync("/team/payee", $"{url}?handler=addexpense", Expense("太晚", 1));
        after.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        after.Text.ShouldContain("不能修改");
    }

    [Fact]
    public async Task ASplit_ThatDoesNotAddUp_IsRefusedAndKeepsWhatWasTyped()
    {
        var award = await Awarded.ByAsync(host);
        var leader = await host.As(award.Leader);
        var url = await award.Address(1);

        var refused = await leader.PostAsync(url, form: "handler=divide", fields: Shares(20_000, 20_000, 9_999));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("各受款人合計要剛好 50,000 元，目前是 49,999 元。");
        refused.ValueOf("Input.Shares[2].Amount").ShouldBe("9999");
        foreach (var wrong in new[] { "-1", "9223372036854775807", "1.5", "十", "💰" })
        {
            var again = await leader.PostAsync(url, form: "handler=divide", fields: new Dictionary<string, string> { ["Input.Shares[0].Amount"] = wrong });
            again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, wrong);
            again.ValueOf("Input.Shares[0].Amount").ShouldBe(wrong);
        }

        var check = await leader.PostAsync($"{url}?handler=preview", form: "handler=divide", fields: Shares(20_000, 0, 0));
        check.Text.ShouldContain("還差 30,000 元");
    }

    [Fact]
    public async Task HandingIn_WithoutPayeeStatementsOrReceipts_SaysWhatIsMissing()
    {
        var award = await Awarded.ByAsync(host);
        var leader = await host.As(award.Leader);
        var url = await award.Address(2);
        (await leader.ForgeAsync(url, $"{url}?handler=evenly", Empty)).WasAccepted.ShouldBeTrue();

        (await leader.GetAsync(url)).Text.ShouldContain("還有 3 位受款人沒有填寫受款資料");
        var refused = await leader.ForgeAsync(url, $"{url}?handler=submit", Empty);

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await award.Milestone(2)).Status.ShouldBe(MilestoneStatus.Due);
    }

    [Fact]
    public async Task AMember_Reads_ButOnlyTheLeaderChanges_AndOthersFindNothing()
    {
        var award = await Awarded.ByAsync(host);
        var other = await Awarded.ByAsync(host);
        var url = await award.Address(1);
        var member = await host.As(award.Member);
        var page = await member.GetAsync(url);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Page.QuerySelectorAll("main form").ShouldBeEmpty();

        var refused = await member.ForgeAsync("/team/payee", $"{url}?handler=evenly", Empty);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("這件事要由隊長來做");
        var stranger = await host.As(other.Leader);
        (await stranger.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.ForgeAsync("/team/payee", $"{url}?handler=evenly", Empty)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync($"/team/milestone/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        // Somebody from outside as payee.
        var leader = await host.As(award.Leader);
        var forged = await leader.ForgeAsync(url, $"{url}?handler=divide", new Dictionary<string, string>
        {
            ["Input.Shares[0].PersonId"] = other.Leader.Id.ToString(),
            ["Input.Shares[0].Amount"] = "50000",
        });
        forged.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        forged.Text.ShouldContain("受款人要是團隊成員");
    }

    [Fact]
    public async Task AReceipt_WithBadInput_GetsASentenceAndKeepsTheText()
    {
        var award = await Awarded.ByAsync(host);
        var leader = await host.As(award.Leader);
        var url = await award.Address(2);
        const string Nasty = "發票🧾 \u202Eabc<script>alert(1)</script>";
        await RefusedAsync(Receipt(Nasty, 5), "請附上單據的 PDF 或照片", null);
        await RefusedAsync(Receipt(new string('長', 51), 5), "最多 50 個字", Upload.Pdf());
        await RefusedAsync(Receipt("A1", 0), "金額要在 1 到 100,000,000 元之間", Upload.Pdf());
        await RefusedAsync(Receipt("A1", 5), "檔案內容和副檔名 .pdf 不符", new Upload("a.pdf", "hello"u8.ToArray()));
        await RefusedAsync(Receipt("A1", 5), "只收", new Upload("a.exe", "MZ"u8.ToArray()));
        await RefusedAsync(Receipt("A1", 5), "這個檔案是空的", new Upload("a.pdf", []));
        await RefusedAsync(Receipt("A1", 5, "2999-01-01"), "單據日期不能晚於今天", Upload.Pdf());
        await RefusedAsync(Receipt("A1", 5, "昨天"), "請", Upload.Pdf());

        (await leader.PostAsync(url, form: "handler=addreceipt", fields: Receipt(Nasty, 5), files: Scan())).WasAccepted.ShouldBeTrue();
        (await leader.GetAsync(url)).Body.ShouldNotContain("<script>alert");
        await RefusedAsync(Receipt(Nasty, 5), "這個單據號碼已經登錄過", Upload.Pdf());

        async Task RefusedAsync(Dictionary<string, string> fields, string sentence, Upload? file)
        {
            var refused = await leader.PostAsync(url, form: "handler=addreceipt", fields: fields, files: file is null ? null : new Dictionary<string, Upload> { ["Input.File"] = file });
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, sentence);
            refused.Text.ShouldContain(sentence);
            refused.ValueOf("Input.Number").ShouldBe(fields["Input.Number"]);
        }
    }

    private static readonly Dictionary<string, string> Empty = [];

    private static Dictionary<string, string> Shares(params long[] amounts) =>
        amounts.Select((amount, index) => ($"Input.Shares[{index}].Amount", amount.ToString((IFormatProvider?)null))).ToDictionary();

    private static Dictionary<string, string> Expense(string purpose, long amount) => new() { ["Input.Purpose"] = purpose, ["Input.Amount"] = $"{amount}" };

    private static Dictionary<string, string> Receipt(string number, long amount, string date = "2026-01-05") =>
        new() { ["Input.Number"] = number, ["Input.Date"] = date, ["Input.Vendor"] = "測試行", ["Input.ReceiptAmount"] = $"{amount}" };

    private static Dictionary<string, Upload> Scan() => new() { ["Input.File"] = Upload.Pdf("發票.pdf") };
}
