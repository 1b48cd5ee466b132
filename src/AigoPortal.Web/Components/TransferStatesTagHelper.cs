using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Components.Markup;

namespace AigoPortal.Web.Components;

/// <summary>How far the transfers of a milestone's payment are, one line a payee; nothing when there are none.</summary>
[HtmlTargetElement("transfer-states", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TransferStatesTagHelper(PortalDbContext db, IStringLocalizer<Portal> T) : TagHelper
{
    public required Milestone Of { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var transfers = Of.Status != MilestoneStatus.Paid ? [] : await (
            from transfer in db.Transfers
            where transfer.MilestoneId == Of.Id && transfer.Status != TransferStatus.Cancelled && transfer.Status != TransferStatus.Reissued
            join row in db.Ledger on transfer.LedgerSequence equals row.Sequence
            where row.Issue == Of.Issue
            orderby transfer.LedgerSequence
            select new { transfer.PayeeName, transfer.Status, transfer.PaidOn, transfer.Reason }).ToListAsync(ViewContext.HttpContext.RequestAborted);
        if (transfers.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "panel mb-4");
        output.Content.AppendHtml(Tag("h2", null, T["匯款"].Value));
        var list = Tag("ul", "list-unstyled mb-0");
        foreach (var transfer in transfers)
        {
            var line = Tag("li", "mb-2", transfer.PayeeName, " ", Tag("span", $"state {StateTone.Of(transfer.Status)}".TrimEnd(), T.Word(transfer.Status)));
            if (transfer.PaidOn is { } day)
            {
                line.InnerHtml.Append(" ");
                line.InnerHtml.AppendHtml(Tag("span", "muted", TaipeiTime.DateText(day)));
            }

            if (transfer.Status == TransferStatus.Returned)
            {
                line.InnerHtml.Append(" ");
                line.InnerHtml.AppendHtml(Tag("span", "muted", T["{0}。請本人更正受款帳戶。", transfer.Reason ?? ""].Value));
            }

            list.InnerHtml.AppendHtml(line);
        }

        output.Content.AppendHtml(list);
    }
}
