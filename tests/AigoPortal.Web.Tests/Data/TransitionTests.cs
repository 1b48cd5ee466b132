using System.Data.Common;
using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Events;
using AigoPortal.Domain.Postings;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.RoundTables;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Tests.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Shouldly;

namespace AigoPortal.Web.Tests.Data;

/// <summary>The database itself refuses every pair of states that a transition table does not allow, past all our code.</summary>
public sealed class TransitionTests(DemonstrationHost host) : IClassFixture<DemonstrationHost>
{
    [Fact]
    public Task Problems() => HoldsAsync<ProblemStatus, ProblemAction>("Problems", ProblemStatuses.Following, ProblemStatus.Draft);

    [Fact]
    public Task ProblemQuestions() => HoldsAsync<QuestionStatus, QuestionAction>("ProblemQuestions", QuestionStatuses.Following, QuestionStatus.Asked);

    [Fact]
    public Task Entries() => HoldsAsync<EntryStatus, EntryAction>("Entries", EntryStatuses.Following, EntryStatus.Applied);

    [Fact]
    public Task Panels() => HoldsAsync<PanelStatus, PanelAction>("Panels", PanelStatuses.Following, PanelStatus.Preparing);

    [Fact]
    public Task Appeals() => HoldsAsync<AppealStatus, AppealAction>("Appeals", AppealStatuses.Following, AppealStatus.Filed);

    [Fact]
    public Task Milestones() => HoldsAsync<MilestoneStatus, MilestoneAction>("Milestones", MilestoneStatuses.Following, MilestoneStatus.NotDue);

    [Fact]
    public Task AwardSchemes() => HoldsAsync<AwardSchemeStatus, AwardSchemeAction>("AwardSchemes", AwardSchemeStatuses.Following, AwardSchemeStatus.Draft);

    [Fact]
    public Task Transfers() => HoldsAsync<TransferStatus, TransferAction>("Transfers", TransferStatuses.Following, TransferStatus.Waiting);

    [Fact]
    public Task PaymentBatches() => HoldsAsync<PaymentBatchStatus, PaymentBatchAction>("PaymentBatches", PaymentBatchStatuses.Following, PaymentBatchStatus.Open);

    [Fact]
    public Task Events() => HoldsAsync<EventStatus, EventAction>("Events", EventStatuses.Following, EventStatus.Planned);

    [Fact]
    public Task Slots() => HoldsAsync<SlotStatus, SlotAction>("Slots", SlotStatuses.Following, SlotStatus.Open);

    [Fact]
    public Task Postings() => HoldsAsync<PostingStatus, PostingAction>("Postings", PostingStatuses.Following, PostingStatus.Draft);

    [Fact]
    public Task JobApplications() => HoldsAsync<ApplicationStatus, ApplicationAction>("JobApplications", ApplicationStatuses.Following, ApplicationStatus.Applied);

    [Fact]
    public Task SiteVisits() => HoldsAsync<VisitStatus, VisitAction>("SiteVisits", VisitStatuses.Following, VisitStatus.Planned);

    [Fact]
    public Task DeliverySheets() => HoldsAsync<DeliveryStatus, DeliveryAction>("DeliverySheets", DeliveryStatuses.Following, DeliveryStatus.Collecting);

    [Fact]
    public Task Teams() => HoldsAsync<TeamStatus, TeamAction>("Teams", TeamStatuses.Following, TeamStatus.Active);

    [Fact]
    public Task Meetings() => HoldsAsync<MeetingStatus, MeetingAction>("Meetings", MeetingStatuses.Following, MeetingStatus.Planned);

    [Fact]
    public Task Discussions() => HoldsAsync<DiscussionStatus, DiscussionAction>("Discussions", DiscussionStatuses.Following, DiscussionStatus.Open);

    [Fact]
    public Task EveryTableWithStates_IsTestedHere() => host.Db(db =>
    {
        var tables = db.GetService<IDesignTimeModel>().Model.GetEntityTypes()
            .Where(entity => entity.GetCheckConstraints().Any(check => check.Name!.EndsWith("_Transition", StringComparison.Ordinal)))
            .Select(entity => entity.GetTableName()).OfType<string>();
        tables.ShouldBe([nameof(Problems), nameof(ProblemQuestions), nameof(Entries), nameof(Panels), nameof(Meetings), nameof(Discussions), nameof(Appeals), nameof(Milestones), nameof(AwardSchemes), nameof(Transfers), nameof(PaymentBatches), nameof(Events), nameof(Slots), nameof(Postings), nameof(JobApplications), nameof(SiteVisits), nameof(DeliverySheets), nameof(Teams)], ignoreOrder: true);
        return Task.CompletedTask;
    });

    private Task HoldsAsync<TStatus, TAction>(string table, Func<TStatus, TAction, TStatus?> following, TStatus initial)
        where TStatus : struct, Enum
        where TAction : struct, Enum => host.Db(async db =>
    {
        var any = $"SELECT \"Id\" AS \"Value\" FROM \"{table}\"";
        var id = await db.Database.SqlQueryRaw<Guid>(any).FirstAsync();
        var refusals = 0;
        foreach (var from in Enum.GetValues<TStatus>())
        {
            foreach (var to in Enum.GetValues<TStatus>())
            {
                var allowed = Enum.GetValues<TAction>().Any(action => following(from, action) is { } next && next.Equals(to)) || (from.Equals(initial) && to.Equals(initial));
                var refused = await RefusedAsync(db, table, id, from.ToString(), to.ToString());
                refused.ShouldBe(!allowed, $"{table}: {from} → {to}");
                refusals += refused ? 1 : 0;
            }
        }

        refusals.ShouldBeGreaterThan(0);
    });

    private static async Task<bool> RefusedAsync(PortalDbContext db, string table, Guid id, string from, string to)
    {
        var update = $"UPDATE \"{table}\" SET \"PreviousStatus\" = {{0}}, \"Status\" = {{1}} WHERE \"Id\" = {{2}}";
        await using var transaction = await db.Database.BeginTransactionAsync();
        try
        {
            (await db.Database.ExecuteSqlRawAsync(update, from, to, id)).ShouldBe(1);
            return false;
        }
        catch (DbException broken)
        {
            // Other rules of the table may refuse an allowed pair too; they have their own tests.
            return broken.Message.Contains($"CK_{table}_Transition", StringComparison.Ordinal);
        }
    }
}
