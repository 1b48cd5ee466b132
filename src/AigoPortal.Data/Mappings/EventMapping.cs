using AigoPortal.Domain.Events;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class ProgrammeEventMapping : IEntityTypeConfiguration<ProgrammeEvent>
{
    public void Configure(EntityTypeBuilder<ProgrammeEvent> builder)
    {
        builder.ToTable("Events", table =>
        {
            table.HoldsTransitions<EventStatus, EventAction>(EventStatuses.Following, EventStatus.Planned);
            table.Holds("Capacity", "\"Taken\" >= 0 AND \"Taken\" <= \"Plan_Capacity\"");
            table.Holds("Times", "\"Plan_StartsAt\" < \"Plan_EndsAt\" AND \"Plan_RegistrationEndsAt\" <= \"Plan_StartsAt\"");
        });
        builder.IsAggregate();
        builder.ComplexProperty(known => known.Plan, plan =>
        {
            plan.Property(part => part.Title).HasMaxLength(200);
            plan.Property(part => part.Description).HasMaxLength(4000);
            plan.Property(part => part.Venue).HasMaxLength(300);
        });
        builder.HasIndex(known => known.RoundId);
        builder.HasOne<Round>().WithMany().HasForeignKey(known => known.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(known => known.Registrations).WithOne().HasForeignKey(registration => registration.EventId);
    }
}

internal sealed class EventRegistrationMapping : IEntityTypeConfiguration<EventRegistration>
{
    public void Configure(EntityTypeBuilder<EventRegistration> builder)
    {
        builder.ToTable("EventRegistrations");
        builder.HasKey(registration => new { registration.EventId, registration.PersonId }).HasName("PK_EventRegistrations");
        builder.HasIndex(registration => registration.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(registration => registration.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
