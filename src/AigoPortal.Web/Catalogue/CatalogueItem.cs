using AigoPortal.Domain.Money;
using AigoPortal.Domain.Problems;

namespace AigoPortal.Web.Catalogue;

/// <summary>What a problem is found and sorted by.</summary>
public sealed record CatalogueItem(
    Guid Id, Guid OrganisationId, Guid RoundId, string Title, string Summary, string Organisation, string Industry, string Technology, string DataType,
    DataReadiness Readiness, Grade? Difficulty, Grade? Maturity, string Region, bool IsPublicIssue, Twd Cash, int Vacancies, int Internships,
    DateTimeOffset ListedAt, string Code, DataReadiness GradedReadiness, bool IsListed)
{
    /// <summary>Teams may apply, as far as the problem goes.</summary>
    public bool TakesTeams => IsListed && GradedReadiness != DataReadiness.None;

    internal IEnumerable<string> ValuesOf(Facet facet) => facet switch
    {
        Facet.Round => [RoundId.ToString()],
        Facet.Industry => Given(Industry),
        Facet.Technology => Given(Technology),
        Facet.DataType => Given(DataType),
        Facet.Readiness => [Readiness.ToString()],
        Facet.Difficulty => Difficulty is { } grade ? [grade.ToString()] : [],
        Facet.Maturity => Maturity is { } grade ? [grade.ToString()] : [],
        Facet.Region => Given(Region),
        Facet.PublicIssue => IsPublicIssue ? ["true"] : [],
        _ => Rewards(),
    };

    private static string[] Given(string value) => value.Length > 0 ? [value] : [];

    private IEnumerable<string> Rewards()
    {
        if (Cash > Twd.Zero)
        {
            yield return nameof(Reward.Cash);
        }

        if (Vacancies > 0)
        {
            yield return nameof(Reward.Vacancies);
        }

        if (Internships > 0)
        {
            yield return nameof(Reward.Internships);
        }
    }
}
