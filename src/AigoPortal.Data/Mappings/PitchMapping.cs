using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

/// <summary>What a pitch looks like wherever it is kept.</summary>
internal static class PitchMapping
{
    public static void HasSixParts(ComplexPropertyBuilder<Pitch> pitch)
    {
        pitch.Property(part => part.TrackRecord).HasMaxLength(4000);
        pitch.Property(part => part.Expertise).HasMaxLength(4000);
        pitch.Property(part => part.Scenario).HasMaxLength(4000);
        pitch.Property(part => part.Technique).HasMaxLength(4000);
        pitch.Property(part => part.DataPlan).HasMaxLength(4000);
        pitch.Property(part => part.ExpectedBenefit).HasMaxLength(4000);
        pitch.Ignore(part => part.Parts);
    }

    public static void IsBeside<TOwner>(OwnedNavigationBuilder<TOwner, PitchAttachment> attachments, string table, string owner)
        where TOwner : class
    {
        attachments.ToTable(table);
        attachments.WithOwner().HasForeignKey(owner);
        attachments.HasKey(owner, nameof(PitchAttachment.FileId));
        attachments.HasOne<StoredFile>().WithMany().HasForeignKey(attachment => attachment.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PitchVersionMapping : IEntityTypeConfiguration<PitchVersion>
{
    public void Configure(EntityTypeBuilder<PitchVersion> builder)
    {
        builder.ToTable("PitchVersions");
        builder.HasKey(version => new { version.EntryId, version.Number });
        builder.ComplexProperty(version => version.Pitch, PitchMapping.HasSixParts);
    }
}

internal sealed class PitchDraftMapping : IEntityTypeConfiguration<PitchDraft>
{
    public void Configure(EntityTypeBuilder<PitchDraft> builder)
    {
        builder.ToTable("PitchDrafts");
        builder.IsAggregate();
        builder.Property(draft => draft.SavedByName).HasMaxLength(100);
        builder.ComplexProperty(draft => draft.Pitch, PitchMapping.HasSixParts);
        builder.OwnsMany(draft => draft.Attachments, attachments => PitchMapping.IsBeside(attachments, "PitchDraftAttachments", "PitchDraftId"));
        builder.HasIndex(draft => new { draft.ProblemId, draft.TeamId }).IsUnique().HasDatabaseName("UX_PitchDrafts_ProblemTeam");
        builder.HasOne<Problem>().WithMany().HasForeignKey(draft => draft.ProblemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Team>().WithMany().HasForeignKey(draft => draft.TeamId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PoserNoteMapping : IEntityTypeConfiguration<PoserNote>
{
    public void Configure(EntityTypeBuilder<PoserNote> builder)
    {
        builder.ToTable("PoserNotes", table => table.Holds("Stars", "\"Stars\" IS NULL OR (\"Stars\" >= 1 AND \"Stars\" <= 5)"));
        builder.IsAggregate();
        builder.Property(note => note.Text).HasMaxLength(PoserNote.Longest);
        builder.Property(note => note.WrittenBy).HasMaxLength(100);
        builder.HasIndex(note => note.EntryId).IsUnique().HasDatabaseName("UX_PoserNotes_Entry");
        builder.HasOne<Entry>().WithMany().HasForeignKey(note => note.EntryId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DataAccessMapping : IEntityTypeConfiguration<DataAccess>
{
    public void Configure(EntityTypeBuilder<DataAccess> builder)
    {
        builder.ToTable("DataAccesses", table => table.Holds("Days", "\"Until\" >= \"From\""));
        builder.IsAggregate();
        builder.Property(access => access.DataSets).HasMaxLength(2000);
        builder.Property(access => access.RecordedBy).HasMaxLength(100);
        builder.Property(access => access.RevokedReason).HasMaxLength(2000);
        builder.HasIndex(access => access.EntryId);
        builder.HasOne<Entry>().WithMany().HasForeignKey(access => access.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(access => access.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}
