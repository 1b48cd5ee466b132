using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Reviews;

namespace AigoPortal.Web.Demo;

/// <summary>Demo/demonstration.json: invented organisations, people, teams and problems.</summary>
internal sealed record DemonstrationFile(
    IReadOnlyList<DemonstrationOrganisation> Organisations,
    IReadOnlyDictionary<string, IReadOnlyList<DemonstrationTeam>> Teams,
    IReadOnlyList<DemonstrationReviewer> Reviewers)
{
    public static DemonstrationFile Read() => EmbeddedText.Read<DemonstrationFile>("demonstration.json");
}

/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Contact">Name and gender of the contact person, such as 周怡君|Female.</param>
/// <param name="Email">The contact's address, when it is to be an easy one.</param>
/// <param name="Problems">What it poses.</param>
internal sealed record DemonstrationOrganisation(
    string Name, OrganisationKind Kind, string Contact, string? Email, IReadOnlyList<DemonstrationProblem> Problems);

internal sealed record DemonstrationProblem(
    string Key, string Title, string Summary, string Pain, string Wish, string Tech, string Industry, string Region, string Type, DataReadiness Ready,
    string ReadyNote, string Metric, TargetComparator Op, decimal Value, string Unit, string Resources, long Cash, int Jobs, int Interns, string? Note,
    DemonstrationDataSet? Set);

internal sealed record DemonstrationDataSet(
    string Name, string Fields, string Encoding, string FileType, string Volume, DateOnly From, DateOnly To, DataDelivery Delivery);

/// <param name="Name">Its name.</param>
/// <param name="Introduction">What it says of itself.</param>
/// <param name="Members">Name, gender, affiliation, birthday and, unless TW, nationality, with | between; or the name alone of somebody known. The first leads.</param>
internal sealed record DemonstrationTeam(string Name, string Introduction, IReadOnlyList<string> Members);

internal sealed record DemonstrationReviewer(string Name, Gender Gender, string Affiliation, ReviewerKind Kind, string? Email);
