using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Messages;
using AigoPortal.Domain.Rules;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Messages;

public class ConversationTests
{
    [Fact]
    public void Messages_AreNumbered_AndRetractedOnesAreEmpty()
    {
        var (entry, author) = (Given.Entry(), Guid.NewGuid());
        var talk = new Conversation(entry, Given.Actor());
        talk.Write(entry, MessageSide.Team, "一", [], Given.Actor());
        var second = talk.Write(entry, MessageSide.Poser, "二", [Guid.NewGuid()], Given.Actor(person: author));

        talk.Retract(second, Given.Actor(Given.Now.AddMinutes(10).AddSeconds(-1), author));

        talk.LastNumber.ShouldBe(2);
        (second.Number, second.Text, second.Attachments.Count, second.RetractedAt).ShouldBe((2, "", 0, Given.Now.AddMinutes(10).AddSeconds(-1)));
    }

    [Fact]
    public void Retracting_AfterTenMinutes_OrByAnother_OrTwice_IsRefused()
    {
        var (entry, author) = (Given.Entry(), Guid.NewGuid());
        var talk = new Conversation(entry, Given.Actor());
        var message = talk.Write(entry, MessageSide.Team, "一", [], Given.Actor(person: author));

        Code(() => talk.Retract(message, Given.Actor(Given.Now.AddMinutes(10), author))).ShouldBe("message.too-late");
        Code(() => talk.Retract(message, Given.Actor())).ShouldBe("message.others");
        talk.Retract(message, Given.Actor(person: author));
        Code(() => talk.Retract(message, Given.Actor(person: author))).ShouldBe("message.retracted");
    }

    [Fact]
    public void Writing_WithoutWords_WithTooManyFiles_OrToAnEndedEntry_IsRefused()
    {
        var (living, ended) = (Given.Entry(), Given.Entry(EntryStatus.Withdrawn));
        var talk = new Conversation(living, Given.Actor());

        Code(() => talk.Write(living, MessageSide.Team, "  ", [], Given.Actor())).ShouldBe("message.empty");
        Code(() => talk.Write(living, MessageSide.Team, new string('字', 4001), [], Given.Actor())).ShouldBe("message.long");
        Code(() => talk.Write(living, MessageSide.Team, "一", [.. Enumerable.Range(0, 4).Select(_ => Guid.NewGuid())], Given.Actor())).ShouldBe("message.attachments");
        Code(() => new Conversation(ended, Given.Actor()).Write(ended, MessageSide.Team, "一", [], Given.Actor())).ShouldBe("message.closed");
        talk.LastNumber.ShouldBe(0);
    }

    private static string Code(Action act) => Should.Throw<BrokenRuleException>(act).Rule.Code;
}
