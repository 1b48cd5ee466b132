using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Catalogue;
using AigoPortal.Web.Hosting;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Public.Problems;

/// <summary>Everybody looks for a problem to solve. What is looked for stands in the address, so that it can be shared.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class IndexModel(PortalDbContext db, CurrentPerson me, ProblemCatalogue catalogue) : PortalPage
{
    private const int PageSize = 12;
    private const int LongestSearch = 100;
    private const int MostValues = 20;

    /// <summary>The value of <see cref="Facet.Round"/> for every round.</summary>
    public const string EveryRound = "all";

    [BindProperty(SupportsGet = true)]
    public string Q { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public CatalogueOrder Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int P { get; set; } = 1;

    public Round Round { get; private set; } = null!;

    /// <summary>Every round that ever was, the newest first.</summary>
    public IReadOnlyList<KnownRound> Rounds { get; private set; } = [];

    /// <summary>The code of the round shown; <see cref="EveryRound"/> for all.</summary>
    public string RoundCode { get; private set; } = "";

    public IReadOnlyList<Card> Cards { get; private set; } = [];

    public int Count { get; private set; }

    public IReadOnlyList<FacetList> Facets { get; private set; } = [];

    public IReadOnlyList<Chip> Chips { get; private set; } = [];

    public int Pages => (Count + PageSize - 1) / PageSize;

    public bool IsFiltered => Chips.Count > 0;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Q = Written.Line(Q);
        Q = Q.Length > LongestSearch ? Q[..LongestSearch] : Q;
        Round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        Rounds = await db.Rounds.OrderByDescending(round => round.StartsAt).Select(round => new KnownRound(round.Id, round.Code)).ToListAsync(cancellation);
        var chosen = FacetList.Shown.ToDictionary(facet => facet, IReadOnlyCollection<string> (facet) => Chosen(facet));
        var wanted = new Wanted(Q, new Dictionary<Facet, IReadOnlyCollection<string>>(chosen) { [Facet.Round] = RoundIds() }, Sort, await DeadlinesAsync(cancellation), 0, PageSize);
        P = Math.Max(1, P);
        var found = await catalogue.SearchAsync(db, wanted with { Skip = Skip(P) }, cancellation);
        Count = found.Count;
        if (P > 1 && P > Pages)
        {
            P = Math.Max(1, Pages);
            found = await catalogue.SearchAsync(db, wanted with { Skip = Skip(P) }, cancellation);
        }

        Facets = [.. FacetList.Shown.Select(facet => FacetList.Of(facet, found.Facets[facet], chosen[facet], T)).Where(list => list.Choices.Count > 0)];
        Chips = [.. Q.Length > 0 ? [new Chip(T["「{0}」", Q], Without(nameof(Q), Q))] : Array.Empty<Chip>(), .. chosen.SelectMany(facet => facet.Value.Select(value =>
            new Chip(FacetList.Label(facet.Key, value, T), Without(facet.Key.ToString(), value))))];
        Cards = await CardsAsync(found.Ids, cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    private static int Skip(int page) => (int)Math.Min((page - 1L) * PageSize, int.MaxValue);

    private string[] Chosen(Facet facet) =>
        [.. Request.Query[facet.ToString()].Select(Written.Line).Where(value => value.Length is > 0 and <= 200).Distinct(StringComparer.Ordinal).Take(MostValues)];

    private string[] RoundIds()
    {
        var asked = Written.Line(Request.Query[nameof(Round)].FirstOrDefault());
        if (asked == EveryRound)
        {
            RoundCode = EveryRound;
            return [];
        }

        var round = Rounds.FirstOrDefault(round => round.Code == asked) ?? new KnownRound(Round.Id, Round.Code);
        RoundCode = round.Code;
        return [round.Id.ToString()];
    }

    // Those still open first, the nearest deadline before the others.
    private async Task<IReadOnlyList<Guid>> DeadlinesAsync(CancellationToken cancellation)
    {
        if (Sort != CatalogueOrder.Deadline)
        {
            return [];
        }

        var rounds = await db.Rounds.AsNoTracking().ToListAsync(cancellation);
        return [.. rounds.OrderBy(round => round.ConceptDeadline <= me.Now).ThenBy(round => (round.ConceptDeadline - me.Now).Duration()).Select(round => round.Id)];
    }

    private string Without(string name, string value)
    {
        var query = new QueryBuilder(
            from pair in Request.Query
            where !pair.Key.Equals("p", StringComparison.OrdinalIgnoreCase)
            from one in pair.Value
            where !string.IsNullOrEmpty(one) && !(pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase) && (name == nameof(Q) || Written.Line(one) == value))
            select KeyValuePair.Create(pair.Key, one));
        return Request.PathBase + Request.Path + query.ToQueryString().Value;
    }

    private async Task<IReadOnlyList<Card>> CardsAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var cards = await (
            from problem in db.Problems
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            where ids.Contains(problem.Id)
            select new Card(
                problem.Id, problem.Code!, problem.Content.Title, problem.Content.Summary, problem.Content.Technology, problem.Content.Industry,
                problem.Content.DataSetType, problem.Content.Readiness, organisation.Name, problem.IsPublicIssue, problem.Status,
                problem.Content.IncentiveCash, problem.Content.Vacancies, problem.Content.Internships,
                db.Entries.Count(entry => entry.ProblemId == problem.Id && entry.Status != EntryStatus.Withdrawn)))
            .ToDictionaryAsync(card => card.Id, cancellation);
        return [.. ids.Where(cards.ContainsKey).Select(id => cards[id])];
    }

    /// <summary>A problem on its card.</summary>
    public sealed record Card(
        Guid Id, string Code, string Title, string Summary, string Technology, string Industry, string DataSetType, DataReadiness Readiness, string Organisation,
        bool IsPublicIssue, ProblemStatus Status, Twd Cash, int Vacancies, int Internships, int Teams);

    /// <summary>A round to choose.</summary>
    public sealed record KnownRound(Guid Id, string Code);

    /// <summary>A chosen filter, with the address that leaves it out.</summary>
    public sealed record Chip(string Text, string Url);
}
