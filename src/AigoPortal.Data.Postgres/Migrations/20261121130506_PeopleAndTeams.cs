using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AigoPortal.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PeopleAndTeams : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ExceptionBy",
                table: "TeamMembers");

            migrationBuilder.DropColumn(
                name: "ExceptionReason",
                table: "TeamMembers");

            migrationBuilder.AlterColumn<string>(
                name: "NormalizedName",
                table: "Teams",
                type: "character varying(140)",
                maxLength: 140,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(100)",
                oldMaxLength: 100);

            migrationBuilder.AddColumn<string>(
                name: "PreviousStatus",
                table: "Teams",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Active");

            migrationBuilder.AddColumn<string>(
                name: "Recruiting",
                table: "Teams",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RecruitingSince",
                table: "Teams",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Status",
                table: "Teams",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Active");

            migrationBuilder.AddColumn<Guid>(
                name: "PersonId",
                table: "TeamInvitations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "RequiresNaturalPerson",
                table: "Rounds",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "AgreedAt",
                table: "People",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AgreedVersion",
                table: "People",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Brings",
                table: "People",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ForgottenAt",
                table: "People",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Links",
                table: "People",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LooksFor",
                table: "People",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SearchRoundId",
                table: "People",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SearchesSince",
                table: "People",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Works",
                table: "People",
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EligibilityWaivers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    GrantedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    GrantedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RevokedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RevokedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RevokeReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
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
                name: "JoinRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Word = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
                name: "PrivacyConsents",
                columns: table => new
                {
                    Version = table.Column<int>(type: "integer", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                name: "TeamWants",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false)
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
                name: "IX_JoinRequests_PersonId",
                table: "JoinRequests",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_JoinRequests_TeamId",
                table: "JoinRequests",
                column: "TeamId");

            migrationBuilder.AddForeignKey(
                name: "FK_TeamInvitations_People_PersonId",
                table: "TeamInvitations",
                column: "PersonId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_TeamInvitations_People_PersonId",
                table: "TeamInvitations");

            migrationBuilder.DropTable(
                name: "EligibilityWaivers");

            migrationBuilder.DropTable(
                name: "JoinRequests");

            migrationBuilder.DropTable(
                name: "PrivacyConsents");

            migrationBuilder.DropTable(
                name: "TeamWants");

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
                name: "Status",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "TeamInvitations");

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

            migrationBuilder.AlterColumn<string>(
                name: "NormalizedName",
                table: "Teams",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(140)",
                oldMaxLength: 140);

            migrationBuilder.AddColumn<Guid>(
                name: "ExceptionBy",
                table: "TeamMembers",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ExceptionReason",
                table: "TeamMembers",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);
        }
    }
}
