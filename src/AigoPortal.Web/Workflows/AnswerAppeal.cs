using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Answers an appeal: the team gets the reasons, the poser learns only that it was answered.</summary>
public sealed class AnswerAppeal(PortalDbContext db, Letters letters)
{
    public async Task RunAsync(Appeal appeal, bool upheld, string answer, string consequence, Actor by, CancellationToken cancel)
    {
        if (upheld)
        {
            appeal.Uphold(answer, consequence, by);
        }
        else
        {
            appeal.Dismiss(answer, by);
        }

        var entry = await (
            from one in db.Entries
            join problem in db.Problems on one.ProblemId equals problem.Id
            where one.Id == appeal.EntryId
            select new { one.Code, one.TeamId, problem.OrganisationId }).SingleAsync(cancel);
        foreach (var member in await db.MembersOfAsync(entry.TeamId, cancel))
        {
            letters.Write(member, new LetterText("案號 {0}：申覆的答覆", "{1}審查的申覆結果：{2}。答覆：{3}", $"/team/entries/{entry.Code}/appeal", entry.Code, appeal.Stage, appeal.Status, answer), by.At);
        }

        foreach (var contact in await db.ContactsOfAsync(entry.OrganisationId, cancel))
        {
            letters.Write(contact, new LetterText("案號 {0}：申覆已答覆", "團隊對{1}審查結果提出的申覆已經答覆，結果如有變更會另外通知。", $"/poser/entries/{entry.Code}", entry.Code, appeal.Stage), by.At);
        }

        await db.SaveChangesAsync(cancel);
    }
}
