using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Reviews;

public class DecisionLetterTests
{
    private static readonly Dictionary<LetterField, string> Values = new()
    {
        [LetterField.Code] = "116-1-E001",
        [LetterField.Problem] = "*良率* <b>",
        [LetterField.Team] = "# 隊名",
        [LetterField.Reason] = "第一行\n    第二行",
        [LetterField.Link] = "https://aigo.example/team",
    };

    [Theory]
    [InlineData(ReviewStage.Concept)]
    [InlineData(ReviewStage.Proof)]
    public void TheHousesOwnLetters_AreRight(ReviewStage stage)
    {
        var panel = Given.Panel(PanelStatus.Reviewing, stage: stage);
        foreach (var kind in DecisionLetters.KindsOf(stage))
        {
            new DecisionLetter(panel, kind, DecisionLetters.Default(kind), Given.Actor()).Template.ShouldBe(DecisionLetters.Default(kind));
        }

        foreach (var kind in Enum.GetValues<LetterKind>().Except(DecisionLetters.KindsOf(stage)))
        {
            Action other = () => _ = new DecisionLetter(panel, kind, DecisionLetters.Default(kind), Given.Actor());
            other.ShouldBeRefused("letter.kind");
        }
    }

    [Theory]
    [InlineData("Body", "{案號}{獎盃}", "letter.field")]
    [InlineData("EnglishBody", "{prize}", "letter.field")]
    [InlineData("Subject", "{理由}", "letter.subject")]
    [InlineData("EnglishSubject", "{comments}", "letter.subject")]
    [InlineData("Body", " ", "letter.empty")]
    [InlineData("Body", "{理由}{理由}{reason}{理由}", "letter.often")]
    public void AWrongTemplate_IsRefusedAtItsField(string field, string text, string code)
    {
        var usual = DecisionLetters.Default(LetterKind.Shortlisted);
        var template = field switch
        {
            "Subject" => usual with { Subject = text },
            "EnglishSubject" => usual with { EnglishSubject = text },
            "EnglishBody" => usual with { EnglishBody = text },
            _ => usual with { Body = text },
        };
        var rule = Refusals.Of(() => _ = new DecisionLetter(Given.Panel(PanelStatus.Reviewing), LetterKind.Shortlisted, template, Given.Actor()));
        (rule.Code, rule.Field).ShouldBe((code, field));
    }

    [Fact]
    public void ThePosersLetter_HoldsNoComments_AndNothingChangesAfterTheRelease()
    {
        Action comments = () => _ = new DecisionLetter(Given.Panel(PanelStatus.Reviewing), LetterKind.Poser, DecisionLetters.Default(LetterKind.Poser) with { Body = "{評語}" }, Given.Actor());
        comments.ShouldBeRefused("letter.poser");
        Action late = () => _ = new DecisionLetter(Given.Panel(PanelStatus.Released), LetterKind.Poser, DecisionLetters.Default(LetterKind.Poser), Given.Actor());
        late.ShouldBeRefused("panel.over");
    }

    [Fact]
    public void Values_AreTextInMarkdown_AndThemselvesInPlainText()
    {
        LetterFields.Markdown("## 結果\n**{題目}** {團隊} {code}\n{連結}", Values).ShouldBe("## 結果\n**\\*良率\\* \\<b\\>** \\# 隊名 116\\-1\\-E001\n<https://aigo.example/team>");
        LetterFields.Plain("## 結果\n**{題目}** {團隊} {code}\n{連結}", Values).ShouldBe("結果\n*良率* <b> # 隊名 116-1-E001\nhttps://aigo.example/team");
        LetterFields.Markdown("{理由}", Values).ShouldBe("第一行\n第二行");
        LetterFields.Plain("{等級}|{unknown}", Values).ShouldBe("|{unknown}");
    }

    [Fact]
    public void EveryMarkOfMarkdown_IsEscaped() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        var escaped = LetterFields.Escape(text.Get);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] == '\\')
            {
                i++; // what follows is only itself
            }
            else if (escaped[i] is '<' or '>' or '*' or '_' or '#' or '[' or ']' or '`' or '!' or '|' or '~' or '&')
            {
                return false;
            }
        }

        return true;
    }));

    [Fact]
    public void Feedback_HasWords_AndFitsIntoALetter()
    {
        var feedback = new EntryFeedback(Guid.NewGuid(), Guid.NewGuid(), Given.Actor());
        Action empty = () => feedback.Choose([new FeedbackComment(1, Guid.NewGuid(), " ")], Given.Actor());
        empty.ShouldBeRefused("feedback.empty");
        Action tooLong = () => feedback.Choose([new FeedbackComment(1, Guid.NewGuid(), new string('長', FeedbackRules.Most + 1))], Given.Actor());
        tooLong.ShouldBeRefused("feedback.long");

        feedback.Choose([new FeedbackComment(7, Guid.NewGuid(), "很好"), new FeedbackComment(9, Guid.NewGuid(), "再加強")], Given.Actor());
        feedback.Comments.Select(comment => (comment.Order, comment.Text)).ShouldBe([(1, "很好"), (2, "再加強")]);
        feedback.Choose([], Given.Actor());
        feedback.Comments.ShouldBeEmpty();
    }
}
