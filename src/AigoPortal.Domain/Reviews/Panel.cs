using System.ComponentModel;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Reviews;

/// <summary>What a panel can decide on an entry.</summary>
public enum Outcome
{
    /// <summary>入圍.</summary>
    [Description("入圍")]
    Shortlisted,

    /// <summary>未入圍.</summary>
    [Description("未入圍")]
    NotShortlisted,

    /// <summary>獲獎.</summary>
    [Description("獲獎")]
    Awarded,

    /// <summary>未獲獎.</summary>
    [Description("未獲獎")]
    NotAwarded,
}

/// <summary>A review panel of a stage.</summary>
public sealed class Panel : Aggregate
{
    private readonly List<PanelCriterion> _criteria = [];
    private readonly List<EarlierCriteria> _earlierCriteria = [];
    private readonly List<PanelMember> _members = [];
    private readonly List<Decision> _decisions = [];
    private readonly List<Vacancy> _vacancies = [];
    private readonly List<AgreedScore> _agreed = [];

    private Panel()
    {
    }

    /// <summary>A panel that starts from the round's criteria.</summary>
    /// <param name="round">Its round.</param>
    /// <param name="stage">Concept or proof.</param>
    /// <param name="name">Its name.</param>
    /// <param name="by">The officer.</param>
    /// <param name="track">The industry whose entries it reviews; empty for every entry that no other panel of the stage reviews.</param>
    public Panel(Round round, ReviewStage stage, string name, Actor by, string track = "")
    {
        Id = Guid.CreateVersion7(by.At);
        (RoundId, Stage, Name, Track) = (round.Id, stage, name, track);
        _criteria.AddRange(round.Criteria.Where(criterion => criterion.Stage == stage).OrderBy(criterion => criterion.Order)
            .Select((criterion, index) => new PanelCriterion(index + 1, criterion.Name, criterion.Weight, criterion.Guidance)));
        Trace(by, "panel.prepare");
    }

    /// <summary>Its round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>Concept or proof.</summary>
    public ReviewStage Stage { get; private set; }

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The industry (行業領域) whose entries it reviews; empty for every entry that no other panel of the stage reviews.</summary>
    public string Track { get; private set; } = "";

    /// <summary>How many reviews each entry gets; null when every member without a conflict reviews every entry.</summary>
    public int? ReviewsPerEntry { get; private set; }

    /// <summary>From this instant scores are no longer taken; null while the release alone ends the scoring.</summary>
    public DateTimeOffset? ScoringEndsAt { get; private set; }

