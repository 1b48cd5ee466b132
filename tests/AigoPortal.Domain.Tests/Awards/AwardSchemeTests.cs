using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static AigoPortal.Domain.Tests.Awards.Schemes;
using Outcome = AigoPortal.Domain.Reviews.Outcome;

namespace AigoPortal.Domain.Tests.Awards;

public class AwardSchemeTests
{
    [Fact]
    public void TheBriefingsScheme_IsRight() => AwardSchemeRules.Check(Briefing, Given.Round(), []).ShouldBeNull();

    [Theory]
    [InlineData("scheme.cap")]
    [InlineData("scheme.budget")]
    [InlineData("scheme.empty")]
    [InlineData("scheme.name")]
    [InlineData("scheme.amount")]
    [InlineData("scheme.order")]
    [InlineData("scheme.level")]
    [InlineData("scheme.level-missing")]
    [InlineData("scheme.condition")]
    [InlineData("scheme.days")]
    [InlineData("scheme.income-code")]
    [InlineData("scheme.papers")]
    [InlineData("scheme.most")]
    [InlineData("scheme.rate")]
    [InlineData("scheme.rate-twice")]
    [InlineData("scheme.rate-missing")]
    public void WhatIsWrongInOneRespect_IsNotProposed(string code)
    {
        var round = Given.Round();
        var scheme = Draft(round, Wrong(code));

        Refusals.ShouldBeRefused(() => scheme.Propose(round, [], Given.Actor()), code);
        scheme.Status.ShouldBe(AwardSchemeStatus.Draft);
    }

    [Theory]
    [InlineData(700_000, null)] // 50,000 + 250,000 + 400,000
    [InlineData(699_999, "scheme.most")]
    public void TheMostAnEntryCanGet_FitsTheCap(long cap, string? code) =>
        AwardSchemeRules.Check(Briefing with { CapPerEntry = new Twd(cap) }, Given.Round(), [])?.Code.ShouldBe(code);

    [Theory]
    [InlineData(300_000, null)]
    [InlineData(300_001, "scheme.budget")]
    public void TheBudget_CoversWhatIsCommitted(long committed, string? code)
    {
        var round = Given.Round();
        round.Commit(new Twd(committed), Given.Actor());
        AwardSchemeRules.Check(Briefing with { Budget = new Twd(300_000) }, round, [])?.Code.ShouldBe(code);
    }

    [Fact]
    public void TwoItemsOfALevel_CountTogether() =>
        AwardSchemeRules.Most([.. Briefing.Items, Item(8, AwardTier.Proof, 150_000, ReleaseCondition.ProofDecision, AwardLevel.Excellent)]).ShouldBe(new Twd(750_000));

    [Fact]
    public void ALegalEntity_NeedsARate_AlsoWhenOnlyAnEarlierVersionAllowedIt()
    {
        var round = Given.Round();
        var allowing = With(Item(4, AwardTier.Subsidy, 50_000, ReleaseCondition.DeliverablesAccepted, terms: EvidenceTerms.Usual with { AllowsLegalEntity = true }));
        AwardSchemeRules.Check(allowing, round, [])!.Code.ShouldBe("scheme.rate-missing");
        var rated = allowing with { Withholding = [.. allowing.Withholding, Rate(TaxStatus.LegalEntity, 0.10m)] };
        AwardSchemeRules.Check(rated, round, []).ShouldBeNull();

        AwardSchemeRules.Check(Briefing, round, [Adopted(round, rated)])!.Code.ShouldBe("scheme.rate-missing");
    }

    [Fact]
    public void ARateThatBeginsAfterTheRoundsFirstDay_IsNotEnough()
    {
        var (round, firstDay) = (Given.Round(), new DateOnly(2027, 5, 1));
        AwardSchemeRules.Check(Briefing with { Withholding = [Rate(TaxStatus.Resident, 0.1m, firstDay), Rate(TaxStatus.Foreigner, 0.2m)] }, round, []).ShouldBeNull();
        AwardSchemeRules.Check(Briefing with { Withholding = [Rate(TaxStatus.Resident, 0.1m, firstDay.AddDays(1)), Rate(TaxStatus.Foreigner, 0.2m)] }, round, [])!.Code.ShouldBe("scheme.rate-missing");
    }

    [Fact]
    public void APlaceOfTheConcept_NeverBecomesOneOfTheProof()
    {
        var round = Given.Round();
        var first = Adopted(round, Briefing);
        var moved = Briefing with { Items = [.. Briefing.Items.Where(item => item.Order is not (4 or 5)), Item(4, AwardTier.Proof, 400_000, ReleaseCondition.ProofDecision, AwardLevel.Outstanding)] };

        AwardSchemeRules.Check(moved, round, [first])!.Code.ShouldBe("scheme.place");
        AwardSchemeRules.Check(moved, round, []).ShouldBeNull();
    }

