using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rounds;

namespace AigoPortal.Web.Demo;

/// <summary>A round's terms: what the briefing says from its file, what it leaves open by our own defaults, all of it data an officer can change.</summary>
public static class KnownTerms
{
    private const int CooperationMonths = 1;
    private const int SmallestTeam = 2;
    private const int LargestTeam = 10;

    /// <summary>The terms of a round of the file.</summary>
    public static RoundTerms Of(SeasonFile file, RoundDates round) =>
        Of(file, round.Code, file.Season.Number, file.Season.RocYear, file.Season.Name, RoundSchedule.Of(round, CooperationMonths));

    /// <summary>The file's terms with another schedule.</summary>
    public static RoundTerms Of(SeasonFile file, string code, int seasonNumber, int rocYear, string seasonName, IReadOnlyList<RoundStep> steps) => new(
        seasonNumber, seasonName, rocYear, code,
        file.Quotas.ProblemsPerOrganisation, SmallestTeam, LargestTeam, file.Quotas.MinimumAge, "TW", CooperationMonths,
        new Twd(file.AwardScheme.ProgrammeBudget), new Twd(file.AwardScheme.CapPerEntry),
        steps, Awards(file), [.. file.Withholding.Select(rule => new WithholdingRule(rule.Payee, rule.Rate, rule.ValidFrom, Twd.Zero))], Criteria());

    private static List<AwardItem> Awards(SeasonFile file)
    {
        var items = new List<AwardItem>();
        foreach (var tier in file.AwardScheme.Tiers)
        {
            if (tier.Amount is { } amount && tier.Tranches is null)
            {
                items.Add(new AwardItem(items.Count + 1, tier.Tier, null, tier.Name, new Twd(amount), tier.ReleasedWhen!.Value, needsEvidence: false));
            }

            foreach (var (index, tranche) in (tier.Tranches ?? []).Index())
            {
                items.Add(new AwardItem(
                    items.Count + 1, tier.Tier, null, $"{tier.Name}・核發 {index + 1}", new Twd(tranche.Amount), tranche.ReleasedWhen, needsEvidence: true));
            }

            foreach (var (index, level) in (tier.Levels ?? []).Index())
            {
                items.Add(new AwardItem(
                    items.Count + 1, tier.Tier, (AwardLevel)index, $"{tier.Name}・{level.Name}", new Twd(level.Amount), tier.ReleasedWhen!.Value, needsEvidence: false));
            }
        }

        return items;
    }

    // Our own defaults; the briefing names no criteria.
    private static List<StageCriterion> Criteria() =>
    [
        new(ReviewStage.Concept, 1, "技術可行性", 30, "方法適合題目與資料嗎？關鍵風險有沒有備案？時程做得到嗎？"),
        new(ReviewStage.Concept, 2, "創新性", 20, "和現有做法相比，新在哪裡？新的部分是不是解題所必要？"),
        new(ReviewStage.Concept, 3, "產業效益", 30, "達成後替出題單位省下或增加什麼？數字有根據嗎？能不能用在同業？"),
        new(ReviewStage.Concept, 4, "團隊能力", 20, "成員的專長與實績足以完成嗎？AI 與產業兩邊都有人嗎？分工清楚嗎？"),
        new(ReviewStage.Proof, 1, "成果達成度", 40, "實測結果達到題目的期望成果了嗎？測試資料與方法可信嗎？"),
        new(ReviewStage.Proof, 2, "技術成熟度", 20, "在真實場域穩定運作多久？換一批資料還可靠嗎？維運有人接手嗎？"),
        new(ReviewStage.Proof, 3, "導入與擴散效益", 30, "出題單位實際用上了嗎？用了之後改變多少？其他單位能不能採用？"),
        new(ReviewStage.Proof, 4, "簡報", 10, "重點清楚、時間合宜、問答切題嗎？"),
    ];
}
