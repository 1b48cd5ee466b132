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

            migrationBuilder.DropIndex(
                name: "IX_PayeeShares_PersonId",
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

            migrationBuilder.AddColumn<int>(
                name: "SchemeVersion",
                table: "Rounds",
                type: "integer",
                nullable: false,
                defaultValue: 1);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.RenameColumn(
                name: "PayeeId",
                table: "PayeeShares",
                newName: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PayeeShares_PersonId",
                table: "PayeeShares",
                column: "PersonId");

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