    /// <summary>Whether reviewers who handed in their own review see the others' scores while they discuss an entry. Off by default: nothing is seen before the release.</summary>
    public bool SharesScores { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public PanelStatus Status { get; private set; }

    /// <summary>The state before; with <see cref="Status"/> a pair of the transition table.</summary>
    public PanelStatus PreviousStatus { get; private set; }

    /// <summary>Criteria with weights that add up to 100.</summary>
    public IReadOnlyList<PanelCriterion> Criteria => _criteria;

    /// <summary>Which version of the criteria it uses, from 1.</summary>
    public int CriteriaVersion { get; private set; } = 1;

    /// <summary>The versions before, oldest first.</summary>
    public IReadOnlyList<EarlierCriteria> EarlierCriteria => _earlierCriteria;

    /// <summary>Reviewers.</summary>
    public IReadOnlyList<PanelMember> Members => _members;

    /// <summary>One decision an entry; unknown to others until released.</summary>
    public IReadOnlyList<Decision> Decisions => _decisions;

    /// <summary>Levels awarded to nobody (從缺).</summary>
    public IReadOnlyList<Vacancy> Vacancies => _vacancies;

    /// <summary>合議分數: totals the reviewers agreed on together; where one is set, it ranks the entry instead of the average.</summary>
    public IReadOnlyList<AgreedScore> Agreed => _agreed;

    /// <summary>Why it was announced although a gender has less than one third.</summary>
    public string? CompositionReason { get; private set; }

    /// <summary>When the decisions became known.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>The first instant at which no appeal (申覆) is taken any more; null before the release.</summary>
    public DateTimeOffset? AppealsUntil { get; private set; }

    /// <summary>Any gender makes up at least one third of those who sit (programme plan).</summary>
    public bool HasFairComposition => PanelRules.IsFair(_members.Where(member => member.Sits).Select(member => member.Gender));

    /// <summary>It was announced, then fell below one third, and nobody has recorded why it goes on (own).</summary>
    public bool OwesCompositionReason => Status is PanelStatus.Convened or PanelStatus.Reviewing && !HasFairComposition && CompositionReason is null;

    /// <summary>Who accepted and was not excused.</summary>
    public IEnumerable<PanelMember> Accepted => _members.Where(member => member.Status == SeatStatus.Accepted);

    /// <summary>Asks a reviewer to sit; after the announcement as a substitute.</summary>
    public PanelMember Invite(Person reviewer, ReviewerKind kind, bool chairs, Actor by)
    {
        Rule.Require(PanelRules.TakesMembers(Status));
        Rule.Require(PanelRules.IsNotMember(this, reviewer));
        Rule.Require(chairs ? PanelRules.HasNoChair(this) : null);
        _members.RemoveAll(member => member.PersonId == reviewer.Id); // declined or excused before; the trail keeps that
        var member = new PanelMember(reviewer, kind, chairs, by.At);
        _members.Add(member);
        Trace(by, "panel.invite", reviewer.Name);
        return member;
    }

    /// <summary>The invitation is sent again, at most once an hour (own).</summary>
    public void AskAgain(Guid personId, Actor by)
    {
        Rule.Require(PanelRules.TakesMembers(Status));
        var member = Member(personId);
        Rule.Require(PanelRules.WaitsForAnswer(member));
        Rule.Require(PanelRules.MayBeAskedAgain(member, by.At));
        member.AskAgain(by.At);
        Trace(by, "panel.ask-again");
    }

    /// <summary>Another member chairs: while the panel is being prepared, or when it lost its chair.</summary>
    public void Appoint(Guid personId, Actor by)
    {
        Rule.Require(PanelRules.ChairCanChange(this));
        var chosen = Member(personId);
        Rule.Require(PanelRules.StillSits(chosen));
        foreach (var member in _members)
        {
            member.Chair(member == chosen);
        }

        Trace(by, "panel.appoint-chair");
    }

    /// <summary>The reviewer accepts the seat and, with it, the terms.</summary>
    /// <param name="personId">The reviewer.</param>
    /// <param name="ties">Organisations and schools they declare an interest in, one a line.</param>
    /// <param name="by">The reviewer.</param>
    public void Accept(Guid personId, string ties, Actor by)
    {
        Rule.Require(PanelRules.TakesMembers(Status));
        var member = Member(personId);
        Rule.Require(PanelRules.WaitsForAnswer(member));
        member.Accept(ties, by.At);
        Trace(by, "panel.accept", $"terms {ReviewerTerms.Current.Version}");
    }

    /// <summary>A reviewer on the panel corrects the ties they declared, until the release.</summary>
    /// <param name="personId">The reviewer.</param>
    /// <param name="ties">Organisations and schools they declare an interest in, one a line.</param>
    /// <param name="by">The reviewer.</param>
    public void DeclareTies(Guid personId, string ties, Actor by)
    {
        Rule.Require(PanelRules.TakesMembers(Status));
        var member = Member(personId);
        Rule.Require(PanelRules.HasAccepted(member));
        member.Tie(ties);
        Trace(by, "panel.declare-ties");
    }

    /// <summary>The reviewer declines the seat.</summary>
    public void Decline(Guid personId, string reason, Actor by)
    {
        var member = Member(personId);
        Rule.Require(PanelRules.WaitsForAnswer(member));
        member.Leave(SeatStatus.Declined, reason, by.At);
        Trace(by, "panel.decline", reason);
    }

    /// <summary>Excuses a member after the announcement.</summary>
    public void Excuse(Guid personId, string reason, Actor by)
    {
        Rule.Require(PanelRules.TakesMembers(Status));
        Rule.Require(PanelRules.IsAnnounced(Status));
        Rule.Require(PanelRules.ExcuseSaysWhy(reason));
        var member = Member(personId);
        Rule.Require(PanelRules.StillSits(member));
        member.Leave(SeatStatus.Excused, reason, by.At);
        Trace(by, "panel.excuse", reason);
    }

    /// <summary>Reminds a reviewer of the reviews they owe; once a day.</summary>
    /// <param name="personId">The reviewer.</param>
    /// <param name="by">The officer.</param>
    public void Remind(Guid personId, Actor by)
    {
        Rule.Require(PanelRules.TakesScores(this, by.At));
        var member = Member(personId);
        Rule.Require(PanelRules.MayBeReminded(member, by.At));
        member.Remind(by.At);
        Trace(by, "panel.remind", $"{personId:D}");
    }

    /// <summary>Takes a reviewer off the list while the panel is being prepared.</summary>
    public void Remove(Guid personId, Actor by)
    {
        Rule.Require(PanelRules.IsBeingPrepared(Status));
        _members.RemoveAll(member => member.PersonId == personId);
        Trace(by, "panel.remove-reviewer");
    }

    /// <summary>How many reviews an entry gets, until when, and what reviewers see of each other.</summary>
    public void Arrange(PanelTerms terms, Actor by)
    {
        Rule.Require(PanelRules.IsNotReleased(Status));
        Rule.Require(PanelRules.AsksForReviews(terms));
        Rule.Require(terms.ScoringEndsAt == ScoringEndsAt ? null : PanelRules.EndsLater(terms, by.At));
        (ReviewsPerEntry, ScoringEndsAt, SharesScores) = (terms.ReviewsPerEntry, terms.ScoringEndsAt, terms.SharesScores);
        Trace(by, "panel.arrange", $"{terms.ReviewsPerEntry?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "all"} a entry, until {terms.ScoringEndsAt:u}, shared {terms.SharesScores}");
    }

    /// <summary>Notes in the trail what was assigned; two who assign at once are told.</summary>
    public void NoteAssignment(string what, Actor by) => Trace(by, "panel.assign", what);

    /// <summary>Sets the criteria; weights must add up to 100.</summary>
    public void Weigh(IReadOnlyList<PanelCriterion> criteria, Actor by)
    {
        Rule.Require(PanelRules.IsBeingPrepared(Status));
        Rule.Require(PanelRules.WeightsAddUp(criteria));
        _earlierCriteria.Add(new EarlierCriteria(CriteriaVersion, _criteria, by));
        CriteriaVersion++;
        PanelCriterion[] numbered = [.. criteria.Select((criterion, index) => criterion with { Order = index + 1 })]; // may be this panel's own list
        _criteria.Clear();
        _criteria.AddRange(numbered);
        Trace(by, "panel.weigh", $"version {CriteriaVersion}: {string.Join(", ", _criteria.Select(criterion => $"{criterion.Name} {criterion.Weight}"))}");
    }

    /// <summary>Announces it; an unfair composition needs a recorded reason.</summary>
    public void Convene(string? compositionReason, Actor by)
    {
        Rule.Require(PanelRules.HasMembers(this));
        Rule.Require(PanelRules.EverybodyAnswered(this));
        Rule.Require(PanelRules.WeightsAddUp(_criteria));
        Rule.Require(PanelRules.IsFairOrSaysWhy(this, compositionReason));
        Become(PanelAction.Convene);
        CompositionReason = HasFairComposition ? null : compositionReason;
        Trace(by, "panel.convene", CompositionReason);
    }

    /// <summary>Records why an announced panel goes on although a gender has less than one third; what was said before stays in the trail.</summary>
    public void ExplainComposition(string reason, Actor by)
    {
        Rule.Require(PanelRules.IsNotReleased(Status));
        Rule.Require(PanelRules.IsAnnounced(Status));
        Rule.Require(PanelRules.CompositionSaysWhy(reason));
        CompositionReason = reason;
        Trace(by, "panel.explain-composition", reason);
    }

    /// <summary>The stage's intake is closed; reviewers begin.</summary>
    public void Open(Actor by)
    {
        Become(PanelAction.Open);
        Trace(by, "panel.open");
    }

    /// <summary>Decides on an entry, or decides anew before the release.</summary>
    /// <returns>What it replaces, if anything.</returns>
    public Decision? Decide(Decision decision, Actor by)
    {
        Rule.Require(PanelRules.IsReviewing(Status));
        Rule.Require(PanelRules.DecisionSaysWhy(decision));
        Rule.Require(PanelRules.OutcomeBelongsToStage(decision, Stage));
        Rule.Require(VacancyRules.IsNotVacant(decision.Level, this));
        var earlier = _decisions.FirstOrDefault(known => known.EntryId == decision.EntryId);
        if (earlier is not null)
        {
            _decisions.Remove(earlier);
        }

        _decisions.Add(decision);
        Trace(by, "panel.decide", decision.Reason);
        return earlier;
    }

    /// <summary>Records that nobody gets a level.</summary>
    public void LeaveVacant(AwardLevel level, string reason, Actor by)
    {
        Rule.Require(PanelRules.IsReviewing(Status));
        Rule.Require(VacancyRules.IsProof(Stage));
        Rule.Require(VacancyRules.SaysWhy(reason));
        Rule.Require(VacancyRules.NobodyHolds(level, this));
        _vacancies.Add(new Vacancy(level, reason, by.At));
        Trace(by, "panel.leave-vacant", $"{level}: {reason}");
    }

    /// <summary>Takes a vacancy back, so that the level can be awarded.</summary>
    public void FillAgain(AwardLevel level, Actor by)
    {
        Rule.Require(PanelRules.IsReviewing(Status));
        _vacancies.RemoveAll(vacancy => vacancy.Level == level);
        Trace(by, "panel.fill-again", level.ToString());
    }

    /// <summary>Records the total the reviewers agreed on for an entry (合議分數), or another one before the release.</summary>
    /// <param name="entryId">The entry.</param>
    /// <param name="score">0 to 100, at most two decimals.</param>
    /// <param name="reason">Why; stays in the panel's records.</param>
    /// <param name="by">The officer who records it.</param>
    public void Agree(Guid entryId, decimal score, string reason, Actor by)
    {
        Rule.Require(PanelRules.TakesAgreedScores(Status));
        Rule.Require(PanelRules.IsAgreedScore(score));
        Rule.Require(PanelRules.AgreedScoreSaysWhy(reason));
        _agreed.RemoveAll(known => known.EntryId == entryId);
        _agreed.Add(new AgreedScore(entryId, score, reason, by.PersonId, by.Name, by.At));
        Trace(by, "panel.agree", $"{entryId:D} {score.ToString(System.Globalization.CultureInfo.InvariantCulture)}: {reason}");
    }

    /// <summary>Takes an agreed score back; the average counts again.</summary>
    public void TakeBackAgreed(Guid entryId, Actor by)
    {
        Rule.Require(PanelRules.TakesAgreedScores(Status));
        Rule.Require(PanelRules.HasAgreedScore(this, entryId));
        _agreed.RemoveAll(known => known.EntryId == entryId);
        Trace(by, "panel.take-back-agreed", $"{entryId:D}");
    }

    /// <summary>Makes all decisions known in one act.</summary>
    /// <param name="underReview">The entries this stage has to decide.</param>
    /// <param name="by">The officer.</param>
    /// <param name="appealDays">Days after this one during which teams may appeal.</param>
    public void Release(IReadOnlyCollection<Guid> underReview, Actor by, int appealDays = Round.UsualAppealDays)
    {
        Rule.Require(PanelRules.EverythingIsDecided(this, underReview));
        Become(PanelAction.Release);
        (ReleasedAt, AppealsUntil) = (by.At, Appeal.PeriodEnd(by.At, appealDays));
        Trace(by, "panel.release");
    }

    /// <summary>An officer chose what a team reads of its reviewers' comments.</summary>
    public void NoteFeedback(string entryCode, Actor by)
    {
        Rule.Require(PanelRules.IsNotReleased(Status));
        Trace(by, "panel.feedback", entryCode);
    }

    /// <summary>An officer changed a decision letter of this panel.</summary>
    public void NoteLetter(string what, Actor by)
    {
        Rule.Require(PanelRules.IsNotReleased(Status));
        Trace(by, "panel.letter", what);
    }

    /// <summary>An officer sent a decision letter again.</summary>
    public void NoteResent(string to, Actor by)
    {
        Rule.Require(PanelRules.IsReleased(Status));
        Trace(by, "panel.resend-letter", to);
    }

    private PanelMember Member(Guid personId) => _members.Find(member => member.PersonId == personId)
        ?? throw new BrokenRuleException(new BrokenRule("panel.no-member", "", "名單裡沒有這位委員。"));

    private void Become(PanelAction action) => (PreviousStatus, Status) = (Status, PanelStatuses.Next(Status, action));
}

/// <summary>A weighted criterion of a panel.</summary>
/// <param name="Order">Place in the list, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Weight">Percent.</param>
/// <param name="Guidance">What reviewers should look at.</param>
public sealed record PanelCriterion(int Order, string Name, int Weight, string Guidance);

/// <summary>How a panel works.</summary>
/// <param name="ReviewsPerEntry">How many reviews each entry gets; null when everybody reviews everything.</param>
/// <param name="ScoringEndsAt">From this instant scores are no longer taken.</param>
/// <param name="SharesScores">Whether reviewers in a discussion see each other's scores before the release.</param>
public sealed record PanelTerms(int? ReviewsPerEntry, DateTimeOffset? ScoringEndsAt, bool SharesScores);

/// <summary>A total the reviewers agreed on together.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Score">0 to 100, at most two decimals.</param>
/// <param name="Reason">Why it stands instead of the average.</param>
/// <param name="AgreedBy">The officer who recorded it.</param>
/// <param name="AgreedByName">Their name at that moment.</param>
/// <param name="AgreedAt">When.</param>
public sealed record AgreedScore(Guid EntryId, decimal Score, string Reason, Guid AgreedBy, string AgreedByName, DateTimeOffset AgreedAt);

/// <summary>A panel's decision on an entry.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Outcome">What was decided.</param>
/// <param name="Level">The level of a proof award.</param>
/// <param name="Amount">The money it books, before tax.</param>
/// <param name="Reason">Why; shown to the team at release.</param>
/// <param name="DecidedBy">The officer who recorded it.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="SchemeVersion">The version of the award scheme it books from; later versions don't change it.</param>
public sealed record Decision(
    Guid EntryId, Outcome Outcome, AwardLevel? Level, Twd Amount, string Reason, Guid DecidedBy, DateTimeOffset DecidedAt, int SchemeVersion = 1);
