using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Components.Markup;

namespace AigoPortal.Web.Components;

/// <summary>Says that the personal-data notice has a new version, with the way to agree; nothing for who has agreed.</summary>
[HtmlTargetElement("consent-notice", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ConsentNoticeTagHelper(PortalDbContext db, CurrentPerson me, IStringLocalizer<Portal> T) : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var agreed = await db.People.Where(person => person.Id == me.Id).Select(person => person.AgreedVersion).FirstOrDefaultAsync();
        if (PersonRules.HasAgreed(agreed) is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "panel next mb-4");
        output.Attributes.SetAttribute("aria-labelledby", "consent");
        var title = Tag("h2", null, T["請先閱讀個人資料蒐集告知"].Value).With("id", "consent");
        var text = Tag("p", null, T["告知有新的版本。同意後才能組隊、接受邀請與申請題目；瀏覽不受影響。"].Value);
        output.Content.AppendHtml(title).AppendHtml(text).AppendHtml(Tag("a", "btn btn-primary", T["閱讀並同意"].Value).With("href", "/account/consent"));
    }
}
