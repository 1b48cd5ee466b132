using System.ComponentModel;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Reviews;

/// <summary>Which decision letter: one for each outcome to the team, and one to the poser.</summary>
public enum LetterKind
{
    /// <summary>To a team that was shortlisted.</summary>
    [Description("給團隊：入圍")]
    Shortlisted,

    /// <summary>To a team that was not.</summary>
    [Description("給團隊：未入圍")]
    NotShortlisted,

    /// <summary>To a team that got an award.</summary>
    [Description("給團隊：獲獎")]
    Awarded,

    /// <summary>To a team that got none.</summary>
    [Description("給團隊：未獲獎")]
    NotAwarded,

    /// <summary>To the posing organisation, whatever was decided.</summary>
    [Description("給出題單位")]
    Poser,
}

/// <summary>A letter's template in both languages, Markdown with the fields of <see cref="LetterFields"/>.</summary>
/// <param name="Subject">The Chinese subject.</param>
/// <param name="Body">The Chinese body.</param>
/// <param name="EnglishSubject">The English subject.</param>
/// <param name="EnglishBody">The English body.</param>
public sealed record LetterTemplate(string Subject, string Body, string EnglishSubject, string EnglishBody);

/// <summary>A panel's own wording of a decision letter; without one the house's default is sent.</summary>
public sealed class DecisionLetter : Aggregate
{
    private DecisionLetter()
    {
    }

    /// <summary>A panel's own wording.</summary>
    public DecisionLetter(Panel panel, LetterKind kind, LetterTemplate template, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        (PanelId, Kind) = (panel.Id, kind);
        Word(panel, template, by);
    }

    /// <summary>The panel.</summary>
    public Guid PanelId { get; private set; }

    /// <summary>Which letter.</summary>
    public LetterKind Kind { get; private set; }

    /// <summary>What it says.</summary>
    public LetterTemplate Template { get; private set; } = DecisionLetters.Default(LetterKind.Shortlisted);

    /// <summary>Words it, until the release.</summary>
    public void Word(Panel panel, LetterTemplate template, Actor by)
    {
        Rule.Require(DecisionLetterRules.BelongsToStage(Kind, panel.Stage));
        Rule.Require(DecisionLetterRules.IsWritten(template));
        Rule.Require(DecisionLetterRules.FieldsAreKnown(template));
        Rule.Require(DecisionLetterRules.SubjectsAreShort(template));
        Rule.Require(DecisionLetterRules.FieldsAreFew(template));
        Rule.Require(DecisionLetterRules.KeepsCommentsFromPoser(Kind, template));
        Template = template;
        panel.NoteLetter(Kind.ToString(), by);
        Trace(by, "letter.word", Kind.ToString());
    }
}

/// <summary>The rules of decision letters, named as sentences.</summary>
public static class DecisionLetterRules
{
    private const int Often = 3;

    /// <summary>Concepts are shortlisted, proofs awarded; posers get a letter of both.</summary>
    public static BrokenRule? BelongsToStage(LetterKind kind, ReviewStage stage) =>
        DecisionLetters.KindsOf(stage).Contains(kind) ? null : new BrokenRule("letter.kind", "", "這個階段沒有這種通知信。");

    /// <summary>Both languages have a subject and a body.</summary>
    public static BrokenRule? IsWritten(LetterTemplate template)
    {
        var empty = Parts(template).FirstOrDefault(part => string.IsNullOrWhiteSpace(part.Text)).Field;
        return empty is null ? null : new BrokenRule("letter.empty", empty, "請填寫。");
    }

    /// <summary>Only fields that exist.</summary>
    public static BrokenRule? FieldsAreKnown(LetterTemplate template)
    {
        var wrong = Parts(template).Select(part => (part.Field, Name: LetterFields.Unknown(part.Text))).FirstOrDefault(part => part.Name is not null);
        return wrong.Name is null ? null : new BrokenRule("letter.field", wrong.Field, "沒有「{0}」這個欄位。", $"{{{wrong.Name}}}");
    }

    /// <summary>What has several lines does not go into a subject.</summary>
    public static BrokenRule? SubjectsAreShort(LetterTemplate template)
    {
        var wrong = Parts(template).FirstOrDefault(part => part.Field.EndsWith("Subject", StringComparison.Ordinal)
            && LetterFields.In(part.Text).Any(field => field is LetterField.Reason or LetterField.Comments)).Field;
        return wrong is null ? null : new BrokenRule("letter.subject", wrong, "主旨不能放理由或評語。");
    }

    /// <summary>A field stands in a text at most three times, so that a letter can be sent (own).</summary>
    public static BrokenRule? FieldsAreFew(LetterTemplate template)
    {
        var wrong = Parts(template).FirstOrDefault(part => LetterFields.In(part.Text).GroupBy(field => field).Any(group => group.Count() > Often)).Field;
        return wrong is null ? null : new BrokenRule("letter.often", wrong, "同一個欄位最多用 {0} 次。", Often);
    }

    /// <summary>The reviewers' comments are for the team.</summary>
    public static BrokenRule? KeepsCommentsFromPoser(LetterKind kind, LetterTemplate template)
    {
        var wrong = kind == LetterKind.Poser ? Parts(template).FirstOrDefault(part => LetterFields.In(part.Text).Contains(LetterField.Comments)).Field : null;
        return wrong is null ? null : new BrokenRule("letter.poser", wrong, "給出題單位的信不放委員評語。");
    }

    private static IEnumerable<(string Field, string Text)> Parts(LetterTemplate template) =>
    [
        (nameof(template.Subject), template.Subject), (nameof(template.Body), template.Body),
        (nameof(template.EnglishSubject), template.EnglishSubject), (nameof(template.EnglishBody), template.EnglishBody),
    ];
}
