using AigoPortal.Domain.People;
using AigoPortal.Web.Hosting;
using Microsoft.AspNetCore.OutputCaching;

namespace AigoPortal.Web.Pages.Public;

/// <summary>The personal-data notice (個人資料保護法第 8 條第 1 項), as it is agreed to.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class PrivacyModel : PortalPage
{
    public PrivacyNotice Notice => PrivacyNotice.Current;
}
