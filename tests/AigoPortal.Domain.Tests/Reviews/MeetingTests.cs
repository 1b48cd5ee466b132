using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Reviews;

public class MeetingTests
{
    private static readonly Guid A = new("00000000-0000-0000-0000-00000000000a");
    private static readonly Guid B = new("00000000-0000-0000-0000-00000000000b");
    private static readonly Guid C = new("00000000-0000-0000-0000-00000000000c");
    private static readonly Attending Enough = new(2, 3);

    private static MeetingPlan Plan => new(Given.Actor().At.AddDays(3), "301 室", "", 20);

    [Fact]
    public void Turns_FollowOneAnother_AndMoveWithTheOrderAndTheMinutes()
    {
        var meeting = New();
        meeting.TurnOf(B).ShouldBe(Plan.StartsAt.AddMinutes(20));
        meeting.Allot(A, 45, Given.Actor());
        meeting.TurnOf(B).ShouldBe(Plan.StartsAt.AddMinutes(45));
        meeting.Move(B, up: true, Given.Actor());
        (meeting.TurnOf(B), meeting.TurnOf(A), meeting.TurnOf(C)).ShouldBe((Plan.StartsAt, Plan.StartsAt.AddMinutes(20), Plan.StartsAt.AddMinutes(65)));
        meeting.Move(B, up: true, Given.Actor());
        meeting.Items[0].EntryId.ShouldBe(B);
        meeting.Order([C, A], Given.Actor());
        meeting.Items.Select(item => (item.EntryId, item.Minutes)).ShouldBe([(C, 20), (A, 45)]);
        meeting.PlannedEnd.ShouldBe(Plan.StartsAt.AddMinutes(65));
        meeting.TurnOf(B).ShouldBeNull();
    }

    [Theory]
    [InlineData("", "", 20, "meeting.where")]
    [InlineData("", "http://example.org", 20, "meeting.link")]
    [InlineData("", "javascript:alert(1)", 20, "meeting.link")]
    [InlineData("301", "", 0, "meeting.minutes")]
    [InlineData("301", "", 241, "meeting.minutes")]
    [InlineData("", "https://meet.example/a", 240, null)]
    public void APlan_SaysWhereAndHowLong(string place, string link, int minutes, string? refusal) =>
        MeetingRules.PlanHolds(new MeetingPlan(Plan.StartsAt, place, link, minutes))?.Code.ShouldBe(refusal);

    [Fact]
    public void APanelThatDoesNotReview_HasNoMeeting()
    {
        Action arrange = () => _ = new Meeting(Given.Panel(PanelStatus.Convened), Plan, [], Given.Actor());
        arrange.ShouldBeRefused("meeting.panel");
    }

    [Fact]
    public void Begin_RecordsWhoStepsOut_Once()
    {
        var (meeting, member) = (Led(MeetingStatus.Running), Guid.NewGuid());
        meeting.Begin(A, [member], Given.Actor());
        meeting.StepOut(member, Given.Actor());
        meeting.Current!.SteppedOut.Select(step => step.PersonId).ShouldBe([member]);
        meeting.Begin(B, [], Given.Actor());
        meeting.Items[0].EndedAt.ShouldNotBeNull();
        (meeting.CurrentEntryId, meeting.Current!.SteppedOut.Count).ShouldBe((B, 0));
        Action unknown = () => meeting.Begin(Guid.NewGuid(), [], Given.Actor());
        unknown.ShouldBeRefused("meeting.no-item");
        meeting.CurrentEntryId.ShouldBe(B);
    }

