using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Reviews;

namespace AigoPortal.Web.Demo;

/// <summary>What reviewers say about entries before they review them.</summary>
internal sealed class DeclarationActs(RoundScene round)
{
    private Scene Scene => round.Scene;

    public void Prefer(Entry entry, PreferenceLevel level, DateTimeOffset at, params int[] reviewers) =>
        Scene.Preferences.AddRange(reviewers.Select(reviewer => new Preference(Scene.Cast[Scene.File.Reviewers[reviewer].Name].Id, entry.Id, level, at)));
}
