using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AigoPortal.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Paying : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.Sql(LedgerTriggerSql.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(LedgerTriggerSql.Drop);

            migrationBuilder.DropTable(
                name: "Transfers");

            migrationBuilder.DropTable(
                name: "PaymentBatches");
        }
    }
}
