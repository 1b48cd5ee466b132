using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AigoPortal.Web.Security;

/// <summary>Remembers, for the error page, that a form was refused for its antiforgery token.</summary>
public sealed class StaleForm : IAlwaysRunResultFilter
{
    private static readonly object Key = new();

    public static bool Refused(HttpContext context) => context.Items.ContainsKey(Key);

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Items[Key] = true;
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
