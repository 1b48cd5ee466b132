using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>A participant asks about a listed problem; its poser gets a letter, without the asker's name.</summary>
public sealed class AskQuestion(PortalDbContext db, Letters letters)
{
    /// <returns>The question; null when there is no such public problem.</returns>
    /// <exception cref="BrokenRuleException">The problem takes no questions, or there are no words.</exception>
    public async Task<ProblemQuestion?> RunAsync(string problemCode, string text, Actor by, CancellationToken cancel)
    {
        var problem = await db.Problems.AsNoTracking()
            .FirstOrDefaultAsync(problem => problem.Code == problemCode && ProblemStatuses.Public.Contains(problem.Status), cancel);
        if (problem is null)
        {
            return null;
        }

        var question = new ProblemQuestion(problem, text, by);
        db.ProblemQuestions.Add(question);
        foreach (var contact in await db.ContactsOfAsync(problem.OrganisationId, cancel))
        {
            letters.Write(contact, new LetterText("題目 {0} 有新的提問", "有人問「{1}」：\n\n{2}\n\n請回答；計畫辦公室確認後，問與答會一起公開，不顯示提問人。",
                $"/poser/questions/{question.Id:D}", problem.Code!, problem.Content.Title, text), by.At);
        }

        await db.SaveChangesAsync(cancel);
        return question;
    }
}
