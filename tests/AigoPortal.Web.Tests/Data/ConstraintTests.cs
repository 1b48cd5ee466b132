using System.Data.Common;
using AigoPortal.Data.Providers;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.TestKit.Givens;
using AigoPortal.Web.Tests.Demo;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Data;

/// <summary>The rules that cost money or fairness hold in the database, past all our code: every change here is plain SQL.</summary>
public sealed class ConstraintTests(DemonstrationHost host) : IClassFixture<DemonstrationHost>
{
    [Theory]
    [InlineData("""UPDATE "Problems" SET "QuotaSlot" = "QuotaLimit" + 1 WHERE "QuotaSlot" IS NOT NULL""", "CK_Problems_Quota")]
    [InlineData("""UPDATE "Problems" SET "QuotaSlot" = NULL, "QuotaLimit" = NULL WHERE "Status" = 'Listed'""", "CK_Problems_QuotaTaken")]
    [InlineData("""UPDATE "Submissions" SET "ReceivedAt" = "Deadline" """, "CK_Submissions_InTime")]
    [InlineData("""UPDATE "Rounds" SET "Committed" = "Budget" + 1""", "CK_Rounds_Budget")]
    [InlineData("""UPDATE "Entries" SET "Committed" = "Cap" + 1""", "CK_Entries_Cap")]
    [InlineData("""UPDATE "Entries" SET "ConfirmedAt" = NULL WHERE "Status" = 'Matched'""", "CK_Entries_Agreed")]
    [InlineData("""UPDATE "Entries" SET "AnsweredAt" = NULL WHERE "Status" = 'Matched'""", "CK_Entries_Answered")]
    [InlineData("""UPDATE "PoserNotes" SET "Stars" = 6""", "CK_PoserNotes_Stars")]
    [InlineData("""UPDATE "DataAccesses" SET "From" = '2999-01-01'""", "CK_DataAccesses_Days")]
    [InlineData("""UPDATE "Milestones" SET "ReleasedBy" = "ApprovedBy" WHERE "ApprovedBy" IS NOT NULL""", "CK_Milestones_TwoPersons")]
    [InlineData("""UPDATE "Milestones" SET "ReleasedBy" = NULL WHERE "Status" = 'Paid'""", "CK_Milestones_PaidIsApproved")]
    [InlineData("""UPDATE "Milestones" SET "Amount" = 0""", "CK_Milestones_Amount")]
    [InlineData("""UPDATE "AwardSchemes" SET "ActivatedBy" = "ProposedBy" WHERE "ProposedBy" IS NOT NULL""", "CK_AwardSchemes_TwoPersons")]
    [InlineData("""UPDATE "AwardSchemes" SET "Status" = 'Active', "PreviousStatus" = 'Proposed' WHERE "Status" = 'Proposed'""", "CK_AwardSchemes_TwoPersons")]
    [InlineData("""UPDATE "AwardSchemes" SET "Number" = 1""", "UX_AwardSchemes_Number")]
    [InlineData("""UPDATE "PayeeShares" SET "Amount" = -1""", "CK_PayeeShares_Amount")]
    [InlineData("""UPDATE "Receipts" SET "Amount" = 0""", "CK_Receipts_Amount")]
    [InlineData("""UPDATE "ExpenseItems" SET "Amount" = 0""", "CK_ExpenseItems_Amount")]
    [InlineData("""UPDATE "Decisions" SET "Amount" = -1""", "CK_Decisions_Amount")]
    [InlineData("""UPDATE "Submissions" SET "Number" = 1""", "UX_Submissions_Number")]
    [InlineData("""UPDATE "Organisations" SET "NormalizedName" = 'A'""", "UX_Organisations_Name")]
    [InlineData("""UPDATE "Organisations" SET "CompanyNumber" = '22099131'""", "UX_Organisations_CompanyNumber")]
    [InlineData("""UPDATE "ProblemQuestions" SET "Answer" = NULL""", "CK_ProblemQuestions_Answered")]
    [InlineData("""UPDATE "Ledger" SET "Tax" = "Tax" + 1""", "CK_Ledger_Sum")]
    [InlineData("""UPDATE "Ledger" SET "ReleaserId" = "ApproverId" """, "CK_Ledger_TwoPersons")]
    [InlineData("""UPDATE "Ledger" SET "Gross" = -"Gross", "Tax" = -"Tax", "Net" = -"Net" """, "CK_Ledger_Sign")]
    [InlineData("""UPDATE "Ledger" SET "Reason" = 'x'""", "CK_Ledger_ReversalSaysWhy")]
    [InlineData("""UPDATE "PaymentBatches" SET "SentBy" = "BuiltBy" """, "CK_PaymentBatches_TwoPersons")]
    [InlineData("""UPDATE "PaymentBatches" SET "SentBy" = NULL""", "CK_PaymentBatches_Sent")]
    [InlineData("""UPDATE "PaymentBatches" SET "Count" = 0""", "CK_PaymentBatches_NotEmpty")]
    [InlineData("""UPDATE "Transfers" SET "Amount" = 0""", "CK_Transfers_Amount")]
    [InlineData("""UPDATE "Transfers" SET "BatchId" = NULL WHERE "Status" = 'Paid'""", "CK_Transfers_Batch")]
    [InlineData("""UPDATE "Transfers" SET "PaidOn" = NULL WHERE "Status" = 'Paid'""", "CK_Transfers_PaidOn")]
    [InlineData("""UPDATE "Transfers" SET "LedgerSequence" = 1""", "UX_Transfers_Attempt")]
    [InlineData("""UPDATE "Reviews" SET "Total" = 100.01""", "CK_Reviews_Total")]
    [InlineData("""UPDATE "Appeals" SET "AnsweredAt" = NULL WHERE "Status" = 'Dismissed'""", "CK_Appeals_WhenAnswered")]
    [InlineData("""UPDATE "Appeals" SET "EntryId" = (SELECT "EntryId" FROM "Appeals" WHERE "Status" = 'Dismissed'), "Stage" = 'Concept'""", "UX_Appeals_Once")]
    [InlineData("""UPDATE "Events" SET "Taken" = "Plan_Capacity" + 1""", "CK_Events_Capacity")]
    [InlineData("""UPDATE "SiteVisits" SET "EndsAt" = "StartsAt" """, "CK_SiteVisits_Times")]
    [InlineData("""UPDATE "Events" SET "Plan_EndsAt" = "Plan_StartsAt" """, "CK_Events_Times")]
    [InlineData("""UPDATE "Slots" SET "EndsAt" = "StartsAt" """, "CK_Slots_Times")]
    [InlineData("""UPDATE "Slots" SET "TeamId" = NULL WHERE "Status" = 'Booked'""", "CK_Slots_WhoHasIt")]
    [InlineData("""UPDATE "Slots" SET "StartsAt" = '2001-01-01', "Seat" = 'A' WHERE "Status" = 'Open'""", "UX_Slots_Seat")]
    [InlineData("""UPDATE "Postings" SET "Taken" = "Content_Openings" + 1""", "CK_Postings_Openings")]
    [InlineData("""UPDATE "Messages" SET "Text" = 'a' WHERE "RetractedAt" IS NOT NULL""", "CK_Messages_Retracted")]
    [InlineData("""UPDATE "DiscussionPosts" SET "RetractedAt" = "At" """, "CK_DiscussionPosts_Retracted")]
    public async Task TheDatabase_Refuses(string sql, string constraint) => (await RefusalAsync(sql)).ShouldContain(constraint);

