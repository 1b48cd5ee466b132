using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AigoPortal.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Evidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.AddColumn<string>(
                name: "Rejection",
                table: "ExpenseItems",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

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

            migrationBuilder.Sql("UPDATE \"Receipts\" SET \"NumberKey\" = UPPER(REPLACE(REPLACE(\"Number\", '-', ''), ' ', ''))");

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_NumberKey",
                table: "Receipts",
                column: "NumberKey");

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
                name: "IX_LegalPayees_StatedBy",
                table: "LegalPayees",
                column: "StatedBy");

            migrationBuilder.CreateIndex(
                name: "UX_LegalPayees_Number",
                table: "LegalPayees",
                columns: new[] { "TeamId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EvidencePapers");

            migrationBuilder.DropTable(
                name: "LegalPayees");

            migrationBuilder.DropIndex(
                name: "IX_Receipts_NumberKey",
                table: "Receipts");

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
                name: "Rejection",
                table: "ExpenseItems");
        }
    }
}
