namespace AigoPortal.Web.Catalogue;

/// <summary>
/// An inverted index of texts by their pairs of neighbouring characters: Chinese has no blanks between words, and a part of a word is found as
/// quickly as a whole one.
/// </summary>
internal sealed class TermIndex
{
    /// <summary>Below this it is quicker to read the texts than to narrow them down further.</summary>
    private const int FewEnough = 64;

    private readonly Dictionary<char, Dictionary<char, List<int>>> _pairs = [];
    private readonly List<string> _texts = [];

    /// <summary>Adds the text of the next place.</summary>
    public void Add(string text)
    {
        var place = _texts.Count;
        _texts.Add(text);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != ' ')
            {
                Note(text[at], at + 1 < text.Length ? text[at + 1] : ' ', place);
            }
        }
    }

    /// <summary>The places whose text has the word in it.</summary>
    public Bits Find(string word)
    {
        var found = new Bits(_texts.Count);
        if (!_pairs.TryGetValue(word[0], out var followers))
        {
            return found;
        }

        if (word.Length == 1)
        {
            foreach (var place in followers.Values.SelectMany(places => places))
            {
                found.Add(place);
            }

            return found;
        }

        foreach (var place in Candidates(word))
        {
            if (word.Length == 2 || _texts[place].Contains(word, StringComparison.Ordinal))
            {
                found.Add(place);
            }
        }

        return found;
    }

    private List<int> Candidates(string word)
    {
        var lists = new List<List<int>>();
        for (var at = 0; at + 1 < word.Length; at++)
        {
            if (!_pairs.TryGetValue(word[at], out var followers) || !followers.TryGetValue(word[at + 1], out var places))
            {
                return [];
            }

            lists.Add(places);
        }

        lists.Sort((one, other) => one.Count.CompareTo(other.Count));
        var candidates = lists[0];
        foreach (var list in lists.Skip(1).TakeWhile(_ => candidates.Count > FewEnough))
        {
            candidates = Shared(candidates, list);
        }

        return candidates;
    }

    private void Note(char first, char second, int place)
    {
        if (!_pairs.TryGetValue(first, out var followers))
        {
            _pairs.Add(first, followers = []);
        }

        if (!followers.TryGetValue(second, out var places))
        {
            followers.Add(second, places = new List<int>(1));
        }

        if (places.Count == 0 || places[^1] != place)
        {
            places.Add(place);
        }
    }

    // Both are in order.
    private static List<int> Shared(List<int> few, List<int> many)
    {
        var shared = new List<int>(few.Count);
        for (int one = 0, other = 0; one < few.Count && other < many.Count;)
        {
            if (few[one] == many[other])
            {
                shared.Add(few[one]);
                (one, other) = (one + 1, other + 1);
            }
            else if (few[one] < many[other])
            {
                one++;
            }
            else
            {
                other++;
            }
        }

        return shared;
    }
}
