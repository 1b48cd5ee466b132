using AigoPortal.Data.Providers;
using AigoPortal.Web.Jobs;
using Microsoft.Data.SqlClient;
using Npgsql;
using Quartz;

namespace AigoPortal.Web.Hosting;

/// <summary>Runs the jobs: the schedule lies in the portal's own database, and of several nodes one runs each job.</summary>
public static class Scheduling
{
    /// <summary>
    /// After <c>AddPortalDatabaseAsync</c>. The scheduler makes its tables and starts with the host, so the database has to be
    /// prepared before. <c>Jobs:Run</c> false leaves this node to serve pages only.
    /// </summary>
    public static void AddPortalScheduler(this WebApplicationBuilder builder)
    {
        var database = (PortalConnection)builder.Services.Single(service => service.ServiceType == typeof(PortalConnection)).ImplementationInstance!;
        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "AigoPortal");
            quartz.ScheduleJob<RemindOfEventsJob>(
                trigger => trigger.WithIdentity(nameof(RemindOfEventsJob)).WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(10)).RepeatForever()),
                job => job.WithIdentity(nameof(RemindOfEventsJob)));
            quartz.ScheduleJob<RemindOfSlotsJob>(
                trigger => trigger.WithIdentity(nameof(RemindOfSlotsJob)).WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(10)).RepeatForever()),
                job => job.WithIdentity(nameof(RemindOfSlotsJob)));
            quartz.ScheduleJob<DigestMessagesJob>(
                trigger => trigger.WithIdentity(nameof(DigestMessagesJob)).WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(5)).RepeatForever()),
                job => job.WithIdentity(nameof(DigestMessagesJob)));
            quartz.ScheduleJob<RemindOfCooperationJob>(
                trigger => trigger.WithIdentity(nameof(RemindOfCooperationJob)).WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(10)).RepeatForever()),
                job => job.WithIdentity(nameof(RemindOfCooperationJob)));
            quartz.UsePersistentStore(store =>
            {
                if (database.Provider == DatabaseProvider.SqlServer)
                {
                    store.UseSqlServer(SqlClientFactory.Instance, database.ConnectionString);
                }
                else
                {
                    store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString);
                }

                // No instance id: the cluster gives each node its own.
                store.UseClustering();
                store.ConfigureStore(options =>
                {
                    options.StoreJobDataAsStrings = true;
                    options.AcceptEnlistedTransactions = true;
                    options.SchemaProvisioning = SchemaProvisioning.CreateIfMissing;
                });
            });
        });
        builder.Services.AddQuartzHostedService(options =>
        {
            options.WaitForJobsToComplete = true;
            options.AutoStart = builder.Configuration.GetValue("Jobs:Run", true);
        });
        builder.Services.AddScoped<RoundSchedule>();
        builder.Services.AddHostedService<RoundsAtStart>();
    }
}
