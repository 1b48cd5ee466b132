using AigoPortal.Data;
using AigoPortal.Data.Providers;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AigoPortal.Web.Tests.Workflows;

/// <summary>
/// A process that releases whatever is approved, with the portal's own workflows, several at a time, and builds batches of it, until it is
/// killed. It prints "ready", waits for a line, then works, and prints "paid" after its first payment; it ends by itself when nothing is left.
/// </summary>
public static class PayingProcess
{
    private const int Hands = 4;

    private static int _paid;

    /// <param name="args">Provider, connection and the releasing officer.</param>
    public static async Task<int> Main(string[] args)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.AddHttpContextAccessor();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<LetterSignal>();
        services.AddScoped<Letters>();
        services.AddScoped<ReleaseMilestone>();
        services.AddScoped<BuildPaymentBatch>();
        services.AddDbContext<PortalDbContext>(options => options.UsePortalDatabase(Enum.Parse<DatabaseProvider>(args[0]), args[1]));
        await using var provider = services.BuildServiceProvider();
        await using (var scope = provider.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Milestones.AnyAsync();
        }

        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadLineAsync();
        var officer = Guid.Parse(args[2]);
        await Task.WhenAll(Enumerable.Range(0, Hands).Select(hand => WorkAsync(provider, officer, hand)));
        return 0;
    }

    private static async Task WorkAsync(ServiceProvider provider, Guid officer, int hand)
    {
        var random = new Random(Environment.ProcessId + hand);
        while (true)
        {
            await using var scope = provider.CreateAsyncScope();
            var approved = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Milestones
                .Where(milestone => milestone.Status == MilestoneStatus.Approved).Select(milestone => milestone.Id).ToListAsync();
            if (approved.Count == 0)
            {
                return;
            }

            var by = new Actor(officer, "撥付人", TimeProvider.System.GetUtcNow());
            try
            {
                await scope.ServiceProvider.GetRequiredService<ReleaseMilestone>().RunAsync(approved[random.Next(approved.Count)], by, CancellationToken.None);
                if (Interlocked.Exchange(ref _paid, 1) == 0)
                {
                    await Console.Out.WriteLineAsync("paid");
                }

                if (random.Next(2) == 0)
                {
                    await scope.ServiceProvider.GetRequiredService<BuildPaymentBatch>().RunAsync(null, by, CancellationToken.None);
                }
            }
            catch (BrokenRuleException)
            {
                // Another hand was first.
            }
        }
    }
}
