using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Events;
using AigoPortal.Domain.Matching;
using AigoPortal.Domain.Postings;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.RoundTables;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AigoPortal.Data.Providers;

/// <summary>A constraint that the database holds is the same broken rule, found by the constraint's name.</summary>
public static class BrokenConstraints
{
    private static readonly (string Constraint, Func<BrokenRule> Rule)[] Known =
    [
        ("UX_Problems_Quota", () => new BrokenRule("problem.quota-race", "", "貴單位的另一題剛好同時送出，請再送一次。")),
        ("CK_Problems_Quota", ProblemRules.QuotaIsFull),
        ("PK_TeamMembers_OneTeamPerPerson", TeamRules.OneTeamPerPerson),
        ("UX_Teams_Name", TeamRules.NameIsTaken),
        ("UX_Entries_ProblemTeam", EntryRules.AppliedAlready),
        ("UX_TeamCalls_ProblemTeam", TeamCallRules.AskedAlready),
        ("UX_PitchDrafts_ProblemTeam", ChangedByAnother),
        ("PK_PitchVersions", ChangedByAnother),
        ("PK_EntryAttachments", ChangedByAnother),
        ("PK_PitchDraftAttachments", ChangedByAnother),
        ("UX_PoserNotes_Entry", ChangedByAnother),
        ("UX_Organisations_Name", () => new BrokenRule("organisation.name-taken", "OrganisationName", "已有同名的出題單位，請洽原窗口或計畫辦公室。")),
        ("UX_Organisations_CompanyNumber", OrganisationRules.NumberIsTaken),
        ("UserNameIndex", () => new BrokenRule("account.email-taken", "Email", "這個電子郵件已經有帳號。")),
        ("UX_Panels_Stage", () => new BrokenRule("panel.stage-taken", "", "這個階段（與組別）已經有審查會。")),
        ("UX_ConflictsOfInterest_Once", ChangedByAnother),
        ("UX_DecisionLetters_Kind", ChangedByAnother),
        ("UX_EntryFeedback_Decision", ChangedByAnother),
        ("UX_Appeals_Once", AppealRules.FiledAlready),
        ("CK_AwardSchemes_TwoPersons", AwardSchemeRules.TwoPersons),
        ("UX_AwardSchemes_Open", AwardSchemeRules.OneIsOpen),
        ("UX_AwardSchemes_Number", ChangedByAnother),
        ("UX_Receipts_Number", MilestoneRules.ReceiptIsUsed),
        ("UX_EvidencePapers_Name", ChangedByAnother),
        ("UX_LegalPayees_Number", LegalPayeeRules.NumberIsTaken),
        ("CK_Milestones_TwoPersons", MilestoneRules.TwoPersons),
        ("UX_Ledger_PaidOnce", PaidAlready),
        (LedgerTriggers.PaidOnce, PaidAlready),
        (LedgerTriggers.WrittenOnce, LedgerIsWrittenOnce),
        ("CK_PaymentBatches_TwoPersons", PaymentRules.TwoPersons),
        ("UX_PaymentBatches_Number", ChangedByAnother),
        ("UX_Transfers_Attempt", ChangedByAnother),
        ("PK_Ledger_Sequence", ChangedByAnother),
        ("UX_Ledger_Voucher", ChangedByAnother),
        ("PK_NumberSeries", ChangedByAnother),
        ("PK_SubmissionDrafts", ChangedByAnother),
        ("UX_Submissions_Number", ChangedByAnother),
        ("PK_ProblemVersions", ChangedByAnother),
        ("PK_Workshops", ChangedByAnother),
        ("PK_WorkshopMentors", ChangedByAnother),
        ("PK_PersonSkills", ChangedByAnother),
        ("PK_PrivacyConsents", ChangedByAnother),
        ("PK_TeamWants", ChangedByAnother),
        ("PK_PanelMembers", ChangedByAnother),
        ("PK_OrganisationContacts", ChangedByAnother),
        ("PK_Decisions", ChangedByAnother),
        ("UX_Reviews_Assignment", ChangedByAnother),
        ("PK_Preferences", ChangedByAnother),
        ("PK_Vacancies", ChangedByAnother),
        ("UX_Meetings_Panel", ChangedByAnother),
        ("UX_Attendances_Once", ChangedByAnother),
        ("UX_Ballots_Once", ChangedByAnother),
        ("PK_Minutes", ChangedByAnother),
        ("UX_Discussions_Once", ChangedByAnother),
        ("PK_DiscussionPosts", ChangedByAnother),
        ("PK_DiscussionMarks", ChangedByAnother),
        ("PK_ProblemFollows", ChangedByAnother),
        ("CK_Rounds_Budget", () => new BrokenRule("round.budget-held", "", "預算不足，這項決議沒有成立。")),
        ("CK_Events_Capacity", EventRules.IsFull),
        ("PK_EventRegistrations", ChangedByAnother),
        ("PK_Conversations", ChangedByAnother),
        ("PK_Messages", ChangedByAnother),
        ("PK_ReadMarks", ChangedByAnother),
        ("PK_MessageDigests", ChangedByAnother),
        ("UX_Slots_OnePerProblem", SlotRules.OnePerProblem),
        ("UX_Slots_TeamTime", SlotRules.TeamIsBusy),
        ("UX_Slots_Seat", SlotRules.SeatIsTaken),
        ("CK_Postings_Openings", PostingRules.IsFull),
        ("UX_JobApplications_OnePerPerson", PostingRules.AppliedAlready),
        ("PK_CooperationPapers", ChangedByAnother),
        ("PK_CooperationVersions", ChangedByAnother),
        ("PK_CooperationSignatures", ChangedByAnother),
        ("PK_CooperationReminders", ChangedByAnother),
        ("PK_DeliverySheets", ChangedByAnother),
        ("UX_SiteVisits_Ahead", VisitRules.OneAhead),
        ("CK_Entries_Cap", () => new BrokenRule("entry.cap-held", "", "超過一案的上限，這項決議沒有成立。")),
        ("CK_Submissions_InTime", () => new BrokenRule("entry.late-held", "", "收件已截止。草稿仍為您保留。")),
    ];

