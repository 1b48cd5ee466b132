namespace AigoPortal.Data.Providers;

/// <summary>The names of the triggers that guard the ledger; each provider's project has their SQL.</summary>
public static class LedgerTriggers
{
    /// <summary>Refuses to change, delete or truncate what was posted.</summary>
    public const string WrittenOnce = "TR_Ledger_WrittenOnce";

    /// <summary>Refuses a row that would leave a payee of a milestone with payments minus reversals other than 0 or 1.</summary>
    public const string PaidOnce = "TR_Ledger_PaidOnce";

    /// <summary>The number of the triggers' error on SQL Server.</summary>
    public const int SqlServerError = 51_115;
}
