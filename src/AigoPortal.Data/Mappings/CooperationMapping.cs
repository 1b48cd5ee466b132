using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class CooperationPaperMapping : IEntityTypeConfiguration<CooperationPaper>
{
    public void Configure(EntityTypeBuilder<CooperationPaper> builder)
    {
        builder.ToTable("CooperationPapers");
        builder.IsAggregate();
        builder.Ignore(paper => paper.Latest);
        builder.HasOne<Entry>().WithOne().HasForeignKey<CooperationPaper>(paper => paper.Id).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(paper => paper.Versions, versions =>
        {
            versions.ToTable("CooperationVersions");
            versions.WithOwner().HasForeignKey("PaperId");
            versions.HasKey("PaperId", nameof(PaperVersion.Number)).HasName("PK_CooperationVersions");
            versions.Property(version => version.Number).ValueGeneratedNever();
            versions.Property(version => version.Words).HasMaxLength(200_000);
            versions.Property(version => version.Sha256).HasMaxLength(64);
        });
        builder.OwnsMany(paper => paper.Signatures, signatures =>
        {
            signatures.ToTable("CooperationSignatures");
            signatures.WithOwner().HasForeignKey("PaperId");
            signatures.HasKey("PaperId", nameof(PaperSignature.Number)).HasName("PK_CooperationSignatures");
            signatures.Property(signature => signature.Number).ValueGeneratedNever();
            signatures.Property(signature => signature.ByName).HasMaxLength(100);
            signatures.Property(signature => signature.ReturnReason).HasMaxLength(2000);
            signatures.HasIndex(signature => signature.FileId);
            signatures.HasOne<StoredFile>().WithMany().HasForeignKey(signature => signature.FileId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(paper => paper.Reminders, reminders =>
        {
            reminders.ToTable("CooperationReminders");
            reminders.WithOwner().HasForeignKey("PaperId");
            reminders.HasKey("PaperId", nameof(PaperReminder.Side), nameof(PaperReminder.Kind)).HasName("PK_CooperationReminders");
        });
    }
}

internal sealed class SiteVisitMapping : IEntityTypeConfiguration<SiteVisit>
{
    public void Configure(EntityTypeBuilder<SiteVisit> builder)
    {
        builder.ToTable("SiteVisits", table =>
        {
            table.HoldsTransitions<VisitStatus, VisitAction>(VisitStatuses.Following, VisitStatus.Planned);
            table.Holds("Times", "\"StartsAt\" IS NULL OR \"StartsAt\" < \"EndsAt\"");
        });
        builder.IsAggregate();
        builder.ComplexProperty(visit => visit.Plan, plan =>
        {
            plan.Property(part => part.Place).HasMaxLength(300);
            plan.Property(part => part.Visitors).HasMaxLength(200);
        });
        builder.Property(visit => visit.Wish).HasMaxLength(1000);
        builder.Property(visit => visit.Notes).HasMaxLength(4000);
        builder.Property(visit => visit.CancelReason).HasMaxLength(1000);
        builder.OwnsMany(visit => visit.Slots, slots => slots.ToJson());
        builder.OwnsMany(visit => visit.Findings, findings => findings.ToJson());
        builder.OwnsMany(visit => visit.Photos, photos =>
        {
            photos.ToTable("VisitPhotos");
            photos.WithOwner().HasForeignKey("VisitId");
            photos.HasKey("VisitId", nameof(VisitPhoto.FileId));
            photos.HasOne<StoredFile>().WithMany().HasForeignKey(photo => photo.FileId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.HasIndex(visit => new { visit.Status, visit.StartsAt });
        builder.HasIndex(visit => visit.EntryId, "UX_SiteVisits_Ahead").IsUnique().HasFilter("\"Status\" IN ('Planned', 'Confirmed')");
        builder.HasIndex(visit => visit.EntryId, "IX_SiteVisits_EntryId");
        builder.HasOne<Entry>().WithMany().HasForeignKey(visit => visit.EntryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DeliverySheetMapping : IEntityTypeConfiguration<DeliverySheet>
{
    public void Configure(EntityTypeBuilder<DeliverySheet> builder)
    {
        builder.ToTable("DeliverySheets", table => table.HoldsTransitions<DeliveryStatus, DeliveryAction>(DeliveryStatuses.Following, DeliveryStatus.Collecting));
        builder.IsAggregate();
        builder.Ignore(sheet => sheet.Missing);
        builder.HasOne<Entry>().WithOne().HasForeignKey<DeliverySheet>(sheet => sheet.Id).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(sheet => sheet.Parts, parts =>
        {
            parts.ToTable("DeliveryParts");
            parts.WithOwner().HasForeignKey("SheetId");
            parts.HasKey("SheetId", nameof(DeliveryPart.Order));
            parts.Property(part => part.Order).ValueGeneratedNever();
            parts.Property(part => part.Name).HasMaxLength(200);
            parts.Property(part => part.Link).HasMaxLength(500);
            parts.Property(part => part.Note).HasMaxLength(1000);
            parts.Property(part => part.ReturnReason).HasMaxLength(1000);
            parts.HasIndex(part => part.FileId);
            parts.HasOne<StoredFile>().WithMany().HasForeignKey(part => part.FileId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
