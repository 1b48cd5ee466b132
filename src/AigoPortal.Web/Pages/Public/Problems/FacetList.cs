using AigoPortal.Domain.Problems;
using AigoPortal.Web.Catalogue;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Rounds;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Pages.Public.Problems;

/// <summary>A facet with its choices, as the filter shows it.</summary>
public sealed record FacetList(Facet Facet, IReadOnlyList<FacetChoice> Choices)
{
    /// <summary>Words posers write themselves may be many; the rarer ones are found by searching.</summary>
    private const int MostChoices = 10;

    /// <summary>The facets of the filter, in their order; the round has a field of its own.</summary>
    public static readonly IReadOnlyList<Facet> Shown =
        [Facet.Industry, Facet.Technology, Facet.PublicIssue, Facet.Reward, Facet.Readiness, Facet.DataType, Facet.Difficulty, Facet.Maturity, Facet.Region];

    /// <summary>Somebody has chosen from it, so it stays open.</summary>
    public bool IsChosen => Choices.Any(choice => choice.IsChosen);

    public static FacetList Of(Facet facet, IReadOnlyList<FacetValue> values, IReadOnlyCollection<string> chosen, IStringLocalizer T)
    {
        var known = values.Where(value => value.Count > 0 || chosen.Contains(value.Value)).ToList();
        var unknown = chosen.Where(value => known.All(one => one.Value != value)).Select(value => new FacetValue(value, 0));
        return new FacetList(facet,
        [
            .. known.Concat(unknown).OrderBy(value => Place(facet, value.Value)).ThenByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal)
                .Take(Math.Max(MostChoices, chosen.Count)).Select(value => new FacetChoice(value.Value, Choice(facet, value.Value, T), value.Count, chosen.Contains(value.Value))),
        ]);
    }

    /// <summary>A value in the reader's language, to be understood without its heading.</summary>
    public static string Label(Facet facet, string value, IStringLocalizer T) => facet switch
    {
        Facet.Readiness => Word<DataReadiness>(value, T),
        Facet.Reward => Word<Reward>(value, T),
        Facet.Difficulty => $"{T.Word(facet)} {Word<Grade>(value, T)}",
        Facet.Maturity => $"{T.Word(facet)} {Word<Grade>(value, T)}",
        Facet.PublicIssue => T["公共議題"],
        _ => Vocabulary.Text(value),
    };

    // Under the facet's own heading a degree needs no further word.
    private static string Choice(Facet facet, string value, IStringLocalizer T) =>
        facet is Facet.Difficulty or Facet.Maturity ? Word<Grade>(value, T) : Label(facet, value, T);

    private static string Word<T>(string value, IStringLocalizer localizer)
        where T : struct, Enum => Enum.TryParse<T>(value, out var member) && Enum.IsDefined(member) ? localizer.Word(member) : value;

    // Degrees stay in their order, everything else goes by number.
    private static int Place(Facet facet, string value) => facet switch
    {
        Facet.Readiness when Enum.TryParse<DataReadiness>(value, out var readiness) => (int)readiness,
        Facet.Reward when Enum.TryParse<Reward>(value, out var reward) => (int)reward,
        Facet.Difficulty or Facet.Maturity when Enum.TryParse<Grade>(value, out var grade) => (int)grade,
        _ => 0,
    };
}

/// <summary>A value to choose, with the number of problems it leaves.</summary>
public sealed record FacetChoice(string Value, string Text, int Count, bool IsChosen);
