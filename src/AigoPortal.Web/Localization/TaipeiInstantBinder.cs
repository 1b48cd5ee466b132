using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AigoPortal.Web.Localization;

/// <summary>Reads a date and time typed in a form as Taipei time, wherever the server stands, and gives it in UTC.</summary>
public sealed class TaipeiInstantBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateTimeOffset) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        var text = given.FirstValue;
        if (string.IsNullOrWhiteSpace(text) && bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else if (Read(text) is { } instant)
        {
            bindingContext.Result = ModelBindingResult.Success(instant);
        }
        else
        {
            var messages = bindingContext.ModelMetadata.ModelBindingMessageProvider;
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, string.IsNullOrWhiteSpace(text)
                ? messages.ValueMustNotBeNullAccessor("")
                : messages.NonPropertyAttemptedValueIsInvalidAccessor(text));
        }

        return Task.CompletedTask;
    }

    private static DateTimeOffset? Read(string? text)
    {
        // With an offset of its own (a link, a script) the text says everything; without one it is Taipei's clock.
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var typed))
        {
            return null;
        }

        // An instant within a day of either end of the calendar can't be moved between offsets.
        if (typed.Year is < 1900 or > 9000)
        {
            return null;
        }

        return typed.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(typed, TaipeiTime.Offset).ToUniversalTime()
            : new DateTimeOffset(typed).ToUniversalTime();
    }
}
