using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AigoPortal.Data.SqlServer.Migrations
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
                type: "int",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "AwardSchemes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PreviousStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Budget = table.Column<long>(type: "bigint", nullable: false),
                    CapPerEntry = table.Column<long>(type: "bigint", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ProposerName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ProposedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ActivatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ActivatorName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ActivatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    SupersededAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Items = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Withholding = table.Column<string>(type: "nvarchar(max)", nullable: true)
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
            // By itself, since the whole script is one batch in which the table is new.
            migrationBuilder.Sql("""
                UPDATE r SET [AwardItems] = (
                    SELECT N'[' + STRING_AGG(JSON_MODIFY(JSON_MODIFY(JSON_MODIFY(JSON_MODIFY(item.[value], '$.EvidenceDays', 14), '$.Papers', JSON_QUERY(N'[]')), '$.AllowsLegalEntity', CAST(0 AS bit)), '$.IncomeCode', N'91'), N',')
                        WITHIN GROUP (ORDER BY CAST(item.[key] AS int)) + N']'
                    FROM OPENJSON(r.[AwardItems]) AS item)
                FROM [Rounds] AS r WHERE ISJSON(r.[AwardItems]) = 1 AND EXISTS (SELECT 1 FROM OPENJSON(r.[AwardItems]));
                EXEC(N'INSERT INTO [AwardSchemes] ([Id], [RoundId], [Number], [Status], [PreviousStatus], [Budget], [CapPerEntry], [ActivatedAt], [Version], [Items], [Withholding])
                SELECT NEWID(), [Id], [SchemeVersion], N''Active'', N''Proposed'', [Budget], [CapPerEntry], [StartsAt], NEWID(), [AwardItems], [Withholding] FROM [Rounds];');
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
