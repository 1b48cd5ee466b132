using System.Globalization;
using AigoPortal.Domain.Money;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Rounds;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Pages.Poser.Problems;

/// <summary>An answer of the form, as one reads it: for the check before handing in, and for comparing two people's texts.</summary>
/// <param name="Section">The section's anchor.</param>
/// <param name="Name">Its first input.</param>
/// <param name="Label">What it is called; also the localisation key.</param>
/// <param name="Text">How it reads.</param>
/// <param name="Take">Takes it over from another's answers (mine, theirs).</param>
public sealed record ProblemField(
    string Section, string Name, string Label, Func<IStringLocalizer, ProblemInput, string> Text, Action<ProblemInput, ProblemInput> Take)
{
    /// <summary>Every answer, in the form's order.</summary>
    public static readonly IReadOnlyList<ProblemField> All =
    [
        new("organisation", "OrganisationName", "單位名稱", (_, input) => input.OrganisationName, (mine, theirs) => mine.OrganisationName = theirs.OrganisationName),
        new("organisation", "OrganisationKind", "單位類型", (T, input) => T.Word(input.OrganisationKind), (mine, theirs) => mine.OrganisationKind = theirs.OrganisationKind),
        new("organisation", "CompanyNumber", "統一編號", (_, input) => input.CompanyNumber, (mine, theirs) => mine.CompanyNumber = theirs.CompanyNumber),
        new("organisation", "ContactName", "聯繫窗口", (_, input) => input.ContactName, (mine, theirs) => mine.ContactName = theirs.ContactName),
        new("organisation", "ContactPhone", "聯繫方式", (_, input) => input.ContactPhone, (mine, theirs) => mine.ContactPhone = theirs.ContactPhone),
        new("organisation", "ContactEmail", "Email", (_, input) => input.ContactEmail, (mine, theirs) => mine.ContactEmail = theirs.ContactEmail),
        new("problem", "Title", "題目名稱", (_, input) => input.Title, (mine, theirs) => mine.Title = theirs.Title),
        new("problem", "Summary", "題目敘述（摘要）", (_, input) => input.Summary, (mine, theirs) => mine.Summary = theirs.Summary),
        new("problem", "Detail", "題目敘述（細節）", (_, input) => input.Detail, (mine, theirs) => mine.Detail = theirs.Detail) { IsProse = true },
        new("problem", "Technology", "題目所屬分類（技術）", (_, input) => Vocabulary.Text(input.Technology), (mine, theirs) => mine.Technology = theirs.Technology),
        new("problem", "Industry", "應用的行業領域", (_, input) => Vocabulary.Text(input.Industry), (mine, theirs) => mine.Industry = theirs.Industry),
        new("problem", "Region", "區域", (_, input) => Vocabulary.Text(input.Region), (mine, theirs) => mine.Region = theirs.Region),
        new("problem", "TargetMetric", "期望成果需求",
            (_, input) => ProblemWords.Target(input.TargetMetric, input.TargetComparator, input.TargetValue, input.TargetUnit),
            (mine, theirs) => (mine.TargetMetric, mine.TargetComparator, mine.TargetValue, mine.TargetUnit) = (theirs.TargetMetric, theirs.TargetComparator, theirs.TargetValue, theirs.TargetUnit))
        {
            Others = ["TargetComparator", "TargetValue", "TargetUnit"],
        },
        new("data", "DataSetType", "資料集型態", (_, input) => input.DataSetType, (mine, theirs) => mine.DataSetType = theirs.DataSetType),
        new("data", "Readiness", "資料就緒度", (T, input) => T.Word(input.Readiness), (mine, theirs) => mine.Readiness = theirs.Readiness),
        new("data", "ReadinessDetail", "資料就緒度說明", (_, input) => input.ReadinessDetail, (mine, theirs) => mine.ReadinessDetail = theirs.ReadinessDetail) { IsProse = true },
        new("data", "DataSets", "資料清單", DataSetText, (mine, theirs) => mine.DataSets = theirs.DataSets),
        new("resources", "Resources", "可提供之解題資源", (_, input) => input.Resources, (mine, theirs) => mine.Resources = theirs.Resources) { IsProse = true },
        new("resources", "IncentiveCash", "額外獎勵誘因",
            (T, input) => ProblemWords.Incentives(T, new Twd(input.IncentiveCash ?? 0), input.Vacancies ?? 0, input.Internships ?? 0),
            (mine, theirs) => (mine.IncentiveCash, mine.Vacancies, mine.Internships) = (theirs.IncentiveCash, theirs.Vacancies, theirs.Internships))
        {
            Others = ["Vacancies", "Internships"],
        },
        new("resources", "IncentiveNote", "其他誘因", (_, input) => input.IncentiveNote, (mine, theirs) => mine.IncentiveNote = theirs.IncentiveNote),
        new("files", "Briefing", "出題說明簡報", (_, input) => input.BriefingFileId is { } file ? FileName(input, file) : "", (mine, theirs) => mine.BriefingFileId = theirs.BriefingFileId)
        {
            Others = ["BriefingFileId"],
        },
        new("files", "Attachments", "其他附件", AttachmentText, (mine, theirs) => mine.Attachments = theirs.Attachments),
        new("files", "Confidential", "機密內容", (_, input) => input.Confidential, (mine, theirs) => mine.Confidential = theirs.Confidential) { IsProse = true },
    ];

    /// <summary>Further inputs of the same answer.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Written in Markdown.</summary>
    public bool IsProse { get; init; }

    /// <summary>Where the form asks for it.</summary>
    public string Anchor => $"Input_{Name}";

    /// <summary>Whether an input, such as <c>DataSets[0].Name</c>, belongs to this answer.</summary>
    public bool Covers(string input)
    {
        var name = input.Split('[', '.')[0];
        return name == Name || Others.Contains(name);
    }

    private static string DataSetText(IStringLocalizer T, ProblemInput input) => string.Join('\n', input.FilledDataSets().Select(set => string.Join(T["、"].Value,
        new[] { set.Name, set.Fields, set.Encoding, set.FileType, set.Volume, Day(set.From), Day(set.To), T.Word(set.Delivery) }.Where(part => part.Length > 0))));

    private static string AttachmentText(IStringLocalizer T, ProblemInput input) =>
        string.Join('\n', input.Attachments.Select(file => FileName(input, file.FileId) + (file.MatchedOnly ? T["（只給媒合成功的團隊）"].Value : "")));

    private static string FileName(ProblemInput input, Guid id) => input.Files.GetValueOrDefault(id)?.Name ?? id.ToString();

    private static string Day(DateOnly? date) => date?.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture) ?? "";
}
