using Microsoft.Playwright;
using Shouldly;

namespace AigoPortal.Browser.Tests.Walk;

/// <summary>What hands do on a page: type, choose, press, and read.</summary>
internal static class Hands
{
    /// <summary>Types into fields of the page's input, by name.</summary>
    public static async Task TypeAsync(this IPage page, params (string Field, string Text)[] fields)
    {
        foreach (var (field, text) in fields)
        {
            await page.Locator($"[name='Input.{field}']:not([type=hidden])").First.FillAsync(text);
        }
    }

    /// <summary>Chooses from a list.</summary>
    public static Task ChooseAsync(this IPage page, string field, string value) => page.Locator($"select[name='Input.{field}']").SelectOptionAsync(value);

    /// <summary>Marks a radio button or a check box.</summary>
    public static Task MarkAsync(this IPage page, string field, string? value = null) =>
        page.Locator(value is null ? $"[name='Input.{field}']:not([type=hidden])" : $"[name='Input.{field}'][value='{value}']").First.CheckAsync();

    /// <summary>Attaches a file.</summary>
    public static Task AttachAsync(this IPage page, string field, string name) =>
        page.Locator($"[name='Input.{field}']").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/pdf", Buffer = TestKit.Hosting.Upload.Pdf(name).Content });

    /// <summary>Presses a button of the page's main part.</summary>
    public static Task PressAsync(this IPage page, string button) =>
        page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Opens what is folded away.</summary>
    public static Task UnfoldAsync(this IPage page, string summary) => page.Locator("summary", new() { HasText = summary }).First.ClickAsync();

    /// <summary>The page says this, somewhere in its main part.</summary>
    public static async Task ShouldSayAsync(this IPage page, string text)
    {
        try
        {
            await page.Locator("main, [role=status]", new() { HasText = text }).First.WaitForAsync();
        }
        catch (TimeoutException)
        {
            (await page.Locator("main").InnerTextAsync()).ShouldContain(text);
        }
    }
}
