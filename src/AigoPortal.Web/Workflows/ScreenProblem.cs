using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Problems;
using AigoPortal.Web.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>The office acts on a problem as it was read, and its organisation's contacts learn of it by letter.</summary>
public sealed class ScreenProblem(PortalDbContext db, Letters letters, TellFollowers tell)
{
    /// <param name="problemId">The problem.</param>
    /// <param name="read">The version the officer has read; another one is refused.</param>
    /// <param name="act">What the officer does.</param>
    /// <param name="letter">What the contacts are told; nothing when null.</param>
    /// <param name="by">The officer.</param>
    /// <param name="cancel">Ends the request.</param>
    /// <returns>False when there is no such problem.</returns>
    /// <exception cref="BrokenRuleException">The problem refuses, or somebody changed it meanwhile.</exception>
    public async Task<bool> RunAsync(Guid problemId, Guid? read, Action<Problem> act, Func<Problem, LetterText>? letter, Actor by, CancellationToken cancel)
    {
        var problem = await db.Problems.HandedIn().FirstOrDefaultAsync(problem => problem.Id == problemId, cancel);
        if (problem is null)
        {
            return false;
        }

        act(problem);
        Rule.Require(ProblemRules.IsAsRead(problem, read));
        await SaveAsync(problem, letter, by, cancel);
        return true;
    }

    /// <summary>Saves what was done to a problem with its letters.</summary>
    public async Task SaveAsync(Problem problem, Func<Problem, LetterText>? letter, Actor by, CancellationToken cancel)
    {
        if (letter is not null)
        {
            foreach (var contact in await db.ContactsOfAsync(problem.OrganisationId, cancel))
            {
                letters.Write(contact, letter(problem), by.At);
            }
        }

        if (problem.Status == ProblemStatus.Closed)
        {
            await tell.RunAsync(
                db.Problems.Where(known => known.Id == problem.Id),
                followed => new LetterText("題目 {0} 已結束收件", "您關注的「{1}」已結束收件，公開頁面會保留。", $"/problems/{followed.Code}", followed.Code, followed.Title), by.At, null, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>What the contacts are told of a listed problem.</summary>
    public static LetterText Listed(Problem problem) => new LetterText(
        "題目 {0} 已上架", "「{1}」已公開上架。團隊申請解題時會寄信通知，請在媒合期內回覆。", $"/poser/problems/details/{problem.Id}", problem.Code!, problem.Content.Title);
}
