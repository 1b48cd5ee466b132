using System.ComponentModel;
using AigoPortal.Domain.Money;

namespace AigoPortal.Domain.Problems;

/// <summary>資料就緒度 (programme plan, 精準命題分級).</summary>
public enum DataReadiness
{
    /// <summary>完整.</summary>
    [Description("資料完整")]
    Complete,

    /// <summary>需整理.</summary>
    [Description("需整理資料")]
    NeedsCleaning,

    /// <summary>尚無有效資料: asks for 實習資料工程師 first.</summary>
    [Description("尚無有效資料")]
    None,
}

/// <summary>How a data set is handed over.</summary>
public enum DataDelivery
{
    /// <summary>提供 API 介接.</summary>
    [Description("API 介接")]
    Api,

    /// <summary>提供下載.</summary>
    [Description("提供下載")]
    Download,

    /// <summary>於出題單位內使用.</summary>
    [Description("於出題單位內使用")]
    OnSite,
}

/// <summary>How a measured value is compared with the target.</summary>
public enum TargetComparator
{
    /// <summary>At least.</summary>
    [Description("≥")]
    AtLeast,

    /// <summary>At most.</summary>
    [Description("≤")]
    AtMost,
}

/// <summary>Grades of difficulty and maturity (programme plan, 出題分級).</summary>
public enum Grade
{
    /// <summary>低.</summary>
    [Description("低")]
    Low,

    /// <summary>中.</summary>
    [Description("中")]
    Medium,

    /// <summary>高.</summary>
    [Description("高")]
    High,
}

/// <summary>What the poser writes, field by field (AIGO briefing, 產業出題申請範例).</summary>
public sealed record ProblemContent
{
    /// <summary>聯繫窗口.</summary>
    public string ContactName { get; init; } = "";

    /// <summary>聯繫方式.</summary>
    public string ContactPhone { get; init; } = "";

    /// <summary>Email of the contact.</summary>
    public string ContactEmail { get; init; } = "";

    /// <summary>題目名稱.</summary>
    public string Title { get; init; } = "";

    /// <summary>題目敘述：摘要.</summary>
    public string Summary { get; init; } = "";

    /// <summary>題目敘述：細節; Markdown.</summary>
    public string Detail { get; init; } = "";

    /// <summary>題目所屬分類 (技術).</summary>
    public string Technology { get; init; } = "";

    /// <summary>應用的行業領域.</summary>
    public string Industry { get; init; } = "";

    /// <summary>區域.</summary>
    public string Region { get; init; } = "";

    /// <summary>資料集型態, such as DICOM or 時序.</summary>
    public string DataSetType { get; init; } = "";

    /// <summary>資料就緒度.</summary>
    public DataReadiness Readiness { get; init; }

    /// <summary>資料就緒度的細節說明.</summary>
    public string ReadinessDetail { get; init; } = "";

    /// <summary>期望成果需求：指標.</summary>
    public string TargetMetric { get; init; } = "";

    /// <summary>期望成果需求：比較.</summary>
    public TargetComparator TargetComparator { get; init; }

    /// <summary>期望成果需求：數值, in <see cref="TargetUnit"/>.</summary>
    public decimal? TargetValue { get; init; }

    /// <summary>期望成果需求：單位, such as %.</summary>
    public string TargetUnit { get; init; } = "";

    /// <summary>可提供之解題資源.</summary>
    public string Resources { get; init; } = "";

    /// <summary>額外獎勵誘因：獎金.</summary>
    public Twd IncentiveCash { get; init; }

    /// <summary>額外獎勵誘因：職缺, people.</summary>
    public int Vacancies { get; init; }

    /// <summary>額外獎勵誘因：實習, people.</summary>
    public int Internships { get; init; }

    /// <summary>Other incentives, in words.</summary>
    public string IncentiveNote { get; init; } = "";

    /// <summary>出題說明簡報.</summary>
    public Guid? BriefingFileId { get; init; }

    /// <summary>機密內容, shown to matched teams, the organisation and the office only; Markdown.</summary>
    public string Confidential { get; init; } = "";
}

/// <summary>One data set of a problem (資料內容).</summary>
public sealed record DataSet
{
    /// <summary>Place in the list, from 1.</summary>
    public int Order { get; init; }

    /// <summary>資料名稱.</summary>
    public string Name { get; init; } = "";

    /// <summary>資料欄位名稱.</summary>
    public string Fields { get; init; } = "";

    /// <summary>編碼方式.</summary>
    public string Encoding { get; init; } = "";

    /// <summary>檔案類型.</summary>
    public string FileType { get; init; } = "";

    /// <summary>資料量, such as 900 GB.</summary>
    public string Volume { get; init; } = "";

    /// <summary>資料時間區間：起.</summary>
    public DateOnly? From { get; init; }

    /// <summary>資料時間區間：迄.</summary>
    public DateOnly? To { get; init; }

    /// <summary>資料提供方式.</summary>
    public DataDelivery Delivery { get; init; }
}
