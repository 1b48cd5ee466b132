using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Time;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Ledger;

public class LedgerRowTests
{
    private static readonly string[] Computed = [nameof(LedgerRow.IsIntact)];

    public static TheoryData<string> Fields =>
        [.. typeof(LedgerRow).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).Except(Computed)];

    [Fact]
    public void TheFirstRow_FollowsTheOrigin()
    {
        var row = new LedgerRow(null, Payment());
        (row.Sequence, row.PreviousHash, row.IsIntact).ShouldBe((1, new string('0', 64), true));
        row.Hash.ShouldMatch("^[0-9a-f]{64}$");
    }

    [Fact]
    public void EveryRow_CarriesTheHashOfTheRowBefore()
    {
        var rows = new List<LedgerRow>();
        for (var number = 0; number < 5; number++)
        {
            rows.Add(new LedgerRow(rows.LastOrDefault(), Payment(gross: 1_000 + number)));
        }

        rows.Select(row => row.Sequence).ShouldBe([1L, 2, 3, 4, 5]);
        rows.Skip(1).Select(row => row.PreviousHash).ShouldBe(rows.SkipLast(1).Select(row => row.Hash));
        rows.Select(row => row.Hash).Distinct().Count().ShouldBe(5);
        rows.ShouldAllBe(row => row.IsIntact);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void ARowWithAnyFieldChanged_IsNotIntact(string name)
    {
        var row = new LedgerRow(new LedgerRow(null, Payment()), Payment());
        var property = typeof(LedgerRow).GetProperty(name)!;
        property.SetValue(row, Other(name, property.GetValue(row)));
        row.IsIntact.ShouldBeFalse();
    }

    [Fact]
    public void TheInstantOfPosting_IsHashedToTheMicrosecondADatabaseKeeps()
    {
        var row = new LedgerRow(null, Payment(at: Given.Now.AddTicks(12_345_678)));
        typeof(LedgerRow).GetProperty(nameof(LedgerRow.PostedAt))!.SetValue(row, Given.Now.AddTicks(12_345_670).ToUniversalTime());
        row.IsIntact.ShouldBeTrue();
    }

    [Fact]
    public void ARow_TellsWhoGotWhatAndWhoAllowedIt()
    {
        var payment = Payment(gross: 50_000);
        var row = new LedgerRow(null, payment);
        (row.Gross, row.Tax, row.Net, row.TaxRate).ShouldBe((new Twd(50_000), new Twd(5_000), new Twd(45_000), 0.10m));
        (row.PayeeId, row.PayeeName, row.Tier, row.MilestoneId).ShouldBe((payment.PayeeId, "王小明", AwardTier.Subsidy, payment.Milestone.Id));
        row.ApproverId.ShouldBe(payment.Milestone.ApprovedBy!.Value);
        (row.ReleaserId, row.ReleaserName).ShouldBe((payment.By.PersonId, payment.By.Name));
    }

    [Theory]
    [InlineData("王小明", "第一題")]
    [InlineData("", "𠮷野家 🏆 — “ok”")]
    public void TheHash_IsThatOfTheDocumentedForm(string payee, string title)
    {
        var payment = Payment() with { PayeeName = payee, ProblemTitle = title };
        var paid = new LedgerRow(null, payment);
        var request = new ReversalRequest(Guid.NewGuid(), "提出人", Given.Now, "金額有誤");
        var reversed = new LedgerRow(paid, paid, request, Given.Actor());
        paid.Hash.ShouldBe(Documented(paid));
        reversed.Hash.ShouldBe(Documented(reversed, $"\u001F1\u001F1\u001F金額有誤"));
        (reversed.Gross, reversed.Tax, reversed.Net).ShouldBe((-paid.Gross, -paid.Tax, -paid.Net));
        (reversed.Kind, reversed.ReversalOf, reversed.Reason, reversed.ApproverName, reversed.IsIntact).ShouldBe((LedgerRowKind.Reversal, 1L, "金額有誤", "提出人", true));
    }

    [Fact]
    public void TheVoucher_IsNumberedByTheYearInTaipei()
    {
        var newYear = Taipei.StartOf(new(2028, 1, 1));
        var before = new LedgerRow(null, Payment(at: newYear.AddTicks(-1)));
        var after = new LedgerRow(before, Payment(at: newYear.ToUniversalTime()));
        (before.VoucherNumber, after.VoucherNumber).ShouldBe(("116-000001", "117-000002"));
        (before.Date, after.Date).ShouldBe((new DateOnly(2027, 12, 31), new DateOnly(2028, 1, 1)));
    }

    private static Payment Payment(long gross = 50_000, DateTimeOffset? at = null) => new(
        Guid.NewGuid(), Guid.NewGuid(), "116-1-E001", "良率預測", "解題隊", Given.Milestone(MilestoneStatus.Approved, gross), Guid.NewGuid(), "王小明",
        TaxStatus.Resident, Withholding.On(new Twd(gross), TaxStatus.Resident, new(2027, 6, 1), Given.Round().Withholding), Given.Actor(at));

    // Written from docs/ledger.md, apart from the code.
    private static string Documented(LedgerRow row, string further = "")
    {
        var form = string.Join('\u001F',
            row.Sequence, $"{row.Date:yyyy-MM-dd}", row.PostedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture), row.Kind,
            row.EntryId, row.EntryCode, row.ProblemTitle, row.TeamName, row.MilestoneId, row.Tier, row.MilestoneName, row.PayeeId, row.PayeeName, row.TaxStatus,
            row.Gross.Dollars, row.TaxRate.ToString("0.0000", CultureInfo.InvariantCulture), row.Tax.Dollars, row.Net.Dollars, row.VoucherNumber,
            row.ApproverId, row.ApproverName, row.ReleaserId, row.ReleaserName, row.RoundId, row.PreviousHash) + further;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(form)));
    }

    private static object Other(string name, object? value) => value switch
    {
        null => name == nameof(LedgerRow.Reason) ? "x" : 1L,
        int number => number + 1,
        string text => text + "x",
        Guid => Guid.NewGuid(),
        long number => number + 1,
        Twd amount => amount + new Twd(1),
        decimal rate => rate + 0.0001m,
        DateOnly day => day.AddDays(1),
        DateTimeOffset at => at.AddMilliseconds(1),
        Enum state => Enum.GetValues(state.GetType()).Cast<object>().First(another => !another.Equals(state)),
        _ => throw new InvalidOperationException($"No other value of {value.GetType()}."),
    };
}
