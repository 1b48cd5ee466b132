using AigoPortal.Domain.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class LedgerExportMapping : IEntityTypeConfiguration<LedgerExport>
{
    public void Configure(EntityTypeBuilder<LedgerExport> builder)
    {
        builder.ToTable("LedgerExports");
        builder.Property(export => export.Id).ValueGeneratedNever();
        builder.Property(export => export.AskerName).HasMaxLength(100);
        builder.Property(export => export.Filters).HasMaxLength(1000);
        builder.Property(export => export.Language).HasMaxLength(20);
        builder.Property(export => export.Root).HasMaxLength(300);
        builder.Property(export => export.Sha256).HasMaxLength(64);
        builder.HasIndex(export => new { export.Status, export.NextAttemptAt });
        builder.HasIndex(export => export.AskedAt);
    }
}
