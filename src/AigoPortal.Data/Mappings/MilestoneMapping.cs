using AigoPortal.Data.Providers;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class MilestoneMapping : IEntityTypeConfiguration<Milestone>
{
    private const int LongestRejection = 400;

    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("Milestones", table =>
        {
            table.HoldsTransitions<MilestoneStatus, MilestoneAction>(MilestoneStatuses.Following, MilestoneStatus.NotDue);
            table.Holds("Amount", "\"Amount\" > 0");
            table.Holds("TwoPersons", "\"ReleasedBy\" IS NULL OR (\"ApprovedBy\" IS NOT NULL AND \"ApprovedBy\" <> \"ReleasedBy\")");
            table.Holds("PaidIsApproved", "\"Status\" <> 'Paid' OR (\"ApprovedBy\" IS NOT NULL AND \"ReleasedBy\" IS NOT NULL)");
        });
        builder.IsAggregate();
        builder.Property(milestone => milestone.Name).HasMaxLength(100);
        builder.Property(milestone => milestone.Reason).HasMaxLength(2000);
        builder.Property(milestone => milestone.ApproverName).HasMaxLength(100);
        builder.Property(milestone => milestone.IncomeCode).HasMaxLength(3).HasDefaultValue(EvidenceTerms.PrizeIncome);
        builder.Property(milestone => milestone.EvidenceDays).HasDefaultValue(EvidenceTerms.UsualDays);
        builder.Property(milestone => milestone.SchemeVersion).HasDefaultValue(1);
        builder.Property(milestone => milestone.Issue).HasDefaultValue(1);
        builder.OwnsOne(milestone => milestone.Reversal, request =>
        {
            request.Property(one => one.Name).HasMaxLength(100);
            request.Property(one => one.Reason).HasMaxLength(2000);
        });
        builder.Ignore(milestone => milestone.Pieces);
        builder.Ignore(milestone => milestone.Rejected);
        builder.HasIndex(milestone => new { milestone.EntryId, milestone.Order }).IsUnique().HasDatabaseName("UX_Milestones_Order");
        builder.HasIndex(milestone => new { milestone.RoundId, milestone.Status });
        builder.HasOne<Entry>().WithMany().HasForeignKey(milestone => milestone.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(milestone => milestone.Shares, shares =>
        {
            shares.ToTable("PayeeShares", table => table.HasCheckConstraint("CK_PayeeShares_Amount", "\"Amount\" > 0"));
            shares.WithOwner().HasForeignKey("MilestoneId");
            shares.HasKey("MilestoneId", nameof(PayeeShare.PayeeId));
            shares.Property(share => share.PayeeId).ValueGeneratedNever();
            shares.HasIndex(share => share.PayeeId);
        });
        builder.OwnsMany(milestone => milestone.Expenses, expenses =>
        {
            expenses.ToTable("ExpenseItems", table => table.HasCheckConstraint("CK_ExpenseItems_Amount", "\"Amount\" > 0"));
            expenses.WithOwner().HasForeignKey("MilestoneId");
            expenses.HasKey(item => item.Id);
            expenses.Property(item => item.Id).ValueGeneratedNever();
            expenses.Property(item => item.Purpose).HasMaxLength(200);
            expenses.Property(item => item.Rejection).HasMaxLength(LongestRejection);
        });
        builder.OwnsMany(milestone => milestone.Receipts, receipts =>
        {
            receipts.ToTable("Receipts", table => table.HasCheckConstraint("CK_Receipts_Amount", "\"Amount\" > 0"));
            receipts.WithOwner().HasForeignKey("MilestoneId");
            receipts.HasKey(receipt => receipt.Id);
            receipts.Property(receipt => receipt.Id).ValueGeneratedNever();
            receipts.Property(receipt => receipt.Number).HasMaxLength(50);
            receipts.Property(receipt => receipt.NumberKey).HasMaxLength(50);
            receipts.Property(receipt => receipt.Vendor).HasMaxLength(200);
            receipts.Property(receipt => receipt.VendorNumber).HasMaxLength(CompanyNumber.Length);
            receipts.Property(receipt => receipt.Rejection).HasMaxLength(LongestRejection);
            receipts.HasIndex(receipt => receipt.NumberKey);
            receipts.HasIndex("MilestoneId", nameof(Receipt.Number)).IsUnique().HasDatabaseName("UX_Receipts_Number");
            receipts.HasOne<StoredFile>().WithMany().HasForeignKey(receipt => receipt.FileId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(milestone => milestone.HandedPapers, papers =>
        {
            papers.ToTable("EvidencePapers");
            papers.WithOwner().HasForeignKey("MilestoneId");
            papers.HasKey(paper => paper.Id);
            papers.Property(paper => paper.Id).ValueGeneratedNever();
            papers.Property(paper => paper.Name).HasMaxLength(100);
            papers.Property(paper => paper.Rejection).HasMaxLength(LongestRejection);
            papers.HasIndex("MilestoneId", nameof(EvidencePaper.Name)).IsUnique().HasDatabaseName("UX_EvidencePapers_Name");
            papers.HasOne<StoredFile>().WithMany().HasForeignKey(paper => paper.FileId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

internal sealed class LegalPayeeMapping : IEntityTypeConfiguration<LegalPayee>
{
    public void Configure(EntityTypeBuilder<LegalPayee> builder)
    {
        builder.ToTable("LegalPayees");
        builder.IsAggregate();
        builder.Property(payee => payee.Number).HasMaxLength(CompanyNumber.Length);
        builder.Property(payee => payee.Name).HasMaxLength(100);
        builder.Property(payee => payee.BankCode).HasMaxLength(10);
        builder.Property(payee => payee.SealedAccount).HasMaxLength(1000);
        builder.Property(payee => payee.AccountHint).HasMaxLength(30);
        builder.HasIndex(payee => new { payee.TeamId, payee.Number }).IsUnique().HasDatabaseName("UX_LegalPayees_Number");
        builder.HasOne<Team>().WithMany().HasForeignKey(payee => payee.TeamId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(payee => payee.StatedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LedgerMapping : IEntityTypeConfiguration<LedgerRow>
{
    public void Configure(EntityTypeBuilder<LedgerRow> builder)
    {
        builder.ToTable("Ledger", table =>
        {
            table.HasTrigger(LedgerTriggers.WrittenOnce);
            table.HasTrigger(LedgerTriggers.PaidOnce);
            table.Holds("Sum", "\"Gross\" = \"Tax\" + \"Net\"");
            table.Holds("TwoPersons", $"\"ApproverId\" <> \"ReleaserId\" AND \"ApproverId\" <> '{Guid.Empty}'");
            table.Holds("ReversalSaysWhy", "(\"Kind\" = 'Payment' AND \"ReversalOf\" IS NULL AND \"Reason\" IS NULL) OR (\"Kind\" = 'Reversal' AND \"ReversalOf\" IS NOT NULL AND \"Reason\" IS NOT NULL)");
            table.Holds("Sign", "(\"Kind\" = 'Payment' AND \"Gross\" > 0 AND \"Tax\" >= 0 AND \"Net\" >= 0) OR (\"Kind\" = 'Reversal' AND \"Gross\" < 0 AND \"Tax\" <= 0 AND \"Net\" <= 0)");
        });
        builder.HasKey(row => row.Sequence).HasName("PK_Ledger_Sequence");
        builder.Property(row => row.Sequence).ValueGeneratedNever();
        builder.Property(row => row.EntryCode).HasMaxLength(30);
        builder.Property(row => row.ProblemTitle).HasMaxLength(200);
        builder.Property(row => row.TeamName).HasMaxLength(100);
        builder.Property(row => row.MilestoneName).HasMaxLength(100);
        builder.Property(row => row.PayeeName).HasMaxLength(100);
        builder.Property(row => row.ApproverName).HasMaxLength(100);
        builder.Property(row => row.ReleaserName).HasMaxLength(100);
        builder.Property(row => row.VoucherNumber).HasMaxLength(20);
        builder.Property(row => row.PreviousHash).HasMaxLength(64);
        builder.Property(row => row.Hash).HasMaxLength(64);

        builder.Property(row => row.Issue).HasDefaultValue(1);
        builder.Property(row => row.Reason).HasMaxLength(2000);

        // A milestone pays a payee once; a second payment is refused by the database. After a reversal the next one is another issue.
        builder.HasIndex(row => new { row.MilestoneId, row.PayeeId, row.Issue, row.Kind }).IsUnique().HasDatabaseName("UX_Ledger_PaidOnce");
        builder.HasIndex(row => row.VoucherNumber).IsUnique().HasDatabaseName("UX_Ledger_Voucher");
        builder.HasIndex(row => new { row.RoundId, row.EntryCode, row.Sequence });
        builder.HasOne<Milestone>().WithMany().HasForeignKey(row => row.MilestoneId).OnDelete(DeleteBehavior.Restrict);
    }
}
