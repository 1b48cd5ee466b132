using System.Net;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Team.Entries;

public sealed class CooperationTests(PortalHost host) : IClassFixture<PortalHost>
{
    private Given _given = null!;
    private Round _round = null!;
    private Person _leader = null!;
    private Person _member = null!;
    private Person _poser = null!;
    private Organisation _organisation = null!;
    private Entry _entry = null!;

    private string TeamAddress => $"/team/entries/{_entry.Code}/cooperation";

    private string PoserAddress => $"/poser/entries/{_entry.Code}/cooperation";

    private string OfficeAddress => $"/office/entries/{_entry.Code}/cooperation";

    [Fact]
    public async Task ThePdf_SaysWhoSignsWhatByWhen()
    {
        await ArrangeAsync(EntryStatus.Shortlisted);

        var answer = await (await host.As(_member)).GetRawAsync($"{TeamAddress}?handler=Pdf");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        var pages = await PdfText.ReadPagesAsync(await answer.Content.ReadAsByteArrayAsync());
        var text = string.Join('\n', pages);
        var kept = (await PaperAsync())!.Latest!;
        foreach (var said in new[]
        {
            "合作文件", $"{_entry.Code}-v1", _organisation.Name, _organisation.CompanyNumber!, "陳副總", _leader.Name, _member.Name, "以人工智慧判讀病例與診斷影像", "偵測腫瘤正確率 ≥ 95 %",
            "成果報告", "X 光照片", "API 介接", "保密責任", "50,000", "400,000", "1 個月內", "代表人簽章", $"第 1 頁，共 {pages.Count} 頁", kept.Sha256,
        })
        {
            text.Replace("\n", "", StringComparison.Ordinal).ShouldContain(said);
        }

        text.ShouldNotContain("{團隊}");
        PaperVersion.Hash(kept.Words).ShouldBe(kept.Sha256);
    }

