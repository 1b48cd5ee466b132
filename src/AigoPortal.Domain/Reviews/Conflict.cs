using AigoPortal.Domain.Problems;

namespace AigoPortal.Domain.Reviews;

/// <summary>A person as far as conflicts of interest go.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Affiliation">School, employer or office.</param>
public sealed record Affiliated(Guid PersonId, string? Affiliation);

/// <summary>Everybody an entry belongs to: the team that solves and the organisation that poses.</summary>
/// <param name="Team">The team's members.</param>
/// <param name="Organisation">The posing organisation's name.</param>
/// <param name="Contacts">The organisation's contact persons.</param>
public sealed record EntryParties(IReadOnlyList<Affiliated> Team, string Organisation, IReadOnlyList<Guid> Contacts);

/// <summary>Conflicts of interest (利益迴避) that can be told from the record; reviewers declare the others.</summary>
public static class Conflict
{
    /// <summary>The reviewer poses the problem, belongs to the team, or shares school or employer with one of the two.</summary>
    public static bool Stands(Affiliated reviewer, EntryParties entry)
    {
        if (entry.Contacts.Contains(reviewer.PersonId) || entry.Team.Any(member => member.PersonId == reviewer.PersonId))
        {
            return true;
        }

        return Normal(reviewer.Affiliation) is { Length: > 0 } house
            && (house == Normal(entry.Organisation) || entry.Team.Any(member => Normal(member.Affiliation) == house));
    }

    private static string Normal(string? name) => Organisation.Normalize(name ?? "");
}
