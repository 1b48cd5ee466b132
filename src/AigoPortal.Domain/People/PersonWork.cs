namespace AigoPortal.Domain.People;

/// <summary>過往作品: one thing a person made or took part in.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Year">CE year, if they say.</param>
/// <param name="Sentence">What it was and what they did.</param>
/// <param name="Link">Where it can be seen; http or https.</param>
public sealed record PersonWork(string Title, int? Year, string Sentence, string? Link);

/// <summary>Where else a person can be found.</summary>
/// <param name="Label">Such as GitHub.</param>
/// <param name="Url">http or https.</param>
public sealed record PersonLink(string Label, string Url);
