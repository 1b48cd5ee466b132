using System.Reflection;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Pages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Validation;

/// <summary>A broken rule becomes a sentence at its field, and the page is shown again with what was typed.</summary>
public sealed class BrokenRulePageFilter(IStringLocalizer<Portal> T) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null && IsUnasked(context.HttpContext))
        {
            // No form of ours sends this; the page would be drawn without having been loaded.
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }

        var executed = await next();
        if (executed is { Exception: BrokenRuleException broken, ExceptionHandled: false } && context.HandlerInstance is PortalPage page)
        {
            page.ModelState.AddModelError(FieldOf(page, broken.Rule.Field), T.Sentence(broken.Rule.Sentence, broken.Rule.Arguments));
            executed.Result = await page.AgainAsync(context.HttpContext.RequestAborted);
            executed.ExceptionHandled = true;
        }
        else if (executed.Result is PageResult { StatusCode: null } shown && !context.ModelState.IsValid && HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            shown.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
    }

    private static bool IsUnasked(HttpContext http) => !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)
        && http.Features.Get<IStatusCodeReExecuteFeature>() is null && http.Features.Get<IExceptionHandlerFeature>() is null;

    /// <summary>The rule knows its field by the domain's name; the page may or may not have an input of that name.</summary>
    public static string FieldOf(object page, string field)
    {
        if (field.Length == 0 || PropertyOf(page.GetType(), "Input") is not { } input)
        {
            return "";
        }

        var type = input.PropertyType;
        foreach (var part in field.Split('.'))
        {
            var name = part.Split('[')[0];
            if (PropertyOf(type, name) is not { } property)
            {
                return "";
            }

            type = name.Length == part.Length ? property.PropertyType : ElementOf(property.PropertyType);
        }

        return $"Input.{field}";
    }

    private static PropertyInfo? PropertyOf(Type type, string name) => type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance);

    private static Type ElementOf(Type type) => type.GetElementType() ?? type.GetGenericArguments().LastOrDefault() ?? typeof(object);
}