    /// <summary>The rule behind a refused save, or null when it is no rule but a fault.</summary>
    public static BrokenRule? Find(DbUpdateException refused)
    {
        var said = refused.InnerException switch
        {
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.CheckViolation } postgres => postgres.ConstraintName,
            PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => "PK_Ledger_Sequence",
            SqlException { Number: 2601 or 2627 or 547 or LedgerTriggers.SqlServerError } server => server.Message,
            SqlException { Number: 1205 } => "PK_Ledger_Sequence",
            _ => null,
        };
        return said is null ? null : Known.FirstOrDefault(known => Names(said, known.Constraint)).Rule?.Invoke();
    }

    /// <summary>Somebody else saved first.</summary>
    public static BrokenRule ChangedByAnother() => new("save.changed", "", "資料剛剛被其他人更新，請重新整理後再試一次。");

    private static BrokenRule LedgerIsWrittenOnce() => new("ledger.written-once", "", "獎金清冊寫入後不能更改或刪除，請以沖正更正。");

    private static BrokenRule PaidAlready() => new("ledger.paid-already", "", "這筆款項已經撥付過，不會重複撥付。");

    // The whole name: CK_Problems_Quota is not CK_Problems_QuotaTaken. PostgreSQL gives the name itself, SQL Server a sentence that quotes it.
    private static bool Names(string said, string constraint)
    {
        var at = said.IndexOf(constraint, StringComparison.Ordinal);
        var end = at + constraint.Length;
        return at >= 0 && (end == said.Length || !(char.IsAsciiLetterOrDigit(said[end]) || said[end] == '_'));
    }
}
