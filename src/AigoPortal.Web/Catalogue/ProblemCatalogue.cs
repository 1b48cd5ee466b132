using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Catalogue;

/// <summary>
/// The catalogue of public problems, kept in memory and brought up to date before every question from the changes that were saved since.
/// Searching and counting in it does not grow with the number of problems as it would in the database.
/// </summary>
public sealed class ProblemCatalogue : IDisposable
{
    /// <summary>A change that was numbered earlier may be saved later; so many numbers are looked back.</summary>
    private const int LooksBack = 200;

    /// <summary>More changes than this are read quicker by reading everything.</summary>
    private const int Many = 1000;

    private readonly SemaphoreSlim _following = new(1, 1);
    private readonly ReaderWriterLockSlim _lock = new();
    private CatalogueIndex? _index;
    private HashSet<long> _known = [];
    private long _last;

    /// <summary>Finds problems.</summary>
    public async Task<Found> SearchAsync(PortalDbContext db, Wanted wanted, CancellationToken cancel)
    {
        await FollowAsync(db, cancel);
        return Read(index => index.Search(wanted));
    }

    /// <summary>A few problems of the same round, industry or technology.</summary>
    public async Task<IReadOnlyList<Guid>> LikeAsync(PortalDbContext db, Guid problemId, int take, CancellationToken cancel)
    {
        await FollowAsync(db, cancel);
        return Read(index => index.Like(problemId, [Facet.Industry, Facet.Technology], take));
    }

    /// <summary>The problems of a round to which teams may apply.</summary>
    public async Task<IReadOnlyList<CatalogueItem>> OpenAsync(PortalDbContext db, Guid roundId, CancellationToken cancel)
    {
        await FollowAsync(db, cancel);
        return Read(index => index.OfRound(roundId).Where(item => item.TakesTeams).ToList());
    }

    public void Dispose()
    {
        _following.Dispose();
        _lock.Dispose();
    }

    private T Read<T>(Func<CatalogueIndex, T> read)
    {
        _lock.EnterReadLock();
        try
        {
            return read(_index!);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    private async Task FollowAsync(PortalDbContext db, CancellationToken cancel)
    {
        if (_index is not null && (await NewsAsync(db, cancel)).Count == 0)
        {
            return;
        }

        await _following.WaitAsync(cancel);
        try
        {
            var news = _index is null ? [] : await NewsAsync(db, cancel);
            if (_index is null || news.Count > Many)
            {
                await BeginAsync(db, cancel);
            }
            else if (news.Count > 0)
            {
                await ApplyAsync(db, news, cancel);
            }
        }
        finally
        {
            _following.Release();
        }
    }

    private async Task<Dictionary<long, Guid>> NewsAsync(PortalDbContext db, CancellationToken cancel)
    {
        var (known, since) = (_known, _last - LooksBack);
        var changes = await db.CatalogueChanges.Where(change => change.Id > since).Select(change => new { change.Id, change.SubjectId }).ToListAsync(cancel);
        return changes.Where(change => !known.Contains(change.Id)).ToDictionary(change => change.Id, change => change.SubjectId);
    }

    // What is saved while the problems are read is read again as news.
    private async Task BeginAsync(PortalDbContext db, CancellationToken cancel)
    {
        _last = await db.CatalogueChanges.MaxAsync(change => (long?)change.Id, cancel) ?? 0;
        Know((await NewsAsync(db, cancel)).Keys);
        var index = new CatalogueIndex(await Items(db, db.Problems).ToListAsync(cancel));
        Write(() => _index = index);
    }

    private async Task ApplyAsync(PortalDbContext db, Dictionary<long, Guid> news, CancellationToken cancel)
    {
        var subjects = news.Values.ToHashSet();
        var touched = await Items(db, db.Problems.Where(problem => subjects.Contains(problem.Id) || subjects.Contains(problem.OrganisationId))).ToListAsync(cancel);

        Write(() =>
        {
            foreach (var id in _index!.OfOrganisations(subjects).Concat(subjects).ToList())
            {
                _index.Remove(id);
            }

            touched.ForEach(_index.Add);
            _index = _index.IsWorn ? new CatalogueIndex(_index.Items) : _index;
        });
        Know(news.Keys);
    }

    private void Know(IReadOnlyCollection<long> ids)
    {
        _last = ids.Append(_last).Max();
        _known = [.. _known.Concat(ids).Where(id => id > _last - LooksBack)];
    }

    private void Write(Action write)
    {
        _lock.EnterWriteLock();
        try
        {
            write();
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    private static IQueryable<CatalogueItem> Items(PortalDbContext db, IQueryable<Problem> problems) =>
        from problem in problems
        join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
        where ProblemStatuses.Public.Contains(problem.Status)
        select new CatalogueItem(
            problem.Id, problem.OrganisationId, problem.RoundId, problem.Content.Title, problem.Content.Summary, organisation.Name,
            problem.Content.Industry, problem.Content.Technology, problem.Content.DataSetType, problem.Content.Readiness, problem.Difficulty, problem.Maturity,
            problem.Content.Region, problem.IsPublicIssue, problem.Content.IncentiveCash, problem.Content.Vacancies, problem.Content.Internships,
            problem.ListedAt!.Value, problem.Code!, problem.GradedReadiness ?? problem.Content.Readiness, problem.Status == ProblemStatus.Listed);
}
