using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>An officer has checked both signatures: the cooperation begins and its amounts fall due.</summary>
public sealed class BeginCooperation(PortalDbContext db, LetFallDue letFallDue, CurrentPerson me)
{
    public async Task RunAsync(Entry entry, CancellationToken cancel)
    {
        Rule.Require(EntryRules.BothHaveSigned(entry.Cooperation));
        if (await db.CooperationPapers.AsNoTracking().FirstOrDefaultAsync(paper => paper.Id == entry.Id, cancel) is { Latest: not null } paper)
        {
            Rule.Require(PaperRules.BothSignedTheSame(paper));
        }

        entry.CheckCooperation(me.Actor);
        await letFallDue.RunAsync(entry, ReleaseCondition.CooperationDocumentSigned, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
