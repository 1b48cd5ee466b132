using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Documents;

/// <summary>A public problem as open data: what its page shows, and nothing else.</summary>
public sealed record OpenProblem
{
    public required string Code { get; init; }

    public required string Round { get; init; }

    public required string Organisation { get; init; }

    public required OrganisationKind OrganisationKind { get; init; }

    public required bool PublicIssue { get; init; }

    public required ProblemStatus Status { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required string Detail { get; init; }

    public required string Technology { get; init; }

    public required string Industry { get; init; }

    public required string Region { get; init; }

    public required string DataSetType { get; init; }

    public required DataReadiness Readiness { get; init; }

    public required string TargetMetric { get; init; }

    public required TargetComparator TargetComparator { get; init; }

    public required decimal? TargetValue { get; init; }

    public required string TargetUnit { get; init; }

    public required string Resources { get; init; }

    public required long IncentiveCash { get; init; }

    public required int Vacancies { get; init; }

    public required int Internships { get; init; }

    public required Grade? Difficulty { get; init; }

    public required Grade? Maturity { get; init; }

    public required DateTimeOffset ListedAt { get; init; }
}

/// <summary>Reads open data.</summary>
public static class OpenProblems
{
    /// <summary>Every public problem, the newest first.</summary>
    public static IQueryable<OpenProblem> Of(PortalDbContext db) =>
        from problem in db.Problems.AsNoTracking()
        join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
        join round in db.Rounds on problem.RoundId equals round.Id
        where ProblemStatuses.Public.Contains(problem.Status)
        orderby problem.ListedAt descending, problem.Id descending
        select new OpenProblem
        {
            Code = problem.Code!,
            Round = round.Code,
            Organisation = organisation.Name,
            OrganisationKind = organisation.Kind,
            PublicIssue = problem.IsPublicIssue,
            Status = problem.Status,
            Title = problem.Content.Title,
            Summary = problem.Content.Summary,
            Detail = problem.Content.Detail,
            Technology = problem.Content.Technology,
            Industry = problem.Content.Industry,
            Region = problem.Content.Region,
            DataSetType = problem.Content.DataSetType,
            Readiness = problem.Content.Readiness,
            TargetMetric = problem.Content.TargetMetric,
            TargetComparator = problem.Content.TargetComparator,
            TargetValue = problem.Content.TargetValue,
            TargetUnit = problem.Content.TargetUnit,
            Resources = problem.Content.Resources,
            IncentiveCash = problem.Content.IncentiveCash.Dollars,
            Vacancies = problem.Content.Vacancies,
            Internships = problem.Content.Internships,
            Difficulty = problem.Difficulty,
            Maturity = problem.Maturity,
            ListedAt = problem.ListedAt!.Value,
        };
}
