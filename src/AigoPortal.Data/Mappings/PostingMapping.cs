using AigoPortal.Domain.Files;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Postings;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class PostingMapping : IEntityTypeConfiguration<Posting>
{
    public void Configure(EntityTypeBuilder<Posting> builder)
    {
        builder.ToTable("Postings", table =>
        {
            table.HoldsTransitions<PostingStatus, PostingAction>(PostingStatuses.Following, PostingStatus.Draft);
            table.Holds("Openings", "\"Taken\" >= 0 AND \"Taken\" <= \"Content_Openings\"");
        });
        builder.IsAggregate();
        builder.ComplexProperty(posting => posting.Content, content =>
        {
            content.Property(part => part.Title).HasMaxLength(200);
            content.Property(part => part.Duties).HasMaxLength(4000);
            content.Property(part => part.Place).HasMaxLength(200);
            content.Property(part => part.Pay).HasMaxLength(200);
        });
        builder.HasIndex(posting => new { posting.Status, posting.OpenedAt });
        builder.HasIndex(posting => posting.RoundId);
        builder.HasOne<Round>().WithMany().HasForeignKey(posting => posting.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Problem>().WithMany().HasForeignKey(posting => posting.ProblemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(posting => posting.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(posting => posting.Requirements, requirements =>
        {
            requirements.ToTable("PostingRequirements");
            requirements.WithOwner().HasForeignKey("PostingId");
            requirements.HasKey("PostingId", nameof(PostingRequirement.Kind), nameof(PostingRequirement.Name));
            requirements.Property(requirement => requirement.Name).HasMaxLength(100);
        });
    }
}

internal sealed class JobApplicationMapping : IEntityTypeConfiguration<JobApplication>
{
    public void Configure(EntityTypeBuilder<JobApplication> builder)
    {
        builder.ToTable("JobApplications", table => table.HoldsTransitions<ApplicationStatus, ApplicationAction>(ApplicationStatuses.Following, ApplicationStatus.Applied));
        builder.IsAggregate();
        builder.Property(application => application.Name).HasMaxLength(100);
        builder.Property(application => application.Email).HasMaxLength(256);
        builder.Property(application => application.Affiliation).HasMaxLength(200);
        builder.Property(application => application.Letter).HasMaxLength(2000);
        builder.Property(application => application.Answer).HasMaxLength(2000);
        builder.HasIndex(application => new { application.PostingId, application.PersonId }).IsUnique().HasDatabaseName("UX_JobApplications_OnePerPerson");
        builder.HasOne<Posting>().WithMany().HasForeignKey(application => application.PostingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(application => application.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(application => application.CvFileId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(application => application.Skills, skills => skills.ToJson());
    }
}
