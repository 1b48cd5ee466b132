using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static AigoPortal.Domain.Entries.EntryAction;
using static AigoPortal.Domain.Entries.EntryStatus;

namespace AigoPortal.Domain.Tests.Entries;

public class EntryStatusTests
{
    private static readonly EntryStatus[] Living = [Applied, Matched, ConceptSubmitted, Shortlisted, Cooperating, ProofSubmitted, Decided];

    private static readonly Dictionary<(EntryStatus, EntryAction), EntryStatus> Expected = new()
    {
        [(Applied, Accept)] = Applied,
        [(Applied, Confirm)] = Matched,
        [(Applied, Mediate)] = Matched,
        [(Applied, Decline)] = Declined,
        [(Applied, Withdraw)] = Withdrawn,
        [(Applied, Terminate)] = Terminated,
        [(Matched, SubmitConcept)] = ConceptSubmitted,
        [(Matched, Withdraw)] = Withdrawn,
        [(Matched, Terminate)] = Terminated,
        [(ConceptSubmitted, SubmitConcept)] = ConceptSubmitted,
        [(ConceptSubmitted, Shortlist)] = Shortlisted,
        [(ConceptSubmitted, PassOver)] = NotShortlisted,
        [(ConceptSubmitted, Withdraw)] = Withdrawn,
        [(ConceptSubmitted, Terminate)] = Terminated,
        [(Shortlisted, Cooperate)] = Cooperating,
        [(Shortlisted, Withdraw)] = Withdrawn,
        [(Shortlisted, Terminate)] = Terminated,
        [(Cooperating, SubmitProof)] = ProofSubmitted,
        [(Cooperating, Withdraw)] = Withdrawn,
        [(Cooperating, Terminate)] = Terminated,
        [(ProofSubmitted, SubmitProof)] = ProofSubmitted,
        [(ProofSubmitted, DecideProof)] = Decided,
        [(ProofSubmitted, Withdraw)] = Withdrawn,
        [(ProofSubmitted, Terminate)] = Terminated,
        [(Decided, Close)] = Closed,
        [(Decided, Withdraw)] = Withdrawn,
        [(Decided, Terminate)] = Terminated,
    };

    public static TheoryData<EntryStatus, EntryAction> Everything => Matrix.Of<EntryStatus, EntryAction>();

    [Theory]
    [MemberData(nameof(Everything))]
    public void Following_IsTheExpectedTable(EntryStatus status, EntryAction action) =>
        EntryStatuses.Following(status, action).ShouldBe(Expected.TryGetValue((status, action), out var next) ? next : null);

    [Theory]
    [MemberData(nameof(Everything))]
    public void Verbs_FollowTheTableAndKeepTheStateTheyRefuse(EntryStatus status, EntryAction action)
    {
        var round = Given.Round();
        var entry = Given.Entry(status, round);
        entry.Status.ShouldBe(status);
        var (before, submissions) = (entry.PreviousStatus, entry.Submissions.Count);

        if (Expected.TryGetValue((status, action), out var next))
        {
            entry.Do(action, round);
            (entry.PreviousStatus, entry.Status).ShouldBe((status, next));
        }
        else
        {
            Should.Throw<BrokenRuleException>(() => entry.Do(action, round)).Rule.Code.ShouldBeOneOf("entry.transition", "entry.unsigned");
            (entry.PreviousStatus, entry.Status, entry.Submissions.Count).ShouldBe((before, status, submissions));
        }
    }

    [Fact]
    public void LivingStates_AreThoseSomethingCanStillBecomeOf() =>
        Enum.GetValues<EntryStatus>().Where(status => status.IsLiving()).ShouldBe(Living);

    [Theory]
    [InlineData(ReviewStage.Concept, new[] { Matched, ConceptSubmitted }, ConceptSubmitted)]
    [InlineData(ReviewStage.Proof, new[] { Cooperating, ProofSubmitted }, ProofSubmitted)]
    public void AStage_TakesSubmissionsInItsStatesOnly(ReviewStage stage, EntryStatus[] taking, EntryStatus underReview)
    {
        Enum.GetValues<EntryStatus>().Where(status => status.TakesSubmission(stage)).ShouldBe(taking);
        EntryStatuses.UnderReview(stage).ShouldBe(underReview);
    }

    [Fact]
    public void AnySequenceOfActions_NeverLeavesTheTable()
    {
        var sequences = Gen.Elements(Enum.GetValues<EntryAction>()).ArrayOf().ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(sequences, StaysInTheTable));
    }

    private static bool StaysInTheTable(EntryAction[] actions)
    {
        var round = Given.Round();
        var entry = Given.Entry(Applied, round);
        foreach (var action in actions)
        {
            var before = entry.Status;
            var wanted = Expected.TryGetValue((before, action), out var next) ? next : before;
            try
            {
                entry.Do(action, round);
                if (wanted == before && action is not (Accept or SubmitConcept or SubmitProof))
                {
                    return false;
                }
            }
            catch (BrokenRuleException)
            {
                // The table refuses it: the state below must not have moved.
            }

            if (entry.Status != wanted)
            {
                return false;
            }
        }

        return true;
    }
}