    [Fact]
    public void WhoProposes_CannotActivate_AndAnActiveSchemeNeverChanges()
    {
        var (round, proposer, other) = (Given.Round(), Guid.NewGuid(), Guid.NewGuid());
        var scheme = Draft(round);
        scheme.Propose(round, [], Given.Actor(person: proposer));

        Refusals.ShouldBeRefused(() => scheme.Activate(Given.Actor(person: proposer)), "scheme.two-persons");
        Refusals.ShouldBeRefused(() => scheme.Revise(Briefing, Given.Actor()), "scheme.not-draft");
        scheme.Activate(Given.Actor(person: other));

        (scheme.ProposedBy, scheme.ActivatedBy).ShouldBe((proposer, other));
        Refusals.ShouldBeRefused(() => scheme.Revise(Briefing, Given.Actor()), "scheme.not-draft");
    }

    [Fact]
    public void SendingBack_SaysWhy_AndAnotherProposes()
    {
        var round = Given.Round();
        var scheme = In(AwardSchemeStatus.Proposed, round);

        Refusals.ShouldBeRefused(() => scheme.SendBack(" ", Given.Actor()), "scheme.reason");
        scheme.SendBack("金額請再確認", Given.Actor());

        (scheme.Status, scheme.Reason, scheme.ProposedBy).ShouldBe((AwardSchemeStatus.Draft, "金額請再確認", null));
        scheme.Propose(round, [], Given.Actor());
        scheme.Reason.ShouldBeNull();
    }

    [Fact]
    public void ARound_AdoptsOnlyALaterVersionInForce_AndTakesItsTerms()
    {
        var round = Given.Round();
        Refusals.ShouldBeRefused(() => round.Adopt(Draft(round), Given.Actor()), "scheme.not-later");
        Refusals.ShouldBeRefused(() => round.Adopt(In(AwardSchemeStatus.Active, Given.Round()), Given.Actor()), "scheme.not-later");

        var scheme = Adopted(round, Briefing with { Budget = new Twd(30_000_000) });

        (round.SchemeVersion, round.Budget, round.AwardItems.Count).ShouldBe((2, new Twd(30_000_000), 7));
        round.AwardItems[0].ShouldNotBeSameAs(scheme.Items[0]);
        Refusals.ShouldBeRefused(() => round.Adopt(scheme, Given.Actor()), "scheme.not-later");
    }

    [Fact]
    public void WhatWasCommittedMeanwhile_KeepsASmallerBudgetOut()
    {
        var round = Given.Round();
        var scheme = Draft(round, Briefing with { Budget = new Twd(1_000_000) });
        scheme.Propose(round, [], Given.Actor());
        round.Commit(new Twd(1_000_001), Given.Actor());
        scheme.Activate(Given.Actor());

        Refusals.ShouldBeRefused(() => round.Adopt(scheme, Given.Actor()), "scheme.budget");
        round.SchemeVersion.ShouldBe(1);
    }

    [Fact]
    public void TheFirstVersion_SaysWhatTheRoundSays()
    {
        var round = Given.Round();
        var scheme = AwardScheme.Founding(round, Given.Actor());
        (scheme.Number, scheme.Status, scheme.Budget, scheme.CapPerEntry, scheme.Items.Count).ShouldBe((1, AwardSchemeStatus.Active, round.Budget, round.CapPerEntry, round.AwardItems.Count));
    }

    [Theory]
    [InlineData("2027-06-30", 10_000)]
    [InlineData("2027-07-01", 12_000)]
    public void ARateThatChangesMidYear_CountsFromItsDay(string day, long tax)
    {
        var round = Given.Round();
        Adopted(round, Briefing with { Withholding = [.. Briefing.Withholding, Rate(TaxStatus.Resident, 0.12m, new DateOnly(2027, 7, 1))] });
        Withholding.On(new Twd(100_000), TaxStatus.Resident, DateOnly.Parse(day, null), round.Withholding).Tax.ShouldBe(new Twd(tax));
    }

