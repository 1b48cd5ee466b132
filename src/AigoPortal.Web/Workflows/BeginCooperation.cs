using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Web.Security;

namespace AigoPortal.Web.Workflows;

/// <summary>An officer has checked both signatures: the cooperation begins and its amounts fall due.</summary>
public sealed class BeginCooperation(PortalDbContext db, LetFallDue letFallDue, CurrentPerson me)
{
    public async Task RunAsync(Entry entry, CancellationToken cancel)
    {
        entry.CheckCooperation(me.Actor);
        await letFallDue.RunAsync(entry, ReleaseCondition.CooperationDocumentSigned, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
