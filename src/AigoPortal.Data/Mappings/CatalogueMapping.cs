using AigoPortal.Data.Catalogue;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class CatalogueChangeMapping : IEntityTypeConfiguration<CatalogueChange>
{
    public void Configure(EntityTypeBuilder<CatalogueChange> builder) => builder.ToTable("CatalogueChanges");
}

internal sealed class ProblemQuestionMapping : IEntityTypeConfiguration<ProblemQuestion>
{
    public void Configure(EntityTypeBuilder<ProblemQuestion> builder)
    {
        builder.ToTable("ProblemQuestions", table =>
        {
            table.HoldsTransitions<QuestionStatus, QuestionAction>(QuestionStatuses.Following, QuestionStatus.Asked);
            table.Holds("Answered", "\"Status\" NOT IN ('Answered', 'Published') OR \"Answer\" IS NOT NULL");
        });
        builder.IsAggregate();
        builder.Property(question => question.Text).HasMaxLength(QuestionRules.LongestText);
        builder.Property(question => question.Answer).HasMaxLength(QuestionRules.LongestText);
        builder.Property(question => question.Reason).HasMaxLength(1000);
        builder.HasIndex(question => new { question.ProblemId, question.Status });
        builder.HasIndex(question => new { question.Status, question.AskedAt });
        builder.HasOne<Problem>().WithMany().HasForeignKey(question => question.ProblemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(question => question.AskerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProblemFollowMapping : IEntityTypeConfiguration<ProblemFollow>
{
    public void Configure(EntityTypeBuilder<ProblemFollow> builder)
    {
        builder.ToTable("ProblemFollows");
        builder.HasKey(follow => new { follow.ProblemId, follow.PersonId }).HasName("PK_ProblemFollows");
        builder.HasOne<Problem>().WithMany().HasForeignKey(follow => follow.ProblemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(follow => follow.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
