using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace AigoPortal.Web.Rounds;

/// <summary>A word of a list that posers choose from; kept in the database by its name.</summary>
public sealed record Term(string Name, string English)
{
    /// <summary>The word in the reader's language.</summary>
    public string Text => Languages.IsEnglish ? English : Name;
}

/// <summary>The lists problems are sorted by (AIGO briefing, 產業出題; programme plan, 六大區域產業及生活圈).</summary>
public static class Vocabulary
{
    /// <summary>應用的行業領域.</summary>
    public static readonly IReadOnlyList<Term> Industries =
    [
        new Term("資通訊", "Information and communications"), new Term("醫療保健", "Healthcare"), new Term("交通", "Transport"),
        new Term("製造", "Manufacturing"), new Term("零售", "Retail"), new Term("監控安全", "Surveillance and security"),
        new Term("醫療生技", "Medical biotechnology"), new Term("人力資源", "Human resources"), new Term("電商廣告", "E-commerce and advertising"),
        new Term("資服IT", "IT services"), new Term("IoT物聯網", "Internet of things"), new Term("農業", "Agriculture"),
        new Term("能源", "Energy"), new Term("金融", "Finance"), new Term("公共服務", "Public services"),
    ];

    /// <summary>題目所屬分類：技術.</summary>
    public static readonly IReadOnlyList<Term> Technologies =
    [
        new Term("圖像辨識／電腦視覺", "Image recognition and computer vision"), new Term("自然語言處理", "Natural language processing"),
        new Term("語音辨識", "Speech recognition"), new Term("數據分析", "Data analysis"), new Term("推薦系統", "Recommender systems"),
        new Term("IoT", "IoT"), new Term("預測分析", "Predictive analytics"), new Term("最佳化與排程", "Optimisation and scheduling"),
        new Term("強化學習", "Reinforcement learning"), new Term("生成式 AI", "Generative AI"),
    ];

    /// <summary>區域.</summary>
    public static readonly IReadOnlyList<Term> Regions =
    [
        new Term("首都圈黃金廊帶", "Capital region golden corridor"), new Term("桃竹苗大矽谷", "Taoyuan–Hsinchu–Miaoli greater Silicon Valley"),
        new Term("精密智慧新核心", "Central precision and smart core"), new Term("大南方新矽谷", "Greater South new Silicon Valley"),
        new Term("東部慢活城鄉", "East coast slow-living towns"), new Term("低碳樂活離島", "Low-carbon offshore islands"),
    ];

    private static readonly Dictionary<string, Term> All =
        Industries.Concat(Technologies).Concat(Regions).ToDictionary(term => term.Name, StringComparer.Ordinal);

    /// <summary>What a problem keeps, in the reader's language; a word that left the list stays as it is.</summary>
    public static string Text(string kept) => All.GetValueOrDefault(kept)?.Text ?? kept;

    /// <summary>What a problem keeps, in both languages, to be searched.</summary>
    public static string Both(string kept) => All.GetValueOrDefault(kept) is { } term ? $"{term.Name} {term.English}" : kept;

    /// <summary>Whether the list has the word.</summary>
    public static bool Has(this IReadOnlyList<Term> terms, string name) => terms.Any(term => term.Name == name);

    /// <summary>The list as choices of a form.</summary>
    public static IEnumerable<SelectListItem> Choices(this IReadOnlyList<Term> terms) => terms.Select(term => new SelectListItem(term.Text, term.Name));
}