    [Fact]
    public void AVote_IsOpenedOnWhatIsOn_AndClosedBeforeAnythingGoesOn()
    {
        var meeting = Led(MeetingStatus.Running);
        Refused("meeting.other-item", () => meeting.OpenVote(A, Given.Actor()));
        meeting.Begin(A, [], Given.Actor());
        Refused("meeting.other-item", () => meeting.OpenVote(B, Given.Actor()));
        Refused("meeting.no-vote", () => meeting.CloseVote(A, [], Enough, "", Given.Actor()));
        meeting.OpenVote(A, Given.Actor());
        Refused("meeting.vote-open", () => meeting.Begin(B, [], Given.Actor()));
        Refused("meeting.vote-open", () => meeting.End(Given.Actor()));
        Refused("meeting.vote-open", () => meeting.Agree(A, Verdict.Shortlisted, Enough, "", Given.Actor()));
        Refused("meeting.other-item", () => meeting.CloseVote(B, [], Enough, "", Given.Actor()));

        meeting.CloseVote(A, [Verdict.Shortlisted, Verdict.NotShortlisted, Verdict.Shortlisted], Enough, "不需要的理由", Given.Actor());

        var result = meeting.Current!.Result!;
        (result.Mode, result.Proposal, result.Present, result.Entitled, result.QuorumReason).ShouldBe((MeetingMode.Vote, Verdict.Shortlisted, 2, 3, ""));
        result.Counts.ShouldBe([new VoteCount(Verdict.Shortlisted, 2), new VoteCount(Verdict.NotShortlisted, 1)]);
        meeting.OpenVote(A, Given.Actor());
        meeting.Current!.Result.ShouldBeNull();
    }

    [Fact]
    public void BelowTheQuorum_AReasonIsNeededAndKept()
    {
        var meeting = Led(MeetingStatus.Running);
        meeting.Begin(A, [], Given.Actor());
        foreach (var few in new[] { new Attending(1, 3), new Attending(0, 0), new Attending(2, 5) })
        {
            Refused("meeting.quorum", () => meeting.Agree(A, Verdict.Shortlisted, few, " ", Given.Actor()));
        }

        meeting.Agree(A, Verdict.Shortlisted, new Attending(1, 3), "兩位委員臨時請假，已書面同意", Given.Actor());
        (meeting.Current!.Result!.Mode, meeting.Current.Result.QuorumReason).ShouldBe((MeetingMode.Consensus, "兩位委員臨時請假，已書面同意"));
    }

    [Fact]
    public void AQuorum_IsHalfOfThoseEntitled() => Prop.ForAll<byte, byte>((present, more) =>
        new Attending(present, present + more).IsQuorate == (present > 0 && present >= (present + more) / 2.0)).QuickCheckThrowOnFailure();

