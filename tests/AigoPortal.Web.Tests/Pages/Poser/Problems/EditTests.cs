using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Poser.Problems;

public class EditTests(PortalHost host) : IClassFixture<PortalHost>, IAsyncLifetime
{
    private const string Url = "/poser/problems/edit";
    private const string Nasty = "🚀 مرحبا \u202Eabc <script>alert(1)</script>";
    private static readonly Dictionary<string, Upload> Briefing = new() { ["Input.Briefing"] = Upload.Pdf("出題說明.pdf") };

    private readonly Given _given = new(host);
    private readonly string _number = Given.CompanyNumber();
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
    public async Task Check_WithEverythingFilledIn_SavesAndShowsTheAnswersToHandIn()
    {
        var answer = await _client.PostAsync(Url, Complete(), files: Briefing, press: "儲存並檢查");

        answer.WasAccepted.ShouldBeTrue(answer.Text);
        answer.Location!.ShouldStartWith("/poser/problems/details/");
        var details = await _client.GetAsync(answer.Location!);
        details.Status.ShouldBe(HttpStatusCode.OK);
        details.Text.ShouldContain("偵測腫瘤正確率 ≥ 95.5 %");
        details.Text.ShouldContain("送出審題");

        var submitted = await _client.PostAsync(answer.Location!, form: "handler=Submit");
        submitted.WasAccepted.ShouldBeTrue(submitted.Text);
        var problem = await ProblemAsync();
        problem.Status.ShouldBe(ProblemStatus.Submitted);
        problem.Code!.ShouldEndWith("-P001");
        problem.DataSets.Single().Volume.ShouldBe("900 GB");
        problem.Content.IncentiveCash.Dollars.ShouldBe(200_000);
        (await _client.GetAsync(answer.Location!)).Text.ShouldContain(problem.Code!);
    }

    [Fact]
    public async Task Draft_WithTheOrganisationOnly_IsSavedAndComesBack()
    {
        var answer = await _client.PostAsync(Url, Organisation());

        answer.WasAccepted.ShouldBeTrue(answer.Text);
        var again = await _client.GetAsync(answer.Location!);
        again.Text.ShouldContain(Name());
        again.Text.ShouldContain(_number);
        again.Text.ShouldContain("草稿已儲存");
        (await ProblemAsync()).Status.ShouldBe(ProblemStatus.Draft);
    }

    [Fact]
    public async Task Draft_WithNothing_SaysWhatEvenADraftNeeds()
    {
        var answer = await _client.PostAsync(Url);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("請填寫出題單位名稱，草稿也需要。");
        answer.Text.ShouldContain("請選擇出題單位類型，草稿也需要。");
    }

    [Fact]
    public async Task Check_WithAnswersMissing_KeepsTheDraftAndTheBriefingAndSaysWhatIsMissing()
    {
        var typed = Complete();
        typed["Input.TargetMetric"] = "";
        typed["Input.DataSets[0].Volume"] = "";

        var answer = await _client.PostAsync(Url, typed, files: Briefing, press: "儲存並檢查");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("請寫出可以量測的指標");
        answer.Text.ShouldContain("請填寫資料量");
        answer.Text.ShouldContain("出題說明.pdf");
        answer.ValueOf("Input.Title").ShouldBe(typed["Input.Title"]);
        answer.Page.QuerySelector("form[action*='edit/']").ShouldNotBeNull("the saved draft is what the form goes on with");
        (await ProblemAsync()).Content.BriefingFileId.ShouldNotBeNull();
    }

    [Fact]
    public async Task Draft_WithTextTooLong_IsRefusedWithEverythingAndTheBriefingStillThere()
    {
        var typed = Complete();
        typed["Input.Title"] = new string('題', 201);

        var answer = await _client.PostAsync(Url, typed, files: Briefing);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("最多 200 個字");
        answer.ValueOf("Input.Title")!.Length.ShouldBe(201);
        answer.ValueOf("Input.Detail").ShouldBe(typed["Input.Detail"]);
        answer.Text.ShouldContain("出題說明.pdf");
        Guid.TryParse(answer.ValueOf("Input.BriefingFileId"), out _).ShouldBeTrue();
        (await host.Db(db => db.Problems.CountAsync())).ShouldBe(await host.Db(db => db.Problems.CountAsync(problem => problem.Content.Title.Length <= 200)));
    }

