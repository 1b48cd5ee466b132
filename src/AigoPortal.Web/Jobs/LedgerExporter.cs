using System.Globalization;
using System.Security.Cryptography;
using AigoPortal.Data;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Jobs;

/// <summary>
/// Writes long exports of the ledger, one after another. Any number of nodes may run it: an export is written by the one that took its lease, and taken again by
/// another, from the beginning, when that one died.
/// </summary>
public sealed partial class LedgerExporter(IServiceScopeFactory scopes, LedgerExportFiles files, TimeProvider clock, ILogger<LedgerExporter> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2); // moved ahead with every few hundred rows

    /// <summary>Writes the export that waits longest, if any, and removes files whose days are over. False when nothing waited.</summary>
    public async Task<bool> WriteNextAsync(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await RemoveOldAsync(db, stopping);
        var now = clock.GetUtcNow();
        var next = await db.LedgerExports.Where(export => (export.Status == ExportStatus.Waiting || export.Status == ExportStatus.Running) && export.NextAttemptAt <= now)
            .OrderBy(export => export.NextAttemptAt).FirstOrDefaultAsync(stopping);
        if (next is null || !await TakeAsync(db, next))
        {
            return false;
        }

        await db.Entry(next).ReloadAsync(stopping);
        try
        {
            if (next.Attempts > LedgerExport.MaximumAttempts)
            {
                next.Stumble(clock.GetUtcNow());
            }
            else
            {
                await WriteAsync(next, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever went wrong, the export is tried again and the others go on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            NotWritten(logger, fault, next.Id, next.Attempts);
            next.Stumble(clock.GetUtcNow());
        }

        await db.SaveChangesAsync(CancellationToken.None);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await WriteNextAsync(stoppingToken))
                {
                    await Task.Delay(Pause, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The database may be away for a moment; exports wait.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Stumbled(logger, fault);
                await Task.Delay(TimeSpan.FromSeconds(10), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WriteAsync(LedgerExport export, CancellationToken stopping)
    {
        // The language flows to what is awaited from here, and no further.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(export.Language == Languages.English ? Languages.English : Languages.Chinese);
        await using var scope = scopes.CreateAsyncScope();
        var order = new LedgerOrder(export.Format, LedgerFilter.Read(export.Filters), new Actor(export.AskedBy, export.AskerName, export.AskedAt), export.Root);
        await using (var file = files.Begin(export.Id))
        {
            await scope.ServiceProvider.GetRequiredService<ExportLedger>().WriteAsync(order, file, done => TellAsync(export.Id, done), stopping);
            await file.FlushAsync(stopping);
            file.Position = 0;
            var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stopping));
            export.Finish(file.Length, sha256, clock.GetUtcNow());
        }

        files.Keep(export.Id);
    }

    private async Task<bool> TakeAsync(PortalDbContext db, LedgerExport export)
    {
        var (id, read, until) = (export.Id, export.NextAttemptAt, clock.GetUtcNow() + Lease);
        return await db.LedgerExports.Where(asked => asked.Id == id && asked.NextAttemptAt == read)
            .ExecuteUpdateAsync(set => set.SetProperty(asked => asked.NextAttemptAt, until).SetProperty(asked => asked.Status, ExportStatus.Running)
                .SetProperty(asked => asked.Attempts, asked => asked.Attempts + 1).SetProperty(asked => asked.Done, 0), CancellationToken.None) == 1;
    }

    // On a connection of its own: the rows are still being read on the other.
    private async Task TellAsync(Guid id, int done)
    {
        await using var scope = scopes.CreateAsyncScope();
        var until = clock.GetUtcNow() + Lease;
        await scope.ServiceProvider.GetRequiredService<PortalDbContext>().LedgerExports.Where(export => export.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(export => export.Done, done).SetProperty(export => export.NextAttemptAt, until), CancellationToken.None);
    }

    private async Task RemoveOldAsync(PortalDbContext db, CancellationToken stopping)
    {
        var before = clock.GetUtcNow().AddDays(-LedgerExport.DaysKept);
        foreach (var old in await db.LedgerExports.Where(export => export.Status == ExportStatus.Ready && export.FinishedAt < before).Take(20).ToListAsync(stopping))
        {
            files.Remove(old.Id);
            old.Expire();
        }

        await db.SaveChangesAsync(stopping);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The ledger export {ExportId} was not written at attempt {Attempt}.")]
    private static partial void NotWritten(ILogger logger, Exception fault, Guid exportId, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "The exporter stumbled and goes on.")]
    private static partial void Stumbled(ILogger logger, Exception fault);
}
