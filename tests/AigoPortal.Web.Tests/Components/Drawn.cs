using System.Globalization;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Tests.Components;

/// <summary>Draws a tag helper as a page would and reads the result as a browser would.</summary>
internal static class Drawn
{
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddLogging().AddLocalization(options => options.ResourcesPath = "Resources").BuildServiceProvider();

    public static IStringLocalizer<Portal> T => Services.GetRequiredService<IStringLocalizer<Portal>>();

    public static ModelExpression For<TModel>(TModel model, string property) =>
        new($"Input.{property}", new EmptyModelMetadataProvider().GetModelExplorerForType(typeof(TModel), model).GetExplorerForProperty(property));

    public static ViewContext View(ModelStateDictionary? state = null) =>
        new() { ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), state ?? new ModelStateDictionary()), HttpContext = new Microsoft.AspNetCore.Http.DefaultHttpContext() };

    public static async Task<IElement> Of(TagHelper helper, string inner = "", string language = "zh-Hant-TW", params TagHelperAttribute[] attributes)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var content = new DefaultTagHelperContent().SetHtmlContent(inner);
        var context = new TagHelperContext([.. attributes], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("field", [.. attributes], (_, _) => Task.FromResult(content));
        await helper.ProcessAsync(context, output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(writer.ToString()).Body!;
    }
}
