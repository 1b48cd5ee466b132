using System.Net;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office.Rounds;

public sealed class AwardsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Amount = "Input.Items[0].Amount";

    [Fact]
    public async Task TwoOfficers_BringAVersionIntoForce_AndEarlierDecisionsKeepTheirs()
    {
        var season = await PanelSeason.BeginAsync(host);
        var (drafter, second) = (await host.As(season.Officer), await host.As(await season.Given.Person(Roles.Officer, "第二位承辦")));
        var panelId = await season.ReviewingAsync();
        await season.DecideAsync(panelId, season.Entries[0], Outcome.Shortlisted); // under version 1: 300,000
        var address = await DraftAsync(drafter, season.Round);

        (await drafter.PostAsync(address, new Dictionary<string, string> { [Amount] = "40000", ["Input.Items[2].Papers"] = "場域照片", ["Input.Budget"] = "9000000" }, "handler=Save", press: "儲存並提出")).WasAccepted.ShouldBeTrue();

        var own = await drafter.GetAsync(address);
        own.Text.ShouldContain("您提出的版本要由另一位承辦生效。");
        var forged = await drafter.ForgeAsync(address, $"{address}?handler=Activate", new Dictionary<string, string> { ["Input.Version"] = own.ValueOf("Input.Version")! });
        forged.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        forged.Text.ShouldContain("提出與生效要由不同的人辦理");

        var shown = await second.GetAsync(address);
        shown.Text.ShouldContain("20,000,000 元");
        shown.Text.ShouldContain("9,000,000 元");
        shown.Text.ShouldContain("場域照片");
        (await second.PostAsync(address, form: "handler=Activate")).WasAccepted.ShouldBeTrue();

        var round = await season.RoundNowAsync();
        (round.SchemeVersion, round.Budget, round.AwardItems.Single(item => item.Order == 1).Amount).ShouldBe((2, new Twd(9_000_000), new Twd(40_000)));
        (await host.Db(db => db.AwardSchemes.AsNoTracking().Where(scheme => scheme.RoundId == round.Id).OrderBy(scheme => scheme.Number).Select(scheme => scheme.Status).ToListAsync()))
            .ShouldBe([AwardSchemeStatus.Superseded, AwardSchemeStatus.Active]);

        await season.DecideAsync(panelId, season.Entries[1], Outcome.Shortlisted); // under version 2: 290,000
        (await season.RoundNowAsync()).Committed.ShouldBe(new Twd(590_000));
        await season.ReleaseAsync(panelId);
        (await BookedAsync(season, 0)).ShouldBe([(1, 1, 50_000), (2, 1, 100_000), (3, 1, 100_000), (4, 1, 50_000)]);
        (await BookedAsync(season, 1)).ShouldBe([(1, 2, 40_000), (2, 2, 100_000), (3, 2, 100_000), (4, 2, 50_000)]);
        (await second.GetAsync(address)).Text.ShouldContain("第二位承辦");
    }

    [Fact]
    public async Task AVersionThatBreaksARule_IsSavedButNotProposed_AndKeepsWhatWasTyped()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var officer = await host.As(season.Officer);
        var address = await DraftAsync(officer, season.Round);
        var typed = new Dictionary<string, string> { [Amount] = "60000" };

        var refused = await officer.PostAsync(address, typed, "handler=Save", press: "儲存並提出");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("一案最多可得 710,000 元，超過每案上限 700,000 元。");
        refused.ValueOf(Amount).ShouldBe("60000");

        (await officer.PostAsync(address, typed, "handler=Save")).WasAccepted.ShouldBeTrue();
        (await officer.GetAsync(address)).ValueOf(Amount).ShouldBe("60000");
        var empty = await officer.PostAsync(address, new Dictionary<string, string> { ["Input.Items[0].Tier"] = "", ["Input.Budget"] = "" }, "handler=Save");
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Text.ShouldContain("請選擇獎項類別");
    }

    [Fact]
    public async Task RowsAreAddedAndDeleted_WithoutAScript()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var officer = await host.As(season.Officer);
        var address = await DraftAsync(officer, season.Round);

        (await officer.PostAsync(address, new Dictionary<string, string>
        {
            ["Input.Items[3].Name"] = "",
            ["Input.Items[3].Amount"] = "",
            ["Input.Items[7].Order"] = "8",
            ["Input.Items[7].Name"] = "解題獎補・加碼",
            ["Input.Items[7].Amount"] = "30000",
            ["Input.Items[7].Tier"] = nameof(AwardTier.Subsidy),
            ["Input.Items[7].Condition"] = nameof(ReleaseCondition.SiteVisitPassed),
            ["Input.Rates[2].Status"] = nameof(TaxStatus.Resident),
            ["Input.Rates[2].Percent"] = "12.5",
            ["Input.Rates[2].ValidFrom"] = "2027-07-01",
        }, "handler=Save")).WasAccepted.ShouldBeTrue();

        var scheme = await host.Db(db => db.AwardSchemes.AsNoTracking().SingleAsync(scheme => scheme.RoundId == season.Round.Id && scheme.Status == AwardSchemeStatus.Draft));
        scheme.Items.Select(item => item.Order).ShouldBe([1, 2, 3, 5, 6, 7, 8]);
        scheme.Withholding.Select(rule => (rule.Status, rule.Rate)).ShouldBe([(TaxStatus.Resident, 0.10m), (TaxStatus.Resident, 0.125m), (TaxStatus.Foreigner, 0.20m)]);
    }

    [Fact]
    public async Task OneVersionIsOnItsWay_ATabThatIsBehindIsTold_AndSendingBackSaysWhy()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var (officer, second) = (await host.As(season.Officer), await host.As(await season.Given.Person(Roles.Officer)));
        var list = $"/office/rounds/awards?code={season.Round.Code}";
        var address = await DraftAsync(officer, season.Round);
        var again = await officer.ForgeAsync(list, $"/office/rounds/awards?code={season.Round.Code}&handler=Draft", new Dictionary<string, string>());
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Text.ShouldContain("本場已有一版草擬中或待生效");

        var before = (await second.GetAsync(address)).ValueOf("Input.Version")!;
        (await officer.PostAsync(address, form: "handler=Save", press: "儲存並提出")).WasAccepted.ShouldBeTrue();
        (await second.ForgeAsync(address, $"{address}?handler=Activate", new Dictionary<string, string> { ["Input.Version"] = before })).Text.ShouldContain("資料剛剛被其他人更新");

        (await second.PostAsync(address, form: "handler=SendBack")).Text.ShouldContain("請寫明原因。");
        (await second.PostAsync(address, new Dictionary<string, string> { ["Input.Reason"] = "金額請再確認" }, "handler=SendBack")).WasAccepted.ShouldBeTrue();
        (await officer.GetAsync(address)).Text.ShouldContain("金額請再確認");
        (await officer.PostAsync(address, form: "handler=Discard")).WasAccepted.ShouldBeTrue();
        (await officer.GetAsync(list)).Text.ShouldContain("草擬新版");
        (await officer.GetAsync($"/office/rounds/awards/{Guid.NewGuid():D}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync("/office/rounds/awards?code=999-9")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> DraftAsync(PortalClient officer, Round round)
    {
        var begun = await officer.PostAsync($"/office/rounds/awards?code={round.Code}", form: "handler=Draft");
        begun.WasAccepted.ShouldBeTrue(begun.Text);
        return begun.Location!;
    }

    private Task<List<(int Order, int Version, long Amount)>> BookedAsync(PanelSeason season, int entry) => host.Db(async db =>
        (await db.Milestones.AsNoTracking().Where(milestone => milestone.EntryId == season.Entries[entry].Id).OrderBy(milestone => milestone.Order).ToListAsync())
            .ConvertAll(milestone => (milestone.Order, milestone.SchemeVersion, milestone.Amount.Dollars)));
}
