using AigoPortal.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class RoundMapping : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.ToTable("Rounds", table => table.Holds("Budget", "\"Committed\" >= 0 AND \"Committed\" <= \"Budget\""));
        builder.IsAggregate();
        builder.Property(round => round.Code).HasMaxLength(20);
        builder.Property(round => round.SeasonName).HasMaxLength(100);
        builder.Property(round => round.RequiredNationality).HasMaxLength(2);
        builder.Property(round => round.RequiresNaturalPerson).HasDefaultValue(true).HasSentinel(true);
        builder.Ignore(round => round.Eligibility);
        builder.Property(round => round.SchemeVersion).HasDefaultValue(1);
        builder.Property(round => round.AppealDays).HasDefaultValue(Round.UsualAppealDays);
        builder.HasIndex(round => round.Code).IsUnique().HasDatabaseName("UX_Rounds_Code");

        // Read together and never searched: one row holds the round's terms.
        builder.OwnsMany(round => round.Steps, steps => steps.ToJson());
        builder.OwnsMany(round => round.AwardItems, items => items.ToJson());
        builder.OwnsMany(round => round.Withholding, rules => rules.ToJson());
        builder.OwnsMany(round => round.Criteria, criteria => criteria.ToJson());
        builder.Ignore(round => round.Cooperation);
        builder.OwnsOne(round => round.OwnCooperation, terms =>
        {
            terms.ToJson("Cooperation");
            terms.OwnsMany(one => one.VisitItems);
            terms.OwnsMany(one => one.Deliverables);
        });
    }
}
