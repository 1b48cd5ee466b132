namespace AigoPortal.Domain.Reviews.Assigning;

/// <summary>Orders that follow from a seed alone, today and in ten years (SplitMix64 and Fisher–Yates).</summary>
internal sealed class SeededOrder(int seed)
{
    private ulong _state = unchecked((ulong)seed);

    /// <summary>The numbers from 0 to <paramref name="count"/> − 1 in an order of the seed's.</summary>
    public int[] Of(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var i = count - 1; i > 0; i--)
        {
            var other = (int)(Next() % (ulong)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    private ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
