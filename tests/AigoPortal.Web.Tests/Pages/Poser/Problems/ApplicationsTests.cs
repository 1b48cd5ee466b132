using System.Net;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Poser.Problems;

/// <summary>The applications to a problem side by side.</summary>
public sealed class ApplicationsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);
    private Round _round = null!;
    private Person _poser = null!;
    private Problem _problem = null!;

    private string Address => $"/poser/problems/{_problem.Id}/applications";

    [Fact]
    public async Task PickedTeams_StandSideBySide_WithTheirSkillsAndWhatTheyWonBefore()
    {
        await ArrangeAsync();
        var leader = await _given.Person(affiliation: "測試大學");
        await host.Db(async db =>
        {
            var person = await db.People.Include(known => known.Skills).SingleAsync(known => known.Id == leader.Id);
            person.Know([new PersonSkill(SkillKind.Technology, "圖像辨識／電腦視覺", SkillLevel.Expert)], _given.By(leader));
            await db.SaveChangesAsync();
        });
        var before = await _given.Round();
        var won = await _given.Problem(before, await host.Db(db => db.Organisations.SingleAsync(found => found.Id == _problem.OrganisationId)), _poser, title: "去年的題目");
        await _given.Entry(before, won, await _given.Team(before, leader, await _given.Person()), EntryStatus.Shortlisted);
        var (first, second, third) = (await ApplyAsync(leader), await ApplyAsync(), await ApplyAsync(status: EntryStatus.Declined));
        var poser = await host.As(_poser);

        var page = await poser.GetAsync($"{Address}?pick={first.Code}&pick={third.Code}");

        page.Page.QuerySelectorAll("table.compare thead th").Length.ShouldBe(3);
        page.Page.QuerySelector("table.compare")!.TextContent.ShouldNotContain(second.Code);
        foreach (var said in new[] { "測試大學", "可以帶人", "去年的題目", "急診判讀", third.Code })
        {
            page.Page.QuerySelector("table.compare")!.TextContent.ShouldContain(said);
        }

        var waiting = await poser.GetAsync($"{Address}?show=Waiting");
        waiting.Page.QuerySelectorAll(".shortlist tbody tr").Length.ShouldBe(2);
        (await poser.GetAsync($"{Address}?show=Declined")).Page.QuerySelectorAll(".shortlist tbody tr").Length.ShouldBe(1);
        (await poser.GetAsync($"{Address}?show=Confirmed")).Text.ShouldContain("沒有符合的申請");
    }

    [Fact]
    public async Task AnAnswerFromHere_NeedsAWord_AndIsKept()
    {
        await ArrangeAsync();
        var (accepted, declined) = (await ApplyAsync(), await ApplyAsync());
        var poser = await host.As(_poser);

        var empty = await poser.ForgeAsync("/poser/organisation", $"{Address}?handler=Accept", Fields(accepted, ("Input.Word", "")));
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Text.ShouldContain("請給團隊一句說明");
        (await poser.ForgeAsync("/poser/organisation", $"{Address}?handler=Accept", Fields(accepted, ("Input.Word", "歡迎")))).WasAccepted.ShouldBeTrue();
        (await poser.ForgeAsync("/poser/organisation", $"{Address}?handler=Decline", Fields(declined, ("Input.Word", "方向不同")))).WasAccepted.ShouldBeTrue();

        var entries = await host.Db(db => db.Entries.AsNoTracking().Where(entry => entry.ProblemId == _problem.Id).ToListAsync());
        entries.Single(entry => entry.Id == accepted.Id).AnsweredAt.ShouldNotBeNull();
        entries.Single(entry => entry.Id == declined.Id).Status.ShouldBe(EntryStatus.Declined);
    }

    [Fact]
    public async Task ANote_IsTheOrganisationsOwn_AndNeverOverwrittenUnseen()
    {
        await ArrangeAsync();
        var entry = await ApplyAsync();
        var poser = await host.As(_poser);
        var colleague = await _given.Person(Roles.Poser);
        await host.Db(async db =>
        {
            (await db.Organisations.SingleAsync(found => found.Id == _problem.OrganisationId)).AddContact(colleague.Id, _given.By(_poser));
            await db.SaveChangesAsync();
        });

        (await poser.ForgeAsync("/poser/organisation", $"{Address}?handler=Note", Fields(entry, ("Input.Note", "先約會議"), ("Input.Stars", "4")))).WasAccepted.ShouldBeTrue();

        var read = await (await host.As(colleague)).GetAsync(Address);
        read.Text.ShouldContain("先約會議");
        read.Text.ShouldContain("4 顆星");
        var blind = await (await host.As(colleague)).ForgeAsync("/poser/organisation", $"{Address}?handler=Note", Fields(entry, ("Input.Note", "蓋過去")));
        blind.Text.ShouldContain("資料剛剛被其他人更新");
        blind.Text.ShouldContain("蓋過去");
        (await poser.ForgeAsync("/poser/organisation", $"{Address}?handler=Note", Fields(entry, ("Input.Stars", "6")))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await host.Db(db => db.PoserNotes.SingleAsync(note => note.EntryId == entry.Id))).Text.ShouldBe("先約會議");
    }

    private static Dictionary<string, string> Fields(Entry entry, params (string Name, string Value)[] fields)
    {
        var all = fields.ToDictionary(field => field.Name, field => field.Value);
        all["Input.Code"] = entry.Code;
        return all;
    }

    private async Task<Entry> ApplyAsync(Person? leader = null, EntryStatus status = EntryStatus.Applied) =>
        await _given.Entry(_round, _problem, await _given.Team(_round, leader ?? await _given.Person(), await _given.Person()), status);

    private async Task ArrangeAsync()
    {
        _round = await _given.Round();
        _poser = await _given.Person(Roles.Poser);
        _problem = await _given.Problem(_round, await _given.Organisation(_poser), _poser);
    }
}
