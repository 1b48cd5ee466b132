using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AigoPortal.Web.Components;

/// <summary>Which control suits a property, and how its value is written into it.</summary>
internal static class FieldKind
{
    /// <summary>The type a control chooses: of a list its element, without the nullable.</summary>
    public static Type Held(ModelMetadata metadata) =>
        metadata is { IsEnumerableType: true, ElementMetadata: { } element } ? element.UnderlyingOrModelType : metadata.UnderlyingOrModelType;

    public static string Of(ModelMetadata metadata, Type type, bool hasItems, bool hasRows) => type switch
    {
        _ when hasRows || metadata.DataTypeName == nameof(DataType.MultilineText) => "textarea",
        _ when typeof(IFormFile).IsAssignableFrom(type) => "file",
        _ when metadata.IsEnumerableType && (hasItems || type.IsEnum) => "checkboxes",
        _ when hasItems || type.IsEnum => "select",
        _ when type == typeof(bool) => "checkbox",
        _ when type == typeof(DateOnly) => "date",
        _ when type == typeof(TimeOnly) => "time",
        _ when type == typeof(DateTimeOffset) || type == typeof(DateTime) => "datetime-local",
        _ when type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(decimal) || type == typeof(double) => "number",
        _ when metadata.DataTypeName == nameof(DataType.Password) => "password",
        _ when metadata.DataTypeName == nameof(DataType.EmailAddress) => "email",
        _ => "text",
    };

    public static string[] Values(object? model, string kind, bool seconds) => model switch
    {
        null => [],
        string text => [text],
        IEnumerable many => [.. many.Cast<object?>().Select(value => Value(value, kind, seconds))],
        _ => [Value(model, kind, seconds)],
    };

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Value(object? value, string kind, bool seconds) => value switch
    {
        DateTimeOffset at => at.ToOffset(TaipeiTime.Offset).ToString(kind == "date" ? "yyyy-MM-dd" : Clock(seconds), CultureInfo.InvariantCulture),
        DateTime at => at.ToString(kind == "date" ? "yyyy-MM-dd" : Clock(seconds), CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString(seconds ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        Enum member => member.ToString(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    private static string Clock(bool seconds) => seconds ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm";
}
