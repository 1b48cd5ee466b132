using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Rounds;

/// <summary>A round (場) of a season (屆): its schedule, quotas, eligibility, award scheme and taxes are data.</summary>
public sealed class Round : Aggregate
{
    private readonly List<RoundStep> _steps = [];
    private readonly List<AwardItem> _awardItems = [];
    private readonly List<WithholdingRule> _withholding = [];
    private readonly List<StageCriterion> _criteria = [];

    private Round()
    {
    }

    /// <summary>A round from its terms.</summary>
    public Round(RoundTerms terms, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        (SeasonNumber, RocYear, Code, SeasonName) = (terms.SeasonNumber, terms.RocYear, terms.Code, terms.SeasonName);
        (ProblemsPerOrganisation, MinimumTeamSize, MaximumTeamSize) = (terms.ProblemsPerOrganisation, terms.MinimumTeamSize, terms.MaximumTeamSize);
        (MinimumAge, RequiredNationality, CooperationMonths) = (terms.MinimumAge, terms.RequiredNationality, terms.CooperationMonths);
        RequiresNaturalPerson = terms.RequiresNaturalPerson;
        (Budget, CapPerEntry) = (terms.Budget, terms.CapPerEntry);
        _awardItems.AddRange(terms.AwardItems);
        _withholding.AddRange(terms.Withholding);
        _criteria.AddRange(terms.Criteria);
        Schedule(terms.Steps, by);
    }

    /// <summary>屆: 2 for 第二屆.</summary>
    public int SeasonNumber { get; private set; }

    /// <summary>The season's name.</summary>
    public string SeasonName { get; private set; } = "";

    /// <summary>ROC year: CE year − 1911.</summary>
    public int RocYear { get; private set; }

    /// <summary>Such as 108-2; unique.</summary>
    public string Code { get; private set; } = "";

    /// <summary>At most this many problems per posing organisation (AIGO briefing: 3).</summary>
    public int ProblemsPerOrganisation { get; private set; }

    /// <summary>Fewest members of a team (own: 2).</summary>
    public int MinimumTeamSize { get; private set; }

    /// <summary>Most members of a team (own: 10).</summary>
    public int MaximumTeamSize { get; private set; }

    /// <summary>In principle at least this old on the day of application (AIGO briefing: 20); 0 when any age will do.</summary>
    public int MinimumAge { get; private set; }

    /// <summary>In principle of this nationality, ISO 3166 alpha-2 (AIGO briefing: 中華民國國籍); empty when any will do.</summary>
    public string RequiredNationality { get; private set; } = "TW";

    /// <summary>Whether natural persons alone take part (AIGO briefing: 自然人).</summary>
    public bool RequiresNaturalPerson { get; private set; } = true;

    /// <summary>Months after the concept review within which both sides sign (AIGO briefing: 1).</summary>
    public int CooperationMonths { get; private set; }

    /// <summary>The round's prize money.</summary>
    public Twd Budget { get; private set; }

    /// <summary>Booked by decisions so far; never above <see cref="Budget"/>.</summary>
    public Twd Committed { get; private set; }

    /// <summary>The most one entry can be awarded (AIGO briefing: 70 萬).</summary>
    public Twd CapPerEntry { get; private set; }

    /// <summary>First instant of the schedule.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>First instant after the schedule.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>When the concept intake was closed by its job.</summary>
    public DateTimeOffset? ConceptClosedAt { get; private set; }

    /// <summary>When the concept review was opened by its job.</summary>
    public DateTimeOffset? ConceptReviewOpenedAt { get; private set; }

    /// <summary>When the proof intake was closed by its job.</summary>
    public DateTimeOffset? ProofClosedAt { get; private set; }

    /// <summary>When the proof review was opened by its job.</summary>
    public DateTimeOffset? ProofReviewOpenedAt { get; private set; }

    /// <summary>The schedule, in order.</summary>
    public IReadOnlyList<RoundStep> Steps => _steps;

    /// <summary>The award scheme in force.</summary>
    public IReadOnlyList<AwardItem> AwardItems => _awardItems;

