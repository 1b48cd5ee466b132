using AigoPortal.Domain.Matching;

namespace AigoPortal.Web.Matching;

/// <summary>Which words of the lists are near to each other (own).</summary>
public static class Kinships
{
    private static readonly (string One, string Other)[] Pairs =
    [
        ("數據分析", "預測分析"), ("數據分析", "推薦系統"), ("數據分析", "IoT"), ("預測分析", "最佳化與排程"), ("最佳化與排程", "強化學習"),
        ("自然語言處理", "語音辨識"), ("自然語言處理", "生成式 AI"), ("圖像辨識／電腦視覺", "生成式 AI"),
        ("醫療保健", "醫療生技"), ("資通訊", "資服IT"), ("零售", "電商廣告"), ("製造", "IoT物聯網"), ("交通", "公共服務"), ("監控安全", "公共服務"),
    ];

    /// <summary>The lists' kinship.</summary>
    public static readonly Kinship Known = new(
        Pairs.Concat(Pairs.Select(pair => (One: pair.Other, Other: pair.One))).GroupBy(pair => pair.One, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Select(pair => pair.Other).ToArray(), StringComparer.Ordinal),
        new HashSet<string>(["數據分析", "預測分析"], StringComparer.Ordinal));
}