    [Fact]
    public async Task EveryTextAtItsLimit_IsSaved()
    {
        var typed = Organisation();
        foreach (var (field, letters) in new[] { ("ContactName", 100), ("ContactPhone", 50), ("Title", 200), ("Summary", 1000), ("Detail", 20000), ("TargetMetric", 200), ("TargetUnit", 30), ("DataSetType", 200), ("ReadinessDetail", 4000), ("Resources", 4000), ("IncentiveNote", 1000) })
        {
            typed[$"Input.{field}"] = string.Concat(Enumerable.Repeat("🚀", letters / 2));
        }

        (await _client.PostAsync(Url, typed)).WasAccepted.ShouldBeTrue();
        (await ProblemAsync()).Content.Detail.Length.ShouldBe(20000);
    }

    [Fact]
    public async Task EmojiScriptAndControlCharacters_ArePlainText()
    {
        var typed = Complete();
        typed["Input.Title"] = Nasty;
        typed["Input.Detail"] = $"{Nasty}\n\n[按我](javascript:alert(1)) <javascript:alert(2)> <img src=x onerror=alert(3)>\0";

        var answer = await _client.PostAsync(Url, typed, files: Briefing, press: "儲存並檢查");

        answer.WasAccepted.ShouldBeTrue(answer.Text);
        var details = await _client.GetAsync(answer.Location!);
        details.Page.QuerySelector("h1")!.TextContent.ShouldBe(Nasty);
        details.Page.QuerySelectorAll("main script, main img, [href^='javascript']").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("空.pdf", "", "這個檔案是空的")]
    [InlineData("病毒.exe", "MZ", "只收 .pdf、.pptx")]
    [InlineData("假的.pdf", "not a pdf at all", "檔案內容和副檔名 .pdf 不符")]
    public async Task ABadBriefing_IsRefusedAtItsFieldAndWhatWasTypedStays(string name, string content, string sentence)
    {
        var files = new Dictionary<string, Upload> { ["Input.Briefing"] = new(name, System.Text.Encoding.UTF8.GetBytes(content)) };

        var answer = await _client.PostAsync(Url, Complete(), files: files);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain(sentence);
        answer.ValueOf("Input.Summary").ShouldBe(Complete()["Input.Summary"]);
    }

    [Theory]
    [InlineData("Input.Technology", "不存在的技術")]
    [InlineData("Input.OrganisationKind", "Nonsense")]
    [InlineData("Input.OrganisationKind", "99")]
    [InlineData("Input.Readiness", "99")]
    [InlineData("Input.TargetValue", "很多")]
    [InlineData("Input.TargetValue", "99999999999999999999999999999999999")]
    [InlineData("Input.TargetValue", "1.23456")]
    [InlineData("Input.IncentiveCash", "-1")]
    [InlineData("Input.Vacancies", "1000000")]
    [InlineData("Input.ContactEmail", "不是信箱")]
    [InlineData("Input.DataSets[0].To", "2014-01-01")]
    [InlineData("Input.DataSets[0].From", "昨天")]
    [InlineData("Input.BriefingFileId", "00000000-0000-0000-0000-000000000001")]
    [InlineData("Input.Attachments[0].FileId", "00000000-0000-0000-0000-000000000001")]
    [InlineData("Input.CompanyNumber", "12345678")]
    public async Task AValueNoFormOffers_IsRefused(string field, string value)
    {
        var typed = Complete();
        typed[field] = value;

        var answer = await _client.PostAsync(Url, typed);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Page.QuerySelector(".summary").ShouldNotBeNull();
    }

