using AigoPortal.Domain.People;
using AigoPortal.Web.Hosting;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.OutputCaching;

namespace AigoPortal.Web.Pages.Public;

/// <summary>How an organisation comes to pose a problem: its contact's account is made by the programme office.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class PoseModel(CurrentPerson me) : PortalPage
{
    public bool IsPoser => me.Is(Roles.Poser);

    public bool IsSignedIn => me.IsSignedIn;
}
