using System.Net;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Tests.Workflows;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office;

public sealed class EvidenceCheckTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task ARejectedReceipt_IsShownAtTheItem_StopsTheApproval_AndGoesToTheTeamWithItsReason()
    {
        var award = await SubmittedAsync("QX-00000001");
        var officer = await host.As(award.Approver);
        var url = await award.OfficeAddress(2);
        var receipt = (await award.Milestone(2)).Receipts.Single();
        (await officer.GetAsync(url)).Page.QuerySelector($"iframe[src*='{receipt.FileId}']").ShouldNotBeNull();
        var unsaid = await RejectAsync(officer, url, receipt.Id, "");
        unsaid.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unsaid.Text.ShouldContain("請寫明原因。");

        (await RejectAsync(officer, url, receipt.Id, "買受人 <b>不是</b> 團隊成員")).WasAccepted.ShouldBeTrue();

        var refused = await officer.PostAsync(url, form: "handler=approve");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("有 1 項憑證被退");
        (await officer.PostAsync(url, form: "handler=return")).WasAccepted.ShouldBeTrue();
        var letter = await host.Db(db => db.Letters.SingleAsync(letter => letter.To == award.Leader.Email && letter.Subject.StartsWith("請補正")));
        letter.Body.ShouldContain("QX-00000001: 買受人 <b>不是</b> 團隊成員");

        var leader = await host.As(award.Leader);
        var mine = await award.Address(2);
        (await leader.GetAsync(mine)).Text.ShouldContain("買受人 <b>不是</b> 團隊成員");
        var kept = await leader.ForgeAsync(mine, $"{mine}?handler=submit", Empty);
        kept.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        kept.Text.ShouldContain("還有 1 項被退的憑證");
        (await leader.ForgeAsync(mine, $"{mine}?handler=removereceipt", new Dictionary<string, string> { ["item"] = receipt.Id.ToString() })).WasAccepted.ShouldBeTrue();
        (await AddReceiptAsync(leader, mine, "QX-00000002", "12345678")).Text.ShouldContain("統一編號不正確");
        (await AddReceiptAsync(leader, mine, "QX-00000002", "0459-5257")).WasAccepted.ShouldBeTrue();
        (await leader.PostAsync(mine, form: "handler=submit")).WasAccepted.ShouldBeTrue();
        (await officer.GetAsync(url)).Text.ShouldContain("04595257");
        (await officer.PostAsync(url, form: "handler=approve")).WasAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task ARejection_IsTakenBack_AndStalePagesAreRefused()
    {
        var award = await SubmittedAsync("QX-00000003");
        var officer = await host.As(award.Approver);
        var url = await award.OfficeAddress(2);
        var item = (await award.Milestone(2)).Expenses.Single().Id;
        var seen = (await award.Milestone(2)).Version.ToString();
        (await RejectAsync(officer, url, item, "用途不符")).WasAccepted.ShouldBeTrue();
        var stale = await officer.ForgeAsync(url, $"{url}?handler=approve", new Dictionary<string, string> { ["Input.Seen"] = seen });
        stale.Text.ShouldContain("資料剛剛被其他人更新");
        (await officer.PostAsync(url, form: "handler=takeback", fields: new Dictionary<string, string> { ["Input.Item"] = item.ToString() })).WasAccepted.ShouldBeTrue();
        (await RejectAsync(officer, url, Guid.NewGuid(), "不在")).Text.ShouldContain("這項憑證已經不在");
        (await officer.PostAsync(url, form: "handler=approve")).WasAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task AReceiptNumberUsedByAnotherTeam_IsFlaggedWithALinkThere()
    {
        var first = await SubmittedAsync("ZZ-76543210");
        var second = await SubmittedAsync("zz 7654 3210");
        var officer = await host.As(second.Approver);
        var page = await officer.GetAsync(await second.OfficeAddress(2));
        page.Text.ShouldContain("號碼重複使用");
        page.Page.QuerySelector($"a[href$='{(await first.Milestone(2)).Id}']").ShouldNotBeNull();
        (await (await host.As(second.Leader)).GetAsync(await second.Address(2))).Text.ShouldNotContain("號碼重複使用");
    }

    [Fact]
    public async Task AnOfficer_OfTheTeamOrTheOrganisation_DecidesNothing()
    {
        var award = await SubmittedAsync("QX-00000004");
        await host.Db(async db =>
        {
            var organisation = await db.Organisations.Include(one => one.Contacts).SingleAsync(one => db.Problems.Any(problem => problem.Id == award.Entry.ProblemId && problem.OrganisationId == one.Id));
            organisation.AddContact(award.Approver.Id, award.Given.By(award.Approver));
            await db.SaveChangesAsync();
        });
        var officer = await host.As(award.Approver);
        var url = await award.OfficeAddress(2);
        var page = await officer.GetAsync(url);
        page.Text.ShouldContain("這是你自己團隊或單位的案件");
        page.Page.QuerySelector("form[action*='Approve' i]").ShouldBeNull();
        var seen = (await award.Milestone(2)).Version.ToString();
        foreach (var handler in new[] { "approve", "return", "reject", "takeback", "extend", "forfeit" })
        {
            var refused = await officer.ForgeAsync(url, $"{url}?handler={handler}", Fields(("Input.Seen", seen), ("Input.Reason", "x"), ("Input.ItemReason", "x"), ("Input.ExtendReason", "x"), ("Input.Until", "2030-01-01"), ("Input.Sure", "true")));
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, handler);
            refused.Text.ShouldContain("這是你自己團隊或單位的案件", Case.Sensitive, handler);
        }

        (await (await host.As(award.Releaser)).PostAsync(url, form: "handler=approve")).WasAccepted.ShouldBeTrue();
        var released = await officer.ForgeAsync(url, $"{url}?handler=release", Empty);
        released.Text.ShouldContain("這是你自己團隊或單位的案件");
        (await award.Milestone(2)).Status.ShouldBe(MilestoneStatus.Approved);
    }

    [Fact]
    public async Task AnOverdueMilestone_IsForfeitedInTwoSteps_AndItsCommitmentIsFreedOnce()
    {
        var award = await Awarded.ByAsync(host);
        var officer = await host.As(award.Approver);
        var url = await award.OfficeAddress(2);
        var early = await officer.ForgeAsync(url, $"{url}?handler=forfeit", Fields(("Input.Reason", "逾期"), ("Input.Seen", (await award.Milestone(2)).Version.ToString()), ("Input.Sure", "true")));
        early.Text.ShouldContain("憑證期限還沒過");
        await OverdueAsync(award, days: 3);
        (await officer.GetAsync("/office/milestones?queue=overdue")).Text.ShouldContain("逾期 3 天");
        var (entry, round) = await BooksAsync(award);

        var asked = await officer.PostAsync(url, form: "handler=forfeit", fields: Fields(("Input.Reason", "三次通知都沒有回覆")));
        asked.Status.ShouldBe(HttpStatusCode.OK);
        asked.Text.ShouldContain("確認失權");
        (await award.Milestone(2)).Status.ShouldBe(MilestoneStatus.Due);
        var sure = Fields(("Input.Reason", "三次通知都沒有回覆"), ("Input.Sure", "true"), ("Input.Seen", (await award.Milestone(2)).Version.ToString()));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => officer.ForgeAsync(url, $"{url}?handler=forfeit", sure)));

        answers.Count(answer => answer.WasAccepted).ShouldBe(1);
        (await award.Milestone(2)).Status.ShouldBe(MilestoneStatus.Forfeited);
        (await BooksAsync(award)).ShouldBe((entry - new Twd(100_000), round - new Twd(100_000)));
        foreach (var member in new[] { award.Leader, award.Member, award.Foreigner })
        {
            (await host.Db(db => db.Letters.SingleAsync(letter => letter.To == member.Email && letter.Subject.StartsWith("款項已失權")))).Body.ShouldContain("三次通知都沒有回覆");
        }
    }

    [Fact]
    public async Task AnExtension_MovesTheEnd_TellsTheTeam_AndIsTraced()
    {
        var award = await Awarded.ByAsync(host);
        await OverdueAsync(award, days: 3);
        var officer = await host.As(award.Approver);
        var url = await award.OfficeAddress(2);
        (await officer.PostAsync(url, form: "handler=extend", fields: Fields(("Input.Until", "2020-01-01"), ("Input.ExtendReason", "連假")))).Text.ShouldContain("新期限要晚於今天和原期限");
        var until = DateOnly.FromDateTime(award.Given.Now.UtcDateTime).AddDays(10);
        (await officer.PostAsync(url, form: "handler=extend", fields: Fields(("Input.Until", until.ToString("yyyy-MM-dd", null)), ("Input.ExtendReason", "連假")))).WasAccepted.ShouldBeTrue();
        (await award.Milestone(2)).EvidenceDueAt!.Value.ShouldBe(Domain.Time.Taipei.EndOf(until));
        (await host.Db(db => db.Letters.AnyAsync(letter => letter.To == award.Member.Email && letter.Subject.StartsWith("憑證期限延長")))).ShouldBeTrue();
        var id = (await award.Milestone(2)).Id;
        (await host.Db(db => db.AuditEvents.AnyAsync(line => line.Verb == "milestone.extend" && line.SubjectId == id))).ShouldBeTrue();
    }

    [Fact]
    public async Task EveryReveal_IsListedForTheAuditor()
    {
        var award = await SubmittedAsync("QX-00000005");
        var officer = await host.As(award.Approver);
        var url = await award.OfficeAddress(2);
        (await officer.PostAsync(url, form: "handler=reveal", fields: Fields(("Input.PersonId", award.Leader.Id.ToString()), ("Input.Why", "核對 <i>帳戶</i>")))).Status.ShouldBe(HttpStatusCode.OK);
        var auditor = await host.As(await award.Given.Person(Roles.Auditor));
        var page = await auditor.GetAsync($"/audit/reveals?person={Uri.EscapeDataString(award.Leader.Name)}");
        page.Text.ShouldContain("核對 <i>帳戶</i>");
        page.Text.ShouldContain(award.Approver.Name);
        (await auditor.GetAsync("/audit/reveals?person=nobody")).Text.ShouldContain("沒有符合的資料");
        (await auditor.GetAsync("/audit/reveals?from=2020-01-01&to=2020-02-01&p=9")).Text.ShouldContain("沒有符合的資料");
        (await auditor.GetAsync("/audit/reveals?from=yesterday")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await officer.GetAsync("/audit/reveals")).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    private static readonly Dictionary<string, string> Empty = [];

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) => fields.ToDictionary(field => field.Name, field => field.Value);

    private static Task<Answer> RejectAsync(PortalClient officer, string url, Guid item, string why) =>
        officer.PostAsync(url, form: "handler=reject", fields: Fields(("Input.Item", item.ToString()), ("Input.ItemReason", why)));

    private static Task<Answer> AddReceiptAsync(PortalClient leader, string url, string number, string vendorNumber) => leader.PostAsync(
        url, form: "handler=addreceipt",
        fields: Fields(("Input.Number", number), ("Input.Date", "2026-01-05"), ("Input.Vendor", "測試行"), ("Input.VendorNumber", vendorNumber), ("Input.ReceiptAmount", "100000")),
        files: new Dictionary<string, Upload> { ["Input.File"] = Upload.Pdf("發票.pdf") });

    private Task<int> OverdueAsync(Awarded award, int days) => host.Db(db => db.Milestones
        .Where(milestone => milestone.EntryId == award.Entry.Id && milestone.Order == 2)
        .ExecuteUpdateAsync(set => set.SetProperty(milestone => milestone.EvidenceDueAt, award.Given.Now.AddDays(-days))));

    private Task<(Twd Entry, Twd Round)> BooksAsync(Awarded award) => host.Db(async db => (
        await db.Entries.Where(entry => entry.Id == award.Entry.Id).Select(entry => entry.Committed).SingleAsync(),
        await db.Rounds.Where(round => round.Id == award.Entry.RoundId).Select(round => round.Committed).SingleAsync()));

    private async Task<Awarded> SubmittedAsync(string number)
    {
        var award = await Awarded.ByAsync(host);
        await award.StateAsync(award.Leader);
        var file = await award.Given.File(award.Leader);
        var id = (await award.Milestone(2)).Id;
        await host.Db(async db =>
        {
            var milestone = await db.Milestones.SingleAsync(found => found.Id == id);
            var team = await db.Teams.Include(found => found.Members).SingleAsync(found => found.Id == award.Team.Id);
            var by = award.Given.By(award.Leader);
            milestone.Divide([new PayeeShare(award.Leader.Id, milestone.Amount)], team, by);
            milestone.AddExpense("雲端運算", milestone.Amount, by);
            milestone.AddReceipt(number, new(2026, 1, 5), "測試行", milestone.Amount, file.Id, by);
            milestone.SubmitEvidence(new HashSet<Guid> { award.Leader.Id }, by);
            await db.SaveChangesAsync();
        });
        return award;
    }
}
