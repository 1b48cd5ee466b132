using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Problems;

/// <summary>A participant's question about a listed problem, with the poser's answer; published by the office for all teams alike.</summary>
public sealed class ProblemQuestion : Aggregate
{
    private ProblemQuestion()
    {
    }

    /// <summary>Asks.</summary>
    public ProblemQuestion(Problem problem, string text, Actor by)
    {
        Rule.Require(QuestionRules.IsAskedOfAListedProblem(problem));
        Rule.Require(QuestionRules.Asks(text));
        Id = Guid.CreateVersion7(by.At);
        (ProblemId, AskerId, Text, AskedAt) = (problem.Id, by.PersonId, text, by.At);
        Trace(by, "question.ask");
    }

    /// <summary>The problem it is about.</summary>
    public Guid ProblemId { get; private set; }

    /// <summary>Who asked; known to the office only.</summary>
    public Guid AskerId { get; private set; }

    /// <summary>The question.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When it was asked.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The poser's answer.</summary>
    public string? Answer { get; private set; }

    /// <summary>When it was answered last.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When everybody could read it first.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Why it is hidden.</summary>
    public string? Reason { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public QuestionStatus Status { get; private set; }

    /// <summary>The state before; with <see cref="Status"/> a pair of the transition table.</summary>
    public QuestionStatus PreviousStatus { get; private set; }

    /// <summary>Answers it; until it is published the answer may be worded anew.</summary>
    public void Reply(string answer, Actor by)
    {
        Rule.Require(QuestionRules.Answers(answer));
        Become(QuestionAction.Answer);
        (Answer, AnsweredAt) = (answer, by.At);
        Trace(by, "question.answer");
    }

    /// <summary>Shows question and answer to everybody.</summary>
    public void Publish(Actor by)
    {
        Become(QuestionAction.Publish);
        PublishedAt = by.At;
        Trace(by, "question.publish");
    }

    /// <summary>Keeps it from the public.</summary>
    public void Hide(string reason, Actor by)
    {
        Rule.Require(QuestionRules.SaysWhy(reason));
        Become(QuestionAction.Hide);
        Reason = reason;
        Trace(by, "question.hide", reason);
    }

    private void Become(QuestionAction action) => (PreviousStatus, Status) = (Status, QuestionStatuses.Next(Status, action));
}

/// <summary>The rules of asking, named as sentences.</summary>
public static class QuestionRules
{
    /// <summary>The longest question and answer.</summary>
    public const int LongestText = 2000;

    /// <summary>Questions help teams to apply; a problem that takes no more teams takes no more questions.</summary>
    public static BrokenRule? IsAskedOfAListedProblem(Problem problem) =>
        problem.Status == ProblemStatus.Listed ? null : new BrokenRule("question.closed", "", "這一題目前不開放提問。");

    /// <summary>A question has words.</summary>
    public static BrokenRule? Asks(string text) => string.IsNullOrWhiteSpace(text) ? new BrokenRule("question.empty", "Text", "請寫下問題。") : null;

    /// <summary>An answer has words.</summary>
    public static BrokenRule? Answers(string answer) => string.IsNullOrWhiteSpace(answer) ? new BrokenRule("question.answer-empty", "Answer", "請寫下回答。") : null;

    /// <summary>Who asked learns why nobody else reads it.</summary>
    public static BrokenRule? SaysWhy(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new BrokenRule("question.reason", "Reason", "請寫出不公開的原因，會告訴提問人。") : null;
}
