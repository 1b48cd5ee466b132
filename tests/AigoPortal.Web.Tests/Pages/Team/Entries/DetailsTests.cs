using System.Net;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Team.Entries;

public sealed class DetailsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private Given _given = null!;
    private Round _round = null!;
    private Person _leader = null!;
    private Person _member = null!;
    private Entry _entry = null!;

    private string Address => $"/team/entries/{_entry.Code}";

    public static TheoryData<EntryStatus, string> NextSteps => new()
    {
        { EntryStatus.Applied, "等出題單位回覆申請" },
        { EntryStatus.Matched, "送出構想書" },
        { EntryStatus.ConceptSubmitted, "構想書已收到" },
        { EntryStatus.Shortlisted, "上傳合作文件簽署頁" },
        { EntryStatus.Cooperating, "送出到期款項的憑證" },
        { EntryStatus.Decided, "送出到期款項的憑證" },
        { EntryStatus.Declined, "未接受" },
        { EntryStatus.NotShortlisted, "創新性不足。" },
        { EntryStatus.Withdrawn, "時間不足。" },
        { EntryStatus.Terminated, "未依約執行。" },
    };

    [Theory]
    [MemberData(nameof(NextSteps))]
    public async Task ThePage_SaysWhatIsNext(EntryStatus status, string said)
    {
        await ArrangeAsync(status);

        var page = await (await host.As(_member)).GetAsync(Address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain(said);
        page.Page.QuerySelectorAll("ol.steps li").Length.ShouldBe(7);
        page.Page.QuerySelectorAll("table tbody tr").Length.ShouldBe(status switch { EntryStatus.Shortlisted or EntryStatus.Cooperating => 4, EntryStatus.Decided => 5, _ => 0 });
        (await (await host.As(await _given.Person())).GetAsync(Address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Withdraw_FreesWhatIsNotPaid()
    {
        await ArrangeAsync(EntryStatus.Cooperating);
        var leader = await host.As(_leader);

        var without = await leader.PostAsync(Address, form: "handler=Withdraw");
        without.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        without.Text.ShouldContain("請寫明原因");
        (await leader.PostAsync(Address, new Dictionary<string, string> { ["Input.Reason"] = "成員離職" }, "handler=Withdraw")).WasAccepted.ShouldBeTrue();

        var entry = await host.Db(db => db.Entries.SingleAsync(entry => entry.Id == _entry.Id));
        (entry.Status, entry.Committed).ShouldBe((EntryStatus.Withdrawn, Twd.Zero));
        (await host.Db(db => db.Rounds.SingleAsync(round => round.Id == _round.Id))).Committed.ShouldBe(Twd.Zero);
        (await host.Db(db => db.Milestones.Where(milestone => milestone.EntryId == _entry.Id).ToListAsync())).ShouldAllBe(milestone => milestone.Status == MilestoneStatus.Forfeited);
        (await leader.GetAsync("/team")).Text.ShouldContain(_entry.Code);
    }

    private async Task ArrangeAsync(EntryStatus status)
    {
        _given = new Given(host);
        _round = await _given.Round();
        var poser = await _given.Person(Roles.Poser);
        (_leader, _member) = (await _given.Person(), await _given.Person());
        var problem = await _given.Problem(_round, await _given.Organisation(poser), poser);
        _entry = await _given.Entry(_round, problem, await _given.Team(_round, _leader, _member), status);
    }
}
