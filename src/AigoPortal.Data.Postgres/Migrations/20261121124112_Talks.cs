using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AigoPortal.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Talks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Conversations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LastNumber = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conversations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Conversations_Entries_Id",
                        column: x => x.Id,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MessageDigests",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToldUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageDigests", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_MessageDigests_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Postings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Taken = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Content_ApplyUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Content_Duties = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Content_Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Content_Openings = table.Column<int>(type: "integer", nullable: false),
                    Content_Pay = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Content_Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Content_Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Postings", x => x.Id);
                    table.CheckConstraint("CK_Postings_Openings", "\"Taken\" >= 0 AND \"Taken\" <= \"Content_Openings\"");
                    table.CheckConstraint("CK_Postings_Transition", "(\"PreviousStatus\" = 'Draft' AND \"Status\" IN ('Open', 'Draft')) OR (\"PreviousStatus\" = 'Open' AND \"Status\" IN ('Closed', 'Filled')) OR (\"PreviousStatus\" = 'Closed' AND \"Status\" IN ('Open', 'Filled'))");
                    table.ForeignKey(
                        name: "FK_Postings_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Postings_Problems_ProblemId",
                        column: x => x.ProblemId,
                        principalTable: "Problems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Postings_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Slots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: true),
                    StartsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Seat = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    OpensToAll = table.Column<bool>(type: "boolean", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: true),
                    BookedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FormerTeamId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    RemindedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PoserTalkedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PoserNote = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    TeamTalkedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TeamNote = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Slots", x => x.Id);
                    table.CheckConstraint("CK_Slots_WhoHasIt", "(\"Status\" = 'Booked' AND \"TeamId\" IS NOT NULL) OR (\"Status\" <> 'Booked' AND \"TeamId\" IS NULL)");
                    table.CheckConstraint("CK_Slots_Times", "\"StartsAt\" < \"EndsAt\"");
                    table.CheckConstraint("CK_Slots_Transition", "(\"PreviousStatus\" = 'Open' AND \"Status\" IN ('Booked', 'Closed', 'Open')) OR (\"PreviousStatus\" = 'Booked' AND \"Status\" IN ('Open', 'Cancelled'))");
                    table.ForeignKey(
                        name: "FK_Slots_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Slots_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Slots_Problems_ProblemId",
                        column: x => x.ProblemId,
                        principalTable: "Problems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Slots_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Slots_Teams_FormerTeamId",
                        column: x => x.FormerTeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Slots_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Messages",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RetractedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Messages", x => new { x.EntryId, x.Number });
                    table.CheckConstraint("CK_Messages_Retracted", "\"RetractedAt\" IS NULL OR \"Text\" = ''");
                    table.ForeignKey(
                        name: "FK_Messages_Conversations_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Messages_People_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReadMarks",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadMarks", x => new { x.EntryId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_ReadMarks_Conversations_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReadMarks_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JobApplications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PostingId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Affiliation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Letter = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    CvFileId = table.Column<Guid>(type: "uuid", nullable: true),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AppliedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    InvitedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    OfferedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Skills = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobApplications", x => x.Id);
                    table.CheckConstraint("CK_JobApplications_Transition", "(\"PreviousStatus\" = 'Applied' AND \"Status\" IN ('Interview', 'Offered', 'Declined', 'Withdrawn', 'Applied')) OR (\"PreviousStatus\" = 'Interview' AND \"Status\" IN ('Offered', 'Declined', 'Withdrawn')) OR (\"PreviousStatus\" = 'Offered' AND \"Status\" IN ('Declined', 'Accepted', 'Withdrawn'))");
                    table.ForeignKey(
                        name: "FK_JobApplications_Files_CvFileId",
                        column: x => x.CvFileId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JobApplications_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JobApplications_Postings_PostingId",
                        column: x => x.PostingId,
                        principalTable: "Postings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PostingRequirements",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    PostingId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostingRequirements", x => new { x.PostingId, x.Kind, x.Name });
                    table.ForeignKey(
                        name: "FK_PostingRequirements_Postings_PostingId",
                        column: x => x.PostingId,
                        principalTable: "Postings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MessageAttachments",
                columns: table => new
                {
                    Place = table.Column<int>(type: "integer", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageAttachments", x => new { x.EntryId, x.Number, x.Place });
                    table.ForeignKey(
                        name: "FK_MessageAttachments_Files_FileId",
                        column: x => x.FileId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MessageAttachments_Messages_EntryId_Number",
                        columns: x => new { x.EntryId, x.Number },
                        principalTable: "Messages",
                        principalColumns: new[] { "EntryId", "Number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_JobApplications_CvFileId",
                table: "JobApplications",
                column: "CvFileId");

            migrationBuilder.CreateIndex(
                name: "IX_JobApplications_PersonId",
                table: "JobApplications",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "UX_JobApplications_OnePerPerson",
                table: "JobApplications",
                columns: new[] { "PostingId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MessageAttachments_FileId",
                table: "MessageAttachments",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_At",
                table: "Messages",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_AuthorId",
                table: "Messages",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Postings_OrganisationId",
                table: "Postings",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Postings_ProblemId",
                table: "Postings",
                column: "ProblemId");

            migrationBuilder.CreateIndex(
                name: "IX_Postings_RoundId",
                table: "Postings",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_Postings_Status_OpenedAt",
                table: "Postings",
                columns: new[] { "Status", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReadMarks_PersonId",
                table: "ReadMarks",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Slots_EventId",
                table: "Slots",
                column: "EventId");

            migrationBuilder.CreateIndex(
                name: "IX_Slots_FormerTeamId",
                table: "Slots",
                column: "FormerTeamId");

            migrationBuilder.CreateIndex(
                name: "IX_Slots_RoundId_StartsAt",
                table: "Slots",
                columns: new[] { "RoundId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "UX_Slots_OnePerProblem",
                table: "Slots",
                columns: new[] { "ProblemId", "TeamId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UX_Slots_Seat",
                table: "Slots",
                columns: new[] { "OrganisationId", "Seat", "StartsAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UX_Slots_TeamTime",
                table: "Slots",
                columns: new[] { "TeamId", "StartsAt" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "JobApplications");

            migrationBuilder.DropTable(
                name: "MessageAttachments");

            migrationBuilder.DropTable(
                name: "MessageDigests");

            migrationBuilder.DropTable(
                name: "PostingRequirements");

            migrationBuilder.DropTable(
                name: "ReadMarks");

            migrationBuilder.DropTable(
                name: "Slots");

            migrationBuilder.DropTable(
                name: "Messages");

            migrationBuilder.DropTable(
                name: "Postings");

            migrationBuilder.DropTable(
                name: "Conversations");
        }
    }
}
