using System.Text;
using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Files;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Visits;

/// <summary>One visit: its arrangement, its result with the checklist, its pictures.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, RecordVisit record, ArrangeVisit arrange, Uploads uploads) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ReportInput Input { get; set; } = new();

    public VisitView View { get; private set; } = null!;

    public string Code { get; private set; } = "";

    public string Problem { get; private set; } = "";

    public string Team { get; private set; } = "";

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.SiteVisits.AsNoTracking().FirstOrDefaultAsync(visit => visit.Id == Id, cancellation) is not { } visit)
        {
            return NotFound();
        }

        View = (await VisitView.WithPhotosAsync(db, [visit], cancellation))[0];
        (Code, Problem, Team, var roundId) = await (
            from entry in db.Entries
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where entry.Id == visit.EntryId
            select new ValueTuple<string, string, string, Guid>(entry.Code, problem.Content.Title, team.Name, entry.RoundId)).SingleAsync(cancellation);
        var items = (await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == roundId, cancellation)).Cooperation.VisitItems;
        Input.Findings = [.. items.Select((item, index) => new FindingInput
        {
            Item = item.Name,
            Mark = index < Input.Findings.Count ? Input.Findings[index].Mark : null,
            Remark = index < Input.Findings.Count ? Input.Findings[index].Remark : "",
        })];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnGetCalendarAsync(Guid visit, CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } refused)
        {
            return refused;
        }

        return visit == Id && View.Visit.StartsAt is not null
            ? Content(ScheduleCalendar.Write(View.Visit, T["{0} 訪視", Code], me.Now), "text/calendar", Encoding.UTF8)
            : NotFound();
    }

    public async Task<IActionResult> OnPostHoldAsync(CancellationToken cancellation)
    {
        if (!Check(new ReportInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        return await ActAsync(async (visit, entry) =>
        {
            var items = (await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == entry.RoundId, cancellation)).Cooperation.VisitItems;
            Rule.Require(items.Select(item => item.Name).SequenceEqual(Input.Findings.Select(finding => finding.Item)) ? null : VisitRules.ChecklistChanged());
            await record.RunAsync(visit, entry, Input.ToReport(), cancellation);
            Say("訪視結果已登錄");
        }, cancellation);
    }

    public Task<IActionResult> OnPostPhotosAsync(CancellationToken cancellation) => ActAsync(async (visit, _) =>
    {
        Rule.Require(Input.Photos.Count == 0 ? new BrokenRule("visit.no-photo", nameof(Input.Photos), "請選擇照片。") : null);
        foreach (var photo in Input.Photos)
        {
            Rule.Require(VisitRules.HasRoomForPhoto(visit.Photos.Count));
            visit.AddPhoto((await uploads.TakeAsync(photo, nameof(Input.Photos), FileKind.Images, me.Actor, cancellation))!.Id, me.Actor);
        }

        Say("照片已上傳");
    }, cancellation);

    public Task<IActionResult> OnPostCancelAsync(CancellationToken cancellation) => ActAsync(async (visit, entry) =>
    {
        Rule.Require(Input.Reason.Length > 1000 ? new BrokenRule("visit.reason-long", nameof(Input.Reason), "最多 {0} 個字", 1000) : null);
        visit.Cancel(Input.Reason, me.Actor);
        await arrange.CancelledAsync(visit, entry, me.Now, cancellation);
        Say("訪視已取消，並通知雙方");
    }, cancellation);

    private async Task<IActionResult> ActAsync(Func<SiteVisit, Entry, Task> act, CancellationToken cancellation)
    {
        if (await db.SiteVisits.FirstOrDefaultAsync(visit => visit.Id == Id, cancellation) is not { } visit)
        {
            return NotFound();
        }

        await act(visit, await db.Entries.SingleAsync(entry => entry.Id == visit.EntryId, cancellation));
        await db.SaveChangesAsync(cancellation);
        return Redirect(Url.Content($"~/office/visits/{Id}"));
    }
}

/// <summary>What the forms of a visit send.</summary>
public sealed class ReportInput
{
    public List<FindingInput> Findings { get; set; } = [];

    public string Notes { get; set => field = Written.Text(value); } = "";

    public VisitResult? Result { get; set; }

    public DateOnly? FollowUpOn { get; set; }

    public string Reason { get; set => field = Written.Text(value); } = "";

    public List<IFormFile> Photos { get; set; } = [];

    public VisitReport ToReport() => new(Result!.Value, Notes, FollowUpOn, [.. Findings.Select(finding => new VisitFinding(finding.Item, finding.Mark!.Value, finding.Remark))]);
}

/// <summary>The answer to an item of the checklist.</summary>
public sealed class FindingInput
{
    public string Item { get; set => field = Written.Line(value); } = "";

    public FindingMark? Mark { get; set; }

    public string Remark { get; set => field = Written.Line(value); } = "";
}

/// <summary>The shape of a visit's report.</summary>
public sealed class ReportInputValidator : AbstractValidator<ReportInput>
{
    public ReportInputValidator()
    {
        RuleForEach(input => input.Findings).ChildRules(finding =>
        {
            finding.RuleFor(one => one.Mark).Must(mark => mark is { } known && Enum.IsDefined(known)).WithMessage("請選擇檢核結果。");
            finding.RuleFor(one => one.Remark).MaximumLength(500).Sentence("最多 {0} 個字", 500);
        });
        RuleFor(input => input.Notes).NotEmpty().WithMessage("請寫下訪視意見，團隊會看到");
        RuleFor(input => input.Notes).MaximumLength(4000).Sentence("最多 {0} 個字", 4000);
        RuleFor(input => input.Result).Must(result => result is { } known && Enum.IsDefined(known)).WithMessage("請選擇訪視結果");
    }
}
