using AigoPortal.Domain.Rules;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Validation;

/// <summary>A rule broken outside a page is answered as a problem document; pages have their own way.</summary>
public sealed class BrokenRuleProblem(IProblemDetailsService problems, IStringLocalizer<Portal> T) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var endpoint = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? httpContext.GetEndpoint();
        if (exception is not BrokenRuleException { Rule: var rule } || endpoint?.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        {
            return false;
        }

        httpContext.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = new ProblemDetails
            {
                Status = StatusCodes.Status422UnprocessableEntity,
                Title = T.Sentence(rule.Sentence, rule.Arguments),
                Extensions = { ["code"] = rule.Code, ["field"] = rule.Field },
            },
        });
    }
}
