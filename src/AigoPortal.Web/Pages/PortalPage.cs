using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Pages;

/// <summary>A page of the portal: it knows how to load what it shows, and so how to be shown again with what was typed.</summary>
public abstract class PortalPage : PageModel
{
    protected IStringLocalizer<Portal> T => field ??= HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Portal>>();

    /// <summary>True when the page is asked for, false when a form was sent.</summary>
    protected bool FirstShow => HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method);

    /// <summary>Reads what the page shows. Null to go on, or the answer to give instead, such as NotFound().</summary>
    public virtual Task<IActionResult?> LoadAsync(CancellationToken cancellation) => Task.FromResult<IActionResult?>(null);

    /// <summary>Shows the page again with its errors and what was typed.</summary>
    public async Task<IActionResult> AgainAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) ?? new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };

    /// <summary>Checks the shape of the input; each complaint goes to its field.</summary>
    protected bool Check<TInput>(IValidator<TInput> validator, TInput input, string prefix = "Input")
    {
        foreach (var failure in validator.Validate(input).Errors)
        {
            var field = prefix.Length == 0 || failure.PropertyName.Length == 0 ? prefix + failure.PropertyName : $"{prefix}.{failure.PropertyName}";
            Refuse(field, failure.ErrorMessage, failure.CustomState as object[] ?? []);
        }

        return ModelState.IsValid;
    }

    /// <summary>Adds a localised error to a field, or to the whole page when the field is empty.</summary>
    protected void Refuse(string field, string sentence, params object[] arguments) =>
        ModelState.AddModelError(field, T.Sentence(sentence, arguments));

    /// <summary>Leaves a word for the next page the person sees.</summary>
    protected void Say(string sentence, params object[] arguments) => TempData["Said"] = T.Sentence(sentence, arguments);
}
