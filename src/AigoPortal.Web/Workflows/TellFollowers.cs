using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>A followed problem, as a letter speaks of it.</summary>
public sealed record FollowedProblem(string Code, string Title);

/// <summary>Writes to everybody who follows a problem; the caller saves.</summary>
public sealed class TellFollowers(PortalDbContext db, Letters letters)
{
    public async Task RunAsync(IQueryable<Problem> problems, Func<FollowedProblem, LetterText> letter, DateTimeOffset at, Guid? except, CancellationToken cancel)
    {
        var followers = await (
            from problem in problems
            join follow in db.ProblemFollows on problem.Id equals follow.ProblemId
            join person in db.People on follow.PersonId equals person.Id
            where person.Id != except
            orderby problem.Code, person.Id
            select new { problem.Code, problem.Content.Title, person.Email, person.Name, person.Language }).ToListAsync(cancel);
        foreach (var follower in followers)
        {
            letters.Write(follower.Email, follower.Name, follower.Language, letter(new FollowedProblem(follower.Code!, follower.Title)), at);
        }
    }
}
