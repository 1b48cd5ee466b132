using System.ComponentModel;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Problems;

/// <summary>The life of a question about a problem (提問).</summary>
public enum QuestionStatus
{
    /// <summary>Waiting for the poser.</summary>
    [Description("待回答")]
    Asked,

    /// <summary>Answered, waiting for the office to publish it.</summary>
    [Description("待公開")]
    Answered,

    /// <summary>Everybody reads question and answer, without the asker's name.</summary>
    [Description("已公開")]
    Published,

    /// <summary>Kept from the public, with a reason.</summary>
    [Description("不公開")]
    Hidden,
}

/// <summary>What can be done to a question.</summary>
public enum QuestionAction
{
    /// <summary>The poser answers, or words the answer anew before it is published.</summary>
    [Description("回答")]
    Answer,

    /// <summary>An officer publishes it.</summary>
    [Description("公開")]
    Publish,

    /// <summary>An officer hides it.</summary>
    [Description("隱藏")]
    Hide,
}

/// <summary>The transition table of questions, in one place.</summary>
public static class QuestionStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static QuestionStatus? Following(QuestionStatus status, QuestionAction action) => (status, action) switch
    {
        (QuestionStatus.Asked or QuestionStatus.Answered, QuestionAction.Answer) => QuestionStatus.Answered,
        (QuestionStatus.Answered, QuestionAction.Publish) => QuestionStatus.Published,
        (QuestionStatus.Asked or QuestionStatus.Answered or QuestionStatus.Published, QuestionAction.Hide) => QuestionStatus.Hidden,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static QuestionStatus Next(QuestionStatus status, QuestionAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("question.transition", "", "提問目前是「{0}」，不能「{1}」。", status, action));
}
