using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AigoPortal.Web.Localization;

/// <summary>
/// Reads text without the control characters that nobody types and that databases refuse (NUL above all); line breaks and tabs
/// stay. It stands before every page, so that no input has to think of it.
/// </summary>
public sealed class TypedText : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && context.BindingInfo is { BinderType: null, BindingSource: not { IsGreedy: true } } ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        var typed = new ValueProviderResult(new([.. given.Values.Select(Clean)]), given.Culture);
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        var text = typed.FirstValue;
        bindingContext.Result = ModelBindingResult.Success(
            string.IsNullOrWhiteSpace(text) && bindingContext.ModelMetadata.ConvertEmptyStringToNull ? null : text);
        return Task.CompletedTask;
    }

    private static string? Clean(string? text) => text is null || !text.Any(IsUnwanted) ? text : string.Concat(text.Where(letter => !IsUnwanted(letter)));

    private static bool IsUnwanted(char letter) => char.IsControl(letter) && letter is not ('\r' or '\n' or '\t');
}