    [Fact]
    public async Task AddingAndRemovingDataSets_KeepsEverythingTypedAndTheFile()
    {
        var more = await _client.PostAsync(Url, Complete(), files: Briefing, press: "再加一筆資料");
        more.Status.ShouldBe(HttpStatusCode.OK);
        more.ValueOf("Input.DataSets[1].Name").ShouldBe("");
        more.ValueOf("Input.DataSets[0].Name").ShouldBe("X 光照片");
        more.ValueOf("Input.Title").ShouldBe(Complete()["Input.Title"]);
        more.Text.ShouldContain("出題說明.pdf");

        var two = Complete();
        two["Input.DataSets[1].Name"] = "CT 掃描";
        var fewer = await _client.ForgeAsync(Url, $"{Url}?handler=RemoveDataSet&index=0", two);
        fewer.Status.ShouldBe(HttpStatusCode.OK);
        fewer.ValueOf("Input.DataSets[0].Name").ShouldBe("CT 掃描");
        fewer.ValueOf("Input.DataSets[1].Name").ShouldBeNull();
    }

    [Fact]
    public async Task SomebodyElsesProblem_IsNotThere()
    {
        var other = await _given.Person(Roles.Poser);
        var problem = await _given.Problem(await _given.Round(), await _given.Organisation(other), other, ProblemStatus.Draft);

        (await _client.GetAsync($"{Url}/{problem.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _client.GetAsync($"/poser/problems/details/{problem.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _client.ForgeAsync(Url, $"{Url}/{problem.Id}?handler=Draft", Complete())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _client.ForgeAsync(Url, $"/poser/problems/details/{problem.Id}?handler=Submit", Complete())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _client.ForgeAsync(Url, $"/poser/problems/details/{problem.Id}?handler=Withdraw", Complete())).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task SomebodyElsesFile_CantBecomeTheBriefing()
    {
        var other = await _given.Person(Roles.Poser);
        var file = await _given.File(other);
        var typed = Complete();
        typed["Input.BriefingFileId"] = file.Id.ToString();

        var answer = await _client.PostAsync(Url, typed);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("找不到這份簡報");
        answer.Text.ShouldNotContain(file.Name);
    }

    [Fact]
    public async Task AnotherOrganisationsName_IsRefusedAtItsField()
    {
        var other = await _given.Person(Roles.Poser);
        var organisation = await _given.Organisation(other);
        var typed = Complete();
        typed["Input.OrganisationName"] = $" {organisation.Name} ";

        var answer = await _client.PostAsync(Url, typed);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("已有同名的出題單位");
    }

    [Fact]
    public async Task SeveralFiles_AreListedMarkedAndRemoved()
    {
        var first = await _client.PostAsync(Url, Complete(), files: new Dictionary<string, Upload> { ["Input.More"] = new("欄位.csv", "a,b\n1,2\n"u8.ToArray()) });
        first.WasAccepted.ShouldBeTrue(first.Text);
        var second = await _client.PostAsync(first.Location!, files: new Dictionary<string, Upload> { ["Input.More"] = Upload.Pdf("存取方式.pdf") }, press: "上傳選好的檔案");
        second.Text.ShouldContain("欄位.csv");
        second.Text.ShouldContain("存取方式.pdf");

        var typed = new Dictionary<string, string>
        {
            ["Input.Attachments[1].FileId"] = second.ValueOf("Input.Attachments[1].FileId")!,
            ["Input.Attachments[1].MatchedOnly"] = "true",
        };
        (await _client.PostAsync(first.Location!, typed)).WasAccepted.ShouldBeTrue();
        (await ProblemAsync()).Attachments.OrderBy(file => file.Order).Select(file => file.MatchedOnly).ShouldBe([false, true]);

        var removed = await _client.PostAsync(first.Location!, press: "移除 欄位.csv");
        removed.Text.ShouldNotContain("欄位.csv");
        removed.ValueOf("Input.Attachments[0].FileId").ShouldBe(typed["Input.Attachments[1].FileId"]);
    }

    [Fact]
    public async Task Preview_DrawsTheMarkdownAndKeepsWhatWasTyped()
    {
        var typed = Complete();
        typed["Input.Detail"] = "- 一項\n\n<script>alert(1)</script>";

        var answer = await _client.PostAsync(Url, typed, press: "預覽");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Page.QuerySelector(".preview li")!.TextContent.ShouldBe("一項");
        answer.Page.QuerySelectorAll("main script").ShouldBeEmpty();
        answer.ValueOf("Input.Title").ShouldBe(typed["Input.Title"]);
    }

    [Fact]
    public async Task ACompanyWithoutItsNumber_CantHandIn()
    {
        var typed = Complete();
        typed["Input.CompanyNumber"] = "";

        var answer = await _client.PostAsync(Url, typed, files: Briefing, press: "儲存並檢查");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("請填寫統一編號");
        var problem = await ProblemAsync();
        (await _client.ForgeAsync(Url, $"/poser/problems/details/{problem.Id}?handler=Submit", typed)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task SavingOverWhatAColleagueSaved_IsRefused()
    {
        var first = await _client.PostAsync(Url, Complete());
        var stale = await _client.GetAsync(first.Location!);
        (await _client.PostAsync(first.Location!, new Dictionary<string, string> { ["Input.Title"] = "同事改的" })).WasAccepted.ShouldBeTrue();

        var late = await _client.PostAsync(first.Location!, new Dictionary<string, string> { ["Input.Title"] = "我改的", ["Input.Version"] = stale.ValueOf("Input.Version")!, ["Input.Stamp"] = stale.ValueOf("Input.Stamp")! });

        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.ValueOf("Input.Title").ShouldBe("我改的");
        late.Page.QuerySelector("#clash")!.TextContent.ShouldContain("同事改的");
        (await ProblemAsync()).Content.Title.ShouldBe("同事改的");
    }

    [Fact]
    public async Task APostThatNoFormSends_IsRefused() =>
        (await _client.ForgeAsync(Url, $"{Url}?handler=Nothing", Complete())).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);

    private string Name() => $"台中測試醫院 {_poser.Email}";

    private Dictionary<string, string> Organisation() => new() { ["Input.OrganisationName"] = Name(), ["Input.OrganisationKind"] = nameof(OrganisationKind.Industry), ["Input.CompanyNumber"] = _number };

    private Dictionary<string, string> Complete() => new(Organisation())
    {
        ["Input.ContactName"] = "陳副總",
        ["Input.ContactPhone"] = "04-1234-5678",
        ["Input.ContactEmail"] = "chen@example.com",
        ["Input.Title"] = "以人工智慧判讀病例與診斷影像",
        ["Input.Summary"] = "以自動化程序協助醫師加速判斷病患症狀",
        ["Input.Detail"] = "早期結節直徑小。",
        ["Input.Technology"] = "圖像辨識／電腦視覺",
        ["Input.Industry"] = "醫療保健",
        ["Input.TargetMetric"] = "偵測腫瘤正確率",
        ["Input.TargetComparator"] = nameof(TargetComparator.AtLeast),
        ["Input.TargetValue"] = "95.5",
        ["Input.TargetUnit"] = "%",
        ["Input.DataSetType"] = "DICOM",
        ["Input.Readiness"] = nameof(DataReadiness.Complete),
        ["Input.ReadinessDetail"] = "已整理解題相關數據",
        ["Input.DataSets[0].Name"] = "X 光照片",
        ["Input.DataSets[0].Fields"] = "轉換語法",
        ["Input.DataSets[0].FileType"] = "DICOM",
        ["Input.DataSets[0].Volume"] = "900 GB",
        ["Input.DataSets[0].From"] = "2015-01-01",
        ["Input.DataSets[0].To"] = "2015-12-31",
        ["Input.DataSets[0].Delivery"] = nameof(DataDelivery.Api),
        ["Input.Resources"] = "現有軟體一套、負責窗口一人",
        ["Input.IncentiveCash"] = "200000",
    };

    private Task<Problem> ProblemAsync() => host.Db(db => db.Problems.SingleAsync(problem =>
        db.Organisations.Any(organisation => organisation.Id == problem.OrganisationId && organisation.Contacts.Any(contact => contact.PersonId == _poser.Id))));
}
