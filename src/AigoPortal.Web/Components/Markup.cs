using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace AigoPortal.Web.Components;

/// <summary>Elements in one line; strings are always encoded.</summary>
internal static class Markup
{
    public static TagBuilder Tag(string name, string? cssClass, params object[] content)
    {
        var tag = new TagBuilder(name);
        if (cssClass is not null)
        {
            tag.AddCssClass(cssClass);
        }

        foreach (var part in content)
        {
            _ = part is IHtmlContent html ? tag.InnerHtml.AppendHtml(html) : tag.InnerHtml.Append((string)part);
        }

        return tag;
    }

    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        tag.Attributes[attribute] = value;
        return tag;
    }
}
