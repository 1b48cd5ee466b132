using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AigoPortal.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PosingForm : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Content_Confidential",
                table: "Problems",
                type: "character varying(20000)",
                maxLength: 20000,
                nullable: false,
                defaultValue: "");

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

            migrationBuilder.AddColumn<string>(
                name: "CompanyNumber",
                table: "Organisations",
                type: "character varying(8)",
                maxLength: 8,
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "UX_Organisations_CompanyNumber",
                table: "Organisations",
                column: "CompanyNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProblemAttachments_FileId",
                table: "ProblemAttachments",
                column: "FileId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProblemAttachments");

            migrationBuilder.DropIndex(
                name: "UX_Organisations_CompanyNumber",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "Content_Confidential",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "SavedById",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "SelfCheck",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "CompanyNumber",
                table: "Organisations");
        }
    }
}
