using System.Collections;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Components.Markup;

namespace AigoPortal.Web.Components;

/// <summary>The control of a field: which kind it is, what it holds, and how it is drawn.</summary>
internal sealed class FieldControl
{
    // HTML drops the first line break of a textarea; without one of ours it would be the person's.
    private static readonly HtmlString FirstNewLine = new("\n");

    private readonly FieldTagHelper question;
    private readonly IStringLocalizer T;
    private readonly IReadOnlyList<TagHelperAttribute> passed;
    private readonly ModelStateEntry? state;
    private readonly Type type;

    public FieldControl(FieldTagHelper question, IStringLocalizer localizer, IReadOnlyList<TagHelperAttribute> passed)
    {
        this.question = question;
        this.passed = passed;
        T = localizer;
        Name = question.ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(question.For.Name);
        Id = TagBuilder.CreateSanitizedId(Name, "_");
        state = question.ViewContext.ViewData.ModelState.GetValueOrDefault(Name);
        type = FieldKind.Held(question.For.Metadata);
        Kind = question.Type ?? FieldKind.Of(question.For.Metadata, type, question.Items is not null, question.Rows is not null);
        Errors = state is null ? [] : [.. state.Errors.Select(error => error.ErrorMessage.Length > 0 ? error.ErrorMessage : T["這個值無法使用，請重新填寫。"].Value).Distinct()];
    }

    public string Name { get; }

    public string Id { get; }

    public string Kind { get; }

    public IReadOnlyList<string> Errors { get; }

    public bool IsGroup => Kind is "radio" or "checkboxes";

    public string HintId => $"{Id}_hint";

    public string ErrorId => $"{Id}_error";

    public string? DescribedBy => (question.Hint is not null, Errors.Count > 0) switch
    {
        (true, true) => $"{HintId} {ErrorId}",
        (true, false) => HintId,
        (false, true) => ErrorId,
        _ => null,
    };

    public IHtmlContent Render() => Kind switch
    {
        "select" => Select(),
        "textarea" => Dressed(Tag("textarea", "form-control", FirstNewLine, Held().FirstOrDefault() ?? "").With("rows", FieldKind.Text(question.Rows ?? 4))),
        "checkbox" => Checkbox(),
        "radio" or "checkboxes" => Choices(),
        _ => Input(),
    };

    private TagBuilder Input()
    {
        var input = Dressed(Tag("input", "form-control")).With("type", Kind);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        if (Kind is not ("password" or "file"))
        {
            input.With("value", Held().FirstOrDefault() ?? "");
        }

        if (Kind == "file" && typeof(IEnumerable).IsAssignableFrom(question.For.Metadata.ModelType))
        {
            input.With("multiple", "multiple");
        }

        return input;
    }

    private TagBuilder Select()
    {
        var held = Held();
        var select = Dressed(Tag("select", "form-select"));
        if (question.Optional || question.For.Metadata.IsReferenceOrNullableType)
        {
            select.InnerHtml.AppendHtml(Tag("option", null, T["請選擇"].Value).With("value", ""));
        }

        foreach (var group in Options().GroupBy(item => item.Group?.Name))
        {
            var options = group.Select(item => Chosen(Tag("option", null, item.Text).With("value", item.Value ?? item.Text), item, held, "selected"));
            if (group.Key is null)
            {
                options.ToList().ForEach(option => select.InnerHtml.AppendHtml(option));
            }
            else
            {
                select.InnerHtml.AppendHtml(Tag("optgroup", null, [.. options]).With("label", group.Key));
            }
        }

        return select;
    }

    private HtmlContentBuilder Choices()
    {
        var held = Held();
        var content = new HtmlContentBuilder();
        var index = 0;
        foreach (var item in Options())
        {
            // The first choice carries the field's own id, so that the summary's link lands on it.
            var id = index == 0 ? Id : $"{Id}_{FieldKind.Text(index)}";
            index++;
            var input = Dressed(Tag("input", "form-check-input"), describe: false).With("type", Kind == "radio" ? "radio" : "checkbox")
                .With("id", id).With("value", item.Value ?? item.Text);
            input.TagRenderMode = TagRenderMode.SelfClosing;
            content.AppendHtml(Tag("div", "form-check", Chosen(input, item, held, "checked"), Tag("label", "form-check-label", item.Text).With("for", id)));
        }

        return content;
    }

    private HtmlContentBuilder Checkbox()
    {
        var input = Dressed(Tag("input", "form-check-input")).With("type", "checkbox").With("value", "true");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        if (Held().Any(value => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase)))
        {
            input.With("checked", "checked");
        }

        // An unticked box sends nothing; the hidden value after it says "no".
        var no = Tag("input", null).With("type", "hidden").With("name", Name).With("value", "false");
        no.TagRenderMode = TagRenderMode.SelfClosing;
        return (HtmlContentBuilder)new HtmlContentBuilder().AppendHtml(input).AppendHtml(no);
    }

    private TagBuilder Dressed(TagBuilder control, bool describe = true)
    {
        control.With("id", Id).With("name", Name);
        if (describe && DescribedBy is { } described)
        {
            control.With("aria-describedby", described);
        }

        if (describe && Errors.Count > 0)
        {
            control.With("aria-invalid", "true");
        }

        if (!question.Optional && Kind is "text" or "textarea" or "select" or "number" or "email" or "search" or "tel" or "url")
        {
            control.With("aria-required", "true");
        }

        if (question.LangLtr)
        {
            control.With("dir", "ltr").With("lang", "en");
        }

        foreach (var attribute in passed)
        {
            control.With(attribute.Name, attribute.Value?.ToString());
        }

        return control;
    }

    private IEnumerable<SelectListItem> Options() => question.Items ?? (type.IsEnum
        ? Enum.GetValues(type).Cast<Enum>().Select(value => new SelectListItem(T.Word(value), value.ToString()))
        : throw new InvalidOperationException($"<field for=\"{question.For.Name}\"> needs items: {type.Name} is no enum."));

    /// <summary>What was typed, or else what the model holds.</summary>
    private string[] Held() => state?.RawValue switch
    {
        string typed => [typed],
        string[] typed => typed,
        _ => FieldKind.Values(question.For.Model, Kind, passed.Any(attribute => attribute.Name == "step")),
    };

    private static TagBuilder Chosen(TagBuilder choice, SelectListItem item, string[] held, string attribute)
    {
        if (item.Selected || held.Contains(item.Value ?? item.Text, StringComparer.OrdinalIgnoreCase))
        {
            choice.With(attribute, attribute);
        }

        return item.Disabled ? choice.With("disabled", "disabled") : choice;
    }
}
