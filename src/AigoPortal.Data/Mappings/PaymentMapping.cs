using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class PaymentBatchMapping : IEntityTypeConfiguration<PaymentBatch>
{
    public void Configure(EntityTypeBuilder<PaymentBatch> builder)
    {
        builder.ToTable("PaymentBatches", table =>
        {
            table.HoldsTransitions<PaymentBatchStatus, PaymentBatchAction>(PaymentBatchStatuses.Following, PaymentBatchStatus.Open);
            table.Holds("TwoPersons", "\"SentBy\" IS NULL OR \"SentBy\" <> \"BuiltBy\"");
            table.Holds("Sent", "\"Status\" = 'Open' OR \"SentBy\" IS NOT NULL");
            table.Holds("NotEmpty", "\"Count\" > 0 AND \"Total\" > 0");
        });
        builder.IsAggregate();
        builder.Property(batch => batch.Number).HasMaxLength(20);
        builder.Property(batch => batch.BuilderName).HasMaxLength(100);
        builder.Property(batch => batch.SenderName).HasMaxLength(100);
        builder.HasIndex(batch => batch.Number).IsUnique().HasDatabaseName("UX_PaymentBatches_Number");
    }
}

internal sealed class TransferMapping : IEntityTypeConfiguration<Transfer>
{
    public void Configure(EntityTypeBuilder<Transfer> builder)
    {
        builder.ToTable("Transfers", table =>
        {
            table.HoldsTransitions<TransferStatus, TransferAction>(TransferStatuses.Following, TransferStatus.Waiting);
            table.Holds("Amount", "\"Amount\" > 0");
            table.Holds("Batch", "\"Status\" = 'Waiting' OR \"Status\" = 'Cancelled' OR \"BatchId\" IS NOT NULL");
            table.Holds("PaidOn", "\"Status\" <> 'Paid' OR (\"PaidOn\" IS NOT NULL AND \"BankReference\" IS NOT NULL)");
        });
        builder.IsAggregate();
        builder.Property(transfer => transfer.VoucherNumber).HasMaxLength(20);
        builder.Property(transfer => transfer.EntryCode).HasMaxLength(30);
        builder.Property(transfer => transfer.MilestoneName).HasMaxLength(100);
        builder.Property(transfer => transfer.PayeeName).HasMaxLength(100);
        builder.Property(transfer => transfer.MakerName).HasMaxLength(100);
        builder.Property(transfer => transfer.BankCode).HasMaxLength(10);
        builder.Property(transfer => transfer.BankReference).HasMaxLength(50);
        builder.Property(transfer => transfer.Reason).HasMaxLength(2000);
        builder.HasIndex(transfer => new { transfer.LedgerSequence, transfer.Attempt }).IsUnique().HasDatabaseName("UX_Transfers_Attempt");
        builder.HasIndex(transfer => new { transfer.Status, transfer.RoundId });
        builder.HasIndex(transfer => transfer.MilestoneId);
        builder.HasOne<PaymentBatch>().WithMany().HasForeignKey(transfer => transfer.BatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LedgerRow>().WithMany().HasForeignKey(transfer => transfer.LedgerSequence).OnDelete(DeleteBehavior.Restrict);
    }
}
