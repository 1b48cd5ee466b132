using AigoPortal.Data;
using AigoPortal.Domain.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AigoPortal.Web.Mail;

/// <summary>Sends the letters of the outbox. Any number of nodes may run it: a letter is sent by the one that took its lease.</summary>
public sealed partial class LetterSender(
    IServiceScopeFactory scopes, IOptions<MailSettings> options, IHostEnvironment environment, LetterSignal signal, TimeProvider clock, ILogger<LetterSender> logger)
    : BackgroundService
{
    private const int AtOnce = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Longer than one attempt can take; after it a letter whose sender died is taken by another.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private readonly MailSettings _settings = options.Value;

    /// <summary>Sends what is due now, up to <see cref="AtOnce"/> letters. Returns how many it took.</summary>
    public async Task<int> SendDueAsync(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = clock.GetUtcNow();
        var due = await db.Letters.Where(letter => letter.Status == LetterStatus.Queued && letter.NextAttemptAt <= now)
            .OrderBy(letter => letter.NextAttemptAt).Take(AtOnce).ToListAsync(stopping);
        using var delivery = new SmtpDelivery(_settings);
        var taken = 0;
        foreach (var letter in due)
        {
            stopping.ThrowIfCancellationRequested();
            if (await TakeAsync(db, letter))
            {
                taken++;
                await SendAsync(delivery, letter);
                await db.SaveChangesAsync(CancellationToken.None);
            }
        }

        return taken;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_settings.HasServer && !environment.IsDevelopment())
        {
            NoServer(logger);
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await SendDueAsync(stoppingToken) == 0)
                {
                    await signal.WaitAsync(Pause, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The database may be away for a moment; letters wait and the sender must outlive that.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Stumbled(logger, fault);
                await Task.Delay(TimeSpan.FromSeconds(10), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Moves the letter's next attempt ahead, if nobody else did since it was read.</summary>
    private async Task<bool> TakeAsync(PortalDbContext db, Letter letter)
    {
        var (id, read, until) = (letter.Id, letter.NextAttemptAt, clock.GetUtcNow() + Lease);
        return await db.Letters.Where(queued => queued.Id == id && queued.Status == LetterStatus.Queued && queued.NextAttemptAt == read)
            .ExecuteUpdateAsync(set => set.SetProperty(queued => queued.NextAttemptAt, until), CancellationToken.None) == 1;
    }

    private async Task SendAsync(SmtpDelivery delivery, Letter letter)
    {
        if (!_settings.HasServer)
        {
            letter.MarkSent(clock.GetUtcNow());
            OnPageOnly(logger, letter.To, letter.Subject, letter.Id);
        }
        else if (await delivery.SendAsync(letter) is { } why)
        {
            letter.MarkFailed(why, clock.GetUtcNow());
            NotSent(logger, letter.Id, letter.Attempts, why);
        }
        else
        {
            letter.MarkSent(clock.GetUtcNow());
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail:Smtp:Host is not set: letters wait in the outbox until it is.")]
    private static partial void NoServer(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "No mail server: the letter to {To:l} \"{Subject:l}\" is to be read at /dev/letters/{LetterId}.")]
    private static partial void OnPageOnly(ILogger logger, string to, string subject, Guid letterId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {LetterId} was not sent at attempt {Attempt}: {Reason}")]
    private static partial void NotSent(ILogger logger, Guid letterId, int attempt, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The letter sender stumbled and goes on.")]
    private static partial void Stumbled(ILogger logger, Exception fault);
}
