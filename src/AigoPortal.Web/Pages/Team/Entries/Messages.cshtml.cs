using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Messages;
using AigoPortal.Web.Entries;
using AigoPortal.Web.Files;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;

namespace AigoPortal.Web.Pages.Team.Entries;

/// <summary>The team's page of the conversation.</summary>
public sealed class MessagesModel(PortalDbContext db, CurrentPerson me, Uploads uploads, WriteMessage write) : ConversationPage(db, me, uploads, write)
{
    public override MessageSide Side => MessageSide.Team;

    protected override IQueryable<Entry> Entries => Db.OfMember(Me.Id);
}
