using System.Globalization;
using AigoPortal.Data.Providers;

namespace AigoPortal.Data.SqlServer;

/// <summary>The ledger's triggers on SQL Server. They throw an error of their own number whose text begins with the trigger's name.</summary>
public static class LedgerTriggerSql
{
    /// <summary>Makes them; each statement runs by itself, since a trigger must be alone in its batch.</summary>
    public static readonly IReadOnlyList<string> Create =
    [
        string.Create(CultureInfo.InvariantCulture, $"""
            EXEC(N'CREATE TRIGGER [{LedgerTriggers.WrittenOnce}] ON [Ledger] AFTER UPDATE, DELETE AS
            BEGIN
                SET NOCOUNT ON;
                IF EXISTS (SELECT 1 FROM deleted)
                    THROW {LedgerTriggers.SqlServerError}, N''{LedgerTriggers.WrittenOnce}: the ledger is written once'', 1;
            END');
            """),
        string.Create(CultureInfo.InvariantCulture, $"""
            EXEC(N'CREATE TRIGGER [{LedgerTriggers.PaidOnce}] ON [Ledger] AFTER INSERT AS
            BEGIN
                SET NOCOUNT ON;
                DECLARE @milestones int;
                SELECT @milestones = COUNT(*) FROM [Milestones] WITH (UPDLOCK, ROWLOCK) WHERE [Id] IN (SELECT [MilestoneId] FROM inserted);
                IF EXISTS (
                    SELECT 1 FROM [Ledger] AS [posted]
                    WHERE EXISTS (SELECT 1 FROM inserted WHERE inserted.[MilestoneId] = [posted].[MilestoneId] AND inserted.[PayeeId] = [posted].[PayeeId])
                    GROUP BY [posted].[MilestoneId], [posted].[PayeeId]
                    HAVING SUM(CASE [posted].[Kind] WHEN N''Payment'' THEN 1 ELSE -1 END) NOT IN (0, 1))
                    THROW {LedgerTriggers.SqlServerError}, N''{LedgerTriggers.PaidOnce}: payments minus reversals would not be 0 or 1'', 1;
            END');
            """),
    ];

    /// <summary>Removes them.</summary>
    public static readonly IReadOnlyList<string> Drop =
    [
        $"DROP TRIGGER [{LedgerTriggers.PaidOnce}];",
        $"DROP TRIGGER [{LedgerTriggers.WrittenOnce}];",
    ];
}