    /// <summary>Which version of the award scheme is in force, from 1.</summary>
    public int SchemeVersion { get; private set; } = 1;

    /// <summary>Dated tax rates.</summary>
    public IReadOnlyList<WithholdingRule> Withholding => _withholding;

    /// <summary>Criteria a new panel starts from.</summary>
    public IReadOnlyList<StageCriterion> Criteria => _criteria;

    /// <summary>The round's own terms of cooperation; null while it goes by the default.</summary>
    public CooperationTerms? OwnCooperation { get; private set; }

    /// <summary>How teams and posers work together.</summary>
    public CooperationTerms Cooperation => OwnCooperation ?? CooperationTerms.Default;

    /// <summary>Who sees whose name in the reviews (own default: reviewers are anonymous to teams).</summary>
    public Blindness Blindness { get; private set; } = Blindness.ReviewersAnonymous;

    /// <summary>How many days after the release teams may appeal (own).</summary>
    public const int UsualAppealDays = 7;

    /// <summary>Days after the day of a release during which teams may appeal (申覆).</summary>
    public int AppealDays { get; private set; } = UsualAppealDays;

    /// <summary>What may still be decided.</summary>
    public Twd Free => Budget - Committed;

    /// <summary>構想收件截止.</summary>
    public DateTimeOffset ConceptDeadline => Step(RoundStepKind.ConceptDeadline).EndsAt;

    /// <summary>媒合截止: the end of the matching step, but never after the concept deadline; without such a step that deadline (own).</summary>
    public DateTimeOffset MatchingEndsAt => MatchingEnd(_steps);

    /// <summary>實證收件截止.</summary>
    public DateTimeOffset ProofDeadline => Step(RoundStepKind.ProofDeadline).EndsAt;

    /// <summary>The day both sides must have signed by: the end of the concept review plus the round's months.</summary>
    public DateTimeOffset CooperationDeadline => Time.Taipei.Local(Step(RoundStepKind.ConceptReview).EndsAt).AddMonths(CooperationMonths);

    /// <summary>The deadline of a stage.</summary>
    public DateTimeOffset DeadlineOf(ReviewStage stage) => stage == ReviewStage.Concept ? ConceptDeadline : ProofDeadline;

    /// <summary>When a stage's intake was closed, if it was.</summary>
    public DateTimeOffset? ClosedAt(ReviewStage stage) => stage == ReviewStage.Concept ? ConceptClosedAt : ProofClosedAt;

    /// <summary>When a stage's review was opened, if it was.</summary>
    public DateTimeOffset? ReviewOpenedAt(ReviewStage stage) => stage == ReviewStage.Concept ? ConceptReviewOpenedAt : ProofReviewOpenedAt;

    /// <summary>One step of the schedule.</summary>
    /// <exception cref="InvalidOperationException">The round has no such step.</exception>
    public RoundStep Step(RoundStepKind kind) => _steps.First(step => step.Kind == kind);

    /// <summary>The first instant at which a schedule's matching is over.</summary>
    public static DateTimeOffset MatchingEnd(IReadOnlyList<RoundStep> steps)
    {
        var concept = steps.First(step => step.Kind == RoundStepKind.ConceptDeadline).EndsAt;
        return steps.FirstOrDefault(step => step.Kind == RoundStepKind.Matching)?.EndsAt is { } end && end < concept ? end : concept;
    }

    /// <summary>Replaces the schedule; an intake whose deadline moves into the future opens again.</summary>
    public void Schedule(IReadOnlyList<RoundStep> steps, Actor by)
    {
        Rule.Require(RoundRules.HasBothDeadlines(steps));
        Rule.Require(RoundRules.ProofComesAfterConcept(steps));
        Rule.Require(RoundRules.StepsEndAfterTheyStart(steps));
        RoundStep[] inOrder = [.. steps.OrderBy(step => step.Kind)]; // may be this round's own list
        _steps.Clear();
        _steps.AddRange(inOrder);
        StartsAt = _steps.Min(step => step.StartsAt);
        EndsAt = _steps.Max(step => step.EndsAt);
        if (ConceptDeadline > by.At)
        {
            (ConceptClosedAt, ConceptReviewOpenedAt) = (null, null);
        }

        if (ProofDeadline > by.At)
        {
            (ProofClosedAt, ProofReviewOpenedAt) = (null, null);
        }

        Trace(by, "round.schedule");
    }

