using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class AwardSchemeMapping : IEntityTypeConfiguration<AwardScheme>
{
    public void Configure(EntityTypeBuilder<AwardScheme> builder)
    {
        builder.ToTable("AwardSchemes", table =>
        {
            table.HoldsTransitions<AwardSchemeStatus, AwardSchemeAction>(AwardSchemeStatuses.Following, AwardSchemeStatus.Draft);

            // Only the version a round was announced with came into force without two officers.
            table.Holds("TwoPersons", "(\"Status\" NOT IN ('Active', 'Superseded') OR \"Number\" = 1 OR (\"ProposedBy\" IS NOT NULL AND \"ActivatedBy\" IS NOT NULL)) AND (\"ProposedBy\" IS NULL OR \"ActivatedBy\" IS NULL OR \"ProposedBy\" <> \"ActivatedBy\")");
        });
        builder.IsAggregate();
        builder.Ignore(scheme => scheme.Terms);
        builder.Property(scheme => scheme.ProposerName).HasMaxLength(100);
        builder.Property(scheme => scheme.ActivatorName).HasMaxLength(100);
        builder.Property(scheme => scheme.Reason).HasMaxLength(2000);
        builder.OwnsMany(scheme => scheme.Items, items => items.ToJson());
        builder.OwnsMany(scheme => scheme.Withholding, rules => rules.ToJson());
        builder.HasIndex(scheme => new { scheme.RoundId, scheme.Number }).IsUnique().HasDatabaseName("UX_AwardSchemes_Number");
        builder.HasIndex(scheme => scheme.RoundId, "UX_AwardSchemes_Open").IsUnique().HasFilter("\"Status\" IN ('Draft', 'Proposed')");
        builder.HasOne<Round>().WithMany().HasForeignKey(scheme => scheme.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}
