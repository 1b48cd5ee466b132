using AigoPortal.Data.Providers;

namespace AigoPortal.Data.Postgres;

/// <summary>The ledger's triggers on PostgreSQL. They raise a check violation that names the trigger as its constraint.</summary>
public static class LedgerTriggerSql
{
    /// <summary>Makes them.</summary>
    public const string Create = $"""
        CREATE FUNCTION "LedgerIsWrittenOnce"() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '{LedgerTriggers.WrittenOnce}: the ledger is written once' USING ERRCODE = 'check_violation', CONSTRAINT = '{LedgerTriggers.WrittenOnce}';
        END $$;

        CREATE TRIGGER "{LedgerTriggers.WrittenOnce}" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Ledger"
            FOR EACH STATEMENT EXECUTE FUNCTION "LedgerIsWrittenOnce"();

        CREATE FUNCTION "LedgerPaysOnce"() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            -- Posts for the same milestone wait for each other, whoever makes them.
            PERFORM 1 FROM "Milestones" WHERE "Id" = NEW."MilestoneId" FOR NO KEY UPDATE;
            IF (SELECT sum(CASE "Kind" WHEN 'Payment' THEN 1 ELSE -1 END) FROM "Ledger"
                WHERE "MilestoneId" = NEW."MilestoneId" AND "PayeeId" = NEW."PayeeId") NOT IN (0, 1) THEN
                RAISE EXCEPTION '{LedgerTriggers.PaidOnce}: payments minus reversals would not be 0 or 1' USING ERRCODE = 'check_violation', CONSTRAINT = '{LedgerTriggers.PaidOnce}';
            END IF;
            RETURN NULL;
        END $$;

        CREATE TRIGGER "{LedgerTriggers.PaidOnce}" AFTER INSERT ON "Ledger" FOR EACH ROW EXECUTE FUNCTION "LedgerPaysOnce"();
        """;

    /// <summary>Removes them.</summary>
    public const string Drop = $"""
        DROP TRIGGER "{LedgerTriggers.PaidOnce}" ON "Ledger";
        DROP TRIGGER "{LedgerTriggers.WrittenOnce}" ON "Ledger";
        DROP FUNCTION "LedgerPaysOnce"();
        DROP FUNCTION "LedgerIsWrittenOnce"();
        """;
}