    [Fact]
    public async Task BothSidesAndTheOffice_GetTheSameVersion_AndNobodyElseGetsAny()
    {
        await ArrangeAsync(EntryStatus.Shortlisted);
        foreach (var (person, address) in new[] { (_leader, TeamAddress), (_poser, PoserAddress), (await _given.Person(Roles.Officer), OfficeAddress) })
        {
            var browser = await host.As(person);
            (await browser.GetAsync(address)).Text.ShouldContain($"{_entry.Code}-v1");
            (await browser.GetRawAsync($"{address}?handler=Pdf&version=1")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await browser.GetRawAsync($"{address}?handler=Pdf&version=2")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        (await PaperAsync())!.Versions.Count.ShouldBe(1);
        foreach (var (role, address) in new[] { (Roles.Participant, TeamAddress), (Roles.Poser, PoserAddress) })
        {
            var stranger = await host.As(await _given.Person(role));
            (await stranger.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await stranger.GetAsync($"{address}?handler=Pdf")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task BeforeTheShortlist_ThereIsNone()
    {
        await ArrangeAsync(EntryStatus.ConceptSubmitted);

        (await (await host.As(_leader)).GetAsync(TeamAddress)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.As(_poser)).GetAsync(PoserAddress)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.As(await _given.Person(Roles.Officer))).GetAsync(OfficeAddress)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TwoFirstReadersAtOnce_GetOneVersion()
    {
        await ArrangeAsync(EntryStatus.Shortlisted);
        var (leader, poser) = (await host.As(_leader), await host.As(_poser));

        var answers = await Task.WhenAll(leader.GetAsync(TeamAddress), poser.GetAsync(PoserAddress), leader.GetAsync(TeamAddress), poser.GetAsync(PoserAddress));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        (await PaperAsync())!.Versions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Signing_IsTheLeaders_AndKeepsEveryCopy()
    {
        await ArrangeAsync(EntryStatus.Shortlisted);
        var leader = await host.As(_leader);
        (await leader.PostAsync(TeamAddress, form: "handler=Sign")).Text.ShouldContain("請選擇簽署頁的掃描檔");

        (await SignAsync(leader, TeamAddress, "一.pdf")).WasAccepted.ShouldBeTrue();
        (await SignAsync(leader, TeamAddress, "二.pdf")).WasAccepted.ShouldBeTrue();

        var page = await leader.GetAsync(TeamAddress);
        page.Text.ShouldContain("一.pdf");
        page.Text.ShouldContain("二.pdf");
        var paper = (await PaperAsync())!;
        (paper.Signatures.Count, paper.Signed(PaperSide.Team)!.Version).ShouldBe((2, 1));
        var earlier = $"/files/{paper.Signatures[0].FileId}";
        (await (await host.As(_poser)).GetRawAsync(earlier)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await host.As(await _given.Person(Roles.Auditor))).GetRawAsync(earlier)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await host.As(await _given.Person())).GetRawAsync(earlier)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.As(_member)).ForgeAsync("/account/profile", $"{TeamAddress}?handler=Sign", new Dictionary<string, string>())).Text.ShouldContain("這件事要由隊長來做");
    }

    [Fact]
    public async Task AChange_MakesANewVersion_TellsBothSides_AndTheOldOneCannotBeSignedOrConfirmed()
    {
        await ArrangeAsync(EntryStatus.Shortlisted);
        var (leader, poser, officer) = (await host.As(_leader), await host.As(_poser), await host.As(await _given.Person(Roles.Officer)));
        (await SignAsync(leader, TeamAddress, "團隊.pdf")).WasAccepted.ShouldBeTrue();
        await host.Db(async db =>
        {
            var organisation = await db.Organisations.SingleAsync(known => known.Id == _organisation.Id);
            organisation.Describe(organisation.Name + "股份有限公司", organisation.Kind, organisation.CompanyNumber, _given.Portal());
            await db.SaveChangesAsync();
        });

        (await leader.ForgeAsync(TeamAddress, $"{TeamAddress}?handler=Sign", new Dictionary<string, string> { ["Input.Signs"] = "1" })).Text.ShouldContain("文件內容已更新為第 2 版");

        (await LettersAsync(_leader, "更新為第 2 版")).ShouldBe(1);
        (await LettersAsync(_poser, "更新為第 2 版")).ShouldBe(1);
        (await leader.GetAsync(TeamAddress)).Text.ShouldContain("舊版，要重新簽署");
        (await SignAsync(poser, PoserAddress, "單位.pdf")).WasAccepted.ShouldBeTrue();
        (await officer.ForgeAsync(OfficeAddress, $"/office/entries/{_entry.Code}?handler=Cooperate", new Dictionary<string, string>())).Text.ShouldContain("不是同一版");
        (await SignAsync(leader, TeamAddress, "團隊二.pdf")).WasAccepted.ShouldBeTrue();
        (await officer.PostAsync($"/office/entries/{_entry.Code}", form: "handler=Cooperate")).WasAccepted.ShouldBeTrue();
        (await leader.GetAsync(TeamAddress)).Text.ShouldContain("已確認");
    }

    [Fact]
    public async Task TheOffice_ReturnsACopyWithAReason_AndThatSideSignsAgain()
    {
        await ArrangeAsync(EntryStatus.Shortlisted);
        var (leader, officer) = (await host.As(_leader), await host.As(await _given.Person(Roles.Officer)));
        await SignAsync(leader, TeamAddress, "團隊.pdf");
        var silent = await officer.PostAsync(OfficeAddress, new Dictionary<string, string> { ["Input.Side"] = "Team" }, "handler=Return");
        silent.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        silent.Text.ShouldContain("請寫明退回的原因");

        (await officer.PostAsync(OfficeAddress, new Dictionary<string, string> { ["Input.Side"] = "Team", ["Input.Reason"] = "缺隊長簽名" }, "handler=Return")).WasAccepted.ShouldBeTrue();

        (await LettersAsync(_leader, "簽署頁退回")).ShouldBe(1);
        (await LettersAsync(_poser, "簽署頁退回")).ShouldBe(0);
        (await leader.GetAsync(TeamAddress)).Text.ShouldContain("缺隊長簽名");
        (await leader.GetAsync($"/team/entries/{_entry.Code}")).Text.ShouldContain("上傳合作文件簽署頁");
        (await SignAsync(leader, TeamAddress, "補.pdf")).WasAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task TheList_SaysWhoIsMissing_AndRemindsThemOnDemand()
    {
        await ArrangeAsync(EntryStatus.Shortlisted);
        await host.Db(async db =>
        {
            var round = await db.Rounds.SingleAsync(known => known.Id == _round.Id);
            round.Schedule(Given.Steps(_given.Now.AddDays(-60), _given.Now.AddDays(60), _given.Now.AddDays(-90)), _given.Portal());
            await db.SaveChangesAsync();
        });
        var officer = await host.As(await _given.Person(Roles.Officer));
        await SignAsync(await host.As(_leader), TeamAddress, "團隊.pdf");

        var list = await officer.GetAsync("/office/cooperation");
        var row = list.Page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(_entry.Code, StringComparison.Ordinal)).TextContent;
        row.ShouldContain("逾期");
        row.ShouldContain("出題單位");
        (await officer.ForgeAsync("/office/cooperation", "/office/cooperation?handler=Remind", new Dictionary<string, string> { ["Input.Code"] = _entry.Code })).WasAccepted.ShouldBeTrue();

        (await LettersAsync(_poser, "已逾期")).ShouldBe(1);
        (await LettersAsync(_leader, "已逾期")).ShouldBe(0);
        (await host.Db(db => db.AuditEvents.AnyAsync(trail => trail.SubjectId == _entry.Id && trail.Verb == "cooperation.remind-now" && trail.Why == "Poser"))).ShouldBeTrue();
        (await (await host.As(_poser)).GetAsync($"/poser/entries/{_entry.Code}")).Text.ShouldContain("逾期");
    }

    private static async Task<Answer> SignAsync(PortalClient browser, string address, string name) =>
        await browser.PostAsync(address, form: "handler=Sign", files: new Dictionary<string, Upload> { ["Input.Signature"] = Upload.Pdf(name) });

    private Task<CooperationPaper?> PaperAsync() => host.Db(db => db.CooperationPapers.AsNoTracking().FirstOrDefaultAsync(paper => paper.Id == _entry.Id));

    private Task<int> LettersAsync(Person person, string subject) => host.Db(db => db.Letters.CountAsync(letter => letter.To == person.Email && letter.Subject.Contains(subject)));

    private async Task ArrangeAsync(EntryStatus status)
    {
        _given = new Given(host);
        _round = await _given.Round();
        (_poser, _leader, _member) = (await _given.Person(Roles.Poser), await _given.Person(), await _given.Person(affiliation: "測試大學"));
        _organisation = await _given.Organisation(_poser);
        var problem = await _given.Problem(_round, _organisation, _poser);
        _entry = await _given.Entry(_round, problem, await _given.Team(_round, _leader, _member), status);
    }
}
