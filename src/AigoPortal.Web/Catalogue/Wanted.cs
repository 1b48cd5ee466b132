using System.ComponentModel;

namespace AigoPortal.Web.Catalogue;

/// <summary>What the catalogue can be narrowed down by.</summary>
public enum Facet
{
    [Description("場")]
    Round,

    [Description("行業")]
    Industry,

    [Description("技術")]
    Technology,

    [Description("資料集型態")]
    DataType,

    [Description("資料就緒度")]
    Readiness,

    [Description("難度")]
    Difficulty,

    [Description("成熟度")]
    Maturity,

    [Description("公共議題")]
    PublicIssue,

    [Description("區域")]
    Region,

    [Description("獎勵誘因")]
    Reward,
}

/// <summary>What a poser adds to the awards.</summary>
public enum Reward
{
    [Description("加碼獎金")]
    Cash,

    [Description("職缺")]
    Vacancies,

    [Description("實習")]
    Internships,
}

/// <summary>In which order problems are shown.</summary>
public enum CatalogueOrder
{
    [Description("最新上架")]
    Newest,

    [Description("題目名稱")]
    Title,

    [Description("加碼獎金高到低")]
    Reward,

    [Description("構想收件截止近到遠")]
    Deadline,
}

/// <summary>What somebody looks for: words that all have to be found, and for each facet the values of which one has to fit.</summary>
/// <param name="Words">As typed.</param>
/// <param name="Values">Chosen values of facets; a facet without any is left out.</param>
/// <param name="Order">The order of the result.</param>
/// <param name="RoundsByDeadline">Rounds in the order of their deadlines; for that order only.</param>
/// <param name="Skip">How many to leave out.</param>
/// <param name="Take">How many to show.</param>
public sealed record Wanted(
    string Words, IReadOnlyDictionary<Facet, IReadOnlyCollection<string>> Values, CatalogueOrder Order, IReadOnlyList<Guid> RoundsByDeadline, int Skip, int Take);

/// <summary>What was found.</summary>
/// <param name="Ids">The problems of the page, in order.</param>
/// <param name="Count">How many there are on all pages.</param>
/// <param name="Facets">For each facet its values, each with the number of problems it would leave.</param>
public sealed record Found(IReadOnlyList<Guid> Ids, int Count, IReadOnlyDictionary<Facet, IReadOnlyList<FacetValue>> Facets);

/// <summary>A value of a facet.</summary>
public sealed record FacetValue(string Value, int Count);
