using AigoPortal.Domain.Money;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Components;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AigoPortal.Web.Pages.Poser.Problems;

/// <summary>The form of a problem (AIGO briefing, 產業出題申請範例).</summary>
public sealed class ProblemInput
{
    public string OrganisationName { get; set => field = Written.Line(value); } = "";

    public OrganisationKind? OrganisationKind { get; set; }

    public string CompanyNumber { get; set => field = Domain.Problems.CompanyNumber.Clean(value ?? ""); } = "";

    public string ContactName { get; set => field = Written.Line(value); } = "";

    public string ContactPhone { get; set => field = Written.Line(value); } = "";

    public string ContactEmail { get; set => field = Written.Line(value); } = "";

    public string Title { get; set => field = Written.Line(value); } = "";

    public string Summary { get; set => field = Written.Text(value); } = "";

    public string Detail { get; set => field = Written.Text(value); } = "";

    public string Technology { get; set; } = "";

    public string Industry { get; set; } = "";

    public string Region { get; set; } = "";

    public string TargetMetric { get; set => field = Written.Line(value); } = "";

    public TargetComparator TargetComparator { get; set; }

    public decimal? TargetValue { get; set; }

    public string TargetUnit { get; set => field = Written.Line(value); } = "";

    public string DataSetType { get; set => field = Written.Line(value); } = "";

    public DataReadiness Readiness { get; set; }

    public string ReadinessDetail { get; set => field = Written.Text(value); } = "";

    public List<DataSetInput> DataSets { get; set; } = [];

    public string Resources { get; set => field = Written.Text(value); } = "";

    public long? IncentiveCash { get; set; }

    public int? Vacancies { get; set; }

    public int? Internships { get; set; }

    public string IncentiveNote { get; set => field = Written.Text(value); } = "";

    public IFormFile? Briefing { get; set; }

    /// <summary>The briefing uploaded before; the form carries it, so that it survives an error elsewhere.</summary>
    public Guid? BriefingFileId { get; set; }

    /// <summary>Files to put beside the briefing.</summary>
    public List<IFormFile> More { get; set; } = [];

    /// <summary>Files uploaded before, carried as the briefing is.</summary>
    public List<AttachmentInput> Attachments { get; set; } = [];

    public string Confidential { get; set => field = Written.Text(value); } = "";

    /// <summary>The version the form was filled from.</summary>
    public Guid? Version { get; set; }

    /// <summary>What the answers were in that version, so that a clash knows who changed what.</summary>
    public string Stamp { get; set => field = value ?? ""; } = "";

    /// <summary>The files the form carries, as far as the person may see them.</summary>
    [BindNever]
    public IReadOnlyDictionary<Guid, ListedFile> Files { get; internal set; } = new Dictionary<Guid, ListedFile>();

    public static ProblemInput Of(ProblemSheet sheet) => new()
    {
        OrganisationName = sheet.Organisation,
        OrganisationKind = sheet.Kind,
        CompanyNumber = sheet.CompanyNumber ?? "",
        ContactName = sheet.Content.ContactName,
        ContactPhone = sheet.Content.ContactPhone,
        ContactEmail = sheet.Content.ContactEmail,
        Title = sheet.Content.Title,
        Summary = sheet.Content.Summary,
        Detail = sheet.Content.Detail,
        Technology = sheet.Content.Technology,
        Industry = sheet.Content.Industry,
        Region = sheet.Content.Region,
        TargetMetric = sheet.Content.TargetMetric,
        TargetComparator = sheet.Content.TargetComparator,
        TargetValue = sheet.Content.TargetValue is { } value ? value / 1.0000m : null,
        TargetUnit = sheet.Content.TargetUnit,
        DataSetType = sheet.Content.DataSetType,
        Readiness = sheet.Content.Readiness,
        ReadinessDetail = sheet.Content.ReadinessDetail,
        DataSets = [.. sheet.Problem.DataSets.OrderBy(set => set.Order).Select(DataSetInput.Of)],
        Resources = sheet.Content.Resources,
        IncentiveCash = Entered(sheet.Content.IncentiveCash.Dollars),
        Vacancies = (int?)Entered(sheet.Content.Vacancies),
        Internships = (int?)Entered(sheet.Content.Internships),
        IncentiveNote = sheet.Content.IncentiveNote,
        BriefingFileId = sheet.Content.BriefingFileId,
        Attachments = [.. sheet.Attachments.Select(file => new AttachmentInput { FileId = file.Id, MatchedOnly = file.MatchedOnly })],
        Confidential = sheet.Content.Confidential,
        Version = sheet.Problem.Version,
        Files = FilesOf(sheet),
    };

