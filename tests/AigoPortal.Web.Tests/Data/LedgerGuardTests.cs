using System.Data.Common;
using AigoPortal.Data;
using AigoPortal.Data.Providers;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Money;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Tests.Workflows;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Shouldly;

namespace AigoPortal.Web.Tests.Data;

#pragma warning disable EF1002, EF1003 // Names of the model's own columns and triggers.
/// <summary>The database refuses to rewrite the ledger or to pay twice; and what is rewritten all the same, verifying finds.</summary>
public sealed class LedgerGuardTests(PortalHost host) : IClassFixture<PortalHost>
{
    /// <summary>Every column of the table, from the model, so that a new one can't be forgotten.</summary>
    public static TheoryData<string> Columns
    {
        get
        {
            var options = new DbContextOptionsBuilder<PortalDbContext>();
            options.UsePortalDatabase(DatabaseProvider.Postgres, "Host=nowhere");
            using var db = new PortalDbContext(options.Options);
            return [.. db.Model.FindEntityType(typeof(LedgerRow))!.GetProperties().Select(property => property.GetColumnName())];
        }
    }

    [Theory]
    [InlineData("""UPDATE "Ledger" SET "PayeeName" = 'x'""")]
    [InlineData("""DELETE FROM "Ledger" """)]
    [InlineData("""TRUNCATE TABLE "Ledger" """)]
    public async Task TheDatabase_KeepsTheLedgerAsItWasWritten(string sql)
    {
        await (await Awarded.ByAsync(host)).PaidAsync();
        var refused = await host.Db(db => Should.ThrowAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(sql + (sql.StartsWith("TRUNCATE", StringComparison.Ordinal) && db.Database.IsNpgsql() ? " CASCADE" : ""))));
        if (!sql.StartsWith("TRUNCATE", StringComparison.Ordinal) || TestKit.Databases.TestDatabases.Provider == TestKit.Databases.TestDatabase.Postgres)
        {
            refused.Message.ShouldContain(LedgerTriggers.WrittenOnce);
        }
    }

    [Fact]
    public async Task ASecondPaymentOfAMilestoneToAPayee_IsRefusedWhateverIssueItClaims()
    {
        var award = await Awarded.ByAsync(host);
        var id = await award.PaidAsync();

        await host.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var refused = await Should.ThrowAsync<DbException>(() => CopyAsync(db, id, issue: 2, kind: "Payment", sign: ""));
            refused.Message.ShouldContain(LedgerTriggers.PaidOnce);
        });
        await host.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await CopyAsync(db, id, issue: 1, kind: "Reversal", sign: "-");
            var refused = await Should.ThrowAsync<DbException>(() => CopyAsync(db, id, issue: 3, kind: "Reversal", sign: "-"));
            refused.Message.ShouldContain(LedgerTriggers.PaidOnce);
        });
        (await VerifyAsync()).IsSound.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task AnyColumnChangedBehindTheTriggers_IsFound(string column)
    {
        await (await Awarded.ByAsync(host)).PaidAsync();
        await host.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var row = await db.Ledger.AsNoTracking().OrderByDescending(row => row.Sequence).FirstAsync();
            await UnguardAsync(db);
            var property = db.Model.FindEntityType(typeof(LedgerRow))!.GetProperties().Single(property => property.GetColumnName() == column);
            (await db.Database.ExecuteSqlRawAsync($"UPDATE \"Ledger\" SET \"{column}\" = {{0}} WHERE \"Sequence\" = {{1}}", Other(property, row), row.Sequence)).ShouldBe(1);

            var verdict = await new VerifyLedger(db).RunAsync(CancellationToken.None);
            (verdict.Fault, verdict.Count).ShouldBe((column switch
            {
                nameof(LedgerRow.Sequence) => LedgerFault.Gap,
                nameof(LedgerRow.PreviousHash) => LedgerFault.Unchained,
                _ => LedgerFault.Altered,
            }, row.Sequence - 1));
            verdict.BadVoucher.ShouldBe(column == nameof(LedgerRow.VoucherNumber) ? row.VoucherNumber + "x" : row.VoucherNumber);
        });
        (await VerifyAsync()).IsSound.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Kind"), InlineData("Tier"), InlineData("TaxStatus")]
    public async Task AWordThatIsNone_IsFoundToo(string column)
    {
        await (await Awarded.ByAsync(host)).PaidAsync();
        await host.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await UnguardAsync(db);
            await db.Database.ExecuteSqlRawAsync($"UPDATE \"Ledger\" SET \"{column}\" = 'Strange' WHERE \"Sequence\" = 1");
            var verdict = await new VerifyLedger(db).RunAsync(CancellationToken.None);
            (verdict.BadSequence, verdict.Fault).ShouldBe((1, LedgerFault.Altered));
        });
    }

    [Fact]
    public async Task TheLastRowRemoved_IsMissed()
    {
        await (await Awarded.ByAsync(host)).PaidAsync();
        await host.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await UnguardAsync(db);
            var last = await db.Ledger.MaxAsync(row => row.Sequence);
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"Ledger\" WHERE \"Sequence\" = {0}", last);
            var verdict = await new VerifyLedger(db).RunAsync(CancellationToken.None);
            (verdict.BadSequence, verdict.Fault, verdict.BadVoucher).ShouldBe((last, LedgerFault.Cut, null));
        });
    }

    private static object Other(IProperty property, LedgerRow row) => property.PropertyInfo!.GetValue(row) switch
    {
        null => property.ClrType == typeof(string) ? "x" : 1L,
        string hash when hash.Length == 64 => (hash[0] == 'f' ? 'e' : 'f') + hash[1..],
        string text => text + "x",
        Guid => Guid.NewGuid(),
        int number => number + 1,
        long number => number + 1,
        Twd amount => amount.Dollars + 1,
        decimal rate => rate + 0.0001m,
        DateOnly day => day.AddDays(1),
        DateTimeOffset at => at.AddMilliseconds(1).ToUniversalTime(),
        Enum word => Enum.GetNames(word.GetType()).First(name => name != word.ToString()),
        var value => throw new InvalidOperationException($"No other value of {value.GetType()}."),
    };

    // All that keeps a change out, until the transaction is rolled back.
    private static async Task UnguardAsync(PortalDbContext db)
    {
        await db.Database.ExecuteSqlRawAsync($"ALTER TABLE \"Ledger\" DISABLE TRIGGER \"{LedgerTriggers.WrittenOnce}\"");
        var model = db.GetService<IDesignTimeModel>().Model;
        var ledger = model.FindEntityType(typeof(LedgerRow))!;
        var guards = ledger.GetCheckConstraints().Select(check => ("Ledger", check.Name!))
            .Concat(ledger.GetForeignKeys().Select(key => ("Ledger", key.GetConstraintName()!)))
            .Concat(ledger.GetReferencingForeignKeys().Select(key => (key.DeclaringEntityType.GetTableName()!, key.GetConstraintName()!)));
        foreach (var (table, name) in guards)
        {
            await db.Database.ExecuteSqlRawAsync($"ALTER TABLE \"{table}\" DROP CONSTRAINT \"{name}\"");
        }
    }

    private static Task<int> CopyAsync(PortalDbContext db, Guid milestoneId, int issue, string kind, string sign)
    {
        var columns = db.Model.FindEntityType(typeof(LedgerRow))!.GetProperties().Select(property => property.GetColumnName()).ToList();
        var values = columns.Select(column => column switch
        {
            "Sequence" => "(SELECT MAX(\"Sequence\") FROM \"Ledger\") + 1",
            "VoucherNumber" => $"'{Guid.NewGuid().ToString("N")[..20]}'",
            "Issue" => issue.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "Kind" => $"'{kind}'",
            "Gross" or "Tax" or "Net" => $"{sign}\"{column}\"",
            "ReversalOf" when sign.Length > 0 => "\"Sequence\"",
            "Reason" when sign.Length > 0 => "'x'",
            _ => $"\"{column}\"",
        });
        return db.Database.ExecuteSqlRawAsync(
            $"INSERT INTO \"Ledger\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) SELECT {string.Join(", ", values)} FROM \"Ledger\" "
            + "WHERE \"Sequence\" = (SELECT MIN(\"Sequence\") FROM \"Ledger\" WHERE \"MilestoneId\" = {0})", milestoneId);
    }

    private Task<LedgerVerdict> VerifyAsync() => host.Db(db => new VerifyLedger(db).RunAsync(CancellationToken.None));
}
