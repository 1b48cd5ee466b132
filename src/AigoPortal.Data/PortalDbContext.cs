using AigoPortal.Data.Catalogue;
using AigoPortal.Data.Identity;
using AigoPortal.Data.Keys;
using AigoPortal.Data.Mappings;
using AigoPortal.Data.Numbers;
using AigoPortal.Data.Providers;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Events;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Letters;
using AigoPortal.Domain.Matching;
using AigoPortal.Domain.Messages;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Postings;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.RoundTables;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Trail;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AigoPortal.Data;

/// <summary>The portal's database: one model on SQL Server and PostgreSQL.</summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<Round> Rounds => Set<Round>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<PersonSkill> PersonSkills => Set<PersonSkill>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Problem> Problems => Set<Problem>();

    public DbSet<ProblemQuestion> ProblemQuestions => Set<ProblemQuestion>();

    public DbSet<ProblemFollow> ProblemFollows => Set<ProblemFollow>();

    public DbSet<CatalogueChange> CatalogueChanges => Set<CatalogueChange>();

    public DbSet<ProblemVersion> ProblemVersions => Set<ProblemVersion>();

    public DbSet<Workshop> Workshops => Set<Workshop>();

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<TeamMember> TeamMembers => Set<TeamMember>();

    public DbSet<TeamInvitation> TeamInvitations => Set<TeamInvitation>();

    public DbSet<TeamCall> TeamCalls => Set<TeamCall>();

    public DbSet<JoinRequest> JoinRequests => Set<JoinRequest>();

    public DbSet<TeamWant> TeamWants => Set<TeamWant>();

    public DbSet<EligibilityWaiver> EligibilityWaivers => Set<EligibilityWaiver>();

    public DbSet<PrivacyConsent> PrivacyConsents => Set<PrivacyConsent>();

    public DbSet<Entry> Entries => Set<Entry>();

    public DbSet<PitchDraft> PitchDrafts => Set<PitchDraft>();

    public DbSet<PoserNote> PoserNotes => Set<PoserNote>();

    public DbSet<DataAccess> DataAccesses => Set<DataAccess>();

    public DbSet<Submission> Submissions => Set<Submission>();

    /// <summary>合作文件 with their versions and signed copies.</summary>
    public DbSet<CooperationPaper> CooperationPapers => Set<CooperationPaper>();

    /// <summary>訪視.</summary>
    public DbSet<SiteVisit> SiteVisits => Set<SiteVisit>();

    /// <summary>成果資料, item by item.</summary>
    public DbSet<DeliverySheet> DeliverySheets => Set<DeliverySheet>();

    public DbSet<Panel> Panels => Set<Panel>();

    /// <summary>利益迴避: who must not see which entry.</summary>
    public DbSet<ConflictOfInterest> ConflictsOfInterest => Set<ConflictOfInterest>();

    public DbSet<Preference> Preferences => Set<Preference>();

    public DbSet<Review> Reviews => Set<Review>();

    /// <summary>What teams read of their reviewers' comments after the release.</summary>
    public DbSet<EntryFeedback> EntryFeedback => Set<EntryFeedback>();

    /// <summary>The wordings of decision letters that panels have of their own.</summary>
    public DbSet<DecisionLetter> DecisionLetters => Set<DecisionLetter>();

    /// <summary>申覆.</summary>
    public DbSet<Appeal> Appeals => Set<Appeal>();

    /// <summary>What panels discuss, entry by entry.</summary>
    public DbSet<Discussion> Discussions => Set<Discussion>();

    /// <summary>Posts of all discussions.</summary>
    public DbSet<DiscussionPost> DiscussionPosts => Set<DiscussionPost>();

    /// <summary>How far people have read discussions.</summary>
    public DbSet<DiscussionMark> DiscussionMarks => Set<DiscussionMark>();

    /// <summary>審查會議 with their agenda and minutes.</summary>
    public DbSet<Meeting> Meetings => Set<Meeting>();

    /// <summary>Who came to a meeting.</summary>
    public DbSet<Attendance> Attendances => Set<Attendance>();

    /// <summary>Secret votes.</summary>
    public DbSet<Ballot> Ballots => Set<Ballot>();

    /// <summary>獎勵辦法, version by version.</summary>
    public DbSet<AwardScheme> AwardSchemes => Set<AwardScheme>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<PayeeProfile> PayeeProfiles => Set<PayeeProfile>();

    /// <summary>Legal entities that teams named as payees.</summary>
    public DbSet<LegalPayee> LegalPayees => Set<LegalPayee>();

    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();

    /// <summary>匯款: a posted row's net on its way to the account.</summary>
    public DbSet<Transfer> Transfers => Set<Transfer>();

    /// <summary>匯款批次.</summary>
    public DbSet<PaymentBatch> PaymentBatches => Set<PaymentBatch>();

    /// <summary>Exports of the ledger that are written in the background.</summary>
    public DbSet<LedgerExport> LedgerExports => Set<LedgerExport>();

    /// <summary>Events that people register for.</summary>
    public DbSet<ProgrammeEvent> Events => Set<ProgrammeEvent>();

    /// <summary>Registrations for events.</summary>
    public DbSet<EventRegistration> EventRegistrations => Set<EventRegistration>();

    /// <summary>Conversations about entries.</summary>
    public DbSet<Conversation> Conversations => Set<Conversation>();

    /// <summary>Messages of all conversations.</summary>
    public DbSet<Message> Messages => Set<Message>();

    /// <summary>How far people have read.</summary>
    public DbSet<ReadMark> ReadMarks => Set<ReadMark>();

    /// <summary>What letters have told of messages.</summary>
    public DbSet<MessageDigest> MessageDigests => Set<MessageDigest>();

    /// <summary>Times in which posers meet teams.</summary>
    public DbSet<Slot> Slots => Set<Slot>();

    /// <summary>Internships and vacancies.</summary>
    public DbSet<Posting> Postings => Set<Posting>();

    /// <summary>Applications to postings.</summary>
    public DbSet<JobApplication> JobApplications => Set<JobApplication>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Saves the changes, their new versions and their audit trail together.</summary>
    /// <exception cref="BrokenRuleException">The database refused what a rule forbids, or somebody else changed it first.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        WriteTrail();
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new BrokenRuleException(BrokenConstraints.ChangedByAnother());
        }
        catch (DbUpdateException refused) when (BrokenConstraints.Find(refused) is { } rule)
        {
            throw new BrokenRuleException(rule);
        }
    }

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        WriteTrail();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<string>().HaveMaxLength(400);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<Twd>().HaveConversion<TwdConversion>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConversion>();
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
    }

    private void WriteTrail()
    {
        ChangeTracker.DetectChanges();
        foreach (var entry in ChangeTracker.Entries<Aggregate>().Where(entry => entry.State is not EntityState.Deleted).ToList())
        {
            if (entry.State != EntityState.Unchanged || entry.Entity.Traces.Count > 0)
            {
                Renew(entry);
            }

            AuditEvents.AddRange(entry.Entity.Traces.Select(trace => new AuditEvent(trace, entry.Metadata.ClrType.Name, entry.Entity.Id)));
            entry.Entity.ForgetTraces();
        }

        CatalogueChanges.AddRange(ChangedInCatalogue().Select(id => new CatalogueChange { SubjectId = id }).ToList());
    }

    private IEnumerable<Guid> ChangedInCatalogue() =>
    [
        .. ChangeTracker.Entries<Problem>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified && (entry.Entity.Status.IsPublic() || entry.Entity.PreviousStatus.IsPublic()))
            .Select(entry => entry.Entity.Id),
        .. ChangeTracker.Entries<Organisation>().Where(entry => entry.State == EntityState.Modified).Select(entry => entry.Entity.Id),
    ];

    private static void Renew(EntityEntry<Aggregate> entry) => entry.Property(aggregate => aggregate.Version).CurrentValue = Guid.NewGuid();
}
