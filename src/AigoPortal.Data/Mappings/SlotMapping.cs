using AigoPortal.Domain.Events;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.RoundTables;
using AigoPortal.Domain.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class SlotMapping : IEntityTypeConfiguration<Slot>
{
    public void Configure(EntityTypeBuilder<Slot> builder)
    {
        builder.ToTable("Slots", table =>
        {
            table.HoldsTransitions<SlotStatus, SlotAction>(SlotStatuses.Following, SlotStatus.Open);
            table.Holds("Times", "\"StartsAt\" < \"EndsAt\"");
            table.Holds("WhoHasIt", "(\"Status\" = 'Booked' AND \"TeamId\" IS NOT NULL) OR (\"Status\" <> 'Booked' AND \"TeamId\" IS NULL)");
        });
        builder.IsAggregate();
        builder.Property(slot => slot.Place).HasMaxLength(300);
        builder.Property(slot => slot.Seat).HasMaxLength(300);
        builder.Property(slot => slot.Reason).HasMaxLength(1000);
        builder.Property(slot => slot.PoserNote).HasMaxLength(1000);
        builder.Property(slot => slot.TeamNote).HasMaxLength(1000);

        // Null in a unique key is no value on both databases, once the index leaves it out.
        builder.HasIndex(slot => new { slot.ProblemId, slot.TeamId }).IsUnique().HasDatabaseName("UX_Slots_OnePerProblem");
        builder.HasIndex(slot => new { slot.TeamId, slot.StartsAt }).IsUnique().HasDatabaseName("UX_Slots_TeamTime");
        builder.HasIndex(slot => new { slot.OrganisationId, slot.Seat, slot.StartsAt }).IsUnique().HasDatabaseName("UX_Slots_Seat");
        builder.HasIndex(slot => new { slot.RoundId, slot.StartsAt });
        builder.HasOne<Round>().WithMany().HasForeignKey(slot => slot.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Problem>().WithMany().HasForeignKey(slot => slot.ProblemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(slot => slot.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProgrammeEvent>().WithMany().HasForeignKey(slot => slot.EventId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Team>().WithMany().HasForeignKey(slot => slot.TeamId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Team>().WithMany().HasForeignKey(slot => slot.FormerTeamId).OnDelete(DeleteBehavior.Restrict);
    }
}