    [Fact]
    public async Task OnePerson_OneTeamPerRound()
    {
        var given = new Given(host);
        var (round, leader, other) = (await given.Round(), await given.Person(), await given.Person());
        await given.Team(round, leader);
        var second = await given.Team(round, other);

        (await RefusalAsync("""UPDATE "TeamMembers" SET "PersonId" = {0} WHERE "TeamId" = {1}""", leader.Id, second.Id)).ShouldContain("PK_TeamMembers_OneTeamPerPerson");
    }

    [Fact]
    public async Task OnePlaceOfTheQuota_OneProblem_AndATeamAppliesOnceToAProblem()
    {
        var given = new Given(host);
        var (round, poser, leader) = (await given.Round(), await given.Person(Roles.Poser), await given.Person());
        var organisation = await given.Organisation(poser);
        var (first, second) = (await given.Problem(round, organisation, poser), await given.Problem(round, organisation, poser, slot: 2));
        var team = await given.Team(round, leader, await given.Person());
        await given.Entry(round, first, team, EntryStatus.Applied);
        var entry = await given.Entry(round, second, team, EntryStatus.Applied);

        (await RefusalAsync("""UPDATE "Problems" SET "QuotaSlot" = 1 WHERE "Id" = {0}""", second.Id)).ShouldContain("UX_Problems_Quota");
        (await RefusalAsync("""UPDATE "Entries" SET "ProblemId" = {0} WHERE "Id" = {1}""", first.Id, entry.Id)).ShouldContain("UX_Entries_ProblemTeam");
    }

