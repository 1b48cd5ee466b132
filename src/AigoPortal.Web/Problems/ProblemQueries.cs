using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Problems;

/// <summary>Reads of problems that several pages share.</summary>
public static class ProblemQueries
{
    /// <summary>Those that were handed in at least once: what was never handed in is its organisation's alone.</summary>
    public static IQueryable<Problem> HandedIn(this IQueryable<Problem> problems) => problems.Where(problem => problem.SubmittedAt != null);

    /// <summary>Those that wait for their data; the same as <see cref="Problem.WaitsForData"/>.</summary>
    public static IQueryable<Problem> WaitingForData(this IQueryable<Problem> problems) => problems.Where(problem =>
        (problem.GradedReadiness == DataReadiness.None || (problem.GradedReadiness == null && problem.Content.Readiness == DataReadiness.None))
        && (problem.Status == ProblemStatus.Submitted || problem.Status == ProblemStatus.Optimising || problem.Status == ProblemStatus.Listed));

    /// <summary>The others.</summary>
    public static IQueryable<Problem> NotWaitingForData(this IQueryable<Problem> problems) => problems.Where(problem =>
        problem.GradedReadiness != DataReadiness.None && (problem.GradedReadiness != null || problem.Content.Readiness != DataReadiness.None));

    /// <summary>The problems that a mentor was invited to, while they are optimised and after.</summary>
    public static IQueryable<Problem> MentoredBy(this PortalDbContext db, Guid personId) => db.Problems.Where(problem =>
        db.Workshops.Any(workshop => workshop.Id == problem.Id && workshop.Mentors.Any(mentor => mentor.PersonId == personId)));

    /// <summary>The names of a workshop's mentors.</summary>
    public static async Task<IReadOnlyList<MentorLine>> MentorsOfAsync(this PortalDbContext db, Workshop? workshop, CancellationToken cancel)
    {
        var ids = workshop?.Mentors.Select(mentor => mentor.PersonId).ToList() ?? [];
        var people = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).Select(person => new { person.Id, person.Name, person.Affiliation })
            .ToDictionaryAsync(person => person.Id, cancel);
        return [.. (workshop?.Mentors ?? []).OrderBy(mentor => mentor.InvitedAt)
            .Select(mentor => new MentorLine(mentor.PersonId, people[mentor.PersonId].Name, people[mentor.PersonId].Affiliation, mentor.Kind, mentor.InvitedAt))];
    }
}

/// <summary>A mentor of a problem.</summary>
public sealed record MentorLine(Guid PersonId, string Name, string? Affiliation, MentorKind Kind, DateTimeOffset InvitedAt);
