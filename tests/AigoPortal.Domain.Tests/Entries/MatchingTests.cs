using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Time;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Entries;

public class MatchingTests
{
    private readonly Round _round = Given.Round();

    [Fact]
    public void Matching_EndsWithItsStep_AndNeverAfterTheConceptDeadline()
    {
        _round.MatchingEndsAt.ShouldBe(Taipei.EndOf(new(2027, 7, 14)));
        Given.Round(steps: Given.Steps(concept: Taipei.At(new(2027, 7, 10), new(12, 0)))).MatchingEndsAt.ShouldBe(Taipei.At(new(2027, 7, 10), new(12, 0)));
        Given.Round(steps: [.. Given.Steps().Where(step => step.Kind != RoundStepKind.Matching)]).MatchingEndsAt.ShouldBe(Given.ConceptDeadline);
    }

    [Fact]
    public void BothSidesAgree_OneAfterTheOther()
    {
        var entry = Given.Entry(round: _round);
        entry.Accept("歡迎", _round, Given.Actor());
        (entry.Status, entry.AnsweredAt, entry.ConfirmedAt).ShouldBe((EntryStatus.Applied, Given.Now, null));
        entry.Confirm(_round, Given.Actor(Given.Now.AddHours(1)));
        (entry.Status, entry.ConfirmedAt).ShouldBe((EntryStatus.Matched, Given.Now.AddHours(1)));
    }

    [Fact]
    public void Confirm_BeforeTheAcceptance_AndAcceptTwice_AreRefused()
    {
        var entry = Given.Entry(round: _round);
        Action confirm = () => entry.Confirm(_round, Given.Actor());
        Action accept = () => entry.Accept("歡迎", _round, Given.Actor());

        confirm.ShouldBeRefused("entry.not-accepted");
        accept();
        accept.ShouldBeRefused("entry.accepted-already");
    }

