using System.Net;
using AigoPortal.Domain.Money;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Team;

public sealed class PayeeTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task AStatement_IsSealed_AndShownMaskedOnly()
    {
        var person = await new Given(host).Person();
        var browser = await host.As(person);

        (await browser.PostAsync("/team/payee", Statement("a123456789", "0001-2345 678901"))).WasAccepted.ShouldBeTrue();

        var profile = await host.Db(db => db.PayeeProfiles.AsNoTracking().SingleAsync(profile => profile.Id == person.Id));
        profile.SealedIdNumber.ShouldNotContain("123456789");
        host.Services.GetRequiredService<SecretText>().Open(profile.SealedAccount).ShouldBe("00012345678901");
        var page = await browser.GetAsync("/team/payee");
        page.Text.ShouldContain("A12*****89");
        page.Body.ShouldNotContain("123456789");
        page.Body.ShouldNotContain("2345678901");

        // Only the address changes; the numbers stay.
        (await browser.PostAsync("/team/payee", new Dictionary<string, string> { ["Input.Address"] = "新竹市東區" })).WasAccepted.ShouldBeTrue();
        var later = await host.Db(db => db.PayeeProfiles.AsNoTracking().SingleAsync(profile => profile.Id == person.Id));
        (later.Address, later.SealedIdNumber, later.SealedAccount).ShouldBe(("新竹市東區", profile.SealedIdNumber, profile.SealedAccount));

        var changed = await browser.PostAsync("/team/payee", new Dictionary<string, string> { ["Input.TaxStatus"] = nameof(TaxStatus.Foreigner) });
        changed.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        changed.Text.ShouldContain("身分有改變");
    }

    [Theory]
    [InlineData("A123456788", "700", "00012345678901", "這不是有效的身分證字號或居留證號")]
    [InlineData("🪪🪪", "700", "00012345678901", "這不是有效的身分證字號或居留證號")]
    [InlineData("", "700", "00012345678901", "這不是有效的身分證字號或居留證號")]
    [InlineData("A123456789", "70", "00012345678901", "銀行代碼是 3 位數字")]
    [InlineData("A123456789", "７００", "00012345678901", "銀行代碼是 3 位數字")]
    [InlineData("A123456789", "700", "12a456", "帳號是 6 到 16 位數字")]
    [InlineData("A123456789", "700", "12345678901234567", "帳號是 6 到 16 位數字")]
    public async Task AStatement_WithAWrongNumber_IsRefusedWithASentence(string number, string bank, string account, string sentence)
    {
        var browser = await host.As(await new Given(host).Person());
        var refused = await browser.PostAsync("/team/payee", Statement(number, account, bank));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain(sentence);
        refused.ValueOf("Input.Address").ShouldBe("臺北市中正區<b>\u202E🏠");
    }

    [Fact]
    public async Task AForeigner_WithANationalNumber_IsRefused_AndAForgedStatusToo()
    {
        var browser = await host.As(await new Given(host).Person());
        var fields = Statement("A123456789", "00012345678901");
        fields["Input.TaxStatus"] = nameof(TaxStatus.Foreigner);
        (await browser.PostAsync("/team/payee", fields)).Text.ShouldContain("外籍人士請填居留證號");
        fields["Input.TaxStatus"] = "Alien";
        (await browser.PostAsync("/team/payee", fields)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        fields["Input.TaxStatus"] = nameof(TaxStatus.Foreigner);
        fields["Input.IdNumber"] = "A800000014";
        (await browser.PostAsync("/team/payee", fields)).WasAccepted.ShouldBeTrue();
    }

    private static Dictionary<string, string> Statement(string number, string account, string bank = "700") => new()
    {
        ["Input.TaxStatus"] = nameof(TaxStatus.Resident),
        ["Input.IdNumber"] = number,
        ["Input.Address"] = "臺北市中正區<b>\u202E🏠",
        ["Input.BankCode"] = bank,
        ["Input.Account"] = account,
    };
}
