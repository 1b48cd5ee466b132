using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Awards;

public class EvidenceTests
{
    private readonly Team _team = Given.Team(members: 3);

    private enum Deed
    {
        Divide,
        AddExpense,
        RemoveExpense,
        AddReceipt,
        RemoveReceipt,
        PutPaper,
        Submit,
        Reject,
        TakeBack,
        Return,
        ReturnWithoutReason,
        Approve,
        Recheck,
        Extend,
        Pay,
        AskReversal,
        Reverse,
    }

    [Theory]
    [InlineData("AB-12345678", "AB12345678")]
    [InlineData(" ab 1234 5678 ", "AB12345678")]
    [InlineData("ａｂ－１２３４５６７８", "AB12345678")]
    [InlineData("收據 007", "收據007")]
    [InlineData("--", "--")]
    public void AReceiptNumber_IsComparedInCapitalsWithoutSpacesAndHyphens(string number, string key) => Receipt.KeyOf(number).ShouldBe(key);

    [Theory]
    [InlineData("ab12345678")]
    [InlineData("AB 1234-5678")]
    public void TheSameNumberWrittenOtherwise_IsTheSameReceipt(string number)
    {
        var milestone = Due();
        AddReceipt(milestone, "AB-12345678", 100);
        Action again = () => AddReceipt(milestone, number, 100);
        again.ShouldBeRefused("milestone.receipt-used");
    }

    // 04595257: 0, 8→8, 5, 18→9, 5, 4, 20→2, 7: 40. 12345678 makes 42: no. 10458575: 1+0+4+1+8+1+(7 weighs 28→10)+5: 30, with a seven in the seventh place 31.
    [Theory]
    [InlineData(null, true)]
    [InlineData("04595257", true)]
    [InlineData("10458575", true)]
    [InlineData("12345678", false)]
    [InlineData("", false)]
    [InlineData("0459525", false)]
    public void AVendorNumber_MayBeMissingButNotWrong(string? number, bool taken)
    {
        var milestone = Due();
        Action add = () => milestone.AddReceipt("R1", new(2027, 5, 31), "全台設備", new Twd(1), Guid.NewGuid(), Given.Actor(), number);
        if (taken)
        {
            add();
            milestone.Receipts.Single().VendorNumber.ShouldBe(number);
        }
        else
        {
            add.ShouldBeRefused("milestone.vendor-number");
        }
    }

    [Fact]
    public void ARejectedPiece_StopsTheApproval_GoesBackWithoutAWord_AndCantComeBackAsItWas()
    {
        var milestone = Given.Milestone(MilestoneStatus.EvidenceSubmitted, team: _team);
        var receipt = milestone.Receipts.Single();
        milestone.Reject(receipt.Id, "看不清楚", Given.Actor());
        Action approve = () => milestone.Approve(Given.Actor());
        approve.ShouldBeRefused("milestone.rejected");

        milestone.Return("", Given.Actor());
        (milestone.Status, milestone.Reason).ShouldBe((MilestoneStatus.Returned, null));
        Action submit = () => milestone.SubmitEvidence(Stated, Given.Actor());
        submit.ShouldBeRefused("milestone.rejected-kept");

        milestone.RemoveReceipt(receipt.Id);
        AddReceipt(milestone, receipt.Number, receipt.Amount.Dollars);
        submit();
        milestone.Approve(Given.Actor());
        milestone.Status.ShouldBe(MilestoneStatus.Approved);
    }

    [Fact]
    public void ARejection_IsTakenBack_AndNeedsAReasonAndAPieceThatIsThere()
    {
        var milestone = Given.Milestone(MilestoneStatus.EvidenceSubmitted, team: _team);
        var item = milestone.Expenses.Single();
        Action unsaid = () => milestone.Reject(item.Id, " ", Given.Actor());
        Action missing = () => milestone.Reject(Guid.NewGuid(), "不符", Given.Actor());
        unsaid.ShouldBeRefused("milestone.reason");
        missing.ShouldBeRefused("milestone.piece-gone");
        milestone.Reject(item.Id, "用途不符", Given.Actor());
        milestone.Rejected.Single().Rejection.ShouldBe("用途不符");
        milestone.TakeBackRejection(item.Id, Given.Actor());
        milestone.Approve(Given.Actor());
        Action late = () => milestone.Reject(item.Id, "不符", Given.Actor());
        late.ShouldBeRefused("milestone.not-checked");
    }

