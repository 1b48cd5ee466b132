using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AigoPortal.Web.Pages.Office.Entries;

/// <summary>Everything of an entry as a zip.</summary>
public sealed class DossierModel(CurrentPerson me, TakeDossier take) : PortalPage
{
    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await take.RunAsync(Code, me.Actor, Begin, cancellation) ? new EmptyResult() : NotFound();

    private Stream Begin(string name)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = disposition.ToString();
        return Response.Body;
    }
}
