using System.Globalization;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Rounds;

namespace AigoPortal.Web.Catalogue;

/// <summary>
/// The public problems in memory: an inverted index for words, a set of places for every value of a facet. A place is never used twice;
/// a changed problem gets a new one. Not safe for several threads by itself.
/// </summary>
internal sealed class CatalogueIndex
{
    private static readonly Facet[] Facets = Enum.GetValues<Facet>();
    private static readonly StringComparer ByStroke = StringComparer.Create(CultureInfo.GetCultureInfo(Languages.Chinese), ignoreCase: true);

    private readonly List<CatalogueItem> _items = [];
    private readonly Dictionary<Guid, int> _places = [];
    private readonly Dictionary<Facet, Dictionary<string, Bits>> _values = Facets.ToDictionary(facet => facet, _ => new Dictionary<string, Bits>(StringComparer.Ordinal));
    private readonly Bits _alive = new();
    private readonly TermIndex _titles = new();
    private readonly TermIndex _texts = new();
    private readonly Dictionary<CatalogueOrder, (List<int> Places, Comparer<int> Comparer)> _orders;

    public CatalogueIndex(IEnumerable<CatalogueItem> items)
    {
        var newest = Comparer<int>.Create((one, other) => Newest(_items[one], _items[other]));
        var title = Comparer<int>.Create((one, other) => ByStroke.Compare(_items[one].Title, _items[other].Title) is var order and not 0 ? order : newest.Compare(one, other));
        var reward = Comparer<int>.Create((one, other) => _items[other].Cash.CompareTo(_items[one].Cash) is var order and not 0 ? order : newest.Compare(one, other));
        _orders = new()
        {
            [CatalogueOrder.Newest] = ([], newest),
            [CatalogueOrder.Title] = ([], title),
            [CatalogueOrder.Reward] = ([], reward),
        };
        foreach (var item in items)
        {
            Place(item);
        }

        foreach (var (places, comparer) in _orders.Values)
        {
            places.AddRange(Enumerable.Range(0, _items.Count));
            places.Sort(comparer);
        }
    }

    public int Alive => _places.Count;

    /// <summary>More places are given up than taken: time to begin anew.</summary>
    public bool IsWorn => _items.Count > 1000 && _items.Count > 2 * _places.Count;

    public IEnumerable<CatalogueItem> Items => _places.Values.Order().Select(place => _items[place]);

    public IEnumerable<Guid> OfOrganisations(IReadOnlySet<Guid> ids) => _places.Where(known => ids.Contains(_items[known.Value].OrganisationId)).Select(known => known.Key);

    /// <summary>A round's problems, in no order.</summary>
    public IEnumerable<CatalogueItem> OfRound(Guid roundId)
    {
        var places = Any(Facet.Round, [roundId.ToString()]);
        places.Keep(_alive);
        return places.Select(place => _items[place]);
    }

    public void Add(CatalogueItem item)
    {
        Remove(item.Id);
        var place = Place(item);
        foreach (var (places, comparer) in _orders.Values)
        {
            var at = places.BinarySearch(place, comparer);
            places.Insert(at < 0 ? ~at : at, place);
        }
    }

    public void Remove(Guid id)
    {
        if (_places.Remove(id, out var place))
        {
            _alive.Remove(place);
        }
    }

    public Found Search(Wanted wanted)
    {
        var (matching, inTitle) = Matching(WrittenText.Words(wanted.Words));
        var chosen = wanted.Values.Where(values => values.Value.Count > 0).ToDictionary(values => values.Key, values => Any(values.Key, values.Value));
        var found = Narrowed(matching, chosen, except: null);
        var facets = Facets.ToDictionary(facet => facet, facet => Counted(facet, chosen.ContainsKey(facet) ? Narrowed(matching, chosen, facet) : found));
        return new Found(Page(found, inTitle, wanted), found.Count, facets);
    }

