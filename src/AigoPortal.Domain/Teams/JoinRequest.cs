using System.ComponentModel;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Teams;

/// <summary>Where a request to join stands.</summary>
public enum JoinRequestStatus
{
    /// <summary>Waits for the leader.</summary>
    [Description("待隊長回覆")]
    Pending,

    /// <summary>The leader answered with an invitation.</summary>
    [Description("已邀請")]
    Accepted,

    /// <summary>The leader said no.</summary>
    [Description("已婉拒")]
    Declined,

    /// <summary>The person took it back, or joined another team.</summary>
    [Description("已收回")]
    Withdrawn,
}

/// <summary>A person asks a team that looks for members whether they may join (own).</summary>
public sealed class JoinRequest
{
    /// <summary>The longest word to the leader, in characters (own).</summary>
    public const int LongestWord = 500;

    private JoinRequest()
    {
    }

    internal JoinRequest(Guid teamId, string word, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        (TeamId, PersonId, Word, AskedAt) = (teamId, by.PersonId, word, by.At);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The team.</summary>
    public Guid TeamId { get; private set; }

    /// <summary>Who wants to join.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>What they tell the leader.</summary>
    public string Word { get; private set; } = "";

    /// <summary>When they asked.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public JoinRequestStatus Status { get; private set; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    internal void Answer(JoinRequestStatus answer, Actor by) => (Status, AnsweredAt) = (answer, by.At);
}
