using AigoPortal.Domain.Files;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations");
        builder.IsAggregate();
        builder.Property(organisation => organisation.Name).HasMaxLength(200);
        builder.Property(organisation => organisation.NormalizedName).HasMaxLength(200);
        builder.Property(organisation => organisation.CompanyNumber).HasMaxLength(CompanyNumber.Length);
        builder.HasIndex(organisation => organisation.CompanyNumber).IsUnique().HasDatabaseName("UX_Organisations_CompanyNumber");
        builder.HasIndex(organisation => organisation.NormalizedName).IsUnique().HasDatabaseName("UX_Organisations_Name");
        builder.OwnsMany(organisation => organisation.Contacts, contacts =>
        {
            contacts.ToTable("OrganisationContacts");
            contacts.WithOwner().HasForeignKey("OrganisationId");
            contacts.HasKey("OrganisationId", nameof(OrganisationContact.PersonId));
            contacts.HasOne<Person>().WithMany().HasForeignKey(contact => contact.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

internal sealed class ProblemMapping : IEntityTypeConfiguration<Problem>
{
    public void Configure(EntityTypeBuilder<Problem> builder)
    {
        builder.ToTable("Problems", table =>
        {
            table.HoldsTransitions<ProblemStatus, ProblemAction>(ProblemStatuses.Following, ProblemStatus.Draft);
            table.Holds("Quota", "\"QuotaSlot\" IS NULL OR (\"QuotaLimit\" IS NOT NULL AND \"QuotaSlot\" >= 1 AND \"QuotaSlot\" <= \"QuotaLimit\")");
            table.Holds("QuotaTaken", "\"Status\" NOT IN ('Submitted', 'Returned', 'Optimising', 'Listed', 'Closed') OR \"QuotaSlot\" IS NOT NULL");
        });
        builder.IsAggregate();
        builder.Property(problem => problem.Code).HasMaxLength(30);
        builder.Property(problem => problem.Reason).HasMaxLength(4000);
        builder.HasIndex(problem => problem.Code).IsUnique().HasDatabaseName("UX_Problems_Code");
        builder.HasIndex(problem => new { problem.RoundId, problem.OrganisationId, problem.QuotaSlot }).IsUnique().HasDatabaseName("UX_Problems_Quota");
        builder.HasIndex(problem => new { problem.RoundId, problem.Status, problem.ListedAt });
        builder.HasOne<Round>().WithMany().HasForeignKey(problem => problem.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(problem => problem.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(problem => problem.Content, content =>
        {
            content.Property(field => field.ContactName).HasMaxLength(100);
            content.Property(field => field.ContactPhone).HasMaxLength(50);
            content.Property(field => field.ContactEmail).HasMaxLength(256);
            content.Property(field => field.Title).HasMaxLength(200);
            content.Property(field => field.Summary).HasMaxLength(1000);
            content.Property(field => field.Detail).HasMaxLength(20000);
            content.Property(field => field.Technology).HasMaxLength(100);
            content.Property(field => field.Industry).HasMaxLength(100);
            content.Property(field => field.Region).HasMaxLength(100);
            content.Property(field => field.DataSetType).HasMaxLength(200);
            content.Property(field => field.ReadinessDetail).HasMaxLength(4000);
            content.Property(field => field.TargetMetric).HasMaxLength(200);
            content.Property(field => field.TargetUnit).HasMaxLength(30);
            content.Property(field => field.Resources).HasMaxLength(4000);
            content.Property(field => field.IncentiveNote).HasMaxLength(1000);
            content.Property(field => field.Confidential).HasMaxLength(20000);
        });
        builder.OwnsMany(problem => problem.DataSets, sets => sets.ToJson());
        builder.OwnsMany(problem => problem.SelfCheck, answers => answers.ToJson());
        builder.OwnsMany(problem => problem.Attachments, attachments =>
        {
            attachments.ToTable("ProblemAttachments");
            attachments.WithOwner().HasForeignKey("ProblemId");
            attachments.HasKey("ProblemId", nameof(ProblemAttachment.FileId));
            attachments.HasOne<StoredFile>().WithMany().HasForeignKey(attachment => attachment.FileId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Property(problem => problem.TakerName).HasMaxLength(100);
        builder.Property(problem => problem.GradeReason).HasMaxLength(1000);
        builder.HasOne<Person>().WithMany().HasForeignKey(problem => problem.TakenBy).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(problem => problem.Checklist, lines => lines.ToJson());
        builder.OwnsMany(problem => problem.FieldReasons, reasons => reasons.ToJson());
        builder.HasMany(problem => problem.Versions).WithOne().HasForeignKey(version => version.ProblemId);
    }
}

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("Files");
        builder.Property(file => file.Id).ValueGeneratedNever();
        builder.Property(file => file.Name).HasMaxLength(255);
        builder.Property(file => file.ContentType).HasMaxLength(150);
        builder.Property(file => file.Sha256).HasMaxLength(64);
        builder.HasOne<Person>().WithMany().HasForeignKey(file => file.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}
