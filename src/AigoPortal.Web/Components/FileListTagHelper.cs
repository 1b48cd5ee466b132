using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Components.Markup;

namespace AigoPortal.Web.Components;

/// <summary>A file as a page shows it.</summary>
public sealed record ListedFile(string Name, long Size, string Url, string? Sha256 = null);

/// <summary>Files to download, with size and fingerprint.</summary>
[HtmlTargetElement("file-list", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileListTagHelper(IStringLocalizer<Portal> T) : TagHelper
{
    public required IEnumerable<ListedFile> Files { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "files");
        var any = false;
        foreach (var file in Files)
        {
            any = true;
            var line = Tag("li", null, Tag("a", null, file.Name).With("href", file.Url), " ", Tag("span", "muted num", Size(file.Size)));
            if (file.Sha256 is { Length: > 0 } hash)
            {
                line.InnerHtml.AppendHtml(Tag("code", "hash", $"SHA-256 {hash}"));
            }

            output.Content.AppendHtml(line);
        }

        if (!any)
        {
            output.TagName = "p";
            output.Attributes.SetAttribute("class", "muted");
            output.Content.SetContent(T["沒有檔案"].Value);
        }
    }

    internal static string Size(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} B",
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000d:0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000d:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000_000d:0.0} GB"),
    };
}
