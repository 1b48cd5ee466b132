using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AigoPortal.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Reviewing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "UX_Panels_Stage",
                table: "Panels");

            migrationBuilder.AddColumn<string>(
                name: "Blindness",
                table: "Rounds",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "ReviewsPerEntry",
                table: "Panels",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ScoringEndsAt",
                table: "Panels",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SharesScores",
                table: "Panels",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Track",
                table: "Panels",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "AnsweredAt",
                table: "PanelMembers",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "InvitedAt",
                table: "PanelMembers",
                type: "datetimeoffset",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "PanelMembers",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Status",
                table: "PanelMembers",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "TermsVersion",
                table: "PanelMembers",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ties",
                table: "PanelMembers",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "ConflictsOfInterest",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    FoundAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    LiftedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    LiftReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConflictsOfInterest", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConflictsOfInterest_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConflictsOfInterest_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "UX_Panels_Stage",
                table: "Panels",
                columns: new[] { "RoundId", "Stage", "Track" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConflictsOfInterest_EntryId",
                table: "ConflictsOfInterest",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "UX_ConflictsOfInterest_Once",
                table: "ConflictsOfInterest",
                columns: new[] { "PersonId", "EntryId", "Source" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConflictsOfInterest");

            migrationBuilder.DropIndex(
                name: "UX_Panels_Stage",
                table: "Panels");

            migrationBuilder.DropColumn(
                name: "Blindness",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "ReviewsPerEntry",
                table: "Panels");

            migrationBuilder.DropColumn(
                name: "ScoringEndsAt",
                table: "Panels");

            migrationBuilder.DropColumn(
                name: "SharesScores",
                table: "Panels");

            migrationBuilder.DropColumn(
                name: "Track",
                table: "Panels");

            migrationBuilder.DropColumn(
                name: "AnsweredAt",
                table: "PanelMembers");

            migrationBuilder.DropColumn(
                name: "InvitedAt",
                table: "PanelMembers");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "PanelMembers");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "PanelMembers");

            migrationBuilder.DropColumn(
                name: "TermsVersion",
                table: "PanelMembers");

            migrationBuilder.DropColumn(
                name: "Ties",
                table: "PanelMembers");

            migrationBuilder.CreateIndex(
                name: "UX_Panels_Stage",
                table: "Panels",
                columns: new[] { "RoundId", "Stage" },
                unique: true);
        }
    }
}
