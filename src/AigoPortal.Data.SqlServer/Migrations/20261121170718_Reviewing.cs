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

            migrationBuilder.AddColumn<int>(
                name: "AppealDays",
                table: "Rounds",
                type: "int",
                nullable: false,
                defaultValue: 7);

            migrationBuilder.AddColumn<string>(
                name: "Blindness",
                table: "Rounds",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Draft",
                table: "Reviews",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "Reviews",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "WrittenAt",
                table: "Reviews",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Agreed",
                table: "Panels",
                type: "nvarchar(max)",
                nullable: true);

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
                name: "AskedAgainAt",
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

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RemindedAt",
                table: "PanelMembers",
                type: "datetimeoffset",
                nullable: true);

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
                    table.CheckConstraint("CK_Appeals_Transition", "(\"PreviousStatus\" = 'Filed' AND \"Status\" IN ('Upheld', 'Dismissed', 'Filed'))");
                    table.CheckConstraint("CK_Appeals_WhenAnswered", "(\"Status\" = 'Filed' AND \"AnsweredAt\" IS NULL) OR (\"Status\" <> 'Filed' AND \"AnsweredAt\" IS NOT NULL)");
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
                name: "Discussions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PanelId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    LastNumber = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Discussions", x => x.Id);
                    table.CheckConstraint("CK_Discussions_Transition", "(\"PreviousStatus\" = 'Open' AND \"Status\" IN ('Closed', 'Open')) OR (\"PreviousStatus\" = 'Closed' AND \"Status\" IN ('Open'))");
                    table.ForeignKey(
                        name: "FK_Discussions_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Discussions_Panels_PanelId",
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

            migrationBuilder.CreateTable(
                name: "Meetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PanelId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Items = table.Column<string>(type: "nvarchar(max)", maxLength: 1000000, nullable: false),
                    CurrentEntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    InvitedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Plan_Link = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Plan_MinutesPerItem = table.Column<int>(type: "int", nullable: false),
                    Plan_Place = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Plan_StartsAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => x.Id);
                    table.CheckConstraint("CK_Meetings_Transition", "(\"PreviousStatus\" = 'Planned' AND \"Status\" IN ('Running', 'Planned')) OR (\"PreviousStatus\" = 'Running' AND \"Status\" IN ('Paused', 'Ended')) OR (\"PreviousStatus\" = 'Paused' AND \"Status\" IN ('Running', 'Ended'))");
                    table.ForeignKey(
                        name: "FK_Meetings_Panels_PanelId",
                        column: x => x.PanelId,
                        principalTable: "Panels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Preferences",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Level = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SaidAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Preferences", x => new { x.PersonId, x.EntryId });
                    table.ForeignKey(
                        name: "FK_Preferences_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Preferences_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Vacancies",
                columns: table => new
                {
                    Level = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PanelId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Vacancies", x => new { x.PanelId, x.Level });
                    table.ForeignKey(
                        name: "FK_Vacancies_Panels_PanelId",
                        column: x => x.PanelId,
                        principalTable: "Panels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DiscussionMarks",
                columns: table => new
                {
                    DiscussionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DiscussionMarks", x => new { x.DiscussionId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_DiscussionMarks_Discussions_DiscussionId",
                        column: x => x.DiscussionId,
                        principalTable: "Discussions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DiscussionMarks_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DiscussionPosts",
                columns: table => new
                {
                    DiscussionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Answers = table.Column<int>(type: "int", nullable: true),
                    AuthorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AuthorName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Mentions = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    RetractedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DiscussionPosts", x => new { x.DiscussionId, x.Number });
                    table.CheckConstraint("CK_DiscussionPosts_Retracted", "\"RetractedAt\" IS NULL OR \"Text\" = ''");
                    table.ForeignKey(
                        name: "FK_DiscussionPosts_Discussions_DiscussionId",
                        column: x => x.DiscussionId,
                        principalTable: "Discussions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DiscussionPosts_People_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Attendances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ArrivedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    LeftAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attendances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attendances_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Attendances_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Ballots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Verdict = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CastAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ballots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Ballots_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Ballots_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Ballots_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Minutes",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FileId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    MadeBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Minutes", x => new { x.MeetingId, x.Number });
                    table.ForeignKey(
                        name: "FK_Minutes_Files_FileId",
                        column: x => x.FileId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Minutes_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "UX_Panels_Stage",
                table: "Panels",
                columns: new[] { "RoundId", "Stage", "Track" },
                unique: true);

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
                name: "IX_Attendances_PersonId",
                table: "Attendances",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "UX_Attendances_Once",
                table: "Attendances",
                columns: new[] { "MeetingId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Ballots_EntryId",
                table: "Ballots",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_Ballots_PersonId",
                table: "Ballots",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "UX_Ballots_Once",
                table: "Ballots",
                columns: new[] { "MeetingId", "EntryId", "PersonId" },
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

            migrationBuilder.CreateIndex(
                name: "UX_DecisionLetters_Kind",
                table: "DecisionLetters",
                columns: new[] { "PanelId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DiscussionMarks_PersonId",
                table: "DiscussionMarks",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_DiscussionPosts_AuthorId",
                table: "DiscussionPosts",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Discussions_EntryId",
                table: "Discussions",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "UX_Discussions_Once",
                table: "Discussions",
                columns: new[] { "PanelId", "EntryId" },
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

            migrationBuilder.CreateIndex(
                name: "UX_Meetings_Panel",
                table: "Meetings",
                column: "PanelId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Minutes_FileId",
                table: "Minutes",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_Preferences_EntryId",
                table: "Preferences",
                column: "EntryId");

            // Who sat before invitations existed had accepted by word of mouth; who had stepped back keeps standing aside.
            migrationBuilder.Sql("""
                EXEC(N'UPDATE [Rounds] SET [Blindness] = ''ReviewersAnonymous'' WHERE [Blindness] = ''''')
                """);
            migrationBuilder.Sql("""
                EXEC(N'UPDATE [PanelMembers] SET [Status] = ''Accepted'', [TermsVersion] = 1, [InvitedAt] =
                    (SELECT [Rounds].[StartsAt] FROM [Rounds] JOIN [Panels] ON [Panels].[RoundId] = [Rounds].[Id] WHERE [Panels].[Id] = [PanelMembers].[PanelId]), [AnsweredAt] =
                    (SELECT [Rounds].[StartsAt] FROM [Rounds] JOIN [Panels] ON [Panels].[RoundId] = [Rounds].[Id] WHERE [Panels].[Id] = [PanelMembers].[PanelId])
                WHERE [Status] = ''''')
                """);
            migrationBuilder.Sql("""
                EXEC(N'INSERT INTO [ConflictsOfInterest] ([Id], [PersonId], [EntryId], [Kind], [Source], [Note], [FoundAt], [LiftReason], [Version])
                SELECT [Id], [ReviewerId], [EntryId], ''Other'', ''Declared'', COALESCE([ConflictReason], ''''),
                    (SELECT [Rounds].[StartsAt] FROM [Rounds] JOIN [Panels] ON [Panels].[RoundId] = [Rounds].[Id] WHERE [Panels].[Id] = [Reviews].[PanelId]), '''', [Version]
                FROM [Reviews] WHERE [Status] = ''Recused''')
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Appeals");

            migrationBuilder.DropTable(
                name: "Attendances");

            migrationBuilder.DropTable(
                name: "Ballots");

            migrationBuilder.DropTable(
                name: "ConflictsOfInterest");

            migrationBuilder.DropTable(
                name: "DecisionLetters");

            migrationBuilder.DropTable(
                name: "DiscussionMarks");

            migrationBuilder.DropTable(
                name: "DiscussionPosts");

            migrationBuilder.DropTable(
                name: "EntryFeedback");

            migrationBuilder.DropTable(
                name: "Minutes");

            migrationBuilder.DropTable(
                name: "Preferences");

            migrationBuilder.DropTable(
                name: "Vacancies");

            migrationBuilder.DropTable(
                name: "Discussions");

            migrationBuilder.DropTable(
                name: "Meetings");

            migrationBuilder.DropIndex(
                name: "UX_Panels_Stage",
                table: "Panels");

            migrationBuilder.DropIndex(
                name: "IX_Letters_PanelId",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "AppealDays",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "Blindness",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "Draft",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "WrittenAt",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "Agreed",
                table: "Panels");

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
                name: "AskedAgainAt",
                table: "PanelMembers");

            migrationBuilder.DropColumn(
                name: "InvitedAt",
                table: "PanelMembers");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "PanelMembers");

            migrationBuilder.DropColumn(
                name: "RemindedAt",
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

            migrationBuilder.DropColumn(
                name: "EntryId",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Html",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "PanelId",
                table: "Letters");

            migrationBuilder.CreateIndex(
                name: "UX_Panels_Stage",
                table: "Panels",
                columns: new[] { "RoundId", "Stage" },
                unique: true);
        }
    }
}
