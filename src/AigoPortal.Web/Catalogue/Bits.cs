using System.Numerics;

namespace AigoPortal.Web.Catalogue;

/// <summary>A set of places in the catalogue, one bit each; it grows as places are added.</summary>
internal sealed class Bits
{
    private ulong[] _words;

    public Bits(int places = 0) => _words = new ulong[(places + 63) / 64];

    private Bits(ulong[] words) => _words = words;

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in _words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    public bool this[int place] => place / 64 < _words.Length && (_words[place / 64] & (1UL << (place % 64))) != 0;

    public void Add(int place)
    {
        if (place / 64 >= _words.Length)
        {
            Array.Resize(ref _words, Math.Max((place / 64) + 1, _words.Length * 2));
        }

        _words[place / 64] |= 1UL << (place % 64);
    }

    public void Remove(int place)
    {
        if (place / 64 < _words.Length)
        {
            _words[place / 64] &= ~(1UL << (place % 64));
        }
    }

    /// <summary>Something of every place.</summary>
    public IEnumerable<T> Select<T>(Func<int, T> each)
    {
        for (var word = 0; word < _words.Length; word++)
        {
            for (var left = _words[word]; left != 0; left &= left - 1)
            {
                yield return each((word * 64) + BitOperations.TrailingZeroCount(left));
            }
        }
    }

    public Bits Copy() => new([.. _words]);

    public void Keep(Bits others)
    {
        var shared = Math.Min(_words.Length, others._words.Length);
        for (var word = 0; word < shared; word++)
        {
            _words[word] &= others._words[word];
        }

        Array.Clear(_words, shared, _words.Length - shared);
    }

    public void Drop(Bits others)
    {
        for (var word = 0; word < Math.Min(_words.Length, others._words.Length); word++)
        {
            _words[word] &= ~others._words[word];
        }
    }

    public void Join(Bits others)
    {
        if (others._words.Length > _words.Length)
        {
            Array.Resize(ref _words, others._words.Length);
        }

        for (var word = 0; word < others._words.Length; word++)
        {
            _words[word] |= others._words[word];
        }
    }

    /// <summary>How many places are in both, without making a third set.</summary>
    public int CountShared(Bits others)
    {
        var count = 0;
        for (var word = 0; word < Math.Min(_words.Length, others._words.Length); word++)
        {
            count += BitOperations.PopCount(_words[word] & others._words[word]);
        }

        return count;
    }
}
