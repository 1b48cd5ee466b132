using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AigoPortal.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Cooperation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Cooperation",
                table: "Rounds",
                type: "nvarchar(max)",
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_CooperationSignatures_FileId",
                table: "CooperationSignatures",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryParts_FileId",
                table: "DeliveryParts",
                column: "FileId");

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
                name: "IX_VisitPhotos_FileId",
                table: "VisitPhotos",
                column: "FileId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CooperationReminders");

            migrationBuilder.DropTable(
                name: "CooperationSignatures");

            migrationBuilder.DropTable(
                name: "CooperationVersions");

            migrationBuilder.DropTable(
                name: "DeliveryParts");

            migrationBuilder.DropTable(
                name: "VisitPhotos");

            migrationBuilder.DropTable(
                name: "CooperationPapers");

            migrationBuilder.DropTable(
                name: "DeliverySheets");

            migrationBuilder.DropTable(
                name: "SiteVisits");

            migrationBuilder.DropColumn(
                name: "Cooperation",
                table: "Rounds");
        }
    }
}
