using System.Globalization;
using AigoPortal.Web.Localization;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Validation;

/// <summary>Sentences for people: a key with arguments, put into the reader's language and formats at the last moment.</summary>
public static class Sentences
{
    extension(IStringLocalizer localizer)
    {
        public string Sentence(string key, params object[] arguments) => arguments.Length == 0
            ? localizer[key].Value
            : localizer[key, [.. arguments.Select(argument => Readable(localizer, argument))]].Value;
    }

    /// <summary>The message of a validation rule as a key with fixed arguments.</summary>
    public static IRuleBuilderOptions<T, TProperty> Sentence<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule, string key, params object[] arguments) =>
        rule.WithMessage(key).WithState(_ => arguments);

    /// <summary>The message of a validation rule as a key with arguments taken from the input.</summary>
    public static IRuleBuilderOptions<T, TProperty> Sentence<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule, string key, Func<T, object[]> arguments) =>
        rule.WithMessage(key).WithState(input => arguments(input));

    private static string Readable(IStringLocalizer localizer, object argument) => argument switch
    {
        DateTimeOffset at => TaipeiTime.Text(at, seconds: true),
        DateOnly date => TaipeiTime.DateText(date),
        Enum value => localizer.Word(value),
        int or long => ((IFormattable)argument).ToString("N0", CultureInfo.CurrentCulture),
        // Money types of the domain write themselves with separators.
        _ => argument.ToString() ?? "",
    };
}
