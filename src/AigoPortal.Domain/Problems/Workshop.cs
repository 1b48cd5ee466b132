using System.ComponentModel;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Problems;

/// <summary>The four steps of the workshop (AIGO briefing, 出題工作坊).</summary>
public enum WorkshopStep
{
    /// <summary>①.</summary>
    [Description("① 盤點需求")]
    TakeStock,

    /// <summary>②.</summary>
    [Description("② 確認議題是否可以升級 AI 化")]
    ConfirmAi,

    /// <summary>③.</summary>
    [Description("③ 訓練決策命題方向與數位轉型步驟")]
    ChooseDirection,

    /// <summary>④.</summary>
    [Description("④ AI 專家與產業專家建議優化")]
    TakeAdvice,
}

/// <summary>Where a mentor comes from.</summary>
public enum MentorKind
{
    /// <summary>AI 專家.</summary>
    [Description("AI 專家")]
    Ai,

    /// <summary>產業專家.</summary>
    [Description("產業專家")]
    Industry,
}

/// <summary>How a problem is optimised (題目優化): its steps, its mentors, and what they advise. It has the problem's identity.</summary>
public sealed class Workshop : Aggregate
{
    private readonly List<WorkshopRecord> _records = [];
    private readonly List<WorkshopMentor> _mentors = [];
    private readonly List<Advice> _advice = [];

    private Workshop()
    {
    }

    /// <summary>Opens the workshop of a problem that is optimised.</summary>
    public Workshop(Problem problem, Actor by)
    {
        Rule.Require(WorkshopRules.IsOpen(problem));
        Id = problem.Id;
        Trace(by, "workshop.open");
    }

    /// <summary>What was done, step by step.</summary>
    public IReadOnlyList<WorkshopRecord> Records => _records;

    /// <summary>Who was invited to advise.</summary>
    public IReadOnlyList<WorkshopMentor> Mentors => _mentors;

    /// <summary>What they advised.</summary>
    public IReadOnlyList<Advice> Advice => _advice;

    /// <summary>Notes that a step was done.</summary>
    public void Record(Problem problem, WorkshopStep step, DateOnly doneOn, string doneBy, string notes, Actor by)
    {
        Rule.Require(WorkshopRules.IsOpen(problem));
        Rule.Require(WorkshopRules.RecordSaysWhat(notes));
        _records.Add(new WorkshopRecord { Step = step, DoneOn = doneOn, DoneBy = doneBy, Notes = notes, RecordedAt = by.At, RecordedBy = by.Name });
        Trace(by, "workshop.record", notes);
    }

    /// <summary>Invites a mentor who has no part in the organisation.</summary>
    public void Invite(Problem problem, Organisation organisation, Person mentor, MentorKind kind, Actor by)
    {
        Rule.Require(WorkshopRules.IsOpen(problem));
        Rule.Require(WorkshopRules.IsNotInvited(this, mentor));
        Rule.Require(WorkshopRules.HasNoPart(organisation, mentor));
        _mentors.Add(new WorkshopMentor(mentor.Id, kind, by.At));
        Trace(by, "workshop.invite-mentor", mentor.Name);
    }

    /// <summary>Ends a mentor's part; what they advised stays.</summary>
    /// <returns>False when the person is no mentor here.</returns>
    public bool Dismiss(Guid mentorId, string name, Actor by)
    {
        if (_mentors.RemoveAll(known => known.PersonId == mentorId) == 0)
        {
            return false;
        }

        Trace(by, "workshop.dismiss-mentor", name);
        return true;
    }

    /// <summary>A mentor advises on a part of the problem.</summary>
    public Advice Advise(Problem problem, ProblemPart part, string text, Actor by)
    {
        Rule.Require(WorkshopRules.IsMentor(this, by.PersonId));
        Rule.Require(WorkshopRules.IsOpen(problem));
        Rule.Require(WorkshopRules.AdviceSaysWhat(text));
        var advice = new Advice(part, text, by);
        _advice.Add(advice);
        Trace(by, "workshop.advise", text);
        return advice;
    }

    /// <summary>The poser takes an advice, or says why not.</summary>
    public Advice Answer(Guid adviceId, AdviceAction action, string answer, Actor by)
    {
        var advice = _advice.FirstOrDefault(known => known.Id == adviceId) ?? throw new BrokenRuleException(WorkshopRules.AdviceIsGone());
        Rule.Require(WorkshopRules.RefusalSaysWhy(action, answer));
        advice.Become(action, answer, by);
        Trace(by, action == AdviceAction.Accept ? "workshop.accept-advice" : "workshop.decline-advice", answer);
        return advice;
    }
}

/// <summary>A step as it was done.</summary>
public sealed record WorkshopRecord
{
    /// <summary>Which step.</summary>
    public WorkshopStep Step { get; init; }

    /// <summary>On which day.</summary>
    public DateOnly DoneOn { get; init; }

    /// <summary>By whom, in words.</summary>
    public string DoneBy { get; init; } = "";

    /// <summary>What came of it.</summary>
    public string Notes { get; init; } = "";

    /// <summary>When it was written down.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote it down.</summary>
    public string RecordedBy { get; init; } = "";
}

/// <summary>A mentor of a workshop.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Kind">Where they come from.</param>
/// <param name="InvitedAt">When they were invited.</param>
public sealed record WorkshopMentor(Guid PersonId, MentorKind Kind, DateTimeOffset InvitedAt);