    [Fact]
    public void Decline_IsPossibleUntilTheConfirmation_AndAfterTheMatchingsEnd()
    {
        var accepted = Given.Entry(round: _round);
        accepted.Accept("歡迎", _round, Given.Actor());
        accepted.Decline("場域關閉", Given.Actor(_round.MatchingEndsAt.AddDays(1)));
        (accepted.Status, accepted.Answer).ShouldBe((EntryStatus.Declined, "場域關閉"));
        Action confirm = () => accepted.Confirm(_round, Given.Actor());
        confirm.ShouldBeRefused("entry.transition");
        Action decline = () => Given.Entry(EntryStatus.Matched, _round).Decline("太晚", Given.Actor());
        decline.ShouldBeRefused("entry.transition");
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void AcceptAndConfirm_ArePossibleUntilTheMatchingsEnd(int seconds, bool possible)
    {
        var (waiting, accepted) = (Given.Entry(round: _round), Given.Entry(round: _round));
        accepted.Accept("歡迎", _round, Given.Actor());
        var at = _round.MatchingEndsAt.AddSeconds(seconds);
        Action[] verbs = [() => waiting.Accept("歡迎", _round, Given.Actor(at)), () => accepted.Confirm(_round, Given.Actor(at))];
        foreach (var verb in verbs)
        {
            if (possible)
            {
                verb();
            }
            else
            {
                Refusals.Of(verb).Arguments.ShouldBe([_round.MatchingEndsAt, at]);
            }
        }

        (waiting.AnsweredAt is not null, accepted.Status == EntryStatus.Matched).ShouldBe((possible, possible));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Mediate_IsPossibleUntilTheConceptDeadline_AndSaysHow(int seconds, bool possible)
    {
        var entry = Given.Entry(round: _round);
        var at = _round.ConceptDeadline.AddSeconds(seconds);
        Action silent = () => entry.Mediate(" ", _round, Given.Actor(at));
        Action mediate = () => entry.Mediate("三方會議談定", _round, Given.Actor(at));

        silent.ShouldBeRefused("entry.reason");
        if (possible)
        {
            mediate();
            (entry.Status, entry.AnsweredAt, entry.ConfirmedAt, entry.Mediation).ShouldBe((EntryStatus.Matched, at, at, "三方會議談定"));
        }
        else
        {
            mediate.ShouldBeRefused("entry.mediation-closed");
        }
    }

    [Fact]
    public void Amend_KeepsTheEarlierWords_UntilThePoserAnswers()
    {
        var entry = Given.Entry(round: _round);
        var pitch = new Pitch("一", "二", "三", "四", "五", "六");
        var file = Guid.NewGuid();
        entry.Amend(pitch, [file], Given.Actor(Given.Now.AddDays(1)));
        entry.Amend(pitch, [], Given.Actor(Given.Now.AddDays(2)));

        entry.EarlierPitches.Select(version => (version.Number, version.Pitch, version.WrittenAt)).ShouldBe([(1, Pitch.Empty, Given.Now)]);
        entry.Attachments.ShouldBeEmpty();
        Action incomplete = () => entry.Amend(pitch with { DataPlan = " " }, [], Given.Actor());
        incomplete.ShouldBeRefused("entry.pitch-incomplete");
        Action many = () => entry.Amend(pitch, [.. Enumerable.Range(0, 6).Select(_ => Guid.NewGuid())], Given.Actor());
        many.ShouldBeRefused("entry.attachments");
        entry.Accept("歡迎", _round, Given.Actor());
        Action amend = () => entry.Amend(pitch, [], Given.Actor());
        amend.ShouldBeRefused("entry.pitch-read");
    }

    [Fact]
    public void EachSide_ReadsItsOwnNextStep()
    {
        var (entry, dates) = (Given.Entry(round: _round), JourneyDates.Of(_round));
        Says(Given.Now).ShouldBe([NextAct.AwaitAnswer, NextAct.AnswerTeam, NextAct.AwaitAnswer]);
        Says(_round.MatchingEndsAt).ShouldBe([NextAct.MatchingMissed, NextAct.MatchingMissed, NextAct.Mediate]);
        entry.Accept("歡迎", _round, Given.Actor());
        Says(Given.Now).ShouldBe([NextAct.ConfirmMatch, NextAct.AwaitConfirmation, NextAct.AwaitConfirmation]);
        Says(_round.ConceptDeadline).ShouldBe([NextAct.MatchingMissed, NextAct.MatchingMissed, NextAct.MatchingMissed]);

        IEnumerable<NextAct?> Says(DateTimeOffset now) =>
            Enum.GetValues<JourneySide>().Select(side => EntryJourney.Next(side, EntryPosition.Of(entry), dates, now)?.Act);
    }

    [Fact]
    public void DataAccess_BelongsToMatchedTeams_AndIsRevokedOnce()
    {
        var (from, until) = (new DateOnly(2027, 6, 1), new DateOnly(2027, 12, 31));
        foreach (var status in Enum.GetValues<EntryStatus>().Except(EntryStatuses.Matched))
        {
            Action early = () => _ = new DataAccess(Given.Entry(status), DataAccessKind.Nda, Given.File(), "製程參數", from, until, Given.Actor());
            early.ShouldBeRefused("data-access.unmatched");
        }

        var access = new DataAccess(Given.Entry(EntryStatus.Matched), DataAccessKind.Nda, Given.File(), "製程參數", from, until, Given.Actor());
        Action backwards = () => _ = new DataAccess(Given.Entry(EntryStatus.Matched), DataAccessKind.Nda, Given.File(), "製程參數", until, from, Given.Actor());
        Action revoke = () => access.Revoke("合作中止", Given.Actor());
        backwards.ShouldBeRefused("data-access.days");
        revoke();
        revoke.ShouldBeRefused("data-access.revoked");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void ANotesStars_AreOneToFive(int stars)
    {
        var note = new PoserNote(Given.Entry(), Given.Actor());
        Action write = () => note.Write("不錯", stars, Given.Actor());
        write.ShouldBeRefused("note.stars");
    }
}
