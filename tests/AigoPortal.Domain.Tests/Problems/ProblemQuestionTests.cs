using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rules;
using Shouldly;
using Xunit;
using static AigoPortal.Domain.Problems.QuestionAction;
using static AigoPortal.Domain.Problems.QuestionStatus;

namespace AigoPortal.Domain.Tests.Problems;

public class ProblemQuestionTests
{
    private static readonly Dictionary<(QuestionStatus, QuestionAction), QuestionStatus> Expected = new()
    {
        [(Asked, Answer)] = Answered,
        [(Asked, Hide)] = Hidden,
        [(Answered, Answer)] = Answered,
        [(Answered, Publish)] = Published,
        [(Answered, Hide)] = Hidden,
        [(Published, Hide)] = Hidden,
    };

    public static TheoryData<QuestionStatus, QuestionAction> Everything => Matrix.Of<QuestionStatus, QuestionAction>();

    [Theory]
    [MemberData(nameof(Everything))]
    public void Verbs_FollowTheTableAndKeepTheStateTheyRefuse(QuestionStatus status, QuestionAction action)
    {
        var question = In(status);
        if (Expected.TryGetValue((status, action), out var next))
        {
            Do(question, action);
            (question.PreviousStatus, question.Status).ShouldBe((status, next));
        }
        else
        {
            Should.Throw<BrokenRuleException>(() => Do(question, action)).Rule.Code.ShouldBe("question.transition");
            question.Status.ShouldBe(status);
        }
    }

    [Fact]
    public void AProblemThatIsNotListed_TakesNoQuestion() => Refusals.Of(() => Ask(ProblemStatus.Closed)).Code.ShouldBe("question.closed");

    [Fact]
    public void WithoutWords_NothingIsAskedAnsweredOrHidden()
    {
        Refusals.Of(() => Ask(text: " ")).Code.ShouldBe("question.empty");
        Refusals.Of(() => Ask().Reply("", Given.Actor())).Code.ShouldBe("question.answer-empty");
        Refusals.Of(() => Ask().Hide("", Given.Actor())).Code.ShouldBe("question.reason");
    }

    private static ProblemQuestion Ask(ProblemStatus status = ProblemStatus.Listed, string text = "資料多大？") => new(Given.Problem(status, Given.Round()), text, Given.Actor());

    private static ProblemQuestion In(QuestionStatus status)
    {
        var question = Ask();
        QuestionAction[] way = status switch
        {
            Asked => [],
            Answered => [Answer],
            Published => [Answer, Publish],
            _ => [Hide],
        };
        foreach (var action in way)
        {
            Do(question, action);
        }

        return question;
    }

    private static void Do(ProblemQuestion question, QuestionAction action)
    {
        switch (action)
        {
            case Answer: question.Reply("900 GB。", Given.Actor()); break;
            case Publish: question.Publish(Given.Actor()); break;
            default: question.Hide("與題目無關。", Given.Actor()); break;
        }
    }
}
