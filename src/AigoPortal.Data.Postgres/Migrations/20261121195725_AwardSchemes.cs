using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AigoPortal.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AwardSchemes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "SchemeVersion",
                table: "Decisions",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "AwardSchemes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Budget = table.Column<long>(type: "bigint", nullable: false),
                    CapPerEntry = table.Column<long>(type: "bigint", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ProposerName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ProposedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ActivatedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ActivatorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ActivatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SupersededAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Items = table.Column<string>(type: "jsonb", nullable: true),
                    Withholding = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardSchemes", x => x.Id);
                    table.CheckConstraint("CK_AwardSchemes_Transition", "(\"PreviousStatus\" = 'Draft' AND \"Status\" IN ('Proposed', 'Discarded', 'Draft')) OR (\"PreviousStatus\" = 'Proposed' AND \"Status\" IN ('Draft', 'Active')) OR (\"PreviousStatus\" = 'Active' AND \"Status\" IN ('Superseded'))");
                    table.CheckConstraint("CK_AwardSchemes_TwoPersons", "(\"Status\" NOT IN ('Active', 'Superseded') OR \"Number\" = 1 OR (\"ProposedBy\" IS NOT NULL AND \"ActivatedBy\" IS NOT NULL)) AND (\"ProposedBy\" IS NULL OR \"ActivatedBy\" IS NULL OR \"ProposedBy\" <> \"ActivatedBy\")");
                    table.ForeignKey(
                        name: "FK_AwardSchemes_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "UX_AwardSchemes_Number",
                table: "AwardSchemes",
                columns: new[] { "RoundId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UX_AwardSchemes_Open",
                table: "AwardSchemes",
                column: "RoundId",
                unique: true,
                filter: "\"Status\" IN ('Draft', 'Proposed')");

            // Rounds that are there already: their items get the terms they were made without, and what they say becomes their first version.
            migrationBuilder.Sql("""
                UPDATE "Rounds" SET "AwardItems" = (
                    SELECT jsonb_agg(jsonb_build_object('EvidenceDays', 14, 'Papers', '[]'::jsonb, 'AllowsLegalEntity', false, 'IncomeCode', '91') || one.item ORDER BY one.place)
                    FROM jsonb_array_elements("AwardItems") WITH ORDINALITY AS one(item, place))
                WHERE jsonb_typeof("AwardItems") = 'array' AND jsonb_array_length("AwardItems") > 0;
                INSERT INTO "AwardSchemes" ("Id", "RoundId", "Number", "Status", "PreviousStatus", "Budget", "CapPerEntry", "ActivatedAt", "Version", "Items", "Withholding")
                SELECT gen_random_uuid(), "Id", "SchemeVersion", 'Active', 'Proposed', "Budget", "CapPerEntry", "StartsAt", gen_random_uuid(), "AwardItems", "Withholding" FROM "Rounds";
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AwardSchemes");

            migrationBuilder.DropColumn(
                name: "SchemeVersion",
                table: "Decisions");
        }
    }
}