    [Fact]
    public void PapersOfTheScheme_AreNeeded_EachOnce()
    {
        var milestone = WithTerms(["領據", "成果照片"]);
        milestone.Divide([new(_team.LeaderId, milestone.Amount)], _team, Given.Actor());
        milestone.PutPaper("領據", Guid.NewGuid(), Given.Actor());
        Refusals.Of(() => milestone.SubmitEvidence(Stated, Given.Actor())).Arguments.Single().ShouldBe("成果照片");
        Action other = () => milestone.PutPaper("切結書", Guid.NewGuid(), Given.Actor());
        other.ShouldBeRefused("milestone.paper");
        var last = Guid.NewGuid();
        milestone.PutPaper("成果照片", Guid.NewGuid(), Given.Actor());
        milestone.PutPaper("成果照片", last, Given.Actor());
        milestone.HandedPapers.Count.ShouldBe(2);
        milestone.SubmitEvidence(Stated, Given.Actor());
        milestone.Reject(milestone.HandedPapers.Single(paper => paper.FileId == last).Id, "沒有日期", Given.Actor());
        milestone.Return("", Given.Actor());
        milestone.PutPaper("成果照片", Guid.NewGuid(), Given.Actor());
        milestone.SubmitEvidence(Stated, Given.Actor());
        milestone.Status.ShouldBe(MilestoneStatus.EvidenceSubmitted);
    }

    [Fact]
    public void ALegalEntity_IsPaidOnlyWhereTheSchemeAllowsItAndTheTeamNamedIt()
    {
        var entity = Guid.NewGuid();
        PayeeShare[] shares = [new(_team.LeaderId, new Twd(16_667)), new(entity, new Twd(33_333))];
        Action forbidden = () => Due().Divide(shares, _team, Given.Actor(), [entity]);
        forbidden.ShouldBeRefused("milestone.payee");
        var milestone = WithTerms([], allowsLegalEntity: true);
        Action unnamed = () => milestone.Divide(shares, _team, Given.Actor(), [Guid.NewGuid()]);
        unnamed.ShouldBeRefused("milestone.payee");
        milestone.Divide(shares, _team, Given.Actor(), [entity]);
        milestone.Shares.Sum(share => share.Amount).ShouldBe(milestone.Amount);
    }

    [Fact]
    public void ALegalEntity_IsStatedByAMember_WithARightNumber_AndTellsWhatChanged()
    {
        var statement = new LegalStatement("雲嶺數位有限公司", "臺北市", "700", "sealed", "****8901");
        var member = Given.Actor(person: _team.Members[1].PersonId);
        Action wrong = () => _ = new LegalPayee(_team, "12345678", statement, member);
        Action stranger = () => _ = new LegalPayee(_team, "04595257", statement, Given.Actor());
        wrong.ShouldBeRefused("legal-payee.number");
        stranger.ShouldBeRefused("legal-payee.member");
        var payee = new LegalPayee(_team, "04595257", statement, member);
        payee.State(_team, statement, member with { At = member.At.AddDays(1) }).ShouldBeFalse();
        payee.ConfirmedAt.ShouldBe(member.At);
        payee.State(_team, statement with { SealedAccount = "other", AccountHint = "****1111" }, member).ShouldBeTrue();
        payee.Traces[^1].Why.ShouldBe("Account ****8901 → ****1111");
    }

    [Fact]
    public void AChangedStatement_SaysWhatChangedWithoutTheSecrets()
    {
        var statement = new PayeeStatement(TaxStatus.Resident, "sealed-id", "A12*****89", "臺北市", "700", "sealed-account", "****8901");
        var profile = new PayeeProfile(Guid.NewGuid(), statement, Given.Actor());
        profile.State(statement, Given.Actor()).ShouldBeFalse();
        profile.State(statement with { Address = "新竹市", BankCode = "808", SealedAccount = "sealed-2", AccountHint = "****2222" }, Given.Actor()).ShouldBeTrue();
        profile.Traces[^1].Why.ShouldBe("Address、BankCode 700 → 808、Account ****8901 → ****2222");
    }

