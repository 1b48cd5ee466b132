using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Entries;

/// <summary>Random lives of entries: any action at any instant, in any order; what is refused changes nothing, what is done keeps every promise.</summary>
public class EntryLifeTests
{
    private static readonly EntryAction[] Likely =
    [
        EntryAction.Accept, EntryAction.Confirm, EntryAction.SubmitConcept, EntryAction.Shortlist, EntryAction.Cooperate, EntryAction.SubmitProof, EntryAction.DecideProof,
        EntryAction.Close,
    ];

    // The usual way on is drawn more often than the rest, so that many lives come far.
    private static readonly Gen<Step> Steps =
        from action in Gen.Frequency((3, Gen.Elements(Likely)), (1, Gen.Elements(Enum.GetValues<EntryAction>())))
        from hours in Gen.Frequency((8, Gen.Choose(0, 60)), (1, Gen.Choose(0, 3_000)))
        from dollars in Gen.Choose(0, 400_000)
        select new Step(action, hours, dollars);

    [Fact]
    public void AnyLife_StaysInTheTableAndKeepsItsPromises()
    {
        var far = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Steps.ListOf(30).ToArbitrary(), steps => far = Math.Max(far, Live([.. steps]))));
        far.ShouldBeGreaterThan((int)EntryStatus.Shortlisted); // the lives are long enough to mean something
    }

    private static int Live(Step[] steps)
    {
        var round = Given.Round();
        var (entry, at, far) = (Given.Entry(round: round), Given.Now, 0);
        foreach (var (action, hours, dollars) in steps)
        {
            at = at.AddHours(hours);
            Act(entry, action, round, at);
            Book(entry, new Twd(dollars));
            Promises(entry, round);
            far = Math.Max(far, entry.Status <= EntryStatus.Closed ? (int)entry.Status : 0);
        }

        return far;
    }

    private static void Act(Entry entry, EntryAction action, Round round, DateTimeOffset at)
    {
        var (before, earlier, answered, confirmed, submissions) = (entry.Status, entry.PreviousStatus, entry.AnsweredAt, entry.ConfirmedAt, entry.Submissions.Count);
        var following = EntryStatuses.Following(before, action);
        try
        {
            Do(entry, action, round, at);
            entry.Status.ShouldBe(following.ShouldNotBeNull($"{before} does not allow {action}"));
            entry.PreviousStatus.ShouldBe(before);
        }
        catch (BrokenRuleException)
        {
            (entry.Status, entry.PreviousStatus, entry.AnsweredAt, entry.ConfirmedAt, entry.Submissions.Count).ShouldBe((before, earlier, answered, confirmed, submissions));
        }

        if (!before.IsLiving())
        {
            entry.Status.ShouldBe(before, "what ended never moves");
        }
    }

    private static void Do(Entry entry, EntryAction action, Round round, DateTimeOffset at)
    {
        var by = Given.Actor(at);
        switch (action)
        {
            case EntryAction.Accept: entry.Accept("歡迎", round, by); break;
            case EntryAction.Confirm: entry.Confirm(round, by); break;
            case EntryAction.Mediate: entry.Mediate("談定", round, by); break;
            case EntryAction.Decline: entry.Decline("方向不同", by); break;
            case EntryAction.SubmitConcept: entry.Submit(ReviewStage.Concept, "構想", Given.File(), round, by); break;
            case EntryAction.Shortlist: entry.LearnConceptDecision(shortlisted: true, "可行", by); break;
            case EntryAction.PassOver: entry.LearnConceptDecision(shortlisted: false, "不足", by); break;
            case EntryAction.Cooperate: Cooperate(entry, at); break;
            case EntryAction.SubmitProof: entry.Submit(ReviewStage.Proof, "實證", Given.File(), round, by); break;
            case EntryAction.DecideProof: entry.LearnProofDecision(AwardLevel.Excellent, "良好", by); break;
            case EntryAction.Close: entry.Close(by); break;
            case EntryAction.Withdraw: entry.Withdraw("另有規劃", by); break;
            default: entry.Terminate("未依約", by); break;
        }
    }

    private static void Cooperate(Entry entry, DateTimeOffset at)
    {
        if (entry.Status == EntryStatus.Shortlisted)
        {
            entry.SignByTeam(Guid.NewGuid(), Given.Actor(at));
            entry.SignByPoser(Guid.NewGuid(), Given.Actor(at));
        }

        entry.CheckCooperation(Given.Actor(at));
    }

    private static void Book(Entry entry, Twd amount)
    {
        try
        {
            entry.Commit(amount);
        }
        catch (BrokenRuleException broken)
        {
            broken.Rule.Code.ShouldBe("entry.cap");
        }
    }

    private static void Promises(Entry entry, Round round)
    {
        var isStart = (entry.PreviousStatus, entry.Status) == (EntryStatus.Applied, EntryStatus.Applied);
        (isStart || Enum.GetValues<EntryAction>().Any(action => EntryStatuses.Following(entry.PreviousStatus, action) == entry.Status)).ShouldBeTrue();
        if (EntryStatuses.Matched.Contains(entry.Status) || entry.Status == EntryStatus.NotShortlisted)
        {
            entry.AnsweredAt.ShouldNotBeNull().ShouldBeLessThan(round.ConceptDeadline);
            entry.ConfirmedAt.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(entry.AnsweredAt.Value);
            entry.ConfirmedAt.Value.ShouldBeLessThan(entry.Mediation is null ? round.MatchingEndsAt : round.ConceptDeadline);
        }

        entry.Committed.ShouldBeLessThanOrEqualTo(entry.Cap);
        entry.Submissions.ShouldAllBe(submission => submission.ReceivedAt < round.DeadlineOf(submission.Stage));
    }

    private sealed record Step(EntryAction Action, int Hours, int Dollars);
}