    [Fact]
    public async Task APayee_IsPaidOnceForAMilestone_AndAVoucherIsUsedOnce()
    {
        var rows = await host.Db(db => db.Ledger.AsNoTracking().OrderBy(row => row.Sequence).Take(2).ToListAsync());

        (await RefusalAsync("""UPDATE "Ledger" SET "MilestoneId" = {0}, "PayeeId" = {1} WHERE "Sequence" = {2}""", rows[0].MilestoneId, rows[0].PayeeId, rows[1].Sequence)).ShouldContain("UX_Ledger_PaidOnce");
        (await RefusalAsync("""UPDATE "Ledger" SET "VoucherNumber" = {0} WHERE "Sequence" = {1}""", rows[0].VoucherNumber, rows[1].Sequence)).ShouldContain("UX_Ledger_Voucher");
    }

    [Fact]
    public async Task APersonAppliesOnceToAPosting_AndATeamTalksOnceAboutAProblem_InOnePlaceAtATime()
    {
        var applications = await host.Db(db => db.JobApplications.AsNoTracking().Where(known => db.JobApplications.Count(other => other.PostingId == known.PostingId) > 1).Take(2).ToListAsync());
        (await RefusalAsync("""UPDATE "JobApplications" SET "PersonId" = {0}, "PostingId" = {1} WHERE "Id" = {2}""", applications[0].PersonId, applications[0].PostingId, applications[1].Id)).ShouldContain("UX_JobApplications_OnePerPerson");

        var booked = await host.Db(db => db.Slots.AsNoTracking().Where(slot => slot.TeamId != null).ToListAsync());
        var (first, same, other) = (
            from one in booked
            from beside in booked
            from elsewhere in booked
            where one.TeamId != beside.TeamId && one.ProblemId == beside.ProblemId
            where one.ProblemId != elsewhere.ProblemId && !booked.Any(slot => slot.TeamId == one.TeamId && slot.ProblemId == elsewhere.ProblemId)
            select (one, beside, elsewhere)).First();
        (await RefusalAsync("""UPDATE "Slots" SET "TeamId" = {0} WHERE "Id" = {1}""", first.TeamId!, same.Id)).ShouldContain("UX_Slots_OnePerProblem");
        (await RefusalAsync("""UPDATE "Slots" SET "TeamId" = {0}, "StartsAt" = {1}, "EndsAt" = {2}, "Seat" = NULL WHERE "Id" = {3}""", first.TeamId!, first.StartsAt, first.EndsAt, other.Id)).ShouldContain("UX_Slots_TeamTime");
    }

    private Task<string> RefusalAsync(string sql, params object[] values) => host.Db(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync($"ALTER TABLE \"Ledger\" DISABLE TRIGGER \"{LedgerTriggers.WrittenOnce}\""); // until the transaction is rolled back
        var refused = await Should.ThrowAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(sql, values));
        return refused.Message;
    });
}
