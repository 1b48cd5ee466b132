namespace AigoPortal.Web.Pages.Poser.Problems;

/// <summary>A section of the form: its heading, its anchor, and how many answers it still lacks.</summary>
public sealed record FormSection(string Title, string Anchor, int Missing)
{
    private static readonly (string Anchor, string[] Fields)[] Parts =
    [
        ("organisation", ["OrganisationName", "OrganisationKind", "ContactName", "ContactPhone", "ContactEmail"]),
        ("problem", ["Title", "Summary", "Detail", "Technology", "Industry", "Region", "TargetMetric", "TargetComparator", "TargetValue", "TargetUnit"]),
        ("data", ["DataSetType", "Readiness", "ReadinessDetail", "DataSets"]),
        ("resources", ["Resources", "IncentiveCash", "Vacancies", "Internships", "IncentiveNote"]),
        ("briefing", ["Briefing"]),
    ];

    /// <summary>The sections of a form as it is filled in now; titles are given in their order.</summary>
    public static IReadOnlyList<FormSection> Of(ProblemInput input, params string[] titles)
    {
        var wrong = new ProblemInputValidator().Validate(input).Errors.Concat(new CompleteProblemValidator().Validate(input).Errors)
            .Select(error => error.PropertyName).Distinct(StringComparer.Ordinal).ToList();
        return [.. Parts.Zip(titles, (part, title) => new FormSection(title, part.Anchor, wrong.Count(name => part.Fields.Contains(name.Split('[')[0]))))];
    }
}
