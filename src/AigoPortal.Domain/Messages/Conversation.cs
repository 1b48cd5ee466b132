using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Messages;

/// <summary>What the team, the poser and the office write to each other about one entry (雙方訊息). It has the entry's identity.</summary>
public sealed class Conversation : Aggregate
{
    private readonly List<Message> _messages = [];

    private Conversation()
    {
    }

    /// <summary>Opens the conversation of an entry.</summary>
    public Conversation(Entry entry, Actor by)
    {
        Id = entry.Id;
        Trace(by, "conversation.open");
    }

    /// <summary>The number of the newest message; messages count from 1 in each conversation.</summary>
    public int LastNumber { get; private set; }

    /// <summary>The messages; read them by their own query, they are not loaded with the conversation.</summary>
    public IReadOnlyList<Message> Messages => _messages;

    /// <summary>Writes a message.</summary>
    /// <param name="entry">The entry, as it stands; an ended one keeps its conversation to be read.</param>
    /// <param name="side">For whom the actor writes.</param>
    /// <param name="text">Markdown.</param>
    /// <param name="fileIds">Attachments.</param>
    /// <param name="by">The author.</param>
    public Message Write(Entry entry, MessageSide side, string text, IReadOnlyList<Guid> fileIds, Actor by)
    {
        Rule.Require(MessageRules.IsOpen(entry));
        Rule.Require(MessageRules.SaysSomething(text));
        Rule.Require(MessageRules.AttachmentsAreFew(fileIds.Count));
        LastNumber++;
        var message = new Message(Id, LastNumber, side, text, fileIds, by);
        _messages.Add(message);
        Trace(by, "conversation.write");
        return message;
    }

    /// <summary>The author takes a message back; what it said and its attachments are gone.</summary>
    /// <param name="message">A message of this conversation.</param>
    /// <param name="by">The author.</param>
    public void Retract(Message message, Actor by)
    {
        Rule.Require(MessageRules.IsMine(message, by.PersonId));
        Rule.Require(MessageRules.CanBeRetracted(message, by.At));
        message.Retract(by.At);
        Trace(by, "conversation.retract");
    }
}
