using System.Globalization;
using AigoPortal.Domain.Reviews;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Reviews;

public class ReviewTests
{
    // By hand: Σ score × weight ÷ 100, two decimals, half away from zero.
    [Theory]
    [InlineData(new[] { 30, 20, 30, 20 }, new[] { 80, 70, 90, 60 }, "77")] // 24 + 14 + 27 + 12
    [InlineData(new[] { 30, 20, 30, 20 }, new[] { 0, 0, 0, 0 }, "0")]
    [InlineData(new[] { 30, 20, 30, 20 }, new[] { 100, 100, 100, 100 }, "100")]
    [InlineData(new[] { 30, 20, 30, 20 }, new[] { 81, 77, 93, 68 }, "81.2")] // 24.3 + 15.4 + 27.9 + 13.6
    [InlineData(new[] { 33, 67 }, new[] { 85, 91 }, "89.02")] // 28.05 + 60.97
    [InlineData(new[] { 1, 99 }, new[] { 100, 0 }, "1")]
    [InlineData(new[] { 33, 33, 34 }, new[] { 71, 72, 73 }, "72.01")] // 23.43 + 23.76 + 24.82
    public void Total_IsTheWeightedSum(int[] weights, int[] values, string total)
    {
        var panel = Reviewing(weights);
        var review = Assigned(panel);
        review.Submit(Scores(values), "評語", panel, Given.Actor());
        review.Total.ShouldBe(decimal.Parse(total, CultureInfo.InvariantCulture));
        (review.Status, review.SubmittedAt).ShouldBe((ReviewStatus.Submitted, Given.Now));
    }

    [Theory]
    [InlineData(new[] { 80 })]
    [InlineData(new[] { 80, 101 })]
    [InlineData(new[] { -1, 80 })]
    [InlineData(new[] { 80, 80, 80 })]
    [InlineData(new int[0])]
    public void Submit_WithoutOneScoreACriterion_IsRefused(int[] values)
    {
        var panel = Reviewing(60, 40);
        Action submit = () => Assigned(panel).Submit(Scores(values), "評語", panel, Given.Actor());
        submit.ShouldBeRefused("review.scores");
    }

    [Fact]
    public void Submit_WithASecondScoreOutOfRange_IsRefused()
    {
        var panel = Reviewing(60, 40);
        Action submit = () => Assigned(panel).Submit([new(1, 999), new(1, 80), new(2, 80)], "評語", panel, Given.Actor());
        submit.ShouldBeRefused("review.scores");
    }

    [Fact]
    public void Submit_WithTheSameCriterionTwice_IsRefused()
    {
        var panel = Reviewing(60, 40);
        Action submit = () => Assigned(panel).Submit([new(1, 70), new(1, 80)], "評語", panel, Given.Actor());
        submit.ShouldBeRefused("review.scores");
    }

    [Fact]
    public void Submit_InAnyOrder_IsKeptInTheCriteriasOrder()
    {
        var panel = Reviewing(60, 40);
        var review = Assigned(panel);
        review.Submit([new(2, 50), new(1, 90)], "評語", panel, Given.Actor());
        review.Scores.ShouldBe([new(1, 90), new(2, 50)]);
        review.Total.ShouldBe(74);
    }

