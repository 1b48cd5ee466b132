using System.Text.Json;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AigoPortal.Data.Mappings;

internal sealed class ProblemVersionMapping : IEntityTypeConfiguration<ProblemVersion>
{
    public void Configure(EntityTypeBuilder<ProblemVersion> builder)
    {
        builder.ToTable("ProblemVersions");
        builder.HasKey(version => new { version.ProblemId, version.Number });
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.Why).HasMaxLength(1000);
        builder.Property(version => version.PersonName).HasMaxLength(100);
        builder.Property(version => version.Snapshot).HasConversion<SnapshotConversion>().HasMaxLength(1_000_000);
    }
}

internal sealed class WorkshopMapping : IEntityTypeConfiguration<Workshop>
{
    public void Configure(EntityTypeBuilder<Workshop> builder)
    {
        builder.ToTable("Workshops");
        builder.IsAggregate();
        builder.HasOne<Problem>().WithOne().HasForeignKey<Workshop>(workshop => workshop.Id).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(workshop => workshop.Records, records => records.ToJson());
        builder.OwnsMany(workshop => workshop.Mentors, mentors =>
        {
            mentors.ToTable("WorkshopMentors");
            mentors.WithOwner().HasForeignKey("WorkshopId");
            mentors.HasKey("WorkshopId", nameof(WorkshopMentor.PersonId));
            mentors.HasIndex(mentor => mentor.PersonId);
            mentors.HasOne<Person>().WithMany().HasForeignKey(mentor => mentor.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(workshop => workshop.Advice, advice =>
        {
            advice.ToTable("WorkshopAdvice");
            advice.WithOwner().HasForeignKey("WorkshopId");
            advice.HasKey(line => line.Id);
            advice.Property(line => line.Id).ValueGeneratedNever();
            advice.Property(line => line.Text).HasMaxLength(4000);
            advice.Property(line => line.MentorName).HasMaxLength(100);
            advice.Property(line => line.Answer).HasMaxLength(2000);
            advice.HasOne<Person>().WithMany().HasForeignKey(line => line.MentorId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

/// <summary>A version's words as one JSON text; a field that came later is empty in older versions.</summary>
internal sealed class SnapshotConversion() : ValueConverter<ProblemSnapshot, string>(snapshot => Write(snapshot), text => Read(text))
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Write(ProblemSnapshot snapshot) => JsonSerializer.Serialize(snapshot, Options);

    private static ProblemSnapshot Read(string text) => JsonSerializer.Deserialize<ProblemSnapshot>(text, Options)!;
}
