using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;

namespace AigoPortal.Web.Demo;

/// <summary>Award schemes: a new version laid before the second officer.</summary>
internal static class SchemeActs
{
    /// <summary>More time and a photograph for the second tranche, and a budget a little larger.</summary>
    public static void Propose(RoundScene round, DateTimeOffset at)
    {
        var by = round.Scene.SecondOffice(at);
        var draft = new AwardScheme(round.Round, round.Round.SchemeVersion + 1, by);
        var terms = draft.Terms;
        draft.Revise(
            terms with
            {
                Budget = terms.Budget + new Twd(2_000_000),
                Items = [.. terms.Items.Select(item => item.Condition == ReleaseCondition.SiteVisitPassed
                    ? new AwardItem(item.Order, item.Tier, item.Level, item.Name, item.Amount, item.Condition, item.NeedsEvidence, item.Terms with { Days = 21, Papers = ["場域試行照片"] })
                    : item)],
            },
            by);
        draft.Propose(round.Round, [.. round.Scene.Schemes.Where(scheme => scheme.RoundId == round.Round.Id)], round.Scene.SecondOffice(at.AddMinutes(20)));
        round.Scene.Schemes.Add(draft);
    }
}
