using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AigoPortal.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Matching : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Entries_Transition",
                table: "Entries");

            migrationBuilder.AlterColumn<string>(
                name: "NormalizedName",
                table: "Teams",
                type: "nvarchar(140)",
                maxLength: 140,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(100)",
                oldMaxLength: 100);

            migrationBuilder.AddColumn<string>(
                name: "PreviousStatus",
                table: "Teams",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Active");

            migrationBuilder.AddColumn<string>(
                name: "Recruiting",
                table: "Teams",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RecruitingSince",
                table: "Teams",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ShowsToPosers",
                table: "Teams",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Status",
                table: "Teams",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Active");

            migrationBuilder.AddColumn<Guid>(
                name: "PersonId",
                table: "TeamInvitations",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Cooperation",
                table: "Rounds",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "RequiresNaturalPerson",
                table: "Rounds",
                type: "bit",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "AgreedAt",
                table: "People",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AgreedVersion",
                table: "People",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Brings",
                table: "People",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ForgottenAt",
                table: "People",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Links",
                table: "People",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LooksFor",
                table: "People",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SearchRoundId",
                table: "People",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SearchesSince",
                table: "People",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Works",
                table: "People",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ConfirmedAt",
                table: "Entries",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Mediation",
                table: "Entries",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PitchWrittenAt",
                table: "Entries",
                type: "datetimeoffset",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.CreateTable(
                name: "Conversations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LastNumber = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                name: "CooperationPapers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CooperationPapers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CooperationPapers_Entries_Id",
                        column: x => x.Id,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DataAccesses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FileId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DataSets = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    RevokedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    RevokedReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                name: "DeliverySheets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliverySheets", x => x.Id);
                    table.CheckConstraint("CK_DeliverySheets_Transition", "(\"PreviousStatus\" = 'Collecting' AND \"Status\" IN ('HandedIn', 'Collecting')) OR (\"PreviousStatus\" = 'HandedIn' AND \"Status\" IN ('Collecting', 'Accepted'))");
                    table.ForeignKey(
                        name: "FK_DeliverySheets_Entries_Id",
                        column: x => x.Id,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EligibilityWaivers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TeamId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    GrantedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    GrantedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    RevokedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RevokedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    RevokeReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EligibilityWaivers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EligibilityWaivers_Files_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EligibilityWaivers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EligibilityWaivers_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EntryAttachments",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false)
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
                name: "JoinRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TeamId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Word = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JoinRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JoinRequests_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JoinRequests_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MessageDigests",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ToldUntil = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
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
                name: "PersonSkills",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Level = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonSkills", x => new { x.PersonId, x.Kind, x.Name });
                    table.ForeignKey(
                        name: "FK_PersonSkills_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PitchDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TeamId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SavedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    SavedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SavedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Pitch_DataPlan = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Pitch_ExpectedBenefit = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Pitch_Expertise = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Pitch_Scenario = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Pitch_Technique = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Pitch_TrackRecord = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Pitch_DataPlan = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Pitch_ExpectedBenefit = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Pitch_Expertise = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Pitch_Scenario = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Pitch_Technique = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Pitch_TrackRecord = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Stars = table.Column<int>(type: "int", nullable: true),
                    WrittenBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                name: "Postings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Taken = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Content_ApplyUntil = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Content_Duties = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Content_Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Content_Openings = table.Column<int>(type: "int", nullable: false),
                    Content_Pay = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Content_Place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Content_Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                name: "PrivacyConsents",
                columns: table => new
                {
                    Version = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AgreedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrivacyConsents", x => new { x.PersonId, x.Version });
                    table.ForeignKey(
                        name: "FK_PrivacyConsents_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SiteVisits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PlannedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    StartsAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    EndsAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Wish = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    RemindedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Result = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Notes = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    FollowUpOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    CancelReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Plan_Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Plan_Place = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Plan_Visitors = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Findings = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Slots = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteVisits", x => x.Id);
                    table.CheckConstraint("CK_SiteVisits_Times", "\"StartsAt\" IS NULL OR \"StartsAt\" < \"EndsAt\"");
                    table.CheckConstraint("CK_SiteVisits_Transition", "(\"PreviousStatus\" = 'Planned' AND \"Status\" IN ('Confirmed', 'Planned', 'Cancelled')) OR (\"PreviousStatus\" = 'Confirmed' AND \"Status\" IN ('Planned', 'Held', 'Cancelled'))");
                    table.ForeignKey(
                        name: "FK_SiteVisits_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Slots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EventId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    StartsAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Seat = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    OpensToAll = table.Column<bool>(type: "bit", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    TeamId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    BookedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    FormerTeamId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    RemindedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    PoserTalkedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    PoserNote = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    TeamTalkedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    TeamNote = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Slots", x => x.Id);
                    table.CheckConstraint("CK_Slots_Times", "\"StartsAt\" < \"EndsAt\"");
                    table.CheckConstraint("CK_Slots_Transition", "(\"PreviousStatus\" = 'Open' AND \"Status\" IN ('Booked', 'Closed', 'Open')) OR (\"PreviousStatus\" = 'Booked' AND \"Status\" IN ('Open', 'Cancelled'))");
                    table.CheckConstraint("CK_Slots_WhoHasIt", "(\"Status\" = 'Booked' AND \"TeamId\" IS NOT NULL) OR (\"Status\" <> 'Booked' AND \"TeamId\" IS NULL)");
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
                name: "TeamCalls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TeamId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CalledAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamCalls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeamCalls_Problems_ProblemId",
                        column: x => x.ProblemId,
                        principalTable: "Problems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TeamCalls_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TeamWants",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    TeamId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamWants", x => new { x.TeamId, x.Kind, x.Name });
                    table.ForeignKey(
                        name: "FK_TeamWants_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Messages",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Side = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AuthorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AuthorName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    RetractedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
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
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false)
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
                name: "CooperationReminders",
                columns: table => new
                {
                    Side = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PaperId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CooperationReminders", x => new { x.PaperId, x.Side, x.Kind });
                    table.ForeignKey(
                        name: "FK_CooperationReminders_CooperationPapers_PaperId",
                        column: x => x.PaperId,
                        principalTable: "CooperationPapers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CooperationSignatures",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    PaperId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Side = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    FileId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ReturnedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ReturnReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CooperationSignatures", x => new { x.PaperId, x.Number });
                    table.ForeignKey(
                        name: "FK_CooperationSignatures_CooperationPapers_PaperId",
                        column: x => x.PaperId,
                        principalTable: "CooperationPapers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CooperationSignatures_Files_FileId",
                        column: x => x.FileId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CooperationVersions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    PaperId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(max)", maxLength: 200000, nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CooperationVersions", x => new { x.PaperId, x.Number });
                    table.ForeignKey(
                        name: "FK_CooperationVersions_CooperationPapers_PaperId",
                        column: x => x.PaperId,
                        principalTable: "CooperationPapers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryParts",
                columns: table => new
                {
                    Order = table.Column<int>(type: "int", nullable: false),
                    SheetId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Required = table.Column<bool>(type: "bit", nullable: false),
                    FileId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Link = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    PutAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ReturnReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryParts", x => new { x.SheetId, x.Order });
                    table.ForeignKey(
                        name: "FK_DeliveryParts_DeliverySheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "DeliverySheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DeliveryParts_Files_FileId",
                        column: x => x.FileId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PitchDraftAttachments",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PitchDraftId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "JobApplications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PostingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    Affiliation = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Letter = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    CvFileId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AppliedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    InvitedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    OfferedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Skills = table.Column<string>(type: "nvarchar(max)", nullable: true)
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
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    PostingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                name: "VisitPhotos",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VisitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitPhotos", x => new { x.VisitId, x.FileId });
                    table.ForeignKey(
                        name: "FK_VisitPhotos_Files_FileId",
                        column: x => x.FileId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VisitPhotos_SiteVisits_VisitId",
                        column: x => x.VisitId,
                        principalTable: "SiteVisits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MessageAttachments",
                columns: table => new
                {
                    Place = table.Column<int>(type: "int", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    FileId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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

            migrationBuilder.AddCheckConstraint(
                name: "CK_Teams_Transition",
                table: "Teams",
                sql: "(\"PreviousStatus\" = 'Active' AND \"Status\" IN ('Dissolved', 'Active'))");

            migrationBuilder.CreateIndex(
                name: "IX_TeamInvitations_Email",
                table: "TeamInvitations",
                column: "Email");

            migrationBuilder.CreateIndex(
                name: "IX_TeamInvitations_PersonId",
                table: "TeamInvitations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_People_SearchRoundId",
                table: "People",
                column: "SearchRoundId");

            // Until now the poser's yes alone matched the two; who ended without an answer was never matched. On their own, since the columns are new in this batch.
            migrationBuilder.Sql("""EXEC(N'UPDATE [Entries] SET [PitchWrittenAt] = [AppliedAt]')""");
            migrationBuilder.Sql("""EXEC(N'UPDATE [Entries] SET [ConfirmedAt] = [AnsweredAt] WHERE [Status] NOT IN (''Applied'', ''Declined'') AND [AnsweredAt] IS NOT NULL')""");

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
                name: "IX_CooperationSignatures_FileId",
                table: "CooperationSignatures",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_DataAccesses_EntryId",
                table: "DataAccesses",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_DataAccesses_FileId",
                table: "DataAccesses",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryParts_FileId",
                table: "DeliveryParts",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_EligibilityWaivers_DocumentId",
                table: "EligibilityWaivers",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_EligibilityWaivers_PersonId",
                table: "EligibilityWaivers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_EligibilityWaivers_TeamId",
                table: "EligibilityWaivers",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_EntryAttachments_FileId",
                table: "EntryAttachments",
                column: "FileId");

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
                name: "IX_JoinRequests_PersonId",
                table: "JoinRequests",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_JoinRequests_TeamId",
                table: "JoinRequests",
                column: "TeamId");

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
                name: "IX_SiteVisits_EntryId",
                table: "SiteVisits",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_SiteVisits_Status_StartsAt",
                table: "SiteVisits",
                columns: new[] { "Status", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "UX_SiteVisits_Ahead",
                table: "SiteVisits",
                column: "EntryId",
                unique: true,
                filter: "\"Status\" IN ('Planned', 'Confirmed')");

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
                unique: true,
                filter: "[TeamId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "UX_Slots_Seat",
                table: "Slots",
                columns: new[] { "OrganisationId", "Seat", "StartsAt" },
                unique: true,
                filter: "[Seat] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "UX_Slots_TeamTime",
                table: "Slots",
                columns: new[] { "TeamId", "StartsAt" },
                unique: true,
                filter: "[TeamId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TeamCalls_TeamId",
                table: "TeamCalls",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "UX_TeamCalls_ProblemTeam",
                table: "TeamCalls",
                columns: new[] { "ProblemId", "TeamId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VisitPhotos_FileId",
                table: "VisitPhotos",
                column: "FileId");

            migrationBuilder.AddForeignKey(
                name: "FK_TeamInvitations_People_PersonId",
                table: "TeamInvitations",
                column: "PersonId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            // Exceptions granted before documents were kept.
            migrationBuilder.Sql("""
                EXEC(N'INSERT INTO [EligibilityWaivers] ([Id], [TeamId], [PersonId], [Reason], [GrantedBy], [GrantedAt])
                SELECT NEWID(), [TeamId], [PersonId], [ExceptionReason], [ExceptionBy], [JoinedAt] FROM [TeamMembers] WHERE [ExceptionReason] IS NOT NULL AND [ExceptionBy] IS NOT NULL')
                """);

            migrationBuilder.DropColumn(
                name: "ExceptionBy",
                table: "TeamMembers");

            migrationBuilder.DropColumn(
                name: "ExceptionReason",
                table: "TeamMembers");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_TeamInvitations_People_PersonId",
                table: "TeamInvitations");

            migrationBuilder.DropTable(
                name: "CooperationReminders");

            migrationBuilder.DropTable(
                name: "CooperationSignatures");

            migrationBuilder.DropTable(
                name: "CooperationVersions");

            migrationBuilder.DropTable(
                name: "DataAccesses");

            migrationBuilder.DropTable(
                name: "DeliveryParts");

            migrationBuilder.DropTable(
                name: "EligibilityWaivers");

            migrationBuilder.DropTable(
                name: "EntryAttachments");

            migrationBuilder.DropTable(
                name: "JobApplications");

            migrationBuilder.DropTable(
                name: "JoinRequests");

            migrationBuilder.DropTable(
                name: "MessageAttachments");

            migrationBuilder.DropTable(
                name: "MessageDigests");

            migrationBuilder.DropTable(
                name: "PersonSkills");

            migrationBuilder.DropTable(
                name: "PitchDraftAttachments");

            migrationBuilder.DropTable(
                name: "PitchVersions");

            migrationBuilder.DropTable(
                name: "PoserNotes");

            migrationBuilder.DropTable(
                name: "PostingRequirements");

            migrationBuilder.DropTable(
                name: "PrivacyConsents");

            migrationBuilder.DropTable(
                name: "ReadMarks");

            migrationBuilder.DropTable(
                name: "Slots");

            migrationBuilder.DropTable(
                name: "TeamCalls");

            migrationBuilder.DropTable(
                name: "TeamWants");

            migrationBuilder.DropTable(
                name: "VisitPhotos");

            migrationBuilder.DropTable(
                name: "CooperationPapers");

            migrationBuilder.DropTable(
                name: "DeliverySheets");

            migrationBuilder.DropTable(
                name: "Messages");

            migrationBuilder.DropTable(
                name: "PitchDrafts");

            migrationBuilder.DropTable(
                name: "Postings");

            migrationBuilder.DropTable(
                name: "SiteVisits");

            migrationBuilder.DropTable(
                name: "Conversations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Teams_Transition",
                table: "Teams");

            migrationBuilder.DropIndex(
                name: "IX_TeamInvitations_Email",
                table: "TeamInvitations");

            migrationBuilder.DropIndex(
                name: "IX_TeamInvitations_PersonId",
                table: "TeamInvitations");

            migrationBuilder.DropIndex(
                name: "IX_People_SearchRoundId",
                table: "People");

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
                name: "PreviousStatus",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Recruiting",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "RecruitingSince",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "ShowsToPosers",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "TeamInvitations");

            migrationBuilder.DropColumn(
                name: "Cooperation",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "RequiresNaturalPerson",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "AgreedAt",
                table: "People");

            migrationBuilder.DropColumn(
                name: "AgreedVersion",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Brings",
                table: "People");

            migrationBuilder.DropColumn(
                name: "ForgottenAt",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Links",
                table: "People");

            migrationBuilder.DropColumn(
                name: "LooksFor",
                table: "People");

            migrationBuilder.DropColumn(
                name: "SearchRoundId",
                table: "People");

            migrationBuilder.DropColumn(
                name: "SearchesSince",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Works",
                table: "People");

            migrationBuilder.DropColumn(
                name: "ConfirmedAt",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "Mediation",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "PitchWrittenAt",
                table: "Entries");

            migrationBuilder.AlterColumn<string>(
                name: "NormalizedName",
                table: "Teams",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(140)",
                oldMaxLength: 140);

            migrationBuilder.AddColumn<Guid>(
                name: "ExceptionBy",
                table: "TeamMembers",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ExceptionReason",
                table: "TeamMembers",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_Entries_Transition",
                table: "Entries",
                sql: "(\"PreviousStatus\" = 'Applied' AND \"Status\" IN ('Matched', 'Declined', 'Withdrawn', 'Terminated', 'Applied')) OR (\"PreviousStatus\" = 'Matched' AND \"Status\" IN ('ConceptSubmitted', 'Withdrawn', 'Terminated')) OR (\"PreviousStatus\" = 'ConceptSubmitted' AND \"Status\" IN ('ConceptSubmitted', 'Shortlisted', 'NotShortlisted', 'Withdrawn', 'Terminated')) OR (\"PreviousStatus\" = 'Shortlisted' AND \"Status\" IN ('Cooperating', 'Withdrawn', 'Terminated')) OR (\"PreviousStatus\" = 'Cooperating' AND \"Status\" IN ('ProofSubmitted', 'Withdrawn', 'Terminated')) OR (\"PreviousStatus\" = 'ProofSubmitted' AND \"Status\" IN ('ProofSubmitted', 'Decided', 'Withdrawn', 'Terminated')) OR (\"PreviousStatus\" = 'Decided' AND \"Status\" IN ('Closed', 'Withdrawn', 'Terminated'))");
        }
    }
}
