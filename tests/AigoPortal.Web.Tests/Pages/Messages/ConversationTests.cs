using System.Net;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Trail;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Messages;

public sealed class ConversationTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);

    [Fact]
    public async Task TeamPoserAndOffice_TalkToEachOther_WithoutAddresses_AndSeeWhatIsUnread()
    {
        var talk = await BeginAsync();
        var (team, poser, officer) = (await host.As(talk.Leader), await host.As(talk.Poser), await host.As(await _given.Person(Roles.Officer)));

        (await WriteAsync(team, "team", talk, "可以先看**樣本**嗎？")).WasAccepted.ShouldBeTrue();
        (await poser.GetAsync("/poser")).Text.ShouldContain("1 則未讀");
        (await poser.GetAsync($"/poser/entries/{talk.Entry.Code}")).Text.ShouldContain("1 則未讀");
        var read = await poser.GetAsync($"/poser/entries/{talk.Entry.Code}/messages");
        read.Page.QuerySelector(".message strong")!.TextContent.ShouldBe("樣本");
        read.Text.ShouldContain(talk.Leader.Name);
        read.Body.ShouldNotContain(talk.Leader.Email);
        (await poser.GetAsync("/poser")).Text.ShouldNotContain("則未讀");
        (await WriteAsync(poser, "poser", talk, "可以，請來現場。")).WasAccepted.ShouldBeTrue();
        (await WriteAsync(officer, "office", talk, "請留下保密約定。")).WasAccepted.ShouldBeTrue();

        (await (await host.As(talk.Member)).GetAsync("/team")).Text.ShouldContain("3 則未讀"); // the leader's too
        (await team.GetAsync($"/team/entries/{talk.Entry.Code}/messages")).Page.QuerySelectorAll(".message").Length.ShouldBe(3);
    }

    [Fact]
    public async Task AnOpenPage_GetsOnlyWhatIsNew()
    {
        var talk = await BeginAsync();
        var (team, poser) = (await host.As(talk.Leader), await host.As(talk.Poser));
        await WriteAsync(team, "team", talk, "第一則");
        (await poser.GetAsync($"/poser/entries/{talk.Entry.Code}/messages?handler=New&after=1")).Status.ShouldBe(HttpStatusCode.NoContent);
        await WriteAsync(team, "team", talk, "第二則");

        var fresh = await poser.GetAsync($"/poser/entries/{talk.Entry.Code}/messages?handler=New&after=1");

        fresh.Body.ShouldContain("第二則");
        fresh.Body.ShouldNotContain("第一則");
        fresh.Page.QuerySelector("#newer")!.GetAttribute("hx-get")!.ShouldEndWith("after=2");
        (await poser.GetAsync($"/poser/entries/{talk.Entry.Code}")).Text.ShouldContain("2 則未讀"); // fetched is not read
        (await poser.ForgeAsync("/account/profile", $"/poser/entries/{talk.Entry.Code}/messages?handler=Read&number=2", new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.NoContent);
        (await poser.GetAsync($"/poser/entries/{talk.Entry.Code}")).Text.ShouldNotContain("則未讀");
    }

    [Fact]
    public async Task AMessage_IsTakenBackByItsAuthorOnly_AndItsFileIsGone()
    {
        var talk = await BeginAsync();
        var (team, poser) = (await host.As(talk.Leader), await host.As(talk.Poser));
        await WriteAsync(team, "team", talk, "附件請看", Upload.Pdf("說明.pdf"));
        var file = await FileAsync(talk);
        (await poser.GetRawAsync($"/files/{file}")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var stolen = await poser.ForgeAsync("/account/profile", $"/poser/entries/{talk.Entry.Code}/messages?handler=Retract", new Dictionary<string, string> { ["number"] = "1" });
        stolen.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        stolen.Text.ShouldContain("只能收回自己寫的訊息");
        (await team.PostAsync($"/team/entries/{talk.Entry.Code}/messages", form: "handler=Retract")).WasAccepted.ShouldBeTrue();

        var page = await poser.GetAsync($"/poser/entries/{talk.Entry.Code}/messages");
        page.Text.ShouldContain("訊息已收回");
        page.Text.ShouldNotContain("附件請看");
        (await poser.GetRawAsync($"/files/{file}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AnotherTeamsOrOrganisationsConversation_AndItsFiles_AreNotThere()
    {
        var (talk, other) = (await BeginAsync(), await BeginAsync());
        await WriteAsync(await host.As(talk.Leader), "team", talk, "只給三方看", Upload.Pdf());
        var file = await FileAsync(talk);

        foreach (var (person, side) in new[] { (other.Leader, "team"), (await _given.Person(), "team"), (other.Poser, "poser"), (await _given.Person(Roles.Poser), "poser") })
        {
            var stranger = await host.As(person);
            (await stranger.GetAsync($"/{side}/entries/{talk.Entry.Code}/messages")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await stranger.GetAsync($"/{side}/entries/{talk.Entry.Code}/messages?handler=New&after=0")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await stranger.ForgeAsync("/account/profile", $"/{side}/entries/{talk.Entry.Code}/messages", new Dictionary<string, string> { ["Input.Text"] = "混進來" })).Status.ShouldBe(HttpStatusCode.NotFound);
            (await stranger.GetRawAsync($"/files/{file}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        foreach (var role in new[] { Roles.Mentor, Roles.Reviewer, Roles.Auditor, Roles.Administrator })
        {
            var stranger = await host.As(await _given.Person(role));
            (await stranger.GetAsync($"/office/entries/{talk.Entry.Code}/messages")).Status.ShouldBe(HttpStatusCode.Forbidden, role);
            (await stranger.GetRawAsync($"/files/{file}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, role);
        }
    }

    [Fact]
    public async Task AnEndedEntry_KeepsItsMessages_AndTakesNoMore()
    {
        var talk = await BeginAsync();
        var team = await host.As(talk.Leader);
        await WriteAsync(team, "team", talk, "先前的話");
        await host.Db(async db =>
        {
            (await db.Entries.SingleAsync(entry => entry.Id == talk.Entry.Id)).Withdraw("時間不足。", _given.By(talk.Leader));
            await db.SaveChangesAsync();
        });

        var page = await team.GetAsync($"/team/entries/{talk.Entry.Code}/messages");
        page.Text.ShouldContain("先前的話");
        page.Page.QuerySelector("#write").ShouldBeNull();
        var late = await team.ForgeAsync("/account/profile", $"/team/entries/{talk.Entry.Code}/messages", new Dictionary<string, string> { ["Input.Text"] = "再說一句" });
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("訊息只能閱讀");
    }

    [Fact]
    public async Task Thirty_WhoWriteAtOnce_AllArrive_InOneOrder()
    {
        var talk = await BeginAsync();

        await Task.WhenAll(Enumerable.Range(0, 30).Select(async number =>
        {
            await using var scope = host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<WriteMessage>()
                .WriteAsync(talk.Entry.Id, Domain.Messages.MessageSide.Team, $"第 {number} 句", [], _given.By(number % 2 == 0 ? talk.Leader : talk.Member), CancellationToken.None);
        }));

        (await host.Db(db => db.Messages.Where(message => message.EntryId == talk.Entry.Id).OrderBy(message => message.Number).Select(message => message.Number).ToListAsync()))
            .ShouldBe(Enumerable.Range(1, 30));
    }

    [Fact]
    public async Task TheDigest_TellsOnceOfAllThatIsUnread_NeverOfOnesOwn_AtMostHourly_EvenFromTwoNodes()
    {
        var talk = await BeginAsync();
        var (team, at) = (await host.As(talk.Leader), _given.Now);
        await WriteAsync(team, "team", talk, "一");
        await WriteAsync(team, "team", talk, "二");
        await DigestAsync(at.AddMinutes(9));
        (await LettersAsync(talk.Poser)).ShouldBeEmpty();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DigestAsync(at.AddMinutes(12))));
        await DigestAsync(at.AddMinutes(13));

        (await LettersAsync(talk.Poser)).ShouldHaveSingleItem().ShouldContain(talk.Entry.Code);
        (await LettersAsync(talk.Member)).Count.ShouldBe(1);
        (await LettersAsync(talk.Leader)).ShouldBeEmpty();
        await using (var scope = host.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<WriteMessage>().WriteAsync(
                talk.Entry.Id, Domain.Messages.MessageSide.Team, "三", [], new Actor(talk.Leader.Id, talk.Leader.Name, at.AddMinutes(20)), CancellationToken.None);
        }

        await DigestAsync(at.AddMinutes(40));
        (await LettersAsync(talk.Poser)).Count.ShouldBe(1);
        await DigestAsync(at.AddMinutes(73));
        (await LettersAsync(talk.Poser)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task TheDigest_IsInTheReadersLanguage_AndSilentAboutWhatWasRead()
    {
        var talk = await BeginAsync();
        await host.Db(async db =>
        {
            var poser = await db.People.SingleAsync(person => person.Id == talk.Poser.Id);
            poser.Describe(new PersonProfile(poser.Name, null, null, "TW", Gender.Undisclosed, "en"), _given.Portal());
            await db.SaveChangesAsync();
        });
        await WriteAsync(await host.As(talk.Leader), "team", talk, "一");
        await (await host.As(talk.Member)).GetAsync($"/team/entries/{talk.Entry.Code}/messages");

        await DigestAsync(_given.Now.AddMinutes(12));

        (await LettersAsync(talk.Poser)).ShouldHaveSingleItem().ShouldContain("that you have not read");
        (await LettersAsync(talk.Member)).ShouldBeEmpty();
    }

    private async Task<Talk> BeginAsync()
    {
        var (poser, leader, member) = (await _given.Person(Roles.Poser), await _given.Person(name: "林隊長"), await _given.Person());
        var round = await _given.Round();
        var problem = await _given.Problem(round, await _given.Organisation(poser), poser);
        return new Talk(await _given.Entry(round, problem, await _given.Team(round, leader, member), EntryStatus.Applied), poser, leader, member);
    }

    private static Task<Answer> WriteAsync(PortalClient browser, string side, Talk talk, string text, Upload? file = null) => browser.PostAsync(
        $"/{side}/entries/{talk.Entry.Code}/messages", new Dictionary<string, string> { ["Input.Text"] = text }, "#write",
        file is null ? null : new Dictionary<string, Upload> { ["Input.Files"] = file });

    private Task<Guid> FileAsync(Talk talk) => host.Db(db => db.Messages.Where(message => message.EntryId == talk.Entry.Id).SelectMany(message => message.Attachments).Select(attachment => attachment.FileId).SingleAsync());

    private Task<List<string>> LettersAsync(Person person) =>
        host.Db(db => db.Letters.Where(letter => letter.To == person.Email && (letter.Subject.Contains("則新訊息") || letter.Subject.Contains("new messages"))).Select(letter => letter.Body).ToListAsync());

    private async Task DigestAsync(DateTimeOffset at)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DigestMessages>().RunAsync(Actor.Portal(at), CancellationToken.None);
    }

    private sealed record Talk(Entry Entry, Person Poser, Person Leader, Person Member);
}
