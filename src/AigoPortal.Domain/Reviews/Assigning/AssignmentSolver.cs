namespace AigoPortal.Domain.Reviews.Assigning;

/// <summary>
/// Finds the best assignment exactly, as a flow of least cost from entries over reviewers to one sink, whose last arcs cost the more the fuller a reviewer is: even loads
/// come before any cost of pairs, and reviewers have no hard limit, so an entry falls short only when conflicts leave it too few reviewers.
/// It starts where every entry has its cheapest reviewers at fixed prices of reviewers, which is optimal for the loads that come of it, and then sends entries along shortest
/// paths of the residual graph from one reviewer to another while that lowers the whole. As there are few reviewers, the graph is kept contracted to them: the arc from one
/// reviewer to another is the entry that costs least to hand over. No cycle among reviewers ever has a negative cost; when no path lowers the whole any more, nothing does.
/// A seed orders entries and reviewers, which chooses among assignments that are equally good.
/// </summary>
public sealed class AssignmentSolver
{
    private const int None = int.MaxValue / 4;
    private const int PriceRounds = 40;

    private readonly int _entries;
    private readonly int _reviewers;
    private readonly int[] _entryOrder;
    private readonly int[] _reviewerOrder;
    private readonly AssignmentTask _task;
    private readonly int[] _costs; // by place in the seeded order: entry × reviewers + reviewer
    private readonly bool[] _closed; // barred or locked: never given or taken
    private readonly bool[] _given;
    private readonly int[] _needs;
    private readonly int[] _loads;
    private readonly List<int>[] _held; // entries that a reviewer can hand over
    private readonly int[] _arc; // least cost of handing an entry from one reviewer to another
    private readonly int[] _via; // the entry
    private readonly long _evenness; // one step towards even loads is worth more than all pairs together

    private AssignmentSolver(AssignmentTask task, int seed)
    {
        _task = task;
        (_entries, _reviewers) = (task.Entries, task.Reviewers);
        var order = new SeededOrder(seed);
        (_entryOrder, _reviewerOrder) = (order.Of(_entries), order.Of(_reviewers));
        (_costs, _closed, _given) = (new int[_entries * _reviewers], new bool[_entries * _reviewers], new bool[_entries * _reviewers]);
        (_needs, _loads) = (new int[_entries], new int[_reviewers]);
        (_arc, _via) = (new int[_reviewers * _reviewers], new int[_reviewers * _reviewers]);
        _held = [.. Enumerable.Range(0, _reviewers).Select(_ => new List<int>())];
        long dearest = 0;
        for (var entry = 0; entry < _entries; entry++)
        {
            var locked = 0;
            var open = 0;
            for (var reviewer = 0; reviewer < _reviewers; reviewer++)
            {
                var (own, theirs, at) = (_entryOrder[entry], _reviewerOrder[reviewer], (entry * _reviewers) + reviewer);
                _costs[at] = task.CostOf(own, theirs);
                dearest = Math.Max(dearest, _costs[at]);
                var isLocked = task.IsLocked(own, theirs);
                _closed[at] = isLocked || task.IsBarred(own, theirs);
                locked += isLocked ? 1 : 0;
                open += _closed[at] ? 0 : 1;
                _loads[reviewer] += isLocked ? 1 : 0;
            }

            _needs[entry] = Math.Clamp(task.ReviewsPerEntry - locked, 0, open);
        }

        _evenness = (dearest * _needs.Sum(need => (long)need)) + 1;
    }

    /// <summary>The best assignment; the same for the same task and seed.</summary>
    public static Assignment Solve(AssignmentTask task, int seed)
    {
        ArgumentNullException.ThrowIfNull(task);
        var solver = new AssignmentSolver(task, seed);
        solver.Begin();
        solver.Even();
        return solver.Result();
    }

    // Prices rise for reviewers who are asked for too often, so that the cheapest choice is nearly even already. Whatever the prices, the choice is optimal for its own loads.
    private void Begin()
    {
        var prices = new double[_reviewers];
        double[]? best = null;
        var evenest = long.MaxValue;
        var fair = (_needs.Sum() + _loads.Sum()) / (double)Math.Max(1, _reviewers);
        var step = _costs.Length == 0 ? 0 : Math.Max(1, _costs.Max() / 4.0) / Math.Max(1, fair);
        var chosen = new int[_reviewers];
        for (var round = 0; round < PriceRounds; round++)
        {
            _loads.CopyTo(chosen, 0);
            ChooseCheapest(prices, (_, reviewer) => chosen[reviewer]++);
            var spread = chosen.Sum(load => (long)load * load);
            if (spread < evenest)
            {
                (evenest, best) = (spread, [.. prices]);
            }

            for (var reviewer = 0; reviewer < _reviewers; reviewer++)
            {
                prices[reviewer] += (chosen[reviewer] - fair) * step;
            }

            step *= 0.93;
        }

        ChooseCheapest(best ?? prices, Give);
        for (var reviewer = 0; reviewer < _reviewers; reviewer++)
        {
            Contract(reviewer);
        }
    }

    private void ChooseCheapest(double[] prices, Action<int, int> choose)
    {
        var most = _needs.Length == 0 ? 0 : _needs.Max();
        Span<int> places = most <= 64 ? stackalloc int[most] : new int[most];
        Span<double> dear = most <= 64 ? stackalloc double[most] : new double[most];
        for (var entry = 0; entry < _entries; entry++)
        {
            var (need, found) = (_needs[entry], 0);
            for (var reviewer = 0; reviewer < _reviewers && need > 0; reviewer++)
            {
                var at = (entry * _reviewers) + reviewer;
                var cost = _costs[at] + prices[reviewer];
                if (_closed[at] || (found == need && cost >= dear[found - 1]))
                {
                    continue;
                }

                var place = found < need ? found++ : found - 1;
                for (; place > 0 && dear[place - 1] > cost; place--)
                {
                    (dear[place], places[place]) = (dear[place - 1], places[place - 1]);
                }

                (dear[place], places[place]) = (cost, reviewer);
            }

            foreach (var reviewer in places[..found])
            {
                choose(entry, reviewer);
            }
        }
    }