    [Fact]
    public void Submit_AgainWithTheReviewsOwnScores_KeepsThem()
    {
        var panel = Reviewing(60, 40);
        var review = Assigned(panel);
        review.Submit(Scores(90, 50), "評語", panel, Given.Actor());
        review.Submit(review.Scores, "改寫的評語", panel, Given.Actor());
        (review.Scores.Count, review.Total, review.Comment).ShouldBe((2, 74m, "改寫的評語"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void Submit_WithoutAComment_IsRefused(string comment)
    {
        var panel = Reviewing(60, 40);
        Action submit = () => Assigned(panel).Submit(Scores(80, 80), comment, panel, Given.Actor());
        submit.ShouldBeRefused("review.comment");
    }

    [Theory]
    [InlineData(PanelStatus.Preparing)]
    [InlineData(PanelStatus.Convened)]
    [InlineData(PanelStatus.Released)]
    public void Submit_WhileThePanelDoesNotReview_IsRefused(PanelStatus status)
    {
        var panel = Given.Panel(status);
        Action submit = () => Assigned(panel).Submit(Scores(80, 80, 80, 80), "評語", panel, Given.Actor());
        submit.ShouldBeRefused("review.closed");
    }

    [Fact]
    public void Recuse_ForgetsTheScoresAndEndsTheReview()
    {
        var panel = Reviewing(60, 40);
        var review = Assigned(panel);
        review.Submit(Scores(80, 80), "評語", panel, Given.Actor());
        review.Recuse("曾共同執行計畫", panel, Given.Actor());

        (review.Status, review.Total, review.Comment, review.Scores.Count).ShouldBe((ReviewStatus.Recused, (decimal?)null, "", 0));
        Action submit = () => review.Submit(Scores(80, 80), "評語", panel, Given.Actor());
        submit.ShouldBeRefused("review.recused");
    }

    [Fact]
    public void Recuse_NamesTheConflict()
    {
        var panel = Reviewing(100);
        Action recuse = () => Assigned(panel).Recuse(" ", panel, Given.Actor());
        recuse.ShouldBeRefused("review.conflict");
    }

    [Fact]
    public void Recuse_AfterTheRelease_IsRefused()
    {
        var panel = Given.Panel(PanelStatus.Released);
        Action recuse = () => Assigned(panel).Recuse("曾共同執行計畫", panel, Given.Actor());
        recuse.ShouldBeRefused("review.released");
    }

    [Fact]
    public void ADraft_LeavesWhatWasHandedIn_AndIsGoneWithTheNextHandingIn()
    {
        var panel = Reviewing(60, 40);
        var review = Assigned(panel);
        review.Write(new ReviewDraft([new(2, 55)], "寫到一半", ""), panel, Given.Actor());
        (review.Status, review.Total, review.Draft!.Scores.Count).ShouldBe((ReviewStatus.Assigned, (decimal?)null, 1));

        review.Submit(Scores(90, 50), "評語", panel, Given.Actor(), "請留意資料授權");
        (review.Draft, review.Note, review.Total).ShouldBe(((ReviewDraft?)null, "請留意資料授權", 74m));

        review.Write(new ReviewDraft(Scores(10, 10), "想改低", ""), panel, Given.Actor());
        (review.Status, review.Total, review.Comment).ShouldBe((ReviewStatus.Submitted, 74m, "評語"));
        review.Write(new ReviewDraft(Scores(90, 50), "評語", "請留意資料授權"), panel, Given.Actor());
        review.Draft.ShouldBeNull("it says what was handed in");
        review.Traces.Select(trace => trace.Verb).ShouldBe(["review.submit"]);
    }

    [Theory]
    [InlineData(1, 101)]
    [InlineData(1, -1)]
    [InlineData(3, 50)]
    public void ADraft_ScoresOnlyWhatIsAsked(int criterion, int value)
    {
        var panel = Reviewing(60, 40);
        Action write = () => Assigned(panel).Write(new ReviewDraft([new(criterion, value)], "", ""), panel, Given.Actor());
        write.ShouldBeRefused("review.scores");
    }

    [Fact]
    public void Scores_AreTakenUntilTheInstantTheScoringEnds()
    {
        var panel = Reviewing(60, 40);
        panel.Arrange(new PanelTerms(null, Given.Now.AddHours(1), false), Given.Actor());
        var review = Assigned(panel);
        var last = Given.Actor(Given.Now.AddHours(1).AddTicks(-1));
        review.Write(new ReviewDraft([], "還在寫", ""), panel, last);
        review.Submit(Scores(90, 50), "評語", panel, last);

        var late = Given.Actor(Given.Now.AddHours(1));
        Action submit = () => review.Submit(Scores(1, 1), "晚了", panel, late);
        submit.ShouldBeRefused("review.late");
        Action write = () => review.Write(new ReviewDraft([], "晚了", ""), panel, late);
        write.ShouldBeRefused("review.late");
        Refusals.Of(submit).Arguments.ShouldBe([Given.Now.AddHours(1)]);
        review.Total.ShouldBe(74);
    }

    [Fact]
    public void TheCriteria_AreFixedOnceThePanelIsConvened_SoThatAllTotalsAreOfOneKind()
    {
        foreach (var status in new[] { PanelStatus.Convened, PanelStatus.Reviewing, PanelStatus.Released })
        {
            var panel = Given.Panel(status);
            Action weigh = () => panel.Weigh([new PanelCriterion(1, "唯一準則", 100, "")], Given.Actor());
            weigh.ShouldBeRefused("panel.fixed");
        }
    }

    private static Panel Reviewing(params int[] weights)
    {
        var panel = Given.Panel();
        panel.Weigh([.. weights.Select((weight, index) => new PanelCriterion(index + 1, $"準則 {index + 1}", weight, ""))], Given.Actor());
        return panel.Led(PanelStatus.Reviewing);
    }

    private static Review Assigned(Panel panel) => new(panel.Id, Guid.NewGuid(), Guid.NewGuid(), Given.Actor());

    private static IReadOnlyList<Score> Scores(params int[] values) => [.. values.Select((value, index) => new Score(index + 1, value))];
}
