using AigoPortal.Data.Keys;
using AigoPortal.Data.Numbers;
using AigoPortal.Domain.Letters;
using AigoPortal.Domain.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class AuditEventMapping : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.ToTable("AuditEvents");
        builder.Property(line => line.Id).ValueGeneratedNever();
        builder.Property(line => line.PersonName).HasMaxLength(100);
        builder.Property(line => line.Origin).HasMaxLength(64);
        builder.Property(line => line.Verb).HasMaxLength(60);
        builder.Property(line => line.Why).HasMaxLength(4000);
        builder.Property(line => line.SubjectKind).HasMaxLength(40);
        builder.HasIndex(line => new { line.SubjectId, line.At });
        builder.HasIndex(line => line.At);
    }
}

internal sealed class LetterMapping : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.ToTable("Letters");
        builder.Property(letter => letter.Id).ValueGeneratedNever();
        builder.Property(letter => letter.To).HasMaxLength(256);
        builder.Property(letter => letter.Subject).HasMaxLength(200);
        builder.Property(letter => letter.Body).HasMaxLength(100_000);
        builder.Property(letter => letter.Html).HasMaxLength(1_000_000);
        builder.HasIndex(letter => letter.PanelId);
        builder.Property(letter => letter.Failure).HasMaxLength(500);
        builder.HasIndex(letter => new { letter.Status, letter.NextAttemptAt });
    }
}

internal sealed class NumberSeriesMapping : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.ToTable("NumberSeries");
        builder.HasKey(series => series.Name);
        builder.Property(series => series.Name).HasMaxLength(60);
    }
}

internal sealed class DataProtectionKeyMapping : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("DataProtectionKeys");
        builder.Property(key => key.Xml).HasMaxLength(20000);
    }
}
