using System.Globalization;
using System.Text;
using System.Xml;
using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Hosting;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Documents;

/// <summary>The newest listed problems as an Atom feed (RFC 4287).</summary>
public static class ProblemFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int Newest = 50;

    /// <summary><c>GET /problems.atom</c>.</summary>
    public static void MapProblemFeed(this WebApplication app) =>
        app.MapGet("/problems.atom", async (HttpContext context, PortalDbContext db, IStringLocalizer<Portal> T, CancellationToken cancel) =>
        {
            var items = await (
                from problem in db.Problems.AsNoTracking()
                join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
                where problem.Status == ProblemStatus.Listed
                orderby problem.ListedAt descending, problem.Id descending
                select new FeedItem(problem.Id, problem.Code!, problem.Content.Title, problem.Content.Summary, organisation.Name, problem.Content.Technology, problem.Content.Industry, problem.ListedAt!.Value))
                .Take(Newest).ToListAsync(cancel);
            return Results.Bytes(Write(items, T["AIGO 最新題目"], path => PortalAddress.Of(context, path)), "application/atom+xml; charset=utf-8");
        }).AllowAnonymous().ExcludeFromDescription().WithMetadata(new OutputCacheAttribute { PolicyName = PublicCache.Policy });

    /// <summary>Writes the feed.</summary>
    public static byte[] Write(IReadOnlyList<FeedItem> items, string title, Func<string, string> address)
    {
        using var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, Languages.IsEnglish ? Languages.English : Languages.Chinese);
            xml.WriteElementString("id", Atom, address("/problems.atom"));
            xml.WriteElementString("title", Atom, title);
            xml.WriteElementString("updated", Atom, Instant(items.Count > 0 ? items.Max(item => item.ListedAt) : DateTimeOffset.UnixEpoch));
            Link(xml, "self", address("/problems.atom"));
            Link(xml, "alternate", address("/problems"));
            foreach (var item in items)
            {
                Entry(xml, item, address($"/problems/{item.Code}"));
            }

            xml.WriteEndElement();
        }

        return output.ToArray();
    }

    private static void Entry(XmlWriter xml, FeedItem item, string page)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, $"urn:uuid:{item.Id:D}");
        xml.WriteElementString("title", Atom, Valid($"{item.Code} {item.Title}"));
        xml.WriteElementString("updated", Atom, Instant(item.ListedAt));
        xml.WriteElementString("published", Atom, Instant(item.ListedAt));
        Link(xml, "alternate", page);
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, Valid(item.Organisation));
        xml.WriteEndElement();
        foreach (var term in new[] { item.Technology, item.Industry }.Where(term => term.Length > 0))
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", Valid(term));
            xml.WriteEndElement();
        }

        xml.WriteElementString("summary", Atom, Valid(item.Summary));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // XML has no place for some characters that a database may hold.
    private static string Valid(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)).Select(rune => rune.ToString()));
}

/// <summary>A problem in the feed.</summary>
public sealed record FeedItem(Guid Id, string Code, string Title, string Summary, string Organisation, string Technology, string Industry, DateTimeOffset ListedAt);