    /// <summary>Decides, decides anew, forfeits and brings other schemes into force in any order: no entry is above its cap, the round never above its budget, and the sums agree.</summary>
    [Fact]
    public void WhateverHappens_NothingIsBookedBeyondCapAndBudget() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        Gen.Choose(0, 100_000).ArrayOf().ToArbitrary(),
        acts =>
        {
            var round = Given.Round(budget: 1_500_000);
            var books = new Books(round);
            foreach (var act in acts)
            {
                books.Do(act);
                if (!books.Agree)
                {
                    return false;
                }
            }

            return true;
        }));

    private static AwardSchemeTerms Wrong(string code) => code switch
    {
        "scheme.cap" => Briefing with { CapPerEntry = Twd.Zero },
        "scheme.budget" => Briefing with { Budget = Twd.Zero },
        "scheme.empty" => Briefing with { Items = [] },
        "scheme.name" => With(Item(1, AwardTier.Finalist, 50_000, ReleaseCondition.CooperationDocumentSigned, name: " ")),
        "scheme.amount" => With(Item(1, AwardTier.Finalist, 0, ReleaseCondition.CooperationDocumentSigned)),
        "scheme.order" => Briefing with { Items = [.. Briefing.Items, Item(7, AwardTier.Subsidy, 1, ReleaseCondition.SiteVisitPassed)] },
        "scheme.level" => With(Item(1, AwardTier.Finalist, 50_000, ReleaseCondition.CooperationDocumentSigned, AwardLevel.Outstanding)),
        "scheme.level-missing" => Briefing with { Items = [.. Briefing.Items.Take(6)] },
        "scheme.condition" => With(Item(1, AwardTier.Finalist, 50_000, ReleaseCondition.ProofDecision)),
        "scheme.days" => With(Item(2, AwardTier.Subsidy, 1, ReleaseCondition.SiteVisitPassed, terms: EvidenceTerms.Usual with { Days = 0 })),
        "scheme.income-code" => With(Item(2, AwardTier.Subsidy, 1, ReleaseCondition.SiteVisitPassed, terms: EvidenceTerms.Usual with { IncomeCode = "獎金" })),
        "scheme.papers" => With(Item(2, AwardTier.Subsidy, 1, ReleaseCondition.SiteVisitPassed, terms: EvidenceTerms.Usual with { Papers = ["照片", "照片"] })),
        "scheme.most" => With(Item(2, AwardTier.Subsidy, 100_001, ReleaseCondition.SiteVisitPassed)),
        "scheme.rate" => Briefing with { Withholding = [.. Briefing.Withholding, Rate(TaxStatus.Resident, 1.01m, new DateOnly(2028, 1, 1))] },
        "scheme.rate-twice" => Briefing with { Withholding = [.. Briefing.Withholding, Rate(TaxStatus.Resident, 0.12m)] },
        _ => Briefing with { Withholding = [Rate(TaxStatus.Resident, 0.10m)] },
    };

    /// <summary>What decisions booked, kept as the workflows keep it: a refused act changes nothing.</summary>
    private sealed class Books(Round round)
    {
        private readonly List<AwardScheme> _versions = [];
        private readonly Entry[] _entries = [.. Enumerable.Range(0, 3).Select(_ => Given.Entry(round: round))];
        private readonly Dictionary<(int Entry, bool Proof), Twd> _booked = [];

        public bool Agree => round.Committed == _booked.Values.Sum() && round.Committed <= round.Budget
            && _entries.Index().All(entry => entry.Item.Committed == _booked.Where(known => known.Key.Entry == entry.Index).Select(known => known.Value).Sum() && entry.Item.Committed <= entry.Item.Cap);

        public void Do(int act)
        {
            var (kind, entry, choice) = (act % 5, act / 5 % _entries.Length, act / 15);
            switch (kind)
            {
                case 0: Decide(entry, proof: false, round.ItemsFor(choice % 3 == 0 ? Outcome.NotShortlisted : Outcome.Shortlisted, null)); break;
                case 1 or 2: Decide(entry, proof: true, choice % 4 == 3 ? [] : round.ItemsFor(Outcome.Awarded, (AwardLevel)(choice % 4))); break;
                case 3: Forfeit(entry, choice % 2 == 0, new Twd(choice % 7 * 50_000)); break;
                default: Activate(choice); break;
            }
        }

        private void Decide(int at, bool proof, IReadOnlyList<AwardItem> items)
        {
            var (entry, amount) = (_entries[at], items.Sum(item => item.Amount));
            var more = amount - _booked.GetValueOrDefault((at, proof));
            if (more > Twd.Zero && (RoundRules.BudgetCovers(round, more) is not null || EntryRules.StaysWithinCap(entry.Committed, more, entry.Cap) is not null))
            {
                Should.Throw<BrokenRuleException>(() =>
                {
                    Rule.Require(EntryRules.StaysWithinCap(entry.Committed, more, entry.Cap));
                    round.Commit(more, Given.Actor());
                });
                return;
            }

            if (more > Twd.Zero)
            {
                round.Commit(more, Given.Actor());
                entry.Commit(more);
            }
            else
            {
                round.Release(-more, Given.Actor());
                entry.Release(-more);
            }

            _booked[(at, proof)] = amount;
        }

        private void Forfeit(int at, bool proof, Twd wished)
        {
            var booked = _booked.GetValueOrDefault((at, proof));
            var lost = wished < booked ? wished : booked;
            round.Release(lost, Given.Actor());
            _entries[at].Release(lost);
            _booked[(at, proof)] = booked - lost;
        }

        private void Activate(int choice)
        {
            var terms = Briefing with
            {
                Budget = new Twd(500_000 + (choice % 40 * 50_000)),
                CapPerEntry = new Twd(600_000 + (choice % 5 * 50_000)),
                Items = [.. Briefing.Items.Select(item => Item(item.Order, item.Tier, item.Amount.Dollars - (choice % 3 * 10_000), item.Condition, item.Level))],
            };
            try
            {
                _versions.Add(Adopted(round, terms, _versions));
            }
            catch (BrokenRuleException refused)
            {
                refused.Rule.Code.ShouldBeOneOf("scheme.budget", "scheme.most");
            }
        }
    }
}
