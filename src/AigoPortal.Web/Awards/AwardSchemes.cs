using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Trail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Awards;

/// <summary>The versions of rounds' award schemes.</summary>
public static class AwardSchemes
{
    /// <summary>The amounts of a round's scheme by version, for decisions that were made under different ones.</summary>
    /// <exception cref="InvalidOperationException">A decision names a version that the round never had: its data is incomplete.</exception>
    public static async Task<IReadOnlyDictionary<int, IReadOnlyList<AwardItem>>> ItemsByVersionAsync(
        this PortalDbContext db, Round round, IReadOnlyCollection<int> versions, CancellationToken cancel)
    {
        var items = new Dictionary<int, IReadOnlyList<AwardItem>> { [round.SchemeVersion] = round.AwardItems };
        var earlier = versions.Where(version => version != round.SchemeVersion).Distinct().ToList();
        if (earlier.Count > 0)
        {
            foreach (var scheme in await db.AwardSchemes.AsNoTracking().Where(scheme => scheme.RoundId == round.Id && earlier.Contains(scheme.Number)).ToListAsync(cancel))
            {
                items[scheme.Number] = scheme.Items;
            }
        }

        return earlier.Find(version => !items.ContainsKey(version)) is var missing and not 0
            ? throw new InvalidOperationException($"Round {round.Code} has no version {missing} of its award scheme.")
            : items;
    }

    /// <summary>Begins a draft from the terms in force; a round that was made before schemes had versions gets its first one written down.</summary>
    public static async Task<AwardScheme> DraftSchemeAsync(this PortalDbContext db, Round round, Actor by, CancellationToken cancel)
    {
        var last = await db.AwardSchemes.Where(scheme => scheme.RoundId == round.Id).Select(scheme => (int?)scheme.Number).MaxAsync(cancel);
        if (last is null)
        {
            db.AwardSchemes.Add(AwardScheme.Founding(round, by));
        }

        var draft = new AwardScheme(round, (last ?? round.SchemeVersion) + 1, by);
        db.AwardSchemes.Add(draft);
        return draft;
    }
}