    /// <summary>The newest that share a value of a facet.</summary>
    public IReadOnlyList<Guid> Like(Guid id, IReadOnlyList<Facet> facets, int take)
    {
        if (!_places.TryGetValue(id, out var own))
        {
            return [];
        }

        var item = _items[own];
        var sets = facets.Select(facet => Any(facet, [.. item.ValuesOf(facet)])).ToList();
        foreach (var set in sets)
        {
            set.Keep(Any(Facet.Round, [item.RoundId.ToString()]));
            set.Keep(_alive);
            set.Remove(own);
        }

        // Those that share everything come first.
        var close = sets[0].Copy();
        sets.ForEach(close.Keep);
        var far = sets[0].Copy();
        sets.ForEach(far.Join);
        far.Drop(close);
        var newest = _orders[CatalogueOrder.Newest].Places;
        return [.. newest.Where(place => close[place]).Concat(newest.Where(place => far[place])).Take(take).Select(place => _items[place].Id)];
    }

    private static int Newest(CatalogueItem one, CatalogueItem other) =>
        other.ListedAt.CompareTo(one.ListedAt) is var order and not 0 ? order : other.Id.CompareTo(one.Id);

    private int Place(CatalogueItem item)
    {
        var place = _items.Count;
        _items.Add(item);
        _places[item.Id] = place;
        _alive.Add(place);
        _titles.Add(WrittenText.Comparable(item.Title));
        _texts.Add(WrittenText.Comparable($"{item.Summary} {item.Organisation} {Vocabulary.Both(item.Industry)} {Vocabulary.Both(item.Technology)} {item.Code}"));
        foreach (var facet in Facets)
        {
            foreach (var value in item.ValuesOf(facet))
            {
                if (!_values[facet].TryGetValue(value, out var places))
                {
                    _values[facet].Add(value, places = new Bits());
                }

                places.Add(place);
            }
        }

        return place;
    }

    // Every word is found somewhere; those that have every word in the title stand out.
    private (Bits Matching, Bits? InTitle) Matching(IReadOnlyList<string> words)
    {
        var matching = _alive.Copy();
        if (words.Count == 0)
        {
            return (matching, null);
        }

        var inTitle = _alive.Copy();
        foreach (var word in words)
        {
            var titles = _titles.Find(word);
            inTitle.Keep(titles);
            titles.Join(_texts.Find(word));
            matching.Keep(titles);
        }

        return (matching, inTitle);
    }

    private Bits Any(Facet facet, IReadOnlyCollection<string> values)
    {
        var any = new Bits(_items.Count);
        foreach (var value in values)
        {
            if (_values[facet].TryGetValue(value, out var places))
            {
                any.Join(places);
            }
        }

        return any;
    }

    private static Bits Narrowed(Bits matching, Dictionary<Facet, Bits> chosen, Facet? except)
    {
        var narrowed = matching.Copy();
        foreach (var (facet, places) in chosen)
        {
            if (facet != except)
            {
                narrowed.Keep(places);
            }
        }

        return narrowed;
    }

    private IReadOnlyList<FacetValue> Counted(Facet facet, Bits within) =>
        [.. _values[facet].Select(value => new FacetValue(value.Key, value.Value.CountShared(within)))];

    private List<Guid> Page(Bits found, Bits? inTitle, Wanted wanted)
    {
        IEnumerable<int> places = wanted.Order switch
        {
            CatalogueOrder.Deadline => wanted.RoundsByDeadline.SelectMany(round => Within(found, Any(Facet.Round, [round.ToString()]), CatalogueOrder.Newest)),
            CatalogueOrder.Newest when inTitle is not null => Within(found, inTitle, CatalogueOrder.Newest).Concat(Beyond(found, inTitle)),
            _ => _orders[wanted.Order].Places.Where(place => found[place]),
        };
        return [.. places.Skip(wanted.Skip).Take(wanted.Take).Select(place => _items[place].Id)];
    }

    private IEnumerable<int> Within(Bits found, Bits part, CatalogueOrder order)
    {
        var both = found.Copy();
        both.Keep(part);
        return both.Count == 0 ? [] : _orders[order].Places.Where(place => both[place]);
    }

    private IEnumerable<int> Beyond(Bits found, Bits part)
    {
        var rest = found.Copy();
        rest.Drop(part);
        return rest.Count == 0 ? [] : _orders[CatalogueOrder.Newest].Places.Where(place => rest[place]);
    }
}
