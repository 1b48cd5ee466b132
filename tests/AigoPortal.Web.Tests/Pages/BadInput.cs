using System.Collections;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AigoPortal.Web.Tests.Pages;

/// <summary>A way of filling in a form badly: text for text, and something for everything else.</summary>
internal sealed record BadInput(string Name, string Text, string Other)
{
    public static readonly BadInput Empty = new("empty", "", "");

    public static readonly BadInput TooLong = new("too long", new string('長', 30_000), "1");

    public static readonly BadInput Odd = new("odd", "👩‍🚀🇹🇼 مرحبا بالعالم <script>alert('x')</script>", "1");

    public static readonly BadInput Control = new("control", "a\0b\u0007c", "1");

    public static readonly BadInput Forged = new("forged", "018f0000-0000-7000-8000-000000000001", "99999999999999999999");

    /// <summary>Values for everything that a page binds when the handler is called.</summary>
    public Dictionary<string, string> Fill(Type page, MethodInfo handler)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in page.GetProperties().Where(property => property.GetCustomAttribute<BindPropertyAttribute>() is { SupportsGet: false }))
        {
            Add(values, property.Name, property.PropertyType);
        }

        foreach (var parameter in handler.GetParameters().Where(parameter => parameter.ParameterType != typeof(CancellationToken)))
        {
            Add(values, parameter.Name!, parameter.ParameterType);
        }

        return values;
    }

    private void Add(Dictionary<string, string> values, string name, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
        {
            values[name] = Text;
        }
        else if (plain == typeof(bool))
        {
            values[name] = this == Forged ? Other : "true";
        }
        else if (plain.IsEnum || plain.IsPrimitive || plain.Namespace == nameof(System))
        {
            values[name] = plain == typeof(Guid) && this == Forged ? Text : Other;
        }
        else if (typeof(IEnumerable).IsAssignableFrom(plain) && !typeof(IFormFile).IsAssignableFrom(plain))
        {
            Add(values, $"{name}[0]", plain.IsArray ? plain.GetElementType()! : plain.GetGenericArguments()[^1]);
        }
        else if (plain.IsClass && !typeof(IFormFile).IsAssignableFrom(plain))
        {
            foreach (var property in plain.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true }))
            {
                Add(values, $"{name}.{property.Name}", property.PropertyType);
            }
        }
    }
}
