using AigoPortal.Domain.Reviews;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Reviews;

public class DiscussionTests
{
    [Fact]
    public void Posts_CountFromOne_AnswerEarlierOnes_AndNameEachPersonOnce()
    {
        var (panel, person) = (Given.Panel(PanelStatus.Reviewing), Guid.NewGuid());
        var discussion = new Discussion(panel, Guid.NewGuid(), Given.Actor());
        discussion.Write(panel, "第一則", 7, [person, person], Given.Actor());
        var second = discussion.Write(panel, "第二則", 1, [], Given.Actor());

        discussion.Posts.Select(post => (post.Number, post.Answers)).ShouldBe([(1, null), (2, 1)]);
        discussion.Posts[0].Mentions.ShouldBe([person]);
        (discussion.LastNumber, second.Text).ShouldBe((2, "第二則"));
    }

    [Fact]
    public void TheAuthor_TakesAPostBack_AndNothingOfItStays()
    {
        var (panel, me) = (Given.Panel(PanelStatus.Reviewing), Given.Actor());
        var discussion = new Discussion(panel, Guid.NewGuid(), me);
        var post = discussion.Write(panel, "說錯了", null, [Guid.NewGuid()], me);
        Refused("discussion.others", () => discussion.Retract(panel, post, me with { PersonId = Guid.NewGuid() }));
        discussion.Retract(panel, post, me);
        (post.Text, post.Mentions.Count, post.RetractedAt).ShouldBe(("", 0, me.At));
        Refused("discussion.retracted", () => discussion.Retract(panel, post, me));
    }

    [Fact]
    public void AClosedDiscussion_AndThatOfAReleasedPanel_AreReadOnly()
    {
        var panel = Given.Panel(PanelStatus.Reviewing);
        var discussion = new Discussion(panel, Guid.NewGuid(), Given.Actor());
        var post = discussion.Write(panel, "意見", null, [], Given.Actor());
        discussion.Close(Given.Actor());
        Refused("discussion.closed", () => discussion.Write(panel, "太晚", null, [], Given.Actor()));
        Refused("discussion.closed", () => discussion.Retract(panel, post, Given.Actor()));
        discussion.Reopen(panel, Given.Actor());
        var released = Given.Panel(PanelStatus.Released);
        Refused("discussion.panel", () => discussion.Write(released, "太晚", null, [], Given.Actor()));
        Refused("discussion.panel", () => discussion.Retract(released, post, Given.Actor()));
        Refused("discussion.panel", () => _ = new Discussion(released, Guid.NewGuid(), Given.Actor()));
    }

    [Theory]
    [InlineData(0, "discussion.empty")]
    [InlineData(4001, "discussion.long")]
    public void APost_HasWordsAndEnds(int length, string code)
    {
        var panel = Given.Panel(PanelStatus.Reviewing);
        Refused(code, () => new Discussion(panel, Guid.NewGuid(), Given.Actor()).Write(panel, new string('字', length), null, [], Given.Actor()));
    }

    private static void Refused(string code, Action act) => act.ShouldBeRefused(code);
}
