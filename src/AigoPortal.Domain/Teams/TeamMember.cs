namespace AigoPortal.Domain.Teams;

/// <summary>One person in one team; a person is in one team per round, by a unique key.</summary>
public sealed class TeamMember
{
    private TeamMember()
    {
    }

    internal TeamMember(Guid teamId, Guid roundId, Guid personId, DateTimeOffset at) =>
        (TeamId, RoundId, PersonId, JoinedAt) = (teamId, roundId, personId, at);

    /// <summary>The team.</summary>
    public Guid TeamId { get; private set; }

    /// <summary>The team's round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>When the person formed or joined the team.</summary>
    public DateTimeOffset JoinedAt { get; private set; }
}
