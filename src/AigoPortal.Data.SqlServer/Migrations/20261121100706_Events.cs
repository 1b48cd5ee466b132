using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AigoPortal.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Events : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Taken = table.Column<int>(type: "int", nullable: false),
                    RemindedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Plan_Capacity = table.Column<int>(type: "int", nullable: false),
                    Plan_Description = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Plan_EndsAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Plan_Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Plan_RegistrationEndsAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Plan_StartsAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Plan_Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Plan_Venue = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                name: "EventRegistrations",
                columns: table => new
                {
                    EventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Attended = table.Column<bool>(type: "bit", nullable: true)
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

            migrationBuilder.CreateIndex(
                name: "IX_EventRegistrations_PersonId",
                table: "EventRegistrations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_RoundId",
                table: "Events",
                column: "RoundId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EventRegistrations");

            migrationBuilder.DropTable(
                name: "Events");
        }
    }
}
