using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>The office acts on a problem, and its organisation's contacts learn of it by letter.</summary>
public sealed class ScreenProblem(PortalDbContext db, Letters letters, TellFollowers tell)
{
    /// <returns>False when there is no such problem.</returns>
    public async Task<bool> RunAsync(Guid problemId, Action<Problem> act, Func<Problem, LetterText> letter, Actor by, CancellationToken cancel)
    {
        var problem = await db.Problems.FirstOrDefaultAsync(problem => problem.Id == problemId, cancel);
        if (problem is null)
        {
            return false;
        }

        act(problem);
        var contacts = await db.Organisations.Where(organisation => organisation.Id == problem.OrganisationId)
            .SelectMany(organisation => organisation.Contacts)
            .Join(db.People, contact => contact.PersonId, person => person.Id, (_, person) => person)
            .ToListAsync(cancel);
        foreach (var contact in contacts)
        {
            letters.Write(contact, letter(problem), by.At);
        }

        if (problem.Status == ProblemStatus.Closed)
        {
            await tell.RunAsync(
                db.Problems.Where(known => known.Id == problem.Id),
                followed => new LetterText("題目 {0} 已結束收件", "您關注的「{1}」已結束收件，公開頁面會保留。", $"/problems/{followed.Code}", followed.Code, followed.Title), by.At, null, cancel);
        }

        await db.SaveChangesAsync(cancel);
        return true;
    }
}
