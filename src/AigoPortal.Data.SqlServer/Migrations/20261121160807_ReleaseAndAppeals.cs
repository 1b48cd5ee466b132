using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AigoPortal.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ReleaseAndAppeals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AppealDays",
                table: "Rounds",
                type: "int",
                nullable: false,
                defaultValue: 7);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "AppealsUntil",
                table: "Panels",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CriteriaVersion",
                table: "Panels",
                type: "int",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "EarlierCriteria",
                table: "Panels",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RemindedAt",
                table: "PanelMembers",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "EntryId",
                table: "Letters",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Html",
                table: "Letters",
                type: "nvarchar(max)",
                maxLength: 1000000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PanelId",
                table: "Letters",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Appeals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PanelId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reasons = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    FileId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FiledBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FiledAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Consequence = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appeals", x => x.Id);
                    table.CheckConstraint("CK_Appeals_WhenAnswered", "(\"Status\" = 'Filed' AND \"AnsweredAt\" IS NULL) OR (\"Status\" <> 'Filed' AND \"AnsweredAt\" IS NOT NULL)");
                    table.CheckConstraint("CK_Appeals_Transition", "(\"PreviousStatus\" = 'Filed' AND \"Status\" IN ('Upheld', 'Dismissed', 'Filed'))");
                    table.ForeignKey(
                        name: "FK_Appeals_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appeals_Files_FileId",
                        column: x => x.FileId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appeals_Panels_PanelId",
                        column: x => x.PanelId,
                        principalTable: "Panels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DecisionLetters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PanelId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Template = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionLetters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionLetters_Panels_PanelId",
                        column: x => x.PanelId,
                        principalTable: "Panels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EntryFeedback",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PanelId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Comments = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryFeedback", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EntryFeedback_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EntryFeedback_Panels_PanelId",
                        column: x => x.PanelId,
                        principalTable: "Panels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_PanelId",
                table: "Letters",
                column: "PanelId");

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_FileId",
                table: "Appeals",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_PanelId",
                table: "Appeals",
                column: "PanelId");

            migrationBuilder.CreateIndex(
                name: "UX_Appeals_Once",
                table: "Appeals",
                columns: new[] { "EntryId", "Stage" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UX_DecisionLetters_Kind",
                table: "DecisionLetters",
                columns: new[] { "PanelId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EntryFeedback_EntryId",
                table: "EntryFeedback",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "UX_EntryFeedback_Decision",
                table: "EntryFeedback",
                columns: new[] { "PanelId", "EntryId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Appeals");

            migrationBuilder.DropTable(
                name: "DecisionLetters");

            migrationBuilder.DropTable(
                name: "EntryFeedback");

            migrationBuilder.DropIndex(
                name: "IX_Letters_PanelId",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "AppealDays",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "AppealsUntil",
                table: "Panels");

            migrationBuilder.DropColumn(
                name: "CriteriaVersion",
                table: "Panels");

            migrationBuilder.DropColumn(
                name: "EarlierCriteria",
                table: "Panels");

            migrationBuilder.DropColumn(
                name: "RemindedAt",
                table: "PanelMembers");

            migrationBuilder.DropColumn(
                name: "EntryId",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Html",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "PanelId",
                table: "Letters");
        }
    }
}
