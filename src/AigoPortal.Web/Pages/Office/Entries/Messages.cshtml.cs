using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Messages;
using AigoPortal.Web.Files;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;

namespace AigoPortal.Web.Pages.Office.Entries;

/// <summary>The office's page of the conversation: it reads all of them and mediates.</summary>
public sealed class MessagesModel(PortalDbContext db, CurrentPerson me, Uploads uploads, WriteMessage write) : ConversationPage(db, me, uploads, write)
{
    public override MessageSide Side => MessageSide.Office;

    protected override IQueryable<Entry> Entries => Db.Entries;
}
