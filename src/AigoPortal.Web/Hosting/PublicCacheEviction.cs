using System.Data.Common;
using System.Runtime.CompilerServices;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AigoPortal.Web.Hosting;

/// <summary>Empties the public pages' cache once a change they show is committed, not before.</summary>
public sealed class PublicCacheEviction(IOutputCacheStore store) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, object> _changed = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Look(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Look(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.Database.CurrentTransaction is null)
        {
            await EvictAsync(eventData.Context);
        }

        return result;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        EvictAsync(eventData.Context).AsTask();

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        _changed.Remove(eventData.Context!);
        return Task.CompletedTask;
    }

    private void Look(DbContext? db)
    {
        if (db is not null && db.ChangeTracker.Entries().Any(entry => entry.State != EntityState.Unchanged && entry.Entity is Problem or ProblemQuestion or Round or Entry or Panel or Organisation))
        {
            _changed.AddOrUpdate(db, db);
        }
    }

    // Not cancelled with the request: the change is already committed.
    private ValueTask EvictAsync(DbContext? db) => db is not null && _changed.Remove(db) ? store.EvictByTagAsync(PublicCache.Tag, CancellationToken.None) : ValueTask.CompletedTask;
}
