using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>An officer returns one side's signed copy with a reason; that side is told and signs again.</summary>
public sealed class ReturnSignature(PortalDbContext db, DrawUpCooperation drawUp, Letters letters, CurrentPerson me)
{
    public async Task RunAsync(Entry entry, PaperSide side, string reason, CancellationToken cancel)
    {
        var paper = await db.CooperationPapers.FirstOrDefaultAsync(paper => paper.Id == entry.Id, cancel);
        Rule.Require(paper is null ? PaperRules.NothingToReturn() : null);
        paper!.Return(side, reason, entry, me.Actor);
        foreach (var person in await drawUp.PeopleAsync(entry, side, cancel))
        {
            letters.Write(person, new LetterText("案號 {0}：合作文件簽署頁退回", "{1}的簽署頁需要補正，請重新簽署後上傳。原因：{2}", DrawUpCooperation.Link(entry, side), entry.Code, side, reason), me.Now);
        }

        await db.SaveChangesAsync(cancel);
    }
}
