using System.Text.Json;
using System.Text.Json.Nodes;
using AigoPortal.Web.Pages.Shared;

namespace AigoPortal.Web.Pages.Public.Problems;

/// <summary>A problem as schema.org describes it, for search engines. The writer escapes every sign that HTML reads.</summary>
public static class ProblemJsonLd
{
    public static string Write(ProblemSheet sheet, string address)
    {
        var content = sheet.Content;
        return new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "CreativeWork",
            ["@id"] = address,
            ["url"] = address,
            ["identifier"] = sheet.Problem.Code,
            ["name"] = content.Title,
            ["abstract"] = content.Summary,
            ["keywords"] = new JsonArray([.. new[] { content.Technology, content.Industry, content.DataSetType }.Where(word => word.Length > 0).Select(word => JsonValue.Create(word))]),
            ["inLanguage"] = "zh-Hant",
            ["isAccessibleForFree"] = true,
            ["datePublished"] = sheet.Problem.ListedAt?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
            ["author"] = new JsonObject { ["@type"] = "Organization", ["name"] = sheet.Organisation },
            ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = "AIGO" },
        }.ToJsonString(JsonSerializerOptions.Default);
    }
}
