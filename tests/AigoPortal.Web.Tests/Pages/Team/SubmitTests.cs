using System.Net;
using System.Security.Cryptography;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Team;

public sealed class SubmitTests(PortalHost host) : IClassFixture<PortalHost>
{
    private Given _given = null!;
    private Round _round = null!;
    private Person _leader = null!;
    private Person _member = null!;
    private Entry _entry = null!;

    private string Address => $"/team/submit/concept/{_entry.Code}";

    [Fact]
    public async Task Send_AnswersWithAReceipt_AndEveryMemberGetsALetter()
    {
        await ArrangeAsync();
        var (browser, pdf) = (await host.As(_leader), Upload.Pdf("構想 書.pdf"));

        var answer = await SendAsync(browser, "我們的構想 🤖", pdf);

        answer.WasAccepted.ShouldBeTrue(answer.Text);
        var receipt = await browser.GetAsync(answer.Location!);
        receipt.Text.ShouldContain(Convert.ToHexStringLower(SHA256.HashData(pdf.Content)));
        receipt.Text.ShouldContain("構想 書.pdf");
        receipt.Text.ShouldContain("民國");
        (await host.Db(db => db.Letters.CountAsync(letter => letter.Body.Contains(answer.Location!)))).ShouldBe(2);
        (await (await host.As(_member)).GetAsync(answer.Location!)).Status.ShouldBe(HttpStatusCode.OK);
        (await (await host.As(await _given.Person())).GetAsync(answer.Location!)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/team/entries/{_entry.Code}")).Text.ShouldContain("構想書已收到，截止前可以重送");
    }

    [Fact]
    public async Task Send_AgainBeforeTheDeadline_IsTheSecondOfItsStage_WithTheKeptFile()
    {
        await ArrangeAsync();
        var browser = await host.As(_leader);
        await SendAsync(browser, "第一次", Upload.Pdf());

        var answer = await SendAsync(browser, "第二次", null);

        answer.WasAccepted.ShouldBeTrue(answer.Text);
        (await browser.GetAsync(answer.Location!)).Text.ShouldContain("第 2 次");
    }

    [Fact]
    public async Task Send_AfterTheDeadline_KeepsTextAndFile_AndNamesBothInstants()
    {
        await ArrangeAsync();
        await _given.Reschedule(_round.Id, -0.001, 60);
        var browser = await host.As(_leader);

        var answer = await SendAsync(browser, "來不及的構想", Upload.Pdf("晚到.pdf"));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("收件已於");
        answer.Text.ShouldContain("伺服器收到的時間是");
        answer.Text.ShouldContain("晚到.pdf");
        var again = await browser.GetAsync(Address);
        again.ValueOf("Input.Text").ShouldBe("來不及的構想");
        again.Text.ShouldContain("晚到.pdf");
        (await host.Db(db => db.Submissions.CountAsync(submission => submission.EntryId == _entry.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task Send_WithoutAFile_OrWithAFileThatIsNoPdf_KeepsTheText()
    {
        await ArrangeAsync();
        var browser = await host.As(_leader);

        var without = await SendAsync(browser, "只有文字", null);
        without.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        without.Text.ShouldContain("請附上 PDF 檔再送出");
        foreach (var bad in new[] { new Upload("空.pdf", []), new Upload("假.pdf", "not a pdf"u8.ToArray()), new Upload("程式.exe", "MZ"u8.ToArray()), new Upload("大.pdf", new byte[26 * 1024 * 1024]) })
        {
            var answer = await SendAsync(browser, $"文字 {bad.Name}", bad);
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, bad.Name);
            answer.ValueOf("Input.Text").ShouldBe($"文字 {bad.Name}");
            (await browser.GetAsync(Address)).ValueOf("Input.Text").ShouldBe($"文字 {bad.Name}");
        }
    }

    [Fact]
    public async Task Save_ByAMember_KeepsTheDraft_AndSendingIsTheLeaders()
    {
        await ArrangeAsync();
        var member = await host.As(_member);

        (await member.PostAsync($"{Address}?handler=Save", new Dictionary<string, string> { ["Input.Text"] = "組員的草稿" })).WasAccepted.ShouldBeTrue();
        (await (await host.As(_leader)).GetAsync(Address)).ValueOf("Input.Text").ShouldBe("組員的草稿");
        var refused = await SendAsync(member, "組員送出", Upload.Pdf());

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("這件事要由隊長來做");
    }

    [Fact]
    public async Task Send_TooLong_IsRefusedWithTheText()
    {
        await ArrangeAsync();
        var text = new string('字', 20001);

        var answer = await SendAsync(await host.As(_leader), text, Upload.Pdf());

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("最多 20,000 個字");
        answer.ValueOf("Input.Text").ShouldBe(text);
    }

    [Fact]
    public async Task Send_BeforeTheMatch_IsRefused_AndOtherAddressesDoNotExist()
    {
        await ArrangeAsync(EntryStatus.Applied);
        var browser = await host.As(_leader);

        (await SendAsync(browser, "太早", Upload.Pdf())).Text.ShouldContain("案件目前是「已申請」");
        (await browser.GetAsync($"/team/submit/else/{_entry.Code}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.As(await _given.Person())).GetAsync(Address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<Answer> SendAsync(PortalClient browser, string text, Upload? file) => browser.PostAsync($"{Address}?handler=Send",
        new Dictionary<string, string> { ["Input.Text"] = text }, files: file is null ? null : new Dictionary<string, Upload> { ["Input.File"] = file });

    private async Task ArrangeAsync(EntryStatus status = EntryStatus.Matched)
    {
        _given = new Given(host);
        _round = await _given.Round();
        var poser = await _given.Person(Roles.Poser);
        (_leader, _member) = (await _given.Person(), await _given.Person());
        var problem = await _given.Problem(_round, await _given.Organisation(poser), poser);
        _entry = await _given.Entry(_round, problem, await _given.Team(_round, _leader, _member), status);
    }
}
