using AigoPortal.Domain.Reviews;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Reviews;

public class ReviewAgainTests
{
    [Fact]
    public void Resume_AfterStepBack_StartsEmpty()
    {
        var review = new Review(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Given.Actor());
        review.Recuse("師生", Given.Panel(PanelStatus.Reviewing), Given.Actor());

        review.Resume(Given.Actor());

        (review.Status, review.ConflictReason, review.Total, review.Scores.Count).ShouldBe((ReviewStatus.Assigned, null, null, 0));
    }

    [Fact]
    public void Resume_OfAReviewThatNobodyLeft_IsRefused()
    {
        Action resume = () => new Review(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Given.Actor()).Resume(Given.Actor());
        resume.ShouldBeRefused("review.not-recused");
    }
}
