using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace AigoPortal.TestKit.Hosting;

/// <summary>A file to upload.</summary>
public sealed record Upload(string Name, byte[] Content, string ContentType = "application/octet-stream")
{
    /// <summary>A small, real PDF.</summary>
    public static Upload Pdf(string name = "文件.pdf") => new(name, "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray(), "application/pdf");
}

/// <summary>What the portal answered.</summary>
public sealed record Answer(HttpStatusCode Status, string? Location, string Body)
{
    private static readonly HtmlParser Parser = new();

    /// <summary>The page; read when it is asked for.</summary>
    public IHtmlDocument Page => field ??= Parser.ParseDocument(Body);

    /// <summary>The page's visible text in one line.</summary>
    public string Text => string.Join(' ', (Page.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether it is a redirect after a post that was accepted.</summary>
    public bool WasAccepted => Status is HttpStatusCode.Redirect or HttpStatusCode.SeeOther;

    /// <summary>The value that a field of the page holds.</summary>
    public string? ValueOf(string field) => Page.QuerySelector($"[name='{field}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };
}

/// <summary>Uses the portal as a browser without script does: reads pages, fills in forms, posts them.</summary>
public sealed class PortalClient(HttpClient http)
{
    private string? _token;

    /// <summary>Reads a page; redirects are not followed.</summary>
    public async Task<Answer> GetAsync(string url) => await ReadAsync(await http.GetAsync(url));

    /// <summary>The raw answer, for files.</summary>
    public Task<HttpResponseMessage> GetRawAsync(string url) => http.GetAsync(url);

    /// <summary>Fills in a form of a page and posts it, hidden fields and antiforgery token included.</summary>
    /// <param name="url">The page with the form.</param>
    /// <param name="fields">What is typed; replaces what the form holds.</param>
    /// <param name="form">A CSS selector when the page has several forms, or a part of the form's action such as "handler=accept".</param>
    /// <param name="files">Files chosen, by field.</param>
    /// <param name="press">The words on the button pressed, when the form has several; its own address goes before the form's.</param>
    public async Task<Answer> PostAsync(string url, IReadOnlyDictionary<string, string>? fields = null, string? form = null, IReadOnlyDictionary<string, Upload>? files = null, string? press = null)
    {
        var answer = await GetAsync(url);
        if (answer.Status != HttpStatusCode.OK)
        {
            return answer;
        }

        var chosen = Choose(answer.Page, form) ?? throw new InvalidOperationException($"{url} has no form «{form}».");
        var values = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var element in chosen.Elements.Where(element => !element.HasAttribute("disabled")))
        {
            if (ValueOf(element) is { } value && element.GetAttribute("name") is { Length: > 0 } name)
            {
                (values.TryGetValue(name, out var known) ? known : values[name] = []).Add(value);
            }
        }

        foreach (var (name, value) in fields ?? new Dictionary<string, string>())
        {
            values[name] = [value];
        }

        var button = press is null ? null : chosen.QuerySelectorAll("button").First(button => button.TextContent.Trim() == press);
        var action = button?.GetAttribute("formaction") ?? (chosen.GetAttribute("action") is { Length: > 0 } given ? given : url);
        return await SendAsync(action, values, files);
    }

    /// <summary>Posts fields with the antiforgery token of a page, asked for once, for forged requests that no form offers.</summary>
    public async Task<Answer> ForgeAsync(string page, string action, IReadOnlyDictionary<string, string> fields)
    {
        var token = _token ??= (await GetAsync(page)).ValueOf("__RequestVerificationToken");
        var values = fields.ToDictionary(field => field.Key, field => new List<string> { field.Value }, StringComparer.Ordinal);
        if (token is not null)
        {
            values["__RequestVerificationToken"] = [token];
        }

        return await SendAsync(action, values, null);
    }

    private static IHtmlFormElement? Choose(IHtmlDocument page, string? form)
    {
        var forms = page.QuerySelectorAll<IHtmlFormElement>("main form").Where(found => string.Equals(found.Method, "post", StringComparison.OrdinalIgnoreCase)).ToList();
        return form is null ? forms.FirstOrDefault()
            : forms.FirstOrDefault(found => (found.GetAttribute("action") ?? "").Contains(form, StringComparison.OrdinalIgnoreCase))
                ?? (form.Contains('=', StringComparison.Ordinal) && !form.Contains('[', StringComparison.Ordinal) ? null : page.QuerySelector<IHtmlFormElement>(form));
    }

    private static string? ValueOf(IElement element) => element switch
    {
        IHtmlInputElement { Type: "file" or "submit" or "button" or "image" } => null,
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };

    private static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync();
            return new Answer(response.StatusCode, response.Headers.Location?.ToString(), body);
        }
    }

    private async Task<Answer> SendAsync(string action, Dictionary<string, List<string>> values, IReadOnlyDictionary<string, Upload>? files)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, given) in values)
        {
            foreach (var value in given)
            {
                content.Add(new StringContent(value), name);
            }
        }

        foreach (var (name, file) in files ?? new Dictionary<string, Upload>())
        {
            var part = new ByteArrayContent(file.Content);
            part.Headers.ContentType = new MediaTypeHeaderValue(file.ContentType);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"", FileNameStar = file.Name, FileName = "\"" + Uri.EscapeDataString(file.Name) + "\"" };
            content.Add(part);
        }

        return await ReadAsync(await http.PostAsync(action, content));
    }
}
