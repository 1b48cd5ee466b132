using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AigoPortal.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Awarding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_PayeeShares_People_PersonId",
                table: "PayeeShares");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Milestones_Transition",
                table: "Milestones");

            migrationBuilder.DropIndex(
                name: "UX_Ledger_PaidOnce",
                table: "Ledger");

            migrationBuilder.RenameColumn(
                name: "PersonId",
                table: "PayeeShares",
                newName: "PayeeId");

            migrationBuilder.RenameIndex(
                name: "IX_PayeeShares_PersonId",
                table: "PayeeShares",
                newName: "IX_PayeeShares_PayeeId");

            migrationBuilder.AddColumn<int>(
                name: "SchemeVersion",
                table: "Rounds",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "NumberKey",
                table: "Receipts",
                type: "character varying(50)",
                maxLength: 50,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Rejection",
                table: "Receipts",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VendorNumber",
                table: "Receipts",
                type: "character varying(8)",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AllowsLegalEntity",
                table: "Milestones",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "EvidenceDays",
                table: "Milestones",
                type: "integer",
                nullable: false,
                defaultValue: 14);

            migrationBuilder.AddColumn<string>(
                name: "IncomeCode",
                table: "Milestones",
                type: "character varying(3)",
                maxLength: 3,
                nullable: false,
                defaultValue: "91");

            migrationBuilder.AddColumn<int>(
                name: "Issue",
                table: "Milestones",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string[]>(
                name: "Papers",
                table: "Milestones",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Reversal_At",
                table: "Milestones",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reversal_Name",
                table: "Milestones",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Reversal_PersonId",
                table: "Milestones",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reversal_Reason",
                table: "Milestones",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SchemeVersion",
                table: "Milestones",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Issue",
                table: "Ledger",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Ledger",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReversalOf",
                table: "Ledger",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Rejection",
                table: "ExpenseItems",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SchemeVersion",
                table: "Decisions",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "AwardSchemes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Budget = table.Column<long>(type: "bigint", nullable: false),
                    CapPerEntry = table.Column<long>(type: "bigint", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ProposerName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ProposedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ActivatedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ActivatorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ActivatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SupersededAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Items = table.Column<string>(type: "jsonb", nullable: true),
                    Withholding = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardSchemes", x => x.Id);
                    table.CheckConstraint("CK_AwardSchemes_Transition", "(\"PreviousStatus\" = 'Draft' AND \"Status\" IN ('Proposed', 'Discarded', 'Draft')) OR (\"PreviousStatus\" = 'Proposed' AND \"Status\" IN ('Draft', 'Active')) OR (\"PreviousStatus\" = 'Active' AND \"Status\" IN ('Superseded'))");
                    table.CheckConstraint("CK_AwardSchemes_TwoPersons", "(\"Status\" NOT IN ('Active', 'Superseded') OR \"Number\" = 1 OR (\"ProposedBy\" IS NOT NULL AND \"ActivatedBy\" IS NOT NULL)) AND (\"ProposedBy\" IS NULL OR \"ActivatedBy\" IS NULL OR \"ProposedBy\" <> \"ActivatedBy\")");
                    table.ForeignKey(
                        name: "FK_AwardSchemes_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvidencePapers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    MilestoneId = table.Column<Guid>(type: "uuid", nullable: false),
                    Rejection = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidencePapers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidencePapers_Files_FileId",
                        column: x => x.FileId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EvidencePapers_Milestones_MilestoneId",
                        column: x => x.MilestoneId,
                        principalTable: "Milestones",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LedgerExports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AskerName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Format = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Filters = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Root = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    NextAttemptAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerExports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LegalPayees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Address = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    BankCode = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    SealedAccount = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    AccountHint = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    StatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ConfirmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalPayees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LegalPayees_People_StatedBy",
                        column: x => x.StatedBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LegalPayees_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaymentBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    BuiltBy = table.Column<Guid>(type: "uuid", nullable: false),
                    BuilderName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    BuiltAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SentBy = table.Column<Guid>(type: "uuid", nullable: true),
                    SenderName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentBatches", x => x.Id);
                    table.CheckConstraint("CK_PaymentBatches_NotEmpty", "\"Count\" > 0 AND \"Total\" > 0");
                    table.CheckConstraint("CK_PaymentBatches_Sent", "\"Status\" = 'Open' OR \"SentBy\" IS NOT NULL");
                    table.CheckConstraint("CK_PaymentBatches_Transition", "(\"PreviousStatus\" = 'Open' AND \"Status\" IN ('Sent', 'Open')) OR (\"PreviousStatus\" = 'Sent' AND \"Status\" IN ('Closed'))");
                    table.CheckConstraint("CK_PaymentBatches_TwoPersons", "\"SentBy\" IS NULL OR \"SentBy\" <> \"BuiltBy\"");
                });

            migrationBuilder.CreateTable(
                name: "Transfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LedgerSequence = table.Column<long>(type: "bigint", nullable: false),
                    Attempt = table.Column<int>(type: "integer", nullable: false),
                    VoucherNumber = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryCode = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    MilestoneId = table.Column<Guid>(type: "uuid", nullable: false),
                    MilestoneName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    PayeeId = table.Column<Guid>(type: "uuid", nullable: false),
                    PayeeName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    BankCode = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    SealedAccount = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    AccountHint = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: true),
                    MadeBy = table.Column<Guid>(type: "uuid", nullable: false),
                    MakerName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: true),
                    BankReference = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Transfers", x => x.Id);
                    table.CheckConstraint("CK_Transfers_Amount", "\"Amount\" > 0");
                    table.CheckConstraint("CK_Transfers_Batch", "\"Status\" = 'Waiting' OR \"Status\" = 'Cancelled' OR \"BatchId\" IS NOT NULL");
                    table.CheckConstraint("CK_Transfers_PaidOn", "\"Status\" <> 'Paid' OR (\"PaidOn\" IS NOT NULL AND \"BankReference\" IS NOT NULL)");
                    table.CheckConstraint("CK_Transfers_Transition", "(\"PreviousStatus\" = 'Waiting' AND \"Status\" IN ('Batched', 'Cancelled', 'Waiting')) OR (\"PreviousStatus\" = 'Batched' AND \"Status\" IN ('Paid', 'Returned')) OR (\"PreviousStatus\" = 'Returned' AND \"Status\" IN ('Reissued', 'Cancelled'))");
                    table.ForeignKey(
                        name: "FK_Transfers_Ledger_LedgerSequence",
                        column: x => x.LedgerSequence,
                        principalTable: "Ledger",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Transfers_PaymentBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "PaymentBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_NumberKey",
                table: "Receipts",
                column: "NumberKey");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Milestones_Transition",
                table: "Milestones",
                sql: "(\"PreviousStatus\" = 'NotDue' AND \"Status\" IN ('Due', 'Forfeited', 'NotDue')) OR (\"PreviousStatus\" = 'Due' AND \"Status\" IN ('EvidenceSubmitted', 'Forfeited')) OR (\"PreviousStatus\" = 'EvidenceSubmitted' AND \"Status\" IN ('Returned', 'Approved', 'Forfeited')) OR (\"PreviousStatus\" = 'Returned' AND \"Status\" IN ('EvidenceSubmitted', 'Forfeited')) OR (\"PreviousStatus\" = 'Approved' AND \"Status\" IN ('Paid', 'EvidenceSubmitted', 'Forfeited')) OR (\"PreviousStatus\" = 'Paid' AND \"Status\" IN ('Returned'))");

            migrationBuilder.CreateIndex(
                name: "UX_Ledger_PaidOnce",
                table: "Ledger",
                columns: new[] { "MilestoneId", "PayeeId", "Issue", "Kind" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_Ledger_ReversalSaysWhy",
                table: "Ledger",
                sql: "(\"Kind\" = 'Payment' AND \"ReversalOf\" IS NULL AND \"Reason\" IS NULL) OR (\"Kind\" = 'Reversal' AND \"ReversalOf\" IS NOT NULL AND \"Reason\" IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "UX_AwardSchemes_Number",
                table: "AwardSchemes",
                columns: new[] { "RoundId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UX_AwardSchemes_Open",
                table: "AwardSchemes",
                column: "RoundId",
                unique: true,
                filter: "\"Status\" IN ('Draft', 'Proposed')");

            migrationBuilder.CreateIndex(
                name: "IX_EvidencePapers_FileId",
                table: "EvidencePapers",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "UX_EvidencePapers_Name",
                table: "EvidencePapers",
                columns: new[] { "MilestoneId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerExports_AskedAt",
                table: "LedgerExports",
                column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerExports_Status_NextAttemptAt",
                table: "LedgerExports",
                columns: new[] { "Status", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LegalPayees_StatedBy",
                table: "LegalPayees",
                column: "StatedBy");

            migrationBuilder.CreateIndex(
                name: "UX_LegalPayees_Number",
                table: "LegalPayees",
                columns: new[] { "TeamId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UX_PaymentBatches_Number",
                table: "PaymentBatches",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_BatchId",
                table: "Transfers",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_MilestoneId",
                table: "Transfers",
                column: "MilestoneId");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_Status_RoundId",
                table: "Transfers",
                columns: new[] { "Status", "RoundId" });

            migrationBuilder.CreateIndex(
                name: "UX_Transfers_Attempt",
                table: "Transfers",
                columns: new[] { "LedgerSequence", "Attempt" },
                unique: true);

            migrationBuilder.Sql("UPDATE \"Receipts\" SET \"NumberKey\" = UPPER(REPLACE(REPLACE(\"Number\", '-', ''), ' ', ''))");

            // Rounds that are there already: their items get the terms they were made without, and what they say becomes their first version.
            migrationBuilder.Sql("""
                UPDATE "Rounds" SET "AwardItems" = (
                    SELECT jsonb_agg(jsonb_build_object('EvidenceDays', 14, 'Papers', '[]'::jsonb, 'AllowsLegalEntity', false, 'IncomeCode', '91') || one.item ORDER BY one.place)
                    FROM jsonb_array_elements("AwardItems") WITH ORDINALITY AS one(item, place))
                WHERE jsonb_typeof("AwardItems") = 'array' AND jsonb_array_length("AwardItems") > 0;
                INSERT INTO "AwardSchemes" ("Id", "RoundId", "Number", "Status", "PreviousStatus", "Budget", "CapPerEntry", "ActivatedAt", "Version", "Items", "Withholding")
                SELECT gen_random_uuid(), "Id", "SchemeVersion", 'Active', 'Proposed', "Budget", "CapPerEntry", "StartsAt", gen_random_uuid(), "AwardItems", "Withholding" FROM "Rounds";
                """);

            migrationBuilder.Sql(LedgerTriggerSql.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(LedgerTriggerSql.Drop);

            migrationBuilder.DropTable(
                name: "AwardSchemes");

            migrationBuilder.DropTable(
                name: "EvidencePapers");

            migrationBuilder.DropTable(
                name: "LedgerExports");

            migrationBuilder.DropTable(
                name: "LegalPayees");

            migrationBuilder.DropTable(
                name: "Transfers");

            migrationBuilder.DropTable(
                name: "PaymentBatches");

            migrationBuilder.DropIndex(
                name: "IX_Receipts_NumberKey",
                table: "Receipts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Milestones_Transition",
                table: "Milestones");

            migrationBuilder.DropIndex(
                name: "UX_Ledger_PaidOnce",
                table: "Ledger");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Ledger_ReversalSaysWhy",
                table: "Ledger");

            migrationBuilder.DropColumn(
                name: "SchemeVersion",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "NumberKey",
                table: "Receipts");

            migrationBuilder.DropColumn(
                name: "Rejection",
                table: "Receipts");

            migrationBuilder.DropColumn(
                name: "VendorNumber",
                table: "Receipts");

            migrationBuilder.DropColumn(
                name: "AllowsLegalEntity",
                table: "Milestones");

            migrationBuilder.DropColumn(
                name: "EvidenceDays",
                table: "Milestones");

            migrationBuilder.DropColumn(
                name: "IncomeCode",
                table: "Milestones");

            migrationBuilder.DropColumn(
                name: "Issue",
                table: "Milestones");

            migrationBuilder.DropColumn(
                name: "Papers",
                table: "Milestones");

            migrationBuilder.DropColumn(
                name: "Reversal_At",
                table: "Milestones");

            migrationBuilder.DropColumn(
                name: "Reversal_Name",
                table: "Milestones");

            migrationBuilder.DropColumn(
                name: "Reversal_PersonId",
                table: "Milestones");

            migrationBuilder.DropColumn(
                name: "Reversal_Reason",
                table: "Milestones");

            migrationBuilder.DropColumn(
                name: "SchemeVersion",
                table: "Milestones");

            migrationBuilder.DropColumn(
                name: "Issue",
                table: "Ledger");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Ledger");

            migrationBuilder.DropColumn(
                name: "ReversalOf",
                table: "Ledger");

            migrationBuilder.DropColumn(
                name: "Rejection",
                table: "ExpenseItems");

            migrationBuilder.DropColumn(
                name: "SchemeVersion",
                table: "Decisions");

            migrationBuilder.RenameColumn(
                name: "PayeeId",
                table: "PayeeShares",
                newName: "PersonId");

            migrationBuilder.RenameIndex(
                name: "IX_PayeeShares_PayeeId",
                table: "PayeeShares",
                newName: "IX_PayeeShares_PersonId");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Milestones_Transition",
                table: "Milestones",
                sql: "(\"PreviousStatus\" = 'NotDue' AND \"Status\" IN ('Due', 'Forfeited', 'NotDue')) OR (\"PreviousStatus\" = 'Due' AND \"Status\" IN ('EvidenceSubmitted', 'Forfeited')) OR (\"PreviousStatus\" = 'EvidenceSubmitted' AND \"Status\" IN ('Returned', 'Approved', 'Forfeited')) OR (\"PreviousStatus\" = 'Returned' AND \"Status\" IN ('EvidenceSubmitted', 'Forfeited')) OR (\"PreviousStatus\" = 'Approved' AND \"Status\" IN ('Paid', 'Forfeited'))");

            migrationBuilder.CreateIndex(
                name: "UX_Ledger_PaidOnce",
                table: "Ledger",
                columns: new[] { "MilestoneId", "PayeeId", "Kind" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_PayeeShares_People_PersonId",
                table: "PayeeShares",
                column: "PersonId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
