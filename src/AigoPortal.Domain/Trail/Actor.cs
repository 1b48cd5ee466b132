namespace AigoPortal.Domain.Trail;

/// <summary>Who acts, when and from where: every verb that matters takes one, and the audit trail is written from it.</summary>
/// <param name="PersonId">The person; <see cref="Guid.Empty"/> for the portal itself.</param>
/// <param name="Name">The name as it stood at that moment.</param>
/// <param name="At">The instant of the act, read once by the host.</param>
/// <param name="Origin">The network address the act came from, when a person did it.</param>
public sealed record Actor(Guid PersonId, string Name, DateTimeOffset At, string? Origin = null)
{
    /// <summary>The portal acting by itself, as a scheduled job does.</summary>
    public static Actor Portal(DateTimeOffset at) => new(Guid.Empty, "AIGO Portal", at);
}
