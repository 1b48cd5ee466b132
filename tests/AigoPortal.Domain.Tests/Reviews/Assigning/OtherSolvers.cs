using AigoPortal.Domain.Reviews.Assigning;

namespace AigoPortal.Domain.Tests.Reviews.Assigning;

/// <summary>Other ways to the same optimum, to check the solver against: slow, and nothing of it is shared.</summary>
internal static class OtherSolvers
{
    /// <summary>The best there is, by trying everything: squares of the loads first, then the cost.</summary>
    public static (long Squares, long Cost) ByTryingEverything(AssignmentTask task)
    {
        var best = (Squares: long.MaxValue, Cost: long.MaxValue);
        var loads = new int[task.Reviewers];
        Try(0, 0);
        return best;

        void Try(int entry, long cost)
        {
            if (entry == task.Entries)
            {
                var squares = loads.Sum(load => (long)load * load);
                best = (squares, cost).CompareTo(best) < 0 ? (squares, cost) : best;
                return;
            }

            var locked = Reviewers(task).Where(reviewer => task.IsLocked(entry, reviewer)).ToList();
            var open = Reviewers(task).Where(reviewer => !task.IsLocked(entry, reviewer) && !task.IsBarred(entry, reviewer)).ToList();
            var need = Math.Clamp(task.ReviewsPerEntry - locked.Count, 0, open.Count);
            for (var chosen = 0; chosen < 1 << open.Count; chosen++)
            {
                if (System.Numerics.BitOperations.PopCount((uint)chosen) != need)
                {
                    continue;
                }

                List<int> taken = [.. locked, .. open.Where((_, place) => (chosen & (1 << place)) != 0)];
                taken.ForEach(reviewer => loads[reviewer]++);
                Try(entry + 1, cost + taken.Sum(reviewer => task.CostOf(entry, reviewer)));
                taken.ForEach(reviewer => loads[reviewer]--);
            }
        }
    }

    /// <summary>The best there is, by successive shortest paths over the whole network, one review at a time, with Bellman and Ford over plain lists of arcs.</summary>
    public static (long Squares, long Cost) ByShortestPaths(AssignmentTask task)
    {
        // 0 source, then entries, then reviewers, then the sink.
        var (firstReviewer, sink) = (1 + task.Entries, 1 + task.Entries + task.Reviewers);
        var arcs = new List<(int From, int To, long Cost)>();
        var capacity = new List<int>();
        const long Step = 1_000_000_000;
        long cost = 0;
        var loads = new int[task.Reviewers];
        for (var entry = 0; entry < task.Entries; entry++)
        {
            var (locked, open) = (0, 0);
            foreach (var reviewer in Reviewers(task))
            {
                if (task.IsLocked(entry, reviewer))
                {
                    locked++;
                    loads[reviewer]++;
                    cost += task.CostOf(entry, reviewer);
                }
                else if (!task.IsBarred(entry, reviewer))
                {
                    open++;
                    Arc(1 + entry, firstReviewer + reviewer, 1, task.CostOf(entry, reviewer));
                }
            }

            Arc(0, 1 + entry, Math.Clamp(task.ReviewsPerEntry - locked, 0, open), 0);
        }

        foreach (var reviewer in Reviewers(task))
        {
            for (var place = loads[reviewer]; place < loads[reviewer] + task.Entries; place++)
            {
                Arc(firstReviewer + reviewer, sink, 1, Step * ((2 * place) + 1));
            }
        }

        while (Augment() is { } path)
        {
            foreach (var arc in path)
            {
                capacity[arc]--;
                capacity[arc ^ 1]++;
                cost += arcs[arc].Cost % Step;
                if (arcs[arc].To == sink)
                {
                    loads[arcs[arc].From - firstReviewer]++;
                }
            }
        }

        return (loads.Sum(load => (long)load * load), cost);

        void Arc(int from, int to, int most, long price)
        {
            arcs.AddRange([(from, to, price), (to, from, -price)]);
            capacity.AddRange([most, 0]);
        }

        List<int>? Augment()
        {
            var distance = Enumerable.Repeat(long.MaxValue / 2, sink + 1).ToArray();
            var by = Enumerable.Repeat(-1, sink + 1).ToArray();
            distance[0] = 0;
            for (var changed = true; changed;)
            {
                changed = false;
                for (var arc = 0; arc < arcs.Count; arc++)
                {
                    var (from, to, price) = arcs[arc];
                    if (capacity[arc] > 0 && distance[from] < long.MaxValue / 2 && distance[from] + price < distance[to])
                    {
                        (distance[to], by[to], changed) = (distance[from] + price, arc, true);
                    }
                }
            }

            if (by[sink] < 0)
            {
                return null;
            }

            var path = new List<int>();
            for (var node = sink; node != 0; node = arcs[by[node]].From)
            {
                path.Add(by[node]);
            }

            return path;
        }
    }

    /// <summary>Whether the residual graph of an assignment has no cycle that lowers cost (Floyd and Warshall over reviewers and the sink).</summary>
    public static bool HasNoNegativeCycle(AssignmentTask task, Assignment assignment)
    {
        var (size, given) = (task.Reviewers + 1, assignment.Pairs.ToHashSet());
        var step = (decimal)AssignmentTask.HighestCost * task.Entries * task.Reviewers * 4;
        var arcs = new decimal[size, size];
        for (var from = 0; from < size; from++)
        {
            for (var to = 0; to < size; to++)
            {
                arcs[from, to] = from == to ? 0 : decimal.MaxValue / 1_000_000;
            }
        }

        foreach (var (entry, from) in assignment.Pairs)
        {
            arcs[size - 1, from] = -step * ((2 * assignment.Loads[from]) - 1);
            foreach (var to in Reviewers(task).Where(to => !given.Contains((entry, to)) && !task.IsBarred(entry, to) && !task.IsLocked(entry, to)))
            {
                arcs[from, to] = Math.Min(arcs[from, to], task.CostOf(entry, to) - task.CostOf(entry, from));
            }
        }

        foreach (var reviewer in Reviewers(task))
        {
            arcs[reviewer, size - 1] = step * ((2 * assignment.Loads[reviewer]) + 1);
        }

        for (var over = 0; over < size; over++)
        {
            for (var from = 0; from < size; from++)
            {
                for (var to = 0; to < size; to++)
                {
                    arcs[from, to] = Math.Min(arcs[from, to], arcs[from, over] + arcs[over, to]);
                }
            }
        }

        return Enumerable.Range(0, size).All(node => arcs[node, node] >= 0);
    }

    private static IEnumerable<int> Reviewers(AssignmentTask task) => Enumerable.Range(0, task.Reviewers);
}