    [Theory]
    [InlineData(15, true)]
    [InlineData(14, false)] // as it was
    [InlineData(1, false)]
    [InlineData(366, true)]
    [InlineData(367, false)]
    public void AnExtension_IsLaterThanTheOldEnd_AndWithinAYear(int days, bool taken)
    {
        var milestone = Due();
        Action extend = () => milestone.Extend(Given.Now.AddDays(days), "遇連續假期", Given.Actor());
        if (taken)
        {
            extend();
            milestone.EvidenceDueAt.ShouldBe(Given.Now.AddDays(days));
        }
        else
        {
            extend.ShouldBeRefused("milestone.extension");
        }
    }

    [Theory]
    [InlineData(MilestoneStatus.Due, -1, true)]
    [InlineData(MilestoneStatus.Returned, -1, true)]
    [InlineData(MilestoneStatus.Due, 0, false)]
    [InlineData(MilestoneStatus.EvidenceSubmitted, -1, false)]
    [InlineData(MilestoneStatus.Paid, -1, false)]
    public void OnlyOverdueEvidence_IsLost(MilestoneStatus status, int days, bool lost) =>
        (MilestoneRules.IsOverdue(status, Given.Now.AddDays(days), Given.Now) is null).ShouldBe(lost);

    [Fact]
    public void AnOwnCase_IsLeftToAnotherOfficer()
    {
        MoneyRules.IsNotOwnCase(isOwn: true)!.Code.ShouldBe("officer.own-case");
        MoneyRules.IsNotOwnCase(isOwn: false).ShouldBeNull();
    }

