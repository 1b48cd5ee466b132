using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Components;
using AigoPortal.Web.Files;
using AigoPortal.Web.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Pages.Shared;

/// <summary>A problem as its own page shows it, to its poser, to the office and, once public, to everybody.</summary>
public sealed record ProblemSheet(Problem Problem, string Organisation, OrganisationKind Kind, ListedFile? Briefing)
{
    /// <summary>What the poser wrote; the confidential part only for who may read it.</summary>
    public ProblemContent Content => IsConfidential ? Problem.Content : Problem.Content with { Confidential = "" };

    /// <summary>Drawn for the organisation, the office or a matched team: with what is not for everybody.</summary>
    public bool IsConfidential { get; init; }

    public string? CompanyNumber { get; init; }

    /// <summary>Files beside the briefing; those for matched teams only where they may be read.</summary>
    public IReadOnlyList<SheetFile> Attachments { get; init; } = [];

    /// <summary>Something is kept for matched teams.</summary>
    public bool HasConfidential => Problem.Content.Confidential.Length > 0 || Problem.Attachments.Any(attachment => attachment.MatchedOnly);

    /// <summary>Its step line.</summary>
    public IReadOnlyList<StepLine> Steps => Problem.Status switch
    {
        ProblemStatus.Rejected => [new StepLine("填寫", StepState.Done), new StepLine("審題", StepState.Done, Day(Problem.SubmittedAt)), new StepLine("未採用", StepState.Now)],
        ProblemStatus.Withdrawn => [new StepLine("填寫", StepState.Done), new StepLine("已撤回", StepState.Now)],
        _ =>
        [
            new StepLine("填寫", At(0), Day(Problem.SavedAt)),
            new StepLine("審題", At(1), Day(Problem.SubmittedAt)),
            new StepLine("題目優化", At(2)),
            new StepLine("上架媒合", At(3), Day(Problem.ListedAt)),
            new StepLine("結束", At(4)),
        ],
    };

    /// <param name="db">The database.</param>
    /// <param name="problems">The problem, if the reader may see it.</param>
    /// <param name="cancel">Ends the request.</param>
    /// <param name="reader">For whom it is drawn.</param>
    public static async Task<ProblemSheet?> FindAsync(PortalDbContext db, IQueryable<Problem> problems, CancellationToken cancel, SheetReader reader = SheetReader.Everybody)
    {
        var found = await (
            from problem in problems.AsNoTracking()
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            join file in db.Files on problem.Content.BriefingFileId equals file.Id into files
            from file in files.DefaultIfEmpty()
            select new { problem, organisation.Name, organisation.Kind, organisation.CompanyNumber, File = file == null ? null : new { file.Id, file.Name, file.Size } }).FirstOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var confidential = reader == SheetReader.Insider || (reader == SheetReader.Office && found.problem.SubmittedAt is not null);
        return new ProblemSheet(found.problem, found.Name, found.Kind,
            found.File is { } briefing ? new ListedFile(briefing.Name, briefing.Size, FileEndpoint.UrlOf(briefing.Id)) : null)
        {
            IsConfidential = confidential,
            CompanyNumber = found.CompanyNumber,
            Attachments = await AttachmentsAsync(db, found.problem, confidential, cancel),
        };
    }

    private static async Task<IReadOnlyList<SheetFile>> AttachmentsAsync(PortalDbContext db, Problem problem, bool confidential, CancellationToken cancel)
    {
        var shown = problem.Attachments.Where(attachment => confidential || !attachment.MatchedOnly).OrderBy(attachment => attachment.Order).ToList();
        if (shown.Count == 0)
        {
            return [];
        }

        var ids = shown.Select(attachment => attachment.FileId).ToList();
        var files = await db.Files.Where(file => ids.Contains(file.Id)).Select(file => new { file.Id, file.Name, file.Size }).ToDictionaryAsync(file => file.Id, cancel);
        return [.. shown.Select(attachment => new SheetFile(
            new ListedFile(files[attachment.FileId].Name, files[attachment.FileId].Size, FileEndpoint.UrlOf(attachment.FileId)), attachment.FileId, attachment.MatchedOnly))];
    }

    private static string? Day(DateTimeOffset? at) => at is { } day ? TaipeiTime.ShortText(day, dateOnly: true) : null;

    private StepState At(int place)
    {
        var now = Problem.Status switch
        {
            ProblemStatus.Draft or ProblemStatus.Returned => 0,
            ProblemStatus.Submitted => 1,
            ProblemStatus.Optimising => 2,
            ProblemStatus.Listed => 3,
            _ => 4,
        };
        return place < now || Problem.Status == ProblemStatus.Closed ? StepState.Done : place == now ? StepState.Now : StepState.Todo;
    }
}

/// <summary>For whom a problem is drawn.</summary>
public enum SheetReader
{
    /// <summary>Without what is for matched teams.</summary>
    Everybody,

    /// <summary>With it, once the problem was handed in.</summary>
    Office,

    /// <summary>The organisation or a matched team: with it.</summary>
    Insider,
}

/// <summary>A file beside the briefing.</summary>
public sealed record SheetFile(ListedFile File, Guid Id, bool MatchedOnly);

/// <summary>Parts of a problem in words.</summary>
public static class ProblemWords
{
    /// <summary>Such as 偵測腫瘤正確率 ≥ 95 %.</summary>
    public static string Target(string metric, TargetComparator comparator, decimal? value, string unit) => value is not { } target ? metric
        : string.Create(CultureInfo.InvariantCulture, $"{metric} {Words.KeyOf(comparator)} {target:#,0.####} {unit}").TrimEnd();

    /// <summary>Such as 加碼獎金 200,000 元・職缺 5 人.</summary>
    public static string Incentives(IStringLocalizer T, Twd cash, int vacancies, int internships)
    {
        List<string> parts = [];
        if (cash > Twd.Zero)
        {
            parts.Add(T["加碼獎金 {0} 元", cash]);
        }

        if (vacancies > 0)
        {
            parts.Add(T["職缺 {0} 人", vacancies]);
        }

        if (internships > 0)
        {
            parts.Add(T["實習 {0} 人", internships]);
        }

        return string.Join("・", parts);
    }

    /// <summary>Complete data are good news; the rest is work.</summary>
    public static string Tone(DataReadiness readiness) => readiness switch
    {
        DataReadiness.Complete => "good",
        DataReadiness.NeedsCleaning => "warm",
        _ => "bad",
    };
}
