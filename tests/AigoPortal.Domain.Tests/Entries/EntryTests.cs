using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rules;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Entries;

public class EntryTests
{
    [Fact]
    public void Apply_ByAMemberWhoDoesNotLead_IsRefused()
    {
        var (round, team) = (Given.Round(), Given.Team());
        Action apply = () => _ = new Entry(round, Given.Problem(round: round), team, Pitch.Empty, "E", Given.Actor(person: team.Members[1].PersonId));
        apply.ShouldBeRefused("team.leader");
    }

    [Fact]
    public void Apply_ToAProblemThatIsNotListed_IsRefused()
    {
        foreach (var status in Enum.GetValues<ProblemStatus>().Except([ProblemStatus.Listed]))
        {
            Action apply = () => Given.Entry(problem: Given.Problem(status));
            apply.ShouldBeRefused("entry.problem-closed");
        }
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Apply_IsPossibleUntilTheMatchingsEnd(int seconds, bool possible)
    {
        var (round, team) = (Given.Round(), Given.Team());
        var at = round.MatchingEndsAt.AddSeconds(seconds);
        var apply = () => new Entry(round, Given.Problem(round: round), team, Pitch.Empty, "E", Given.Actor(at, team.LeaderId));

        if (possible)
        {
            apply().AppliedAt.ShouldBe(at);
        }
        else
        {
            Should.Throw<BrokenRuleException>(apply).Rule.Code.ShouldBe("entry.matching-closed");
        }
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Apply_NeedsATeamOfTheRoundsSize(int members, bool possible)
    {
        var round = Given.Round(minimumSize: 2, maximumSize: 3);
        var team = Given.Team(members);
        Action apply = () => Given.Entry(round: round, team: team);

        if (possible)
        {
            apply.ShouldNotThrow();
        }
        else
        {
            apply.ShouldBeRefused("team.size");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void AnswersAndEndings_SayWhy(string word)
    {
        var entry = Given.Entry();
        (Action, string)[] verbs =
        [
            (() => entry.Accept(word, Given.Round(), Given.Actor()), "entry.answer"), (() => entry.Decline(word, Given.Actor()), "entry.answer"),
            (() => entry.Withdraw(word, Given.Actor()), "entry.reason"), (() => entry.Terminate(word, Given.Actor()), "entry.reason"),
        ];
        foreach (var (verb, code) in verbs)
        {
            verb.ShouldBeRefused(code);
        }

        entry.Status.ShouldBe(EntryStatus.Applied);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void CheckCooperation_BeforeBothHaveSigned_IsRefused(bool team, bool poser)
    {
        var entry = Given.Entry(EntryStatus.Shortlisted);
        if (team)
        {
            entry.SignByTeam(Guid.NewGuid(), Given.Actor());
        }

        if (poser)
        {
            entry.SignByPoser(Guid.NewGuid(), Given.Actor());
        }

        Action check = () => entry.CheckCooperation(Given.Actor());
        check.ShouldBeRefused("entry.unsigned");
    }

    [Fact]
    public void CooperationPapers_BelongToShortlistedEntries()
    {
        foreach (var status in Enum.GetValues<EntryStatus>().Except([EntryStatus.Shortlisted]))
        {
            var entry = Given.Entry(status);
            Action byTeam = () => entry.SignByTeam(Guid.NewGuid(), Given.Actor());
            Action byPoser = () => entry.SignByPoser(Guid.NewGuid(), Given.Actor());
            byTeam.ShouldBeRefused("entry.cooperation-closed");
            byPoser.ShouldBeRefused("entry.cooperation-closed");
        }
    }

    [Fact]
    public void VisitsAndDeliverables_BelongToCooperatingEntries()
    {
        foreach (var status in Enum.GetValues<EntryStatus>())
        {
            var entry = Given.Entry(status);
            Action visit = () => entry.RecordVisit(new(2027, 9, 1), "訪視委員", "進度正常", passed: true, Given.Actor());
            Action handIn = () => entry.HandInDeliverables(Guid.NewGuid(), "成果", Given.Actor());
            if (status is EntryStatus.Cooperating or EntryStatus.ProofSubmitted)
            {
                visit();
                handIn();
                (entry.SiteVisit.Passed, entry.Deliverables.HandedInAt).ShouldBe((true, Given.Now));
            }
            else
            {
                visit.ShouldBeRefused("entry.not-cooperating");
                handIn.ShouldBeRefused("entry.not-cooperating");
            }
        }
    }

    [Fact]
    public void AcceptDeliverables_BeforeTheyAreHandedIn_IsRefused()
    {
        var entry = Given.Entry(EntryStatus.Cooperating);
        Action accept = () => entry.AcceptDeliverables(Given.Actor());
        accept.ShouldBeRefused("entry.no-deliverables");
    }

    [Fact]
    public void NewDeliverables_WaitForAcceptanceAgain()
    {
        var entry = Given.Entry(EntryStatus.Cooperating);
        entry.HandInDeliverables(Guid.NewGuid(), "初版", Given.Actor());
        entry.AcceptDeliverables(Given.Actor());
        entry.Deliverables.AcceptedAt.ShouldBe(Given.Now);
        entry.HandInDeliverables(Guid.NewGuid(), "更正", Given.Actor());
        entry.Deliverables.AcceptedAt.ShouldBeNull();
    }

    [Fact]
    public void AProofWithoutALevel_IsDecidedWithoutAward()
    {
        var entry = Given.Entry(EntryStatus.ProofSubmitted);
        entry.LearnProofDecision(null, "未達目標", Given.Actor());
        (entry.Status, entry.Level, entry.ProofFeedback).ShouldBe((EntryStatus.Decided, (AwardLevel?)null, "未達目標"));
    }

    [Theory]
    [InlineData(700_000, true)]
    [InlineData(700_001, false)]
    public void Commit_UpToTheCap_IsBooked(long amount, bool booked)
    {
        var entry = Given.Entry();
        var commit = () => entry.Commit(new Twd(amount));
        if (booked)
        {
            commit();
            entry.Committed.ShouldBe(new Twd(amount));
        }
        else
        {
            commit.ShouldBeRefused("entry.cap");
            entry.Committed.ShouldBe(Twd.Zero);
        }
    }

    [Fact]
    public void TheCap_IsTheRoundsWhenTheTeamApplied() => Given.Entry(round: Given.Round(cap: 300_000)).Cap.ShouldBe(new Twd(300_000));

    [Fact]
    public void RandomAwards_NeverExceedTheCap()
    {
        var amounts = Gen.Choose(0, 400_000).ArrayOf().ToArbitrary();
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(amounts, wished =>
        {
            var (entry, booked) = (Given.Entry(), new List<Twd>());
            foreach (var amount in wished.Select(dollars => new Twd(dollars)))
            {
                try
                {
                    entry.Commit(amount);
                    booked.Add(amount);
                }
                catch (BrokenRuleException) when (booked.Count > 0)
                {
                    entry.Release(booked[0]); // a decision taken back makes room again
                    booked.RemoveAt(0);
                }
            }

            return entry.Committed == booked.Sum() && entry.Committed >= Twd.Zero && entry.Committed <= entry.Cap;
        }));
    }
}
