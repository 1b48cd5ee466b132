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

namespace AigoPortal.Web.Tests.Pages.Office.Entries;

public sealed class DetailsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private Given _given = null!;
    private Round _round = null!;
    private Person _leader = null!;
    private Entry _entry = null!;
    private PortalClient _officer = null!;

    private string Address => $"/office/entries/{_entry.Code}";

    [Fact]
    public async Task Cooperate_NeedsBothSignatures_AndLetsTheFirstAmountsFallDue()
    {
        await ArrangeAsync(EntryStatus.Shortlisted);
        (await _officer.ForgeAsync(Address, $"{Address}?handler=Cooperate", new Dictionary<string, string>())).Text.ShouldContain("雙方都上傳簽署頁後才能確認");
        var file = await _given.File(_leader);
        await host.Db(async db =>
        {
            var entry = await db.Entries.SingleAsync(entry => entry.Id == _entry.Id);
            entry.SignByPoser(file.Id, _given.Portal());
            entry.SignByTeam(file.Id, _given.Portal());
            await db.SaveChangesAsync();
        });

        var answer = await _officer.PostAsync(Address, form: "handler=Cooperate");

        answer.WasAccepted.ShouldBeTrue(answer.Text);
        (await StatesAsync()).ShouldBe([MilestoneStatus.Due, MilestoneStatus.Due, MilestoneStatus.NotDue, MilestoneStatus.NotDue]);
        (await host.Db(db => db.Letters.AnyAsync(letter => letter.To == _leader.Email && letter.Subject.Contains("可以請款")))).ShouldBeTrue();
        (await _officer.GetAsync("/office/entries?q=" + _entry.Code + "&status=Cooperating")).Text.ShouldContain("訪視並登錄結果");
    }

    [Fact]
    public async Task Terminate_SaysWhy_AndFreesTheMoney()
    {
        await ArrangeAsync(EntryStatus.Shortlisted);
        var tooLong = await _officer.PostAsync(Address, new Dictionary<string, string> { ["Input.Reason"] = new string('長', 2001) }, "handler=Terminate");
        tooLong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await _officer.PostAsync(Address, new Dictionary<string, string> { ["Input.Reason"] = "逾期未簽" }, "handler=Terminate")).WasAccepted.ShouldBeTrue();

        var entry = await host.Db(db => db.Entries.SingleAsync(entry => entry.Id == _entry.Id));
        (entry.Status, entry.Committed).ShouldBe((EntryStatus.Terminated, Twd.Zero));
        (await host.Db(db => db.Rounds.SingleAsync(round => round.Id == _round.Id))).Committed.ShouldBe(Twd.Zero);
        (await StatesAsync()).ShouldAllBe(state => state == MilestoneStatus.Forfeited);
    }

    [Fact]
    public async Task Close_WaitsForThePayments()
    {
        await ArrangeAsync(EntryStatus.Decided);
        (await _officer.ForgeAsync(Address, $"{Address}?handler=Close", new Dictionary<string, string>())).Text.ShouldContain("還有 5 筆款項沒有撥付");
        await host.Db(async db =>
        {
            foreach (var milestone in await db.Milestones.Where(milestone => milestone.EntryId == _entry.Id).ToListAsync())
            {
                milestone.Forfeit("測試", _given.Portal());
            }

            await db.SaveChangesAsync();
        });

        (await _officer.PostAsync(Address, form: "handler=Close")).WasAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task AnUnknownCode_IsNotFound_AndTeamsAreKeptOut()
    {
        await ArrangeAsync(EntryStatus.Matched);
        (await _officer.GetAsync("/office/entries/none")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _officer.GetAsync($"/office/teams/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.As(_leader)).GetAsync(Address)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private Task<List<MilestoneStatus>> StatesAsync() => host.Db(db =>
        db.Milestones.Where(milestone => milestone.EntryId == _entry.Id).OrderBy(milestone => milestone.Order).Select(milestone => milestone.Status).ToListAsync());

    private async Task ArrangeAsync(EntryStatus status)
    {
        _given = new Given(host);
        _round = await _given.Round();
        var poser = await _given.Person(Roles.Poser);
        _leader = await _given.Person();
        var problem = await _given.Problem(_round, await _given.Organisation(poser), poser);
        _entry = await _given.Entry(_round, problem, await _given.Team(_round, _leader, await _given.Person()), status);
        _officer = await host.As(await _given.Person(Roles.Officer));
    }
}
