using System.Globalization;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Reviews;

/// <summary>The meeting (審查會議) at which a panel goes through its entries; each panel has one.</summary>
public sealed class Meeting : Aggregate
{
    private readonly List<MinutesVersion> _minutes = [];

    private Meeting()
    {
    }

    /// <summary>Arranges a panel's meeting.</summary>
    /// <param name="panel">The panel, while it reviews.</param>
    /// <param name="plan">When and where.</param>
    /// <param name="entries">The panel's entries, in the order they are taken up.</param>
    /// <param name="by">The officer.</param>
    public Meeting(Panel panel, MeetingPlan plan, IReadOnlyList<Guid> entries, Actor by)
    {
        Rule.Require(MeetingRules.PanelIsReviewing(panel.Status));
        Rule.Require(MeetingRules.PlanHolds(plan));
        Id = Guid.CreateVersion7(by.At);
        (PanelId, Plan) = (panel.Id, plan);
        Items = [.. entries.Select(entry => new MeetingItem(entry, plan.MinutesPerItem))];
        Trace(by, "meeting.arrange", $"{plan.StartsAt:u}");
    }

    /// <summary>The panel.</summary>
    public Guid PanelId { get; private set; }

    /// <summary>When and where.</summary>
    public MeetingPlan Plan { get; private set; } = null!;

    /// <summary>Where it is in its life.</summary>
    public MeetingStatus Status { get; private set; }

    /// <summary>The state before; with <see cref="Status"/> a pair of the transition table.</summary>
    public MeetingStatus PreviousStatus { get; private set; }

    /// <summary>The agenda, in its order.</summary>
    public IReadOnlyList<MeetingItem> Items { get; private set; } = [];

    /// <summary>The entry that is on; null between entries.</summary>
    public Guid? CurrentEntryId { get; private set; }

    /// <summary>When members were last invited to it.</summary>
    public DateTimeOffset? InvitedAt { get; private set; }

