using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class DecisionLetterMapping : IEntityTypeConfiguration<DecisionLetter>
{
    public void Configure(EntityTypeBuilder<DecisionLetter> builder)
    {
        builder.ToTable("DecisionLetters");
        builder.IsAggregate();
        builder.OwnsOne(letter => letter.Template, template => template.ToJson());
        builder.HasIndex(letter => new { letter.PanelId, letter.Kind }).IsUnique().HasDatabaseName("UX_DecisionLetters_Kind");
        builder.HasOne<Panel>().WithMany().HasForeignKey(letter => letter.PanelId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EntryFeedbackMapping : IEntityTypeConfiguration<EntryFeedback>
{
    public void Configure(EntityTypeBuilder<EntryFeedback> builder)
    {
        builder.ToTable("EntryFeedback");
        builder.IsAggregate();
        builder.OwnsMany(feedback => feedback.Comments, comments => comments.ToJson());
        builder.HasIndex(feedback => new { feedback.PanelId, feedback.EntryId }).IsUnique().HasDatabaseName("UX_EntryFeedback_Decision");
        builder.HasOne<Panel>().WithMany().HasForeignKey(feedback => feedback.PanelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Entry>().WithMany().HasForeignKey(feedback => feedback.EntryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AppealMapping : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.ToTable("Appeals", table =>
        {
            table.HoldsTransitions<AppealStatus, AppealAction>(AppealStatuses.Following, AppealStatus.Filed);
            table.Holds("WhenAnswered", "(\"Status\" = 'Filed' AND \"AnsweredAt\" IS NULL) OR (\"Status\" <> 'Filed' AND \"AnsweredAt\" IS NOT NULL)");
        });
        builder.IsAggregate();
        builder.Property(appeal => appeal.Reasons).HasMaxLength(2000);
        builder.Property(appeal => appeal.Answer).HasMaxLength(2000);
        builder.Property(appeal => appeal.Consequence).HasMaxLength(1000);
        builder.HasIndex(appeal => new { appeal.EntryId, appeal.Stage }).IsUnique().HasDatabaseName("UX_Appeals_Once");
        builder.HasIndex(appeal => appeal.PanelId);
        builder.HasOne<Entry>().WithMany().HasForeignKey(appeal => appeal.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Panel>().WithMany().HasForeignKey(appeal => appeal.PanelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(appeal => appeal.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}