    /// <summary>Sets how teams and posers work together.</summary>
    public void SetCooperation(CooperationTerms terms, Actor by)
    {
        Rule.Require(RoundRules.CooperationIsSaid(terms));
        OwnCooperation = terms;
        Trace(by, "round.set-cooperation");
    }

    /// <summary>Sets who sees whose name; stands once a review has begun.</summary>
    /// <param name="blindness">The setting.</param>
    /// <param name="reviewHasBegun">Whether a panel of the round reviews or has reviewed.</param>
    /// <param name="by">The officer.</param>
    public void SetBlindness(Blindness blindness, bool reviewHasBegun, Actor by)
    {
        Rule.Require(RoundRules.NoReviewHasBegun(reviewHasBegun));
        Blindness = blindness;
        Trace(by, "round.set-blindness", blindness.ToString());
    }

    /// <summary>Sets how long teams may appeal; counts for releases from now on.</summary>
    public void SetAppealDays(int days, Actor by)
    {
        Rule.Require(RoundRules.AppealDaysAreSensible(days));
        AppealDays = days;
        Trace(by, "round.set-appeal-days", days.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Sets the criteria that a stage's panels to come start from; panels that exist keep theirs.</summary>
    /// <param name="stage">Which stage.</param>
    /// <param name="criteria">In order; weights add up to 100.</param>
    /// <param name="by">The officer.</param>
    public void SetCriteria(ReviewStage stage, IReadOnlyList<StageCriterion> criteria, Actor by)
    {
        Rule.Require(RoundRules.WeightsAddUp(criteria));
        StageCriterion[] numbered = [.. criteria.Select((criterion, index) => criterion with { Stage = stage, Order = index + 1 })];
        StageCriterion[] others = [.. _criteria.Where(criterion => criterion.Stage != stage)];
        _criteria.Clear();
        _criteria.AddRange(stage == ReviewStage.Concept ? [.. numbered, .. others] : [.. others, .. numbered]);
        Trace(by, "round.set-criteria", $"{stage}: {string.Join(", ", numbered.Select(criterion => $"{criterion.Name} {criterion.Weight}"))}");
    }

    /// <summary>Changes whom the round lets in; counts for applications from now on.</summary>
    /// <param name="terms">What it asks.</param>
    /// <param name="largestTeam">Members of the largest team so far; nobody is put out by a smaller size.</param>
    /// <param name="by">The officer.</param>
    public void Admit(EligibilityTerms terms, int largestTeam, Actor by)
    {
        Rule.Require(RoundRules.AgeIsSensible(terms));
        Rule.Require(RoundRules.TeamSizesAreInOrder(terms));
        Rule.Require(RoundRules.FitsLargestTeam(terms, largestTeam));
        var before = Eligibility;
        (MinimumAge, RequiredNationality, RequiresNaturalPerson) = (terms.MinimumAge, terms.RequiredNationality, terms.RequiresNaturalPerson);
        (MinimumTeamSize, MaximumTeamSize) = (terms.MinimumTeamSize, terms.MaximumTeamSize);
        Trace(by, "round.admit", $"{before} → {terms}");
    }

    /// <summary>Whom the round lets in.</summary>
    public EligibilityTerms Eligibility => new(MinimumAge, RequiredNationality, RequiresNaturalPerson, MinimumTeamSize, MaximumTeamSize);

    /// <summary>Closes a stage's intake once its deadline has come; false when there is nothing to do.</summary>
    public bool CloseIntake(ReviewStage stage, Actor by)
    {
        if (ClosedAt(stage) is not null || by.At < DeadlineOf(stage))
        {
            return false;
        }

        if (stage == ReviewStage.Concept)
        {
            ConceptClosedAt = by.At;
        }
        else
        {
            ProofClosedAt = by.At;
        }

        Trace(by, stage == ReviewStage.Concept ? "round.close-concept" : "round.close-proof");
        return true;
    }

    /// <summary>Opens a stage's review once its intake is closed; false when there is nothing to do.</summary>
    public bool OpenReview(ReviewStage stage, Actor by)
    {
        if (ReviewOpenedAt(stage) is not null || ClosedAt(stage) is null)
        {
            return false;
        }

        if (stage == ReviewStage.Concept)
        {
            ConceptReviewOpenedAt = by.At;
        }
        else
        {
            ProofReviewOpenedAt = by.At;
        }

        Trace(by, stage == ReviewStage.Concept ? "round.open-concept-review" : "round.open-proof-review");
        return true;
    }

    /// <summary>Goes on to a later version of the award scheme; what was decided under earlier ones stays as it was.</summary>
    /// <param name="scheme">The version, in force.</param>
    /// <param name="by">Who brought it into force.</param>
    public void Adopt(AwardScheme scheme, Actor by)
    {
        Rule.Require(AwardSchemeRules.IsLater(scheme, this));
        Rule.Require(AwardSchemeRules.BudgetCoversCommitted(scheme.Budget, Committed));
        (Budget, CapPerEntry, SchemeVersion) = (scheme.Budget, scheme.CapPerEntry, scheme.Number);
        _awardItems.Clear();
        _awardItems.AddRange(scheme.Items.Select(item => item.Copy()));
        _withholding.Clear();
        _withholding.AddRange(scheme.Withholding.Select(rule => rule with { }));
        Trace(by, "round.adopt-scheme", $"{scheme.Number}: budget {Budget}, cap {CapPerEntry}");
    }

    /// <summary>Books money for a decision.</summary>
    /// <exception cref="BrokenRuleException">The budget does not cover it.</exception>
    public void Commit(Twd amount, Actor by)
    {
        Rule.Require(RoundRules.BudgetCovers(this, amount));
        Committed += amount;
        Trace(by, "round.commit", amount.ToString());
    }

    /// <summary>Frees money that a decision gave up or an entry forfeited.</summary>
    public void Release(Twd amount, Actor by)
    {
        Committed -= amount;
        Trace(by, "round.free", amount.ToString());
    }
}

/// <summary>Everything a round is made from.</summary>
public sealed record RoundTerms(
    int SeasonNumber,
    string SeasonName,
    int RocYear,
    string Code,
    int ProblemsPerOrganisation,
    int MinimumTeamSize,
    int MaximumTeamSize,
    int MinimumAge,
    string RequiredNationality,
    int CooperationMonths,
    Twd Budget,
    Twd CapPerEntry,
    IReadOnlyList<RoundStep> Steps,
    IReadOnlyList<AwardItem> AwardItems,
    IReadOnlyList<WithholdingRule> Withholding,
    IReadOnlyList<StageCriterion> Criteria,
    bool RequiresNaturalPerson = true);

/// <summary>Whom a round lets in.</summary>
/// <param name="MinimumAge">Years; 0 for any.</param>
/// <param name="RequiredNationality">ISO 3166 alpha-2; empty for any.</param>
/// <param name="RequiresNaturalPerson">Natural persons alone.</param>
/// <param name="MinimumTeamSize">Fewest members.</param>
/// <param name="MaximumTeamSize">Most members.</param>
public sealed record EligibilityTerms(int MinimumAge, string RequiredNationality, bool RequiresNaturalPerson, int MinimumTeamSize, int MaximumTeamSize)
{
    /// <summary>As the audit trail keeps it.</summary>
    public override string ToString() =>
        $"age {MinimumAge}, nationality {(RequiredNationality.Length == 0 ? "any" : RequiredNationality)}, natural person {RequiresNaturalPerson}, team {MinimumTeamSize}–{MaximumTeamSize}";
}

/// <summary>A criterion that a stage's panels start from.</summary>
/// <param name="Stage">Which stage.</param>
/// <param name="Order">Place in the list, from 1.</param>
/// <param name="Name">The criterion's name.</param>
/// <param name="Weight">Percent; a stage's weights add up to 100.</param>
/// <param name="Guidance">What reviewers should look at.</param>
public sealed record StageCriterion(ReviewStage Stage, int Order, string Name, int Weight, string Guidance);