    /// <summary>How often its plan was told, for calendars.</summary>
    public int Sequence { get; private set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The minutes that were kept, in the order they were made.</summary>
    public IReadOnlyList<MinutesVersion> Minutes => _minutes;

    /// <summary>The item that is on.</summary>
    public MeetingItem? Current => Items.FirstOrDefault(item => item.EntryId == CurrentEntryId);

    /// <summary>When it is planned to be over.</summary>
    public DateTimeOffset PlannedEnd => Plan.StartsAt.AddMinutes(Math.Max(Items.Sum(item => item.Minutes), Plan.MinutesPerItem));

    /// <summary>When an entry's turn is planned; null when it is not on the agenda.</summary>
    public DateTimeOffset? TurnOf(Guid entryId) => Items.Any(item => item.EntryId == entryId)
        ? Plan.StartsAt.AddMinutes(Items.TakeWhile(item => item.EntryId != entryId).Sum(item => item.Minutes))
        : null;

    /// <summary>Changes when and where, and the minutes of every entry with it.</summary>
    public void Arrange(MeetingPlan plan, Actor by)
    {
        Rule.Require(MeetingRules.IsPlanned(Status));
        Rule.Require(MeetingRules.PlanHolds(plan));
        if (plan.MinutesPerItem != Plan.MinutesPerItem)
        {
            Items = [.. Items.Select(item => item with { Minutes = plan.MinutesPerItem })];
        }

        Plan = plan;
        Trace(by, "meeting.arrange", $"{plan.StartsAt:u}");
    }

    /// <summary>Puts the agenda in an order; entries that came under review are added, those that left are taken off.</summary>
    public void Order(IReadOnlyList<Guid> entries, Actor by)
    {
        Rule.Require(MeetingRules.IsNotOver(Status));
        Items = [.. entries.Select(entry => Items.FirstOrDefault(item => item.EntryId == entry) ?? new MeetingItem(entry, Plan.MinutesPerItem))
            .Concat(Items.Where(item => item.BegunAt is not null && !entries.Contains(item.EntryId)))];
        Trace(by, "meeting.order");
    }

    /// <summary>Moves an entry one place; at the end of the list nothing happens.</summary>
    public void Move(Guid entryId, bool up, Actor by)
    {
        Rule.Require(MeetingRules.IsNotOver(Status));
        var items = Items.ToList();
        var from = IndexOf(entryId);
        var to = Math.Clamp(from + (up ? -1 : 1), 0, items.Count - 1);
        (items[from], items[to]) = (items[to], items[from]);
        Items = items;
        Trace(by, "meeting.move");
    }

    /// <summary>Sets how long an entry may take.</summary>
    public void Allot(Guid entryId, int minutes, Actor by)
    {
        Rule.Require(MeetingRules.IsNotOver(Status));
        Rule.Require(MeetingRules.MinutesHold(minutes));
        Change(entryId, item => item with { Minutes = minutes });
        Trace(by, "meeting.allot", minutes.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Members are told when and where.</summary>
    public void Invite(Actor by)
    {
        Rule.Require(MeetingRules.IsPlanned(Status));
        (InvitedAt, Sequence) = (by.At, Sequence + 1);
        Trace(by, "meeting.invite");
    }

    /// <summary>Begins the meeting.</summary>
    public void Start(Actor by)
    {
        Become(MeetingAction.Start);
        StartedAt = by.At;
        Trace(by, "meeting.start");
    }

    /// <summary>Interrupts it.</summary>
    public void Pause(Actor by)
    {
        Become(MeetingAction.Pause);
        Trace(by, "meeting.pause");
    }

    /// <summary>Goes on.</summary>
    public void Resume(Actor by)
    {
        Become(MeetingAction.Resume);
        Trace(by, "meeting.resume");
    }

    /// <summary>Ends it; a vote still open has to be closed first.</summary>
    public void End(Actor by)
    {
        Rule.Require(MeetingRules.NoVoteIsOpen(this));
        Become(MeetingAction.End);
        Leave(by.At);
        EndedAt = by.At;
        Trace(by, "meeting.end");
    }

    /// <summary>Takes up an entry, first, next or again; who has a conflict of interest and is in the room steps out.</summary>
    /// <param name="entryId">An entry of the agenda.</param>
    /// <param name="conflicted">Members in the room who have a conflict of interest with it.</param>
    /// <param name="by">The officer.</param>
    public void Begin(Guid entryId, IReadOnlyCollection<Guid> conflicted, Actor by)
    {
        Rule.Require(MeetingRules.IsRunning(Status));
        Rule.Require(MeetingRules.NoVoteIsOpen(this));
        IndexOf(entryId);
        Leave(by.At);
        CurrentEntryId = entryId;
        Change(entryId, item => item with { BegunAt = by.At, EndedAt = null });
        Trace(by, "meeting.begin-item", entryId.ToString("D"));
        foreach (var member in conflicted)
        {
            StepOut(member, by);
        }
    }

    /// <summary>A member with a conflict of interest is out of the room while the present entry is on.</summary>
    public void StepOut(Guid personId, Actor by)
    {
        if (Current is not { } current || current.SteppedOut.Any(known => known.PersonId == personId))
        {
            return;
        }

        Change(current.EntryId, item => item with { SteppedOut = [.. item.SteppedOut, new StepOut(personId, by.At)] });
        Trace(by, "meeting.step-out", personId.ToString("D"));
    }

    /// <summary>Members vote on the present entry; votes given before no longer count.</summary>
    /// <param name="entryId">The entry the officer saw.</param>
    /// <param name="by">The officer.</param>
    public void OpenVote(Guid entryId, Actor by)
    {
        Rule.Require(MeetingRules.IsRunning(Status));
        Rule.Require(MeetingRules.IsOn(this, entryId));
        Rule.Require(MeetingRules.NoVoteIsOpen(this));
        Change(CurrentEntryId!.Value, item => item with { VoteOpenedAt = by.At, Result = null });
        Trace(by, "meeting.open-vote");
    }

    /// <summary>Closes the vote: what most chose is proposed, a tie proposes nothing.</summary>
    /// <param name="entryId">The entry the officer saw.</param>
    /// <param name="votes">The votes given since it was opened.</param>
    /// <param name="attending">Who is there; below the quorum a reason is needed.</param>
    /// <param name="quorumReason">Why it stands without a quorum.</param>
    /// <param name="by">The officer.</param>
    public void CloseVote(Guid entryId, IReadOnlyCollection<Verdict> votes, Attending attending, string quorumReason, Actor by)
    {
        Rule.Require(MeetingRules.IsOn(this, entryId));
        Rule.Require(MeetingRules.AVoteIsOpen(this));
        Rule.Require(MeetingRules.IsQuorateOrSaysWhy(attending, quorumReason));
        var counts = Tally.Of(votes);
        Conclude(new ItemResult(MeetingMode.Vote, Tally.Winner(counts), attending.Present, attending.Entitled, Kept(attending, quorumReason), by.At) { Counts = counts }, by);
    }

    /// <summary>The panel agrees without a vote.</summary>
    /// <param name="entryId">The entry the officer saw.</param>
    /// <param name="proposal">What it agrees on.</param>
    /// <param name="attending">Who is there; below the quorum a reason is needed.</param>
    /// <param name="quorumReason">Why it stands without a quorum.</param>
    /// <param name="by">The officer.</param>
    public void Agree(Guid entryId, Verdict proposal, Attending attending, string quorumReason, Actor by)
    {
        Rule.Require(MeetingRules.IsRunning(Status));
        Rule.Require(MeetingRules.IsOn(this, entryId));
        Rule.Require(MeetingRules.NoVoteIsOpen(this));
        Rule.Require(MeetingRules.IsQuorateOrSaysWhy(attending, quorumReason));
        Conclude(new ItemResult(MeetingMode.Consensus, proposal, attending.Present, attending.Entitled, Kept(attending, quorumReason), by.At), by);
    }

    /// <summary>Keeps the minutes as a file; earlier versions stay.</summary>
    /// <param name="fileId">The stored file.</param>
    /// <param name="sha256">Its SHA-256.</param>
    /// <param name="by">Who made them.</param>
    public MinutesVersion Keep(Guid fileId, string sha256, Actor by)
    {
        Rule.Require(MeetingRules.HasEnded(Status));
        var version = new MinutesVersion(_minutes.Count + 1, fileId, sha256, by.Name, by.At);
        _minutes.Add(version);
        Trace(by, "meeting.keep-minutes", sha256);
        return version;
    }

    private static string Kept(Attending attending, string reason) => attending.IsQuorate ? "" : reason;

    private void Conclude(ItemResult result, Actor by)
    {
        Change(CurrentEntryId!.Value, item => item with { Result = result });
        Trace(by, result.Mode == MeetingMode.Vote ? "meeting.close-vote" : "meeting.agree", $"{result.Proposal?.ToString() ?? "tie"}, {result.Present} of {result.Entitled}. {result.QuorumReason}".TrimEnd());
    }

    private void Leave(DateTimeOffset at)
    {
        if (CurrentEntryId is { } left)
        {
            Change(left, item => item with { EndedAt = at });
            CurrentEntryId = null;
        }
    }

    private int IndexOf(Guid entryId)
    {
        var index = Items.TakeWhile(item => item.EntryId != entryId).Count();
        return index < Items.Count ? index : throw new BrokenRuleException(new BrokenRule("meeting.no-item", "", "議程裡沒有這一案，請重新整理。"));
    }

    private void Change(Guid entryId, Func<MeetingItem, MeetingItem> change)
    {
        IndexOf(entryId);
        Items = [.. Items.Select(item => item.EntryId == entryId ? change(item) : item)];
    }

    private void Become(MeetingAction action) => (PreviousStatus, Status) = (Status, MeetingStatuses.Next(Status, action));
}

/// <summary>Minutes that were kept.</summary>
/// <param name="Number">From 1.</param>
/// <param name="FileId">The stored file.</param>
/// <param name="Sha256">Of its bytes.</param>
/// <param name="MadeBy">Who made them.</param>
/// <param name="MadeAt">When.</param>
public sealed record MinutesVersion(int Number, Guid FileId, string Sha256, string MadeBy, DateTimeOffset MadeAt);
