using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Problems;

// The office's side: who took it, what was found, its grades, and the versions that are kept.
public sealed partial class Problem
{
    private readonly List<ScreeningLine> _checklist = [];
    private readonly List<FieldReason> _fieldReasons = [];
    private readonly List<ProblemVersion> _versions = [];

    /// <summary>The officer who took it (領件); others look on until they take it over.</summary>
    public Guid? TakenBy { get; private set; }

    /// <summary>That officer's name.</summary>
    public string? TakerName { get; private set; }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>What the screening found, point by point.</summary>
    public IReadOnlyList<ScreeningLine> Checklist => _checklist;

    /// <summary>Why it was returned, field by field.</summary>
    public IReadOnlyList<FieldReason> FieldReasons => _fieldReasons;

    /// <summary>資料就緒度 as the office graded it; the poser's own word stands in its content.</summary>
    public DataReadiness? GradedReadiness { get; private set; }

    /// <summary>Why it was graded so.</summary>
    public string? GradeReason { get; private set; }

    /// <summary>When an 實習資料工程師 was asked for.</summary>
    public DateTimeOffset? DataInternAskedAt { get; private set; }

    /// <summary>No usable data yet: teams wait (AIGO briefing: 尚無有效資料先媒合實習資料工程師).</summary>
    public bool WaitsForData => (GradedReadiness ?? Content.Readiness) == DataReadiness.None;

    /// <summary>How many versions were kept.</summary>
    public int LastVersion { get; private set; }

    /// <summary>Written to while it was optimised, and not yet kept as a version.</summary>
    public bool HasUnkeptChanges { get; private set; }

    /// <summary>The versions kept; read them by their own query, they are not loaded with the problem.</summary>
    public IReadOnlyList<ProblemVersion> Versions => _versions;

    /// <summary>Takes it, or takes it over from a colleague.</summary>
    public void Take(Actor by)
    {
        Rule.Require(ProblemRules.IsBeingScreened(Status));
        (TakenBy, TakerName, TakenAt) = (by.PersonId, by.Name, by.At);
        Trace(by, "problem.take");
    }

    /// <summary>Puts it back for whoever comes next.</summary>
    public void PutBack(Actor by)
    {
        Rule.Require(ProblemRules.IsFreeFor(this, by));
        (TakenBy, TakerName, TakenAt) = (null, null, null);
        Trace(by, "problem.put-back");
    }

    /// <summary>Keeps what the screening found.</summary>
    public void Check(IReadOnlyList<ScreeningLine> lines, Actor by)
    {
        Rule.Require(ProblemRules.IsBeingScreened(Status));
        Rule.Require(ProblemRules.IsFreeFor(this, by));
        ScreeningLine[] found = [.. lines];
        _checklist.Clear();
        _checklist.AddRange(found);
        Trace(by, "problem.check");
    }

    /// <summary>Grades it (programme plan, 精準命題分級).</summary>
    public void Classify(DataReadiness readiness, Grade difficulty, Grade maturity, string why, Actor by)
    {
        Rule.Require(ProblemRules.IsBeingScreened(Status));
        Rule.Require(ProblemRules.IsFreeFor(this, by));
        Rule.Require(ProblemRules.GradesSayWhy(why));
        (GradedReadiness, Difficulty, Maturity, GradeReason) = (readiness, difficulty, maturity, why);
        Trace(by, "problem.classify", why);
    }

    /// <summary>Asks for an 實習資料工程師 who helps to collect and clean the data.</summary>
    public void AskForDataIntern(Actor by)
    {
        Rule.Require(ProblemRules.HasNoUsableData(this));
        DataInternAskedAt = by.At;
        Trace(by, "problem.ask-data-intern");
    }

    /// <summary>The data can be used now; the problem leaves its lane and teams may apply.</summary>
    public void ConfirmData(DataReadiness readiness, string why, Actor by)
    {
        Rule.Require(ProblemRules.HasNoUsableData(this));
        Rule.Require(ProblemRules.DataAreUsable(readiness));
        Rule.Require(ProblemRules.GradesSayWhy(why));
        (GradedReadiness, GradeReason) = (readiness, why);
        Trace(by, "problem.confirm-data", why);
    }

    /// <summary>Keeps what was changed while it was optimised as a new version.</summary>
    public void KeepChange(string why, Actor by)
    {
        Rule.Require(ProblemRules.HasChanges(this));
        Rule.Require(ProblemRules.ChangeSaysWhy(why));
        Keep(VersionOccasion.Improved, why, by);
        Trace(by, "problem.keep-change", why);
    }

    private void MakePublic(Actor by)
    {
        Rule.Require(ProblemRules.IsFreeFor(this, by));
        Become(ProblemAction.List);
        ListedAt = by.At;
        if (HasUnkeptChanges)
        {
            Keep(VersionOccasion.Listed, null, by);
        }

        Trace(by, "problem.list");
    }

    private void Keep(VersionOccasion occasion, string? why, Actor by)
    {
        LastVersion++;
        HasUnkeptChanges = false;
        _versions.Add(new ProblemVersion(Id, LastVersion, occasion, why, new ProblemSnapshot(Content, [.. _dataSets]), by));
    }
}
