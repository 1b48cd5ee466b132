using AigoPortal.Domain.Rules;
using AigoPortal.Web.Pages;
using AigoPortal.Web.Tests.Components;
using AigoPortal.Web.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Shouldly;

namespace AigoPortal.Web.Tests.Validation;

public class BrokenRulePageFilterTests
{
    private sealed record DataSet(string Name);

    private sealed record Form(string Title, List<DataSet> Sets);

    private sealed class EditPage : PortalPage
    {
        public Form Input { get; set; } = new("", []);

        public bool Loaded { get; private set; }

        public override Task<IActionResult?> LoadAsync(CancellationToken cancellation)
        {
            Loaded = true;
            return base.LoadAsync(cancellation);
        }
    }

    [Theory]
    [InlineData("Title", "Input.Title")]
    [InlineData("Sets[0].Name", "Input.Sets[0].Name")]
    [InlineData("Sets[0].Size", "")]
    [InlineData("Quota", "")]
    [InlineData("", "")]
    public void ARulesField_IsThePagesInput_OrTheWholePage(string field, string expected) =>
        BrokenRulePageFilter.FieldOf(new EditPage(), field).ShouldBe(expected);

    [Fact]
    public async Task ABrokenRule_ShowsThePageAgainWithItsSentence()
    {
        var page = Page();
        var executed = await Run(page, new BrokenRuleException(
            new BrokenRule("concept.late", "Title", "收件已在 {0} 截止", new DateTimeOffset(2026, 7, 15, 4, 0, 0, TimeSpan.Zero))));
        executed.ExceptionHandled.ShouldBeTrue();
        executed.Result.ShouldBeOfType<PageResult>().StatusCode.ShouldBe(StatusCodes.Status422UnprocessableEntity);
        page.Loaded.ShouldBeTrue();
        page.ModelState["Input.Title"]!.Errors.Single().ErrorMessage.ShouldBe("收件已在 2026 年 7 月 15 日（三）12:00:00 截止");
    }

    [Fact]
    public async Task AnyOtherFailure_IsLeftAlone() =>
        (await Run(Page(), new InvalidOperationException())).ExceptionHandled.ShouldBeFalse();

    private static EditPage Page() => new()
    {
        PageContext = new PageContext(new ActionContext(
            new DefaultHttpContext { Request = { Method = "POST" } }, new RouteData(), new CompiledPageActionDescriptor(new PageActionDescriptor()))),
    };

    private static async Task<PageHandlerExecutedContext> Run(EditPage page, Exception failure)
    {
        var executing = new PageHandlerExecutingContext(page.PageContext, [], new HandlerMethodDescriptor(), new Dictionary<string, object?>(), page);
        var executed = new PageHandlerExecutedContext(page.PageContext, [], null, page) { Exception = failure };
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("zh-Hant-TW");
        await new BrokenRulePageFilter(Drawn.T).OnPageHandlerExecutionAsync(executing, () => Task.FromResult(executed));
        return executed;
    }
}
