using System.ComponentModel;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Problems;

/// <summary>The parts of a problem's form.</summary>
public enum ProblemPart
{
    /// <summary>出題內容.</summary>
    [Description("出題內容")]
    Content,

    /// <summary>資料內容.</summary>
    [Description("資料內容")]
    Data,

    /// <summary>期望成果.</summary>
    [Description("期望成果")]
    Result,

    /// <summary>資源與誘因.</summary>
    [Description("資源與誘因")]
    Resources,
}

/// <summary>The life of a mentor's advice.</summary>
public enum AdviceStatus
{
    /// <summary>Waits for the poser.</summary>
    [Description("待回覆")]
    Pending,

    /// <summary>Taken.</summary>
    [Description("已採納")]
    Accepted,

    /// <summary>Not taken, with a reason.</summary>
    [Description("未採納")]
    Declined,
}

/// <summary>What the poser does with an advice.</summary>
public enum AdviceAction
{
    /// <summary>Takes it.</summary>
    [Description("採納")]
    Accept,

    /// <summary>Says why not.</summary>
    [Description("不採納")]
    Decline,
}

/// <summary>The transition table of advice, in one place.</summary>
public static class AdviceStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static AdviceStatus? Following(AdviceStatus status, AdviceAction action) => (status, action) switch
    {
        (AdviceStatus.Pending, AdviceAction.Accept) => AdviceStatus.Accepted,
        (AdviceStatus.Pending, AdviceAction.Decline) => AdviceStatus.Declined,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static AdviceStatus Next(AdviceStatus status, AdviceAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("advice.transition", "", "這則建議目前是「{0}」，不能再回覆。", status));
}

/// <summary>A mentor's advice on one part of a problem, and what the poser made of it.</summary>
public sealed class Advice
{
    private Advice()
    {
    }

    internal Advice(ProblemPart part, string text, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        (Part, Text, MentorId, MentorName, GivenAt) = (part, text, by.PersonId, by.Name, by.At);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which part it is about.</summary>
    public ProblemPart Part { get; private set; }

    /// <summary>The advice.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who gave it.</summary>
    public Guid MentorId { get; private set; }

    /// <summary>Their name at that moment.</summary>
    public string MentorName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>What became of it.</summary>
    public AdviceStatus Status { get; private set; }

    /// <summary>The poser's word.</summary>
    public string? Answer { get; private set; }

    /// <summary>When they answered.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    internal void Become(AdviceAction action, string answer, Actor by) =>
        (Status, Answer, AnsweredAt) = (AdviceStatuses.Next(Status, action), answer, by.At);
}