    private void Give(int entry, int reviewer)
    {
        _given[(entry * _reviewers) + reviewer] = true;
        _held[reviewer].Add(entry);
        _loads[reviewer]++;
    }

    private void Even()
    {
        var distances = new long[_reviewers];
        var before = new int[_reviewers];
        var waiting = new Queue<int>(_reviewers);
        var waits = new bool[_reviewers];
        while (true)
        {
            FindPaths(distances, before, waiting, waits);
            var (end, gain) = (-1, 0L);
            for (var reviewer = 0; reviewer < _reviewers; reviewer++)
            {
                if (before[reviewer] >= 0 && distances[reviewer] + (_evenness * ((2L * _loads[reviewer]) + 1)) is var change && change < gain)
                {
                    (end, gain) = (reviewer, change);
                }
            }

            if (end < 0)
            {
                return;
            }

            HandOver(end, before);
        }
    }

    // Shortest paths that begin by taking an entry from anybody (Bellman and Ford, by a queue): no cycle is negative, so it ends.
    private void FindPaths(long[] distances, int[] before, Queue<int> waiting, bool[] waits)
    {
        for (var reviewer = 0; reviewer < _reviewers; reviewer++)
        {
            distances[reviewer] = _held[reviewer].Count > 0 ? -_evenness * ((2L * _loads[reviewer]) - 1) : long.MaxValue / 2;
            before[reviewer] = -1;
            if (_held[reviewer].Count > 0)
            {
                waiting.Enqueue(reviewer);
                waits[reviewer] = true;
            }
        }

        while (waiting.TryDequeue(out var from))
        {
            waits[from] = false;
            var (reached, row) = (distances[from], from * _reviewers);
            for (var to = 0; to < _reviewers; to++)
            {
                if (_arc[row + to] < None / 2 && reached + _arc[row + to] < distances[to])
                {
                    (distances[to], before[to]) = (reached + _arc[row + to], from);
                    if (!waits[to])
                    {
                        waiting.Enqueue(to);
                        waits[to] = true;
                    }
                }
            }
        }
    }

    private void HandOver(int end, int[] before)
    {
        var steps = new List<(int Entry, int From, int To)>();
        for (var to = end; before[to] >= 0; to = before[to])
        {
            steps.Add((_via[(before[to] * _reviewers) + to], before[to], to));
        }

        foreach (var (entry, from, to) in steps)
        {
            _given[(entry * _reviewers) + from] = false;
            _given[(entry * _reviewers) + to] = true;
            _held[from].Remove(entry);
            _held[to].Add(entry);
        }

        _loads[end]++;
        _loads[steps[^1].From]--;
        Contract(end);
        foreach (var (entry, from, to) in steps)
        {
            Contract(from);
            for (var other = 0; other < _reviewers; other++)
            {
                if (other != to && _given[(entry * _reviewers) + other])
                {
                    Contract(other, from);
                    Contract(other, to);
                }
            }
        }
    }

    private void Contract(int from)
    {
        var row = from * _reviewers;
        Array.Fill(_arc, None, row, _reviewers);
        foreach (var entry in _held[from])
        {
            var (at, own) = (entry * _reviewers, _costs[(entry * _reviewers) + from]);
            for (var to = 0; to < _reviewers; to++)
            {
                if (_costs[at + to] - own < _arc[row + to] && !_given[at + to] && !_closed[at + to])
                {
                    (_arc[row + to], _via[row + to]) = (_costs[at + to] - own, entry);
                }
            }
        }
    }

    private void Contract(int from, int to)
    {
        var cell = (from * _reviewers) + to;
        _arc[cell] = None;
        foreach (var entry in _held[from])
        {
            var at = entry * _reviewers;
            if (_costs[at + to] - _costs[at + from] < _arc[cell] && !_given[at + to] && !_closed[at + to])
            {
                (_arc[cell], _via[cell]) = (_costs[at + to] - _costs[at + from], entry);
            }
        }
    }

    private Assignment Result()
    {
        var pairs = new List<(int Entry, int Reviewer)>();
        var shortfalls = new List<Shortfall>();
        var loads = new int[_reviewers];
        long cost = 0;
        for (var entry = 0; entry < _entries; entry++)
        {
            var has = 0;
            for (var reviewer = 0; reviewer < _reviewers; reviewer++)
            {
                var (own, theirs, at) = (_entryOrder[entry], _reviewerOrder[reviewer], (entry * _reviewers) + reviewer);
                var isLocked = _task.IsLocked(own, theirs);
                if (_given[at])
                {
                    pairs.Add((own, theirs));
                }

                if (_given[at] || isLocked)
                {
                    cost += _costs[at];
                    has++;
                }
            }

            if (has < _task.ReviewsPerEntry)
            {
                shortfalls.Add(new Shortfall(_entryOrder[entry], has));
            }
        }

        for (var reviewer = 0; reviewer < _reviewers; reviewer++)
        {
            loads[_reviewerOrder[reviewer]] = _loads[reviewer];
        }

        return new Assignment([.. pairs.Order()], cost, loads, [.. shortfalls.OrderBy(shortfall => shortfall.Entry)]);
    }
}
