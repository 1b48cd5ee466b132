using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AigoPortal.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Pitching : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Entries_Transition",
                table: "Entries");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ConfirmedAt",
                table: "Entries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Mediation",
                table: "Entries",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PitchWrittenAt",
                table: "Entries",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.CreateTable(
                name: "DataAccesses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    DataSets = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    RevokedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RevokedReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataAccesses", x => x.Id);
                    table.CheckConstraint("CK_DataAccesses_Days", "\"Until\" >= \"From\"");
                    table.ForeignKey(
                        name: "FK_DataAccesses_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DataAccesses_Files_FileId",
                        column: x => x.FileId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EntryAttachments",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryAttachments", x => new { x.EntryId, x.FileId });
                    table.ForeignKey(
                        name: "FK_EntryAttachments_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EntryAttachments_Files_FileId",
                        column: x => x.FileId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PitchDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    SavedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SavedById = table.Column<Guid>(type: "uuid", nullable: false),
                    SavedByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Pitch_DataPlan = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Pitch_ExpectedBenefit = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Pitch_Expertise = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Pitch_Scenario = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Pitch_Technique = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Pitch_TrackRecord = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PitchDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PitchDrafts_Problems_ProblemId",
                        column: x => x.ProblemId,
                        principalTable: "Problems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PitchDrafts_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PitchVersions",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Pitch_DataPlan = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Pitch_ExpectedBenefit = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Pitch_Expertise = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Pitch_Scenario = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Pitch_Technique = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Pitch_TrackRecord = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PitchVersions", x => new { x.EntryId, x.Number });
                    table.ForeignKey(
                        name: "FK_PitchVersions_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PoserNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Stars = table.Column<int>(type: "integer", nullable: true),
                    WrittenBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PoserNotes", x => x.Id);
                    table.CheckConstraint("CK_PoserNotes_Stars", "\"Stars\" IS NULL OR (\"Stars\" >= 1 AND \"Stars\" <= 5)");
                    table.ForeignKey(
                        name: "FK_PoserNotes_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PitchDraftAttachments",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    PitchDraftId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PitchDraftAttachments", x => new { x.PitchDraftId, x.FileId });
                    table.ForeignKey(
                        name: "FK_PitchDraftAttachments_Files_FileId",
                        column: x => x.FileId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PitchDraftAttachments_PitchDrafts_PitchDraftId",
                        column: x => x.PitchDraftId,
                        principalTable: "PitchDrafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // Until now the poser's yes alone matched the two; who ended without an answer was never matched.
            migrationBuilder.Sql("""UPDATE "Entries" SET "PitchWrittenAt" = "AppliedAt" """);
            migrationBuilder.Sql("""UPDATE "Entries" SET "ConfirmedAt" = "AnsweredAt" WHERE "Status" NOT IN ('Applied', 'Declined') AND "AnsweredAt" IS NOT NULL""");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Entries_Agreed",
                table: "Entries",
                sql: "\"ConfirmedAt\" IS NOT NULL OR \"Status\" IN ('Applied', 'Declined', 'Withdrawn', 'Terminated')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Entries_Answered",
                table: "Entries",
                sql: "\"ConfirmedAt\" IS NULL OR \"AnsweredAt\" IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Entries_Transition",
                table: "Entries",
                sql: "(\"PreviousStatus\" = 'Applied' AND \"Status\" IN ('Applied', 'Matched', 'Declined', 'Withdrawn', 'Terminated')) OR (\"PreviousStatus\" = 'Matched' AND \"Status\" IN ('ConceptSubmitted', 'Withdrawn', 'Terminated')) OR (\"PreviousStatus\" = 'ConceptSubmitted' AND \"Status\" IN ('ConceptSubmitted', 'Shortlisted', 'NotShortlisted', 'Withdrawn', 'Terminated')) OR (\"PreviousStatus\" = 'Shortlisted' AND \"Status\" IN ('Cooperating', 'Withdrawn', 'Terminated')) OR (\"PreviousStatus\" = 'Cooperating' AND \"Status\" IN ('ProofSubmitted', 'Withdrawn', 'Terminated')) OR (\"PreviousStatus\" = 'ProofSubmitted' AND \"Status\" IN ('ProofSubmitted', 'Decided', 'Withdrawn', 'Terminated')) OR (\"PreviousStatus\" = 'Decided' AND \"Status\" IN ('Closed', 'Withdrawn', 'Terminated'))");

            migrationBuilder.CreateIndex(
                name: "IX_DataAccesses_EntryId",
                table: "DataAccesses",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_DataAccesses_FileId",
                table: "DataAccesses",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_EntryAttachments_FileId",
                table: "EntryAttachments",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_PitchDraftAttachments_FileId",
                table: "PitchDraftAttachments",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_PitchDrafts_TeamId",
                table: "PitchDrafts",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "UX_PitchDrafts_ProblemTeam",
                table: "PitchDrafts",
                columns: new[] { "ProblemId", "TeamId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UX_PoserNotes_Entry",
                table: "PoserNotes",
                column: "EntryId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DataAccesses");

            migrationBuilder.DropTable(
                name: "EntryAttachments");

            migrationBuilder.DropTable(
                name: "PitchDraftAttachments");

            migrationBuilder.DropTable(
                name: "PitchVersions");

            migrationBuilder.DropTable(
                name: "PoserNotes");

            migrationBuilder.DropTable(
                name: "PitchDrafts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Entries_Agreed",
                table: "Entries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Entries_Answered",
                table: "Entries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Entries_Transition",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "ConfirmedAt",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "Mediation",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "PitchWrittenAt",
                table: "Entries");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Entries_Transition",
                table: "Entries",
                sql: "(\"PreviousStatus\" = 'Applied' AND \"Status\" IN ('Matched', 'Declined', 'Withdrawn', 'Terminated', 'Applied')) OR (\"PreviousStatus\" = 'Matched' AND \"Status\" IN ('ConceptSubmitted', 'Withdrawn', 'Terminated')) OR (\"PreviousStatus\" = 'ConceptSubmitted' AND \"Status\" IN ('ConceptSubmitted', 'Shortlisted', 'NotShortlisted', 'Withdrawn', 'Terminated')) OR (\"PreviousStatus\" = 'Shortlisted' AND \"Status\" IN ('Cooperating', 'Withdrawn', 'Terminated')) OR (\"PreviousStatus\" = 'Cooperating' AND \"Status\" IN ('ProofSubmitted', 'Withdrawn', 'Terminated')) OR (\"PreviousStatus\" = 'ProofSubmitted' AND \"Status\" IN ('ProofSubmitted', 'Decided', 'Withdrawn', 'Terminated')) OR (\"PreviousStatus\" = 'Decided' AND \"Status\" IN ('Closed', 'Withdrawn', 'Terminated'))");
        }
    }
}
