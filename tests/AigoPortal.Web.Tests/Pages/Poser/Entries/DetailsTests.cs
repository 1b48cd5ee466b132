using System.Net;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Poser.Entries;

public class DetailsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);

    [Theory]
    [InlineData("接受申請", EntryStatus.Applied, "已被接受")]
    [InlineData("婉拒申請", EntryStatus.Declined, "未被接受")]
    public async Task AnAnswer_IsKeptAndSentToTheLeader(string press, EntryStatus status, string subject)
    {
        var (entry, poser, leader) = await ArrangeAsync(EntryStatus.Applied);
        var client = await host.As(poser);
        (await client.GetAsync("/poser")).Text.ShouldContain("回覆解題申請");
        (await client.GetAsync(Url(entry))).Text.ShouldContain("三個月內完成");

        var answer = await client.PostAsync(Url(entry), new Dictionary<string, string> { ["Input.Word"] = "方向清楚 🚀 <b>謝謝</b>" }, "handler=Accept", press: press);

        answer.WasAccepted.ShouldBeTrue(answer.Text);
        (await host.Db(db => db.Entries.SingleAsync(found => found.Id == entry.Id))).Status.ShouldBe(status);
        var letter = await host.Db(db => db.Letters.SingleAsync(letter => letter.To == leader.Email));
        letter.Subject.ShouldContain(subject);
        letter.Body.ShouldContain("方向清楚");
        (await client.GetAsync(Url(entry))).Text.ShouldContain("<b>謝謝</b>");
    }

    [Fact]
    public async Task AnAnswerWithoutAWordOrWithTooMany_IsRefused()
    {
        var (entry, poser, _) = await ArrangeAsync(EntryStatus.Applied);
        var client = await host.As(poser);

        (await client.PostAsync(Url(entry), form: "handler=Accept")).Text.ShouldContain("請給團隊一句說明");
        var tooLong = await client.PostAsync(Url(entry), new Dictionary<string, string> { ["Input.Word"] = new('長', 2001) }, "handler=Accept");
        tooLong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        tooLong.ValueOf("Input.Word")!.Length.ShouldBe(2001);
    }

    [Fact]
    public async Task AnotherPosersEntry_IsNotThere()
    {
        var (entry, _, _) = await ArrangeAsync(EntryStatus.Applied);
        var client = await host.As(await _given.Person(Roles.Poser));

        (await client.GetAsync(Url(entry))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await client.ForgeAsync("/poser/problems/edit", $"{Url(entry)}?handler=Accept", new Dictionary<string, string> { ["Input.Word"] = "好" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync("/poser")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static string Url(Entry entry) => $"/poser/entries/{entry.Code}";

    private async Task<(Entry Entry, Person Poser, Person Leader)> ArrangeAsync(EntryStatus status)
    {
        var poser = await _given.Person(Roles.Poser);
        var leader = await _given.Person(affiliation: "測試大學");
        var round = await _given.Round();
        var problem = await _given.Problem(round, await _given.Organisation(poser), poser);
        var team = await _given.Team(round, leader, await _given.Person());
        return (await _given.Entry(round, problem, team, status), poser, leader);
    }
}
