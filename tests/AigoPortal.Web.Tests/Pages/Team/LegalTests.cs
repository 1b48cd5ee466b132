using System.Net;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Security;
using AigoPortal.Web.Tests.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Team;

public sealed class LegalTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task AMember_StatesALegalEntity_WhichTheLeaderThenPays()
    {
        var award = await Awarded.ByAsync(host);
        await award.StateAsync(award.Leader);
        var url = await award.AskForAsync(1, "領據");
        var member = await host.As(award.Member);
        var legal = $"/team/legal/{award.Team.Id}";
        (await member.PostAsync(legal, Statement("12345678"))).Text.ShouldContain("統一編號不正確");
        (await member.PostAsync(legal, Statement("0459 5257"))).WasAccepted.ShouldBeTrue();
        (await member.PostAsync(legal, Statement("04595257"))).Text.ShouldContain("團隊已經登錄過這個統一編號");
        var payee = await host.Db(db => db.LegalPayees.AsNoTracking().SingleAsync(found => found.TeamId == award.Team.Id));
        host.Services.GetRequiredService<SecretText>().Open(payee.SealedAccount).ShouldBe("12345678901");
        (await member.GetAsync(legal)).Body.ShouldNotContain("12345678901");
        (await (await host.As((await Awarded.ByAsync(host)).Leader)).GetAsync(legal)).Status.ShouldBe(HttpStatusCode.NotFound);

        var leader = await host.As(award.Leader);
        var shares = new Dictionary<string, string>
        {
            ["Input.Shares[0].PersonId"] = award.Leader.Id.ToString(),
            ["Input.Shares[0].Amount"] = "16667",
            ["Input.Shares[1].PersonId"] = payee.Id.ToString(),
            ["Input.Shares[1].Amount"] = "33333",
        };
        (await leader.ForgeAsync(url, $"{url}?handler=divide", shares)).WasAccepted.ShouldBeTrue();
        (await leader.PostAsync(url, form: "handler=putpaper", files: new Dictionary<string, Upload> { ["Input.PaperFile"] = Upload.Pdf("領據.pdf") })).WasAccepted.ShouldBeTrue();
        var page = await leader.GetAsync(url);
        page.Text.ShouldContain("雲嶺數位有限公司");
        page.Text.ShouldContain("還沒有「法人」的扣繳率");
        var refused = await leader.ForgeAsync(url, $"{url}?handler=submit", new Dictionary<string, string>());
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await award.Milestone(1)).Status.ShouldBe(MilestoneStatus.Due);

        var round = award.Entry.RoundId;
        await host.Db(async db =>
        {
            var found = await db.Rounds.SingleAsync(one => one.Id == round);
            ((List<WithholdingRule>)found.Withholding).Add(new WithholdingRule(TaxStatus.LegalEntity, 0.10m, new(2019, 1, 1), Twd.Zero));
            await db.SaveChangesAsync();
        });
        (await leader.PostAsync(url, form: "handler=submit")).WasAccepted.ShouldBeTrue();
        var officer = await host.As(award.Approver);
        var check = await officer.GetAsync(await award.OfficeAddress(1));
        check.Text.ShouldContain("04595257");
        check.Text.ShouldContain("30,000"); // 33,333 − ⌊3,333.3⌋
        var file = (await award.Milestone(1)).HandedPapers.Single().FileId;
        (await (await host.As(award.Member)).GetAsync($"/files/{file}")).Status.ShouldBe(HttpStatusCode.OK);
        (await (await host.As((await Awarded.ByAsync(host)).Leader)).GetAsync($"/files/{file}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.PostAsync(await award.OfficeAddress(1), form: "handler=approve")).WasAccepted.ShouldBeTrue();

        // Changed by another member after the approval.
        var changed = Statement("");
        changed["Input.Account"] = "99998888";
        (await leader.PostAsync($"{legal}?payee={payee.Id}", changed)).WasAccepted.ShouldBeTrue();
        (await award.Milestone(1)).Status.ShouldBe(MilestoneStatus.EvidenceSubmitted);
    }

    private static Dictionary<string, string> Statement(string number) => new()
    {
        ["Input.Number"] = number,
        ["Input.Name"] = "雲嶺數位有限公司",
        ["Input.Address"] = "臺北市中正區",
        ["Input.BankCode"] = "700",
        ["Input.Account"] = "123-4567-8901",
    };
}
