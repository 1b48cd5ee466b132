namespace AigoPortal.Domain.Problems;

/// <summary>A person follows a problem and gets a letter when an answer is published, its dates move or it closes (關注).</summary>
/// <param name="ProblemId">The problem.</param>
/// <param name="PersonId">Who follows it.</param>
/// <param name="FollowedAt">Since when.</param>
public sealed record ProblemFollow(Guid ProblemId, Guid PersonId, DateTimeOffset FollowedAt);