    [Fact]
    public void EverySplitOverMembersAndAnEntity_AddsUp() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        Gen.Choose(1, 700_000).Zip(Gen.Choose(1, 4)).ToArbitrary(),
        given =>
        {
            var milestone = WithTerms([], allowsLegalEntity: true, amount: given.Item1);
            var entity = Guid.NewGuid();
            Guid[] payees = [.. _team.Members.Select(member => member.PersonId), entity];
            var parts = Split.Evenly(milestone.Amount, given.Item2);
            milestone.Divide([.. parts.Select((part, index) => new PayeeShare(payees[index], part))], _team, Given.Actor(), [entity]);
            return milestone.Shares.Sum(share => share.Amount) == milestone.Amount && milestone.Shares.All(share => share.Amount > Twd.Zero);
        }));

    /// <summary>Random acts on the evidence; whatever is taken or refused, what was handed in keeps the rules and nothing rejected is approved.</summary>
    [Fact]
    public void WhateverIsDoneToTheEvidence_TheRulesHold()
    {
        var reached = new HashSet<MilestoneStatus>();
        var step = from deed in Gen.Elements(Enum.GetValues<Deed>()) from number in Gen.Choose(0, 3) select (deed, number);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(step.ListOf(60).ToArbitrary(), sequence =>
        {
            var milestone = WithTerms(["領據"], needsEvidence: true, amount: 100);
            foreach (var (deed, number) in sequence)
            {
                try
                {
                    Do(milestone, deed, number);
                }
                catch (BrokenRuleException)
                {
                    // Refused; what stands has to hold all the same.
                }

                reached.Add(milestone.Status);
                Holds(milestone);
            }
        }));
        reached.ShouldContain(MilestoneStatus.Approved);
        reached.ShouldContain(MilestoneStatus.Returned);
    }

    private static void Holds(Milestone milestone)
    {
        milestone.Receipts.Select(receipt => receipt.NumberKey).ShouldBeUnique();
        milestone.HandedPapers.Select(paper => paper.Name).ShouldBeUnique();
        if (milestone.Status is MilestoneStatus.EvidenceSubmitted or MilestoneStatus.Approved or MilestoneStatus.Paid)
        {
            milestone.Shares.Sum(share => share.Amount).ShouldBe(milestone.Amount);
            milestone.Expenses.Sum(item => item.Amount).ShouldBe(milestone.Receipts.Sum(receipt => receipt.Amount));
            (milestone.Receipts.Sum(receipt => receipt.Amount) >= milestone.Amount).ShouldBeTrue();
            milestone.HandedPapers.Count.ShouldBe(milestone.Papers.Count);
        }

        (milestone.Status is MilestoneStatus.Approved or MilestoneStatus.Paid && milestone.Rejected.Any()).ShouldBeFalse();
        (milestone.ApprovedBy is null).ShouldBe(milestone.Status is not (MilestoneStatus.Approved or MilestoneStatus.Paid));
    }

    private void Do(Milestone milestone, Deed deed, int number)
    {
        var by = Given.Actor();
        var piece = milestone.Pieces.Skip(number).FirstOrDefault()?.Id ?? Guid.NewGuid();
        Action act = deed switch
        {
            Deed.Divide => () => milestone.Divide([new(_team.LeaderId, milestone.Amount)], _team, by),
            Deed.AddExpense => () => milestone.AddExpense("設備", new Twd(50 * (1 + (number % 2))), by),
            Deed.RemoveExpense => () => milestone.RemoveExpense(piece),
            Deed.AddReceipt => () => AddReceipt(milestone, $"R-{number}", 50 * (1 + (number % 2))),
            Deed.RemoveReceipt => () => milestone.RemoveReceipt(piece),
            Deed.PutPaper => () => milestone.PutPaper("領據", Guid.NewGuid(), by),
            Deed.Submit => () => Complete(milestone, by),
            Deed.Reject => () => milestone.Reject(piece, "不符", by),
            Deed.TakeBack => () => milestone.TakeBackRejection(piece, by),
            Deed.Return => () => milestone.Return("請補正", by),
            Deed.ReturnWithoutReason => () => milestone.Return("", by),
            Deed.Approve => () => milestone.Approve(by),
            Deed.Recheck => () => milestone.Recheck("受款資料改了", by),
            Deed.Extend => () => milestone.Extend(milestone.EvidenceDueAt!.Value.AddDays(1), "連假", by),
            Deed.Pay => () => milestone.Pay(by),
            Deed.AskReversal => () => milestone.AskReversal("匯錯帳戶", by),
            _ => () => milestone.Reverse(by),
        };
        act();
    }

    // Half the time a random pile doesn't match; a team that is done makes it match.
    private void Complete(Milestone milestone, Trail.Actor by)
    {
        if (milestone.Status.TakesEvidence() && milestone.Receipts.Count > 0 && milestone.Rejected.Any() is false)
        {
            var missing = milestone.Amount - milestone.Receipts.Sum(receipt => receipt.Amount);
            if (missing > Twd.Zero)
            {
                AddReceipt(milestone, $"X{Given.Number()}", missing.Dollars);
            }

            foreach (var item in milestone.Expenses.ToList())
            {
                milestone.RemoveExpense(item.Id);
            }

            milestone.AddExpense("合計", milestone.Receipts.Sum(receipt => receipt.Amount), by);
        }

        milestone.SubmitEvidence(Stated, by);
    }

    private HashSet<Guid> Stated => [_team.LeaderId];

    private Milestone Due() => Given.Milestone(MilestoneStatus.Due, team: _team);

    private static Milestone WithTerms(IReadOnlyList<string> papers, bool allowsLegalEntity = false, bool needsEvidence = false, long amount = 50_000)
    {
        var item = new AwardItem(
            Given.Number(), AwardTier.Subsidy, null, "核發 1", new Twd(amount), ReleaseCondition.SiteVisitPassed, needsEvidence,
            EvidenceTerms.Usual with { Papers = papers, AllowsLegalEntity = allowsLegalEntity });
        var milestone = new Milestone(Given.Entry(), item, schemeVersion: 1, Given.Actor());
        milestone.FallDue(Given.Actor());
        return milestone;
    }

    private static Receipt AddReceipt(Milestone milestone, string number, long amount) =>
        milestone.AddReceipt(number, new(2027, 5, 31), "全台設備", new Twd(amount), Guid.NewGuid(), Given.Actor());
}
