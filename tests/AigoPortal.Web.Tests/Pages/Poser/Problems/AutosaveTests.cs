using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Poser.Problems;

public class AutosaveTests(PortalHost host) : IClassFixture<PortalHost>, IAsyncLifetime
{
    private const string Url = "/poser/problems/edit";

    private readonly Given _given = new(host);
    private Person _poser = null!;
    private PortalClient _client = null!;

    public async Task InitializeAsync()
    {
        await _given.Round();
        _poser = await _given.Person(Roles.Poser);
        _client = await host.As(_poser);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task TheFirstSave_MakesTheDraft_AndLaterOnesGoIntoIt()
    {
        var first = await SaveAsync(new() { ["Input.OrganisationName"] = "自動儲存公司", ["Input.OrganisationKind"] = nameof(OrganisationKind.Industry), ["Input.Title"] = "第一版" });
        first.Status.ShouldBe(HttpStatusCode.OK);
        first.Text.ShouldContain("已自動儲存");
        var problem = await ProblemAsync();
        first.ValueOf("Id").ShouldBe(problem.Id.ToString());
        first.ValueOf("Input.Version").ShouldBe(problem.Version.ToString());

        var second = await SaveAsync(new() { ["Id"] = first.ValueOf("Id")!, ["Input.Version"] = first.ValueOf("Input.Version")!, ["Input.Title"] = "第二版" });

        second.Status.ShouldBe(HttpStatusCode.OK);
        var saved = await ProblemAsync();
        saved.Content.Title.ShouldBe("第二版");
        saved.Status.ShouldBe(ProblemStatus.Draft);
        second.ValueOf("Input.Version").ShouldBe(saved.Version.ToString());
        (await host.Db(db => db.AuditEvents.CountAsync(line => line.SubjectId == saved.Id && line.Verb == "problem.write"))).ShouldBe(1, "one sitting is one line");
    }

    [Fact]
    public async Task BeforeTheOrganisationIsKnown_NothingIsMade()
    {
        var answer = await SaveAsync(new() { ["Input.Title"] = "還沒寫單位" });

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldContain("填好單位名稱與類型後，會開始自動儲存");
        (await host.Db(db => db.Problems.CountAsync(problem => problem.SavedById == _poser.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task TextTooLong_IsRefusedWithASentence_AndWhatWasSavedStays()
    {
        var problem = await DraftAsync();

        var answer = await SaveAsync(new() { ["Id"] = problem.Id.ToString(), ["Input.Version"] = problem.Version.ToString(), ["Input.Title"] = new string('題', 201) });

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("最多 200 個字");
        answer.Page.QuerySelector("main, form").ShouldBeNull("it is a fragment, not the page");
        (await ProblemAsync()).Content.Title.ShouldBe(problem.Content.Title);
    }

    [Fact]
    public async Task TwoTabs_LoseNothing_AndThePersonChoosesFieldByField()
    {
        var problem = await DraftAsync();
        var colleague = await ColleagueAsync(problem);
        var (mine, theirs) = (await _client.GetAsync(Address(problem)), await colleague.GetAsync(Address(problem)));
        (await SaveAsync(Typed(theirs, ("Title", "同事的題目"), ("Summary", "同事的摘要")), colleague)).Status.ShouldBe(HttpStatusCode.OK);

        var late = await SaveAsync(Typed(mine, ("Title", "我的題目"), ("Detail", "我的細節")));

        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("兩個人同時在寫這一題");
        late.Text.ShouldContain("同事甲");
        foreach (var text in new[] { "我的題目", "同事的題目", "同事的摘要" })
        {
            late.Text.ShouldContain(text);
        }

        // What only the other changed is proposed from the other; what only I changed is nothing to choose.
        Chosen(late, "Title").ShouldBe("mine");
        Chosen(late, "Summary").ShouldBe("theirs");
        Chosen(late, "Detail").ShouldBeNull();
        (await ProblemAsync()).Content.Title.ShouldBe("同事的題目");

        var typed = Typed(mine, ("Title", "我的題目"), ("Detail", "我的細節"));
        typed["Seen"] = late.ValueOf("Seen")!;
        (typed["Choice[Title]"], typed["Choice[Summary]"]) = ("mine", "theirs");
        var resolved = await _client.ForgeAsync(Url, $"{Address(problem)}?handler=Resolve", typed);

        resolved.WasAccepted.ShouldBeTrue(resolved.Text);
        var content = (await ProblemAsync()).Content;
        (content.Title, content.Summary, content.Detail).ShouldBe(("我的題目", "同事的摘要", "我的細節"));
    }

    [Fact]
    public async Task ComparedWithAVersionThatIsOldAgain_TheChoiceIsAskedOnceMore()
    {
        var problem = await DraftAsync();
        var colleague = await ColleagueAsync(problem);
        var (mine, theirs) = (await _client.GetAsync(Address(problem)), await colleague.GetAsync(Address(problem)));
        var once = await SaveAsync(Typed(theirs, ("Title", "同事第一次")), colleague);
        var late = await SaveAsync(Typed(mine, ("Title", "我的題目")));
        var again = Typed(theirs, ("Title", "同事第二次"));
        again["Input.Version"] = once.ValueOf("Input.Version")!;
        (await SaveAsync(again, colleague)).Status.ShouldBe(HttpStatusCode.OK);

        var typed = Typed(mine, ("Title", "我的題目"));
        (typed["Seen"], typed["Choice[Title]"]) = (late.ValueOf("Seen")!, "mine");
        var answer = await _client.ForgeAsync(Url, $"{Address(problem)}?handler=Resolve", typed);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("同事第二次");
        answer.ValueOf("Input.Title").ShouldBe("我的題目");
        (await ProblemAsync()).Content.Title.ShouldBe("同事第二次");
    }

    [Fact]
    public async Task AChangeThatTouchesNoAnswer_IsNoClash()
    {
        var problem = await DraftAsync();
        var mine = await _client.GetAsync(Address(problem));
        await host.Db(async db =>
        {
            var found = await db.Problems.SingleAsync(known => known.Id == problem.Id);
            found.RateReadiness([.. SelfCheck.Statements.Select(statement => new SelfCheckAnswer(statement.Code, 3))], _given.By(_poser));
            await db.SaveChangesAsync();
        });

        var answer = await SaveAsync(Typed(mine, ("Title", "我改的題目")));

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        answer.ValueOf("Input.Version").ShouldNotBe(mine.ValueOf("Input.Version"));
        var saved = await ProblemAsync();
        saved.Content.Title.ShouldBe("我改的題目");
        saved.SelfCheck.Count.ShouldBe(SelfCheck.Statements.Count);
    }

    [Fact]
    public async Task ASubmittedProblem_IsNotSavedAndSaysWhy()
    {
        var organisation = await _given.Organisation(_poser);
        var problem = await _given.Problem(await _given.Round(), organisation, _poser, ProblemStatus.Submitted);

        var answer = await SaveAsync(new() { ["Id"] = problem.Id.ToString(), ["Input.Version"] = problem.Version.ToString(), ["Input.Title"] = "太晚了" });

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("不能再修改");
    }

    private static string Address(Problem problem) => $"{Url}/{problem.Id}";

    private static string? Chosen(Answer answer, string field) => answer.Page.QuerySelector($"[name='Choice[{field}]'][checked]")?.GetAttribute("value");

    private static Dictionary<string, string> Typed(Answer form, params (string Field, string Text)[] typed)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in form.Page.QuerySelectorAll("#problem-form [name]").Select(element => element.GetAttribute("name")!).Distinct())
        {
            if (name != "__RequestVerificationToken" && form.ValueOf(name) is { } value && name is not ("Input.Briefing" or "Input.More"))
            {
                values[name] = value;
            }
        }

        foreach (var (field, text) in typed)
        {
            values[$"Input.{field}"] = text;
        }

        return values;
    }

    private async Task<Problem> DraftAsync() =>
        await _given.Problem(await _given.Round(), await _given.Organisation(_poser), _poser, ProblemStatus.Draft);

    private async Task<PortalClient> ColleagueAsync(Problem problem)
    {
        var colleague = await _given.Person(Roles.Poser, "同事甲");
        await host.Db(async db =>
        {
            (await db.Organisations.SingleAsync(known => known.Id == problem.OrganisationId)).AddContact(colleague.Id, _given.By(_poser));
            await db.SaveChangesAsync();
        });
        return await host.As(colleague);
    }

    private Task<Answer> SaveAsync(Dictionary<string, string> fields, PortalClient? client = null) => (client ?? _client).ForgeAsync(Url, $"{Url}?handler=Autosave", fields);

    private Task<Problem> ProblemAsync() => host.Db(db => db.Problems.AsNoTracking().SingleAsync(problem =>
        db.Organisations.Any(organisation => organisation.Id == problem.OrganisationId && organisation.Contacts.Any(contact => contact.PersonId == _poser.Id))));
}
