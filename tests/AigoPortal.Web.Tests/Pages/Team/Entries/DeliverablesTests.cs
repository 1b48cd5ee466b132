using System.Net;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.People;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Tests.Workflows;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Team.Entries;

public sealed class DeliverablesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Items_AreUploadedOneByOne_AndHandingInWaitsForTheRequired()
    {
        var awarded = await Awarded.ByAsync(host);
        var (leader, address) = (await host.As(awarded.Leader), $"/team/entries/{awarded.Entry.Code}/deliverables");
        (await leader.GetAsync(address)).Text.ShouldContain("還缺：成果報告、原始碼或模型說明、操作手冊、資料使用說明");
        var nothing = await leader.PostAsync(address, new Dictionary<string, string> { ["Input.Order"] = "1", ["Input.Note"] = "說明 🤖" }, "handler=Put");
        nothing.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        nothing.Text.ShouldContain("請選擇檔案，或填寫連結");
        nothing.ValueOf("Input.Note").ShouldBe("說明 🤖");
        (await leader.PostAsync(address, new Dictionary<string, string> { ["Input.Order"] = "1", ["Input.Link"] = "javascript:alert(1)" }, "handler=Put")).Text.ShouldContain("連結要以 https:// 開頭");
        (await leader.ForgeAsync(address, $"{address}?handler=HandIn", new Dictionary<string, string>())).Text.ShouldContain("還缺「成果報告」");

        foreach (var order in new[] { "1", "2", "3" })
        {
            (await leader.PostAsync(address, new Dictionary<string, string> { ["Input.Order"] = order }, "handler=Put", new Dictionary<string, Upload> { ["Input.File"] = Upload.Pdf($"{order}.pdf") })).WasAccepted.ShouldBeTrue();
        }

        (await leader.PostAsync(address, new Dictionary<string, string> { ["Input.Order"] = "5", ["Input.Link"] = "https://example.org/data" }, "handler=Put")).WasAccepted.ShouldBeTrue();
        (await leader.PostAsync(address, form: "handler=HandIn")).WasAccepted.ShouldBeTrue();
        (await leader.GetAsync(address)).Text.ShouldContain("待確認");
        (await leader.ForgeAsync(address, $"{address}?handler=Put", new Dictionary<string, string> { ["Input.Order"] = "4", ["Input.Link"] = "https://example.org/video" })).Text.ShouldContain("不能再改");
        (await (await host.As(awarded.Member)).ForgeAsync(address, $"{address}?handler=HandIn", new Dictionary<string, string>())).Text.ShouldContain("這件事要由隊長來做");
    }

    [Fact]
    public async Task TheOffice_ReturnsAnItem_ThenAcceptsAll_AndTheAmountFallsDueOnce()
    {
        var awarded = await Awarded.ByAsync(host);
        await awarded.Given.Delivery(awarded.Entry, handedIn: true);
        var (leader, officer) = (await host.As(awarded.Leader), await host.As(awarded.Approver));
        var (address, team) = ($"/office/entries/{awarded.Entry.Code}/deliverables", $"/team/entries/{awarded.Entry.Code}/deliverables");
        (await officer.GetAsync($"/office/entries/{awarded.Entry.Code}")).Text.ShouldContain("確認成果資料");

        (await officer.PostAsync(address, new Dictionary<string, string> { ["Input.Parts[2].Reason"] = "缺安裝步驟" })).WasAccepted.ShouldBeTrue();

        (await awarded.Milestone(4)).Status.ShouldBe(MilestoneStatus.NotDue);
        (await host.Db(db => db.Letters.AnyAsync(letter => letter.To == awarded.Leader.Email && letter.Body.Contains("操作手冊：缺安裝步驟")))).ShouldBeTrue();
        (await leader.GetAsync(team)).Text.ShouldContain("缺安裝步驟");
        (await leader.PostAsync(team, new Dictionary<string, string> { ["Input.Order"] = "3" }, "handler=Put", new Dictionary<string, Upload> { ["Input.File"] = Upload.Pdf("新手冊.pdf") })).WasAccepted.ShouldBeTrue();
        (await leader.PostAsync(team, form: "handler=HandIn")).WasAccepted.ShouldBeTrue();
        (await officer.PostAsync(address)).WasAccepted.ShouldBeTrue();
        (await officer.ForgeAsync(address, address, new Dictionary<string, string>())).WasAccepted.ShouldBeTrue();
        (await awarded.Milestone(4)).Status.ShouldBe(MilestoneStatus.Due);
        (await host.Db(db => db.Letters.CountAsync(letter => letter.To == awarded.Leader.Email && letter.Subject.Contains("可以請款")))).ShouldBe(1);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.NotFound)]
    [InlineData(true, HttpStatusCode.OK)]
    public async Task ThePoser_ReadsWhatWasHandedIn_NotWhatIsBeingCollected(bool handedIn, HttpStatusCode status)
    {
        var awarded = await Awarded.ByAsync(host);
        var file = $"/files/{(await awarded.Given.Delivery(awarded.Entry, handedIn)).Parts[0].FileId}";
        var contact = await host.Db(db => (
            from problem in db.Problems
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            where problem.Id == awarded.Entry.ProblemId
            select organisation.Contacts.Select(contact => contact.PersonId).First()).SingleAsync());

        (await (await host.As(contact)).GetRawAsync(file)).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task AnotherTeamsDeliverables_AreNotThere()
    {
        var awarded = await Awarded.ByAsync(host);
        var file = $"/files/{(await awarded.Given.Delivery(awarded.Entry, handedIn: false)).Parts[0].FileId}";
        var stranger = await host.As(await awarded.Given.Person());

        (await stranger.GetAsync($"/team/entries/{awarded.Entry.Code}/deliverables")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.ForgeAsync("/account/profile", $"/team/entries/{awarded.Entry.Code}/deliverables?handler=HandIn", new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetRawAsync(file)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.As(await awarded.Given.Person(Roles.Poser))).GetRawAsync(file)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.As(awarded.Member)).GetRawAsync(file)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