    [Fact]
    public void ATally_CountsEveryVote_AndItsWinnerHasMoreThanAnyOther() => Prop.ForAll<byte[]>(votes =>
    {
        var verdicts = Array.ConvertAll(votes, vote => (Verdict)(vote % 6));
        var counts = Tally.Of(verdicts);
        var winner = Tally.Winner(counts);
        return counts.Sum(count => count.Count) == verdicts.Length
            && counts.All(count => count.Count == verdicts.Count(verdict => verdict == count.Verdict))
            && (winner is { } most
                ? counts.All(count => count.Verdict == most || count.Count < counts[0].Count)
                : counts.Count == 0 || counts.Count(count => count.Count == counts[0].Count) > 1);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(ReviewStage.Concept)]
    [InlineData(ReviewStage.Proof)]
    public void AVerdict_IsItsOutcomeAndLevel(ReviewStage stage) =>
        Verdicts.Of(stage).ShouldAllBe(verdict => Verdicts.Of(verdict.OutcomeOf(), verdict.LevelOf()) == verdict);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    [Fact]
    public void Attendance_IsLateOnceTheMeetingHasBegun_AndItsHourHasCome()
    {
        var (planned, running) = (New(), Led(MeetingStatus.Running));
        var (early, late) = (new Attendance(planned.Id, A, Given.Actor()), new Attendance(running.Id, B, Given.Actor()));
        early.IsInTheRoom.ShouldBeFalse();
        early.Arrive(planned, Given.Actor());
        late.Arrive(running, Given.Actor() with { At = Later(running.StartedAt!.Value, running.Plan.StartsAt).AddMinutes(5) });
        var inTime = new Attendance(running.Id, A, Given.Actor());
        inTime.Arrive(running, Given.Actor() with { At = Later(running.StartedAt!.Value, running.Plan.StartsAt) });
        (early.Kind, late.Kind, inTime.Kind).ShouldBe((AttendanceKind.Present, AttendanceKind.Late, AttendanceKind.Present));
        late.Leave(Given.Actor());
        late.IsInTheRoom.ShouldBeFalse();
        late.Arrive(running, Given.Actor());
        (late.IsInTheRoom, late.Kind).ShouldBe((true, AttendanceKind.Late));
        late.Mark(AttendanceKind.Absent, Given.Actor());
        (late.IsInTheRoom, late.ArrivedAt).ShouldBe((false, null));
    }

    [Fact]
    public void ABallot_IsCastWhileTheVoteIsOpen_InTheRoom_AndTheTrailKeepsNoChoice()
    {
        var (meeting, panel) = (Led(MeetingStatus.Running), Given.Panel(PanelStatus.Reviewing, stage: ReviewStage.Concept));
        var ballot = new Ballot(meeting.Id, A, C, Given.Actor());
        Refused("meeting.no-vote", () => ballot.Cast(Verdict.Shortlisted, meeting, panel, inTheRoom: true, Given.Actor()));
        meeting.Begin(A, [], Given.Actor());
        meeting.OpenVote(A, Given.Actor());
        Refused("ballot.absent", () => ballot.Cast(Verdict.Shortlisted, meeting, panel, inTheRoom: false, Given.Actor()));
        Refused("meeting.verdict", () => ballot.Cast(Verdict.Outstanding, meeting, panel, inTheRoom: true, Given.Actor()));
        ballot.Cast(Verdict.Shortlisted, meeting, panel, inTheRoom: true, Given.Actor());
        ballot.Cast(Verdict.NotShortlisted, meeting, panel, inTheRoom: true, Given.Actor());
        ballot.Verdict.ShouldBe(Verdict.NotShortlisted);
        ballot.Traces.ShouldAllBe(trace => trace.Verb == "ballot.cast" && trace.Why == null);
        meeting.Pause(Given.Actor());
        Refused("meeting.no-vote", () => ballot.Cast(Verdict.Shortlisted, meeting, panel, inTheRoom: true, Given.Actor()));
    }

    [Fact]
    public void Minutes_AreKeptOnceItIsOver_VersionByVersion()
    {
        var meeting = Led(MeetingStatus.Running);
        Refused("meeting.not-ended", () => meeting.Keep(A, "00", Given.Actor()));
        meeting.End(Given.Actor());
        meeting.Keep(A, "00", Given.Actor());
        meeting.Keep(B, "01", Given.Actor());
        meeting.Minutes.Select(version => (version.Number, version.FileId)).ShouldBe([(1, A), (2, B)]);
        Refused("meeting.over", () => meeting.Move(A, up: true, Given.Actor()));
    }

    internal static Meeting Led(MeetingStatus status)
    {
        var meeting = New();
        MeetingAction[] way = status switch
        {
            MeetingStatus.Running => [MeetingAction.Start],
            MeetingStatus.Paused => [MeetingAction.Start, MeetingAction.Pause],
            MeetingStatus.Ended => [MeetingAction.Start, MeetingAction.End],
            _ => [],
        };
        foreach (var action in way)
        {
            Do(meeting, action);
        }

        return meeting;
    }

    internal static void Do(Meeting meeting, MeetingAction action)
    {
        Action act = action switch
        {
            MeetingAction.Start => () => meeting.Start(Given.Actor()),
            MeetingAction.Pause => () => meeting.Pause(Given.Actor()),
            MeetingAction.Resume => () => meeting.Resume(Given.Actor()),
            _ => () => meeting.End(Given.Actor()),
        };
        act();
    }

    private static void Refused(string code, Action act) => act.ShouldBeRefused(code);

    private static Meeting New() => new(Given.Panel(PanelStatus.Reviewing), Plan, [A, B, C], Given.Actor());
}
