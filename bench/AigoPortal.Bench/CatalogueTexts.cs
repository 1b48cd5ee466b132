using AigoPortal.Domain.Problems;
using AigoPortal.TestKit.Givens;
using AigoPortal.Web.Rounds;

namespace AigoPortal.Bench;

/// <summary>Problems that differ as real ones do, and what people ask the catalogue.</summary>
internal static class CatalogueTexts
{
    private static readonly string[] Words =
    [
        "影像", "瑕疵", "檢測", "預測", "排程", "庫存", "客服", "語音", "辨識", "病歷", "用電", "節能", "物流", "配送", "路徑", "農損", "病蟲", "養殖", "水質", "空污",
        "交通", "號誌", "停車", "違規", "詐騙", "洗錢", "信用", "核保", "理賠", "推薦", "個人", "廣告", "文案", "翻譯", "摘要", "問答", "法規", "公文", "履歷", "面試",
        "機台", "震動", "保養", "良率", "製程", "參數", "原料", "報廢", "包裝", "貨架", "缺貨", "人流", "災害", "淹水", "土石", "橋梁", "鐵路", "航班", "行李", "海關",
    ];

    private static readonly string[] DataTypes = ["影像", "時序", "文字", "語音", "表格", "DICOM", "感測器", "地理資訊"];

    /// <summary>The kinds of questions, each asked with other values.</summary>
    public static readonly IReadOnlyList<(string Kind, Func<int, string> Address)> Asked =
    [
        ("list", run => $"/problems?p={run + 1}"),
        ("two characters", run => $"/problems?q={Uri.EscapeDataString(Word(run))}"),
        ("three words", run => $"/problems?q={Uri.EscapeDataString($"{Word(run)} {Word(run * 7)} 公司")}"),
        ("facet", run => $"/problems?Industry={Uri.EscapeDataString(Vocabulary.Industries[run % Vocabulary.Industries.Count].Name)}"),
        ("word and facets", run => $"/problems?q={Uri.EscapeDataString(Word(run))}&Readiness=Complete&Technology={Uri.EscapeDataString(Vocabulary.Technologies[run % Vocabulary.Technologies.Count].Name)}"),
        ("by title", run => $"/problems?Sort=Title&p={run + 1}"),
    ];

    public static string Word(int number) => Words[number % Words.Length];

    public static ProblemContent Content(int number) => Given.Content($"以{Word(number)}{Word((number * 7) + 3)}改善{Word((number * 13) + 5)}第 {number} 題") with
    {
        Summary = $"現場靠人工{string.Concat(Enumerable.Range(0, 8).Select(place => Word((number * (place + 3)) + place + (number / 60))))}，希望以 AI 協助判斷，縮短時間並降低成本。",
        Industry = Vocabulary.Industries[number % Vocabulary.Industries.Count].Name,
        Technology = Vocabulary.Technologies[number / 2 % Vocabulary.Technologies.Count].Name,
        Region = Vocabulary.Regions[number / 5 % Vocabulary.Regions.Count].Name,
        DataSetType = DataTypes[number / 3 % DataTypes.Length],
        Readiness = (DataReadiness)(number % 3),
        IncentiveCash = new(number % 5 * 50_000),
        Vacancies = number % 4,
        Internships = number % 2,
    };
}
