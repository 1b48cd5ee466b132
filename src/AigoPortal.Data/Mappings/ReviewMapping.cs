using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class PanelMapping : IEntityTypeConfiguration<Panel>
{
    public void Configure(EntityTypeBuilder<Panel> builder)
    {
        builder.ToTable("Panels", table => table.HoldsTransitions<PanelStatus, PanelAction>(PanelStatuses.Following, PanelStatus.Preparing));
        builder.IsAggregate();
        builder.Ignore(panel => panel.Accepted);
        builder.Ignore(panel => panel.OwesCompositionReason);
        builder.Property(panel => panel.CriteriaVersion).HasDefaultValue(1);
        builder.OwnsMany(panel => panel.EarlierCriteria, earlier =>
        {
            earlier.ToJson();
            earlier.OwnsMany(version => version.Criteria);
        });
        builder.Property(panel => panel.Name).HasMaxLength(100);
        builder.Property(panel => panel.CompositionReason).HasMaxLength(1000);
        builder.HasOne<Round>().WithMany().HasForeignKey(panel => panel.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(panel => panel.Track).HasMaxLength(100);
        builder.HasIndex(panel => new { panel.RoundId, panel.Stage, panel.Track }).IsUnique().HasDatabaseName("UX_Panels_Stage");
        builder.OwnsMany(panel => panel.Criteria, criteria => criteria.ToJson());
        builder.OwnsMany(panel => panel.Agreed, agreed => agreed.ToJson());
        builder.OwnsMany(panel => panel.Members, members =>
        {
            members.ToTable("PanelMembers");
            members.WithOwner().HasForeignKey("PanelId");
            members.HasKey("PanelId", nameof(PanelMember.PersonId));
            members.Property(member => member.Reason).HasMaxLength(1000);
            members.Property(member => member.Ties).HasMaxLength(2000);
            members.Ignore(member => member.Sits);
            members.HasIndex(member => member.PersonId);
            members.HasOne<Person>().WithMany().HasForeignKey(member => member.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(panel => panel.Decisions, decisions =>
        {
            decisions.ToTable("Decisions", table => table.HasCheckConstraint("CK_Decisions_Amount", "\"Amount\" >= 0"));
            decisions.WithOwner().HasForeignKey("PanelId");
            decisions.HasKey("PanelId", nameof(Decision.EntryId));
            decisions.Property(decision => decision.Reason).HasMaxLength(4000);
            decisions.Property(decision => decision.SchemeVersion).HasDefaultValue(1);
            decisions.HasOne<Entry>().WithMany().HasForeignKey(decision => decision.EntryId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(panel => panel.Vacancies, vacancies =>
        {
            vacancies.ToTable("Vacancies");
            vacancies.WithOwner().HasForeignKey("PanelId");
            vacancies.HasKey("PanelId", nameof(Vacancy.Level)).HasName("PK_Vacancies");
            vacancies.Property(vacancy => vacancy.Reason).HasMaxLength(1000);
        });
    }
}

internal sealed class ConflictMapping : IEntityTypeConfiguration<ConflictOfInterest>
{
    public void Configure(EntityTypeBuilder<ConflictOfInterest> builder)
    {
        builder.ToTable("ConflictsOfInterest");
        builder.IsAggregate();
        builder.Property(conflict => conflict.Note).HasMaxLength(1000);
        builder.Property(conflict => conflict.LiftReason).HasMaxLength(1000);
        builder.HasIndex(conflict => new { conflict.PersonId, conflict.EntryId, conflict.Source }).IsUnique().HasDatabaseName("UX_ConflictsOfInterest_Once");
        builder.HasIndex(conflict => conflict.EntryId);
        builder.HasOne<Entry>().WithMany().HasForeignKey(conflict => conflict.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(conflict => conflict.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PreferenceMapping : IEntityTypeConfiguration<Preference>
{
    public void Configure(EntityTypeBuilder<Preference> builder)
    {
        builder.ToTable("Preferences");
        builder.HasKey(preference => new { preference.PersonId, preference.EntryId });
        builder.HasIndex(preference => preference.EntryId);
        builder.HasOne<Entry>().WithMany().HasForeignKey(preference => preference.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(preference => preference.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReviewMapping : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("Reviews", table => table.Holds("Total", "\"Total\" IS NULL OR (\"Total\" >= 0 AND \"Total\" <= 100)"));
        builder.IsAggregate();
        builder.Property(review => review.Comment).HasMaxLength(8000);
        builder.Property(review => review.ConflictReason).HasMaxLength(1000);
        builder.Property(review => review.Total).HasPrecision(5, 2);
        builder.HasIndex(review => new { review.PanelId, review.EntryId, review.ReviewerId }).IsUnique().HasDatabaseName("UX_Reviews_Assignment");
        builder.HasIndex(review => review.ReviewerId);
        builder.HasOne<Panel>().WithMany().HasForeignKey(review => review.PanelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Entry>().WithMany().HasForeignKey(review => review.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(review => review.ReviewerId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(review => review.Note).HasMaxLength(4000);
        builder.OwnsMany(review => review.Scores, scores => scores.ToJson());
        builder.OwnsOne(review => review.Draft, draft =>
        {
            draft.ToJson();
            draft.OwnsMany(written => written.Scores);
        });
    }
}
