using AigoPortal.Domain.Money;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Money;

public class WithholdingTests
{
    private static readonly DateOnly Day = new(2026, 7, 1);

    private static readonly WithholdingRule[] Rules =
    [
        new(TaxStatus.Resident, 0.10m, new DateOnly(2019, 1, 1), Twd.Zero),
        new(TaxStatus.Foreigner, 0.20m, new DateOnly(2019, 1, 1), Twd.Zero),
    ];

    [Theory]
    [InlineData(TaxStatus.Resident, 100_000, 10_000, 90_000)]
    [InlineData(TaxStatus.Foreigner, 100_000, 20_000, 80_000)]
    [InlineData(TaxStatus.Resident, 33_333, 3_333, 30_000)] // 3,333.3
    [InlineData(TaxStatus.Resident, 33_339, 3_333, 30_006)] // 3,333.9: down, never up
    [InlineData(TaxStatus.Foreigner, 16_667, 3_333, 13_334)] // 3,333.4
    [InlineData(TaxStatus.Foreigner, 4, 0, 4)] // 0.8
    [InlineData(TaxStatus.Resident, 9, 0, 9)]
    [InlineData(TaxStatus.Resident, 10, 1, 9)]
    [InlineData(TaxStatus.Resident, 0, 0, 0)]
    public void Tax_IsRoundedDownToTheDollar(TaxStatus status, long gross, long tax, long net)
    {
        var withheld = Withholding.On(new Twd(gross), status, Day, Rules);
        (withheld.Gross.Dollars, withheld.Tax.Dollars, withheld.Net.Dollars).ShouldBe((gross, tax, net));
    }

    [Theory]
    [InlineData(19_999, 0)]
    [InlineData(20_000, 2_000)]
    [InlineData(20_001, 2_000)]
    public void BelowTheThreshold_NothingIsWithheld(long gross, long tax)
    {
        WithholdingRule[] rules = [new(TaxStatus.Resident, 0.10m, new DateOnly(2019, 1, 1), new Twd(20_000))];
        Withholding.On(new Twd(gross), TaxStatus.Resident, Day, rules).Tax.Dollars.ShouldBe(tax);
    }

    [Theory]
    [InlineData("2026-12-31", 0.10, 5_000)]
    [InlineData("2027-01-01", 0.12, 6_000)]
    [InlineData("2029-02-28", 0.12, 6_000)]
    public void ALaterRule_AppliesFromItsFirstDay(string day, double rate, long tax)
    {
        // Whatever their order in the data.
        WithholdingRule[] rules = [new(TaxStatus.Resident, 0.12m, new DateOnly(2027, 1, 1), Twd.Zero), .. Rules];
        var withheld = Withholding.On(new Twd(50_000), TaxStatus.Resident, DateOnly.Parse(day, null), rules);
        (withheld.Rate, withheld.Tax.Dollars).ShouldBe(((decimal)rate, tax));
        Withholding.On(new Twd(50_000), TaxStatus.Foreigner, DateOnly.Parse(day, null), rules).Rate.ShouldBe(0.20m);
    }

    [Fact]
    public void ADayThatNoRuleCovers_IsAFaultOfTheData() =>
        Should.Throw<InvalidOperationException>(() => Withholding.On(new Twd(1), TaxStatus.Resident, new DateOnly(2018, 12, 31), Rules));

    [Fact]
    public void Gross_IsAlwaysTaxAndNet() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        Gen.Choose(0, 20_000_000).Zip(Gen.Choose(0, 10_000), (gross, rate) => (Gross: gross, Rate: rate / 10_000m)).Zip(Gen.Choose(0, 100_000)).ToArbitrary(),
        given =>
        {
            var ((gross, rate), threshold) = given;
            var withheld = Withholding.On(new Twd(gross), TaxStatus.Foreigner, Day, [new(TaxStatus.Foreigner, rate, Day, new Twd(threshold))]);
            var exact = gross < threshold ? 0 : gross * rate;
            return withheld.Tax + withheld.Net == withheld.Gross && withheld.Net >= Twd.Zero
                && withheld.Tax.Dollars <= exact && exact - withheld.Tax.Dollars < 1;
        }));

    [Fact]
    public void AnAmountSplitAndTaxed_LosesNoDollar() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        Gen.Choose(1, 700_000).Zip(Gen.Choose(1, 10)).ToArbitrary(),
        given =>
        {
            var parts = Split.Evenly(new Twd(given.Item1), given.Item2)
                .Select((part, index) => Withholding.On(part, index % 2 == 0 ? TaxStatus.Resident : TaxStatus.Foreigner, Day, Rules)).ToList();
            return parts.Sum(part => part.Gross).Dollars == given.Item1
                && parts.Sum(part => part.Tax) + parts.Sum(part => part.Net) == parts.Sum(part => part.Gross);
        }));
}
