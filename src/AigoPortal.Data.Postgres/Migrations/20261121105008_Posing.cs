using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AigoPortal.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Posing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Checklist",
                table: "Problems",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Content_Confidential",
                table: "Problems",
                type: "character varying(20000)",
                maxLength: 20000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DataInternAskedAt",
                table: "Problems",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FieldReasons",
                table: "Problems",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GradeReason",
                table: "Problems",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GradedReadiness",
                table: "Problems",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasUnkeptChanges",
                table: "Problems",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "LastVersion",
                table: "Problems",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "SavedById",
                table: "Problems",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "SelfCheck",
                table: "Problems",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "TakenAt",
                table: "Problems",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TakenBy",
                table: "Problems",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TakerName",
                table: "Problems",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CompanyNumber",
                table: "Organisations",
                type: "character varying(8)",
                maxLength: 8,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CatalogueChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogueChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Taken = table.Column<int>(type: "integer", nullable: false),
                    RemindedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Plan_Capacity = table.Column<int>(type: "integer", nullable: false),
                    Plan_Description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Plan_EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Plan_Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Plan_RegistrationEndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Plan_StartsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Plan_Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Plan_Venue = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => x.Id);
                    table.CheckConstraint("CK_Events_Capacity", "\"Taken\" >= 0 AND \"Taken\" <= \"Plan_Capacity\"");
                    table.CheckConstraint("CK_Events_Times", "\"Plan_StartsAt\" < \"Plan_EndsAt\" AND \"Plan_RegistrationEndsAt\" <= \"Plan_StartsAt\"");
                    table.CheckConstraint("CK_Events_Transition", "(\"PreviousStatus\" = 'Planned' AND \"Status\" IN ('Open', 'Cancelled', 'Planned')) OR (\"PreviousStatus\" = 'Open' AND \"Status\" IN ('Held', 'Cancelled'))");
                    table.ForeignKey(
                        name: "FK_Events_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProblemAttachments",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    MatchedOnly = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProblemAttachments", x => new { x.ProblemId, x.FileId });
                    table.ForeignKey(
                        name: "FK_ProblemAttachments_Files_FileId",
                        column: x => x.FileId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProblemAttachments_Problems_ProblemId",
                        column: x => x.ProblemId,
                        principalTable: "Problems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProblemFollows",
                columns: table => new
                {
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    FollowedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProblemFollows", x => new { x.ProblemId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_ProblemFollows_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProblemFollows_Problems_ProblemId",
                        column: x => x.ProblemId,
                        principalTable: "Problems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProblemQuestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProblemQuestions", x => x.Id);
                    table.CheckConstraint("CK_ProblemQuestions_Answered", "\"Status\" NOT IN ('Answered', 'Published') OR \"Answer\" IS NOT NULL");
                    table.CheckConstraint("CK_ProblemQuestions_Transition", "(\"PreviousStatus\" = 'Asked' AND \"Status\" IN ('Answered', 'Hidden', 'Asked')) OR (\"PreviousStatus\" = 'Answered' AND \"Status\" IN ('Answered', 'Published', 'Hidden')) OR (\"PreviousStatus\" = 'Published' AND \"Status\" IN ('Hidden'))");
                    table.ForeignKey(
                        name: "FK_ProblemQuestions_People_AskerId",
                        column: x => x.AskerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProblemQuestions_Problems_ProblemId",
                        column: x => x.ProblemId,
                        principalTable: "Problems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProblemVersions",
                columns: table => new
                {
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Occasion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PersonName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Snapshot = table.Column<string>(type: "character varying(1000000)", maxLength: 1000000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProblemVersions", x => new { x.ProblemId, x.Number });
                    table.ForeignKey(
                        name: "FK_ProblemVersions_Problems_ProblemId",
                        column: x => x.ProblemId,
                        principalTable: "Problems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Workshops",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Records = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Workshops", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Workshops_Problems_Id",
                        column: x => x.Id,
                        principalTable: "Problems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EventRegistrations",
                columns: table => new
                {
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Attended = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventRegistrations", x => new { x.EventId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_EventRegistrations_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EventRegistrations_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WorkshopAdvice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    MentorId = table.Column<Guid>(type: "uuid", nullable: false),
                    MentorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    GivenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    WorkshopId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkshopAdvice", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkshopAdvice_People_MentorId",
                        column: x => x.MentorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkshopAdvice_Workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "Workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WorkshopMentors",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkshopId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    InvitedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkshopMentors", x => new { x.WorkshopId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_WorkshopMentors_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkshopMentors_Workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "Workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Problems_TakenBy",
                table: "Problems",
                column: "TakenBy");

            migrationBuilder.CreateIndex(
                name: "UX_Organisations_CompanyNumber",
                table: "Organisations",
                column: "CompanyNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EventRegistrations_PersonId",
                table: "EventRegistrations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_RoundId",
                table: "Events",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_ProblemAttachments_FileId",
                table: "ProblemAttachments",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_ProblemFollows_PersonId",
                table: "ProblemFollows",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ProblemQuestions_AskerId",
                table: "ProblemQuestions",
                column: "AskerId");

            migrationBuilder.CreateIndex(
                name: "IX_ProblemQuestions_ProblemId_Status",
                table: "ProblemQuestions",
                columns: new[] { "ProblemId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_ProblemQuestions_Status_AskedAt",
                table: "ProblemQuestions",
                columns: new[] { "Status", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkshopAdvice_MentorId",
                table: "WorkshopAdvice",
                column: "MentorId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkshopAdvice_WorkshopId",
                table: "WorkshopAdvice",
                column: "WorkshopId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkshopMentors_PersonId",
                table: "WorkshopMentors",
                column: "PersonId");

            migrationBuilder.AddForeignKey(
                name: "FK_Problems_People_TakenBy",
                table: "Problems",
                column: "TakenBy",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Problems_People_TakenBy",
                table: "Problems");

            migrationBuilder.DropTable(
                name: "CatalogueChanges");

            migrationBuilder.DropTable(
                name: "EventRegistrations");

            migrationBuilder.DropTable(
                name: "ProblemAttachments");

            migrationBuilder.DropTable(
                name: "ProblemFollows");

            migrationBuilder.DropTable(
                name: "ProblemQuestions");

            migrationBuilder.DropTable(
                name: "ProblemVersions");

            migrationBuilder.DropTable(
                name: "WorkshopAdvice");

            migrationBuilder.DropTable(
                name: "WorkshopMentors");

            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropTable(
                name: "Workshops");

            migrationBuilder.DropIndex(
                name: "IX_Problems_TakenBy",
                table: "Problems");

            migrationBuilder.DropIndex(
                name: "UX_Organisations_CompanyNumber",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "Checklist",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "Content_Confidential",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "DataInternAskedAt",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "FieldReasons",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "GradeReason",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "GradedReadiness",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "HasUnkeptChanges",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "LastVersion",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "SavedById",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "SelfCheck",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "TakenAt",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "TakenBy",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "TakerName",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "CompanyNumber",
                table: "Organisations");
        }
    }
}