    public WrittenProblem ToWritten() => new(
        OrganisationName, OrganisationKind!.Value, CompanyNumber.Length == 0 ? null : CompanyNumber, Content(),
        [.. FilledDataSets().Select(set => set.ToDataSet())], [.. Attachments.Select(file => (file.FileId, file.MatchedOnly))], Version);

    public IEnumerable<DataSetInput> FilledDataSets() => DataSets.Where(set => !set.IsEmpty);

    private ProblemContent Content() => new()
    {
        ContactName = ContactName,
        ContactPhone = ContactPhone,
        ContactEmail = ContactEmail,
        Title = Title,
        Summary = Summary,
        Detail = Detail,
        Technology = Technology,
        Industry = Industry,
        Region = Region,
        TargetMetric = TargetMetric,
        TargetComparator = TargetComparator,
        TargetValue = TargetValue,
        TargetUnit = TargetUnit,
        DataSetType = DataSetType,
        Readiness = Readiness,
        ReadinessDetail = ReadinessDetail,
        Resources = Resources,
        IncentiveCash = new Twd(IncentiveCash ?? 0),
        Vacancies = Vacancies ?? 0,
        Internships = Internships ?? 0,
        IncentiveNote = IncentiveNote,
        BriefingFileId = BriefingFileId,
        Confidential = Confidential,
    };

    private static Dictionary<Guid, ListedFile> FilesOf(ProblemSheet sheet)
    {
        var files = sheet.Attachments.ToDictionary(attachment => attachment.Id, attachment => attachment.File);
        if (sheet is { Content.BriefingFileId: { } id, Briefing: { } briefing })
        {
            files[id] = briefing;
        }

        return files;
    }

    private static long? Entered(long number) => number == 0 ? null : number;
}

/// <summary>A file beside the briefing.</summary>
public sealed class AttachmentInput
{
    public Guid FileId { get; set; }

    public bool MatchedOnly { get; set; }
}

/// <summary>One data set of the form.</summary>
public sealed class DataSetInput
{
    public string Name { get; set => field = Written.Line(value); } = "";

    public string Fields { get; set => field = Written.Text(value); } = "";

    public string Encoding { get; set => field = Written.Line(value); } = "";

    public string FileType { get; set => field = Written.Line(value); } = "";

    public string Volume { get; set => field = Written.Line(value); } = "";

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public DataDelivery Delivery { get; set; }

    /// <summary>Nothing is written in it; such a row is not kept.</summary>
    public bool IsEmpty => this is { Name: "", Fields: "", Encoding: "", FileType: "", Volume: "", From: null, To: null };

    public static DataSetInput Of(DataSet set) => new()
    {
        Name = set.Name,
        Fields = set.Fields,
        Encoding = set.Encoding,
        FileType = set.FileType,
        Volume = set.Volume,
        From = set.From,
        To = set.To,
        Delivery = set.Delivery,
    };

    public DataSet ToDataSet() => new()
    {
        Name = Name,
        Fields = Fields,
        Encoding = Encoding,
        FileType = FileType,
        Volume = Volume,
        From = From,
        To = To,
        Delivery = Delivery,
    };
}
