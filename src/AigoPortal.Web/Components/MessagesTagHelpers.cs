using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Messages;
using AigoPortal.Web.Entries;
using AigoPortal.Web.Messages;
using AigoPortal.Web.Pages.Poser;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Components.Markup;

namespace AigoPortal.Web.Components;

/// <summary>The way to an entry's messages, with how many the reader has not read; it counts by itself when the page has not.</summary>
[HtmlTargetElement("messages-link", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MessagesLinkTagHelper(PortalDbContext db, CurrentPerson me, IStringLocalizer<Portal> T, IUrlHelperFactory urls) : TagHelper
{
    public Guid Entry { get; set; }

    public required string Code { get; set; }

    public MessageSide Side { get; set; }

    /// <summary>Messages not read, if the page knows.</summary>
    public int? Unread { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var unread = Unread ?? await db.UnreadBy(me.Id).CountAsync(message => message.EntryId == Entry, ViewContext.HttpContext.RequestAborted);
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "mb-4 no-print");
        var link = Tag("a", "btn btn-quiet", T["訊息"].Value)
            .With("href", urls.GetUrlHelper(ViewContext).Content($"~/{Side.ToString().ToLowerInvariant()}/entries/{Code}/messages"));
        if (unread > 0)
        {
            link.InnerHtml.Append(" ").AppendHtml(Tag("span", "state warm", T["{0} 則未讀", unread].Value));
        }

        output.Content.AppendHtml(link);
    }
}

/// <summary>A home's list of conversations with something unread; nothing when all is read. The office sees those it takes part in.</summary>
[HtmlTargetElement("unread-messages", TagStructure = TagStructure.WithoutEndTag)]
public sealed class UnreadMessagesTagHelper(PortalDbContext db, CurrentPerson me, IStringLocalizer<Portal> T, IUrlHelperFactory urls) : TagHelper
{
    public MessageSide Side { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var entries = Side switch
        {
            MessageSide.Team => db.OfMember(me.Id),
            MessageSide.Poser => db.EntriesFor(me.Id),
            _ => db.Entries.Where(entry => db.Messages.Any(message => message.EntryId == entry.Id && message.AuthorId == me.Id)),
        };
        var unread = await UnreadAsync(entries, ViewContext.HttpContext.RequestAborted);
        if (unread.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "panel mb-4");
        var list = Tag("ul", "list-unstyled mb-0");
        foreach (var one in unread)
        {
            var link = Tag("a", null, Tag("span", "num", one.Code), " ", Tag("bdi", null, Side == MessageSide.Team ? one.Problem : $"{one.Team}・{one.Problem}"))
                .With("href", urls.GetUrlHelper(ViewContext).Content($"~/{Side.ToString().ToLowerInvariant()}/entries/{one.Code}/messages"));
            list.InnerHtml.AppendHtml(Tag("li", "py-1", link, " ", Tag("span", "state warm", T["{0} 則未讀", one.Count].Value)));
        }

        output.Content.AppendHtml(Tag("h2", null, T["未讀訊息"].Value)).AppendHtml(list);
    }

    private async Task<IReadOnlyList<UnreadConversation>> UnreadAsync(IQueryable<Entry> entries, CancellationToken cancel)
    {
        var counts = from message in db.UnreadBy(me.Id)
                     group message by message.EntryId into unread
                     select new { EntryId = unread.Key, Count = unread.Count() };
        return await (
            from entry in entries
            join count in counts on entry.Id equals count.EntryId
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            orderby entry.Code
            select new UnreadConversation(entry.Code, problem.Content.Title, team.Name, count.Count)).AsNoTracking().ToListAsync(cancel);
    }
}
