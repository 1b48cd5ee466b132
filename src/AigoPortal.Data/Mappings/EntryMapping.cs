using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class EntryMapping : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> builder)
    {
        builder.ToTable("Entries", table =>
        {
            table.HoldsTransitions<EntryStatus, EntryAction>(EntryStatuses.Following, EntryStatus.Applied);
            table.Holds("Agreed", "\"ConfirmedAt\" IS NOT NULL OR \"Status\" IN ('Applied', 'Declined', 'Withdrawn', 'Terminated')");
            table.Holds("Answered", "\"ConfirmedAt\" IS NULL OR \"AnsweredAt\" IS NOT NULL");
            table.Holds("Cap", "\"Committed\" >= 0 AND \"Committed\" <= \"Cap\"");
        });
        builder.IsAggregate();
        builder.Property(entry => entry.Code).HasMaxLength(30);
        builder.Property(entry => entry.Answer).HasMaxLength(2000);
        builder.Property(entry => entry.Mediation).HasMaxLength(2000);
        builder.Property(entry => entry.ConceptFeedback).HasMaxLength(4000);
        builder.Property(entry => entry.ProofFeedback).HasMaxLength(4000);
        builder.Property(entry => entry.EndReason).HasMaxLength(2000);
        builder.HasIndex(entry => entry.Code).IsUnique().HasDatabaseName("UX_Entries_Code");
        builder.HasIndex(entry => new { entry.ProblemId, entry.TeamId }).IsUnique().HasDatabaseName("UX_Entries_ProblemTeam");
        builder.HasIndex(entry => new { entry.RoundId, entry.Status });
        builder.HasOne<Round>().WithMany().HasForeignKey(entry => entry.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Problem>().WithMany().HasForeignKey(entry => entry.ProblemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Team>().WithMany().HasForeignKey(entry => entry.TeamId).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(entry => entry.Pitch, PitchMapping.HasSixParts);
        builder.OwnsMany(entry => entry.Attachments, attachments => PitchMapping.IsBeside(attachments, "EntryAttachments", "EntryId"));
        builder.HasMany(entry => entry.EarlierPitches).WithOne().HasForeignKey(version => version.EntryId);
        builder.ComplexProperty(entry => entry.Cooperation);
        builder.ComplexProperty(entry => entry.SiteVisit, visit => visit.Property(part => part.Notes).HasMaxLength(4000));
        builder.ComplexProperty(entry => entry.Deliverables, deliverables => deliverables.Property(part => part.Note).HasMaxLength(4000));
        builder.HasMany(entry => entry.Submissions).WithOne().HasForeignKey(submission => submission.EntryId);
        builder.HasMany(entry => entry.Drafts).WithOne().HasForeignKey(draft => draft.EntryId);
    }
}

internal sealed class SubmissionMapping : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("Submissions", table => table.Holds("InTime", "\"ReceivedAt\" < \"Deadline\""));
        builder.Property(submission => submission.Id).ValueGeneratedNever();
        builder.Property(submission => submission.Text).HasMaxLength(20000);
        builder.Property(submission => submission.FileSha256).HasMaxLength(64);
        builder.Property(submission => submission.TextSha256).HasMaxLength(64);
        builder.HasIndex(submission => new { submission.EntryId, submission.Stage, submission.Number }).IsUnique().HasDatabaseName("UX_Submissions_Number");
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(submission => submission.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SubmissionDraftMapping : IEntityTypeConfiguration<SubmissionDraft>
{
    public void Configure(EntityTypeBuilder<SubmissionDraft> builder)
    {
        builder.ToTable("SubmissionDrafts");
        builder.HasKey(draft => new { draft.EntryId, draft.Stage });
        builder.Property(draft => draft.Text).HasMaxLength(20000);
    }
}
