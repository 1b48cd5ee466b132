using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Components;
using AigoPortal.Web.Files;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>Appeals against a panel's decisions; an officer answers them.</summary>
public sealed class AppealsModel(PortalDbContext db, CurrentPerson me, AnswerAppeal answer) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The appeal that is being answered.</summary>
    [BindProperty(SupportsGet = true, Name = "appeal")]
    public Guid? Chosen { get; set; }

    [BindProperty]
    public AnswerAppealInput Input { get; set; } = new();

    public Panel Panel { get; private set; } = null!;

    /// <summary>Those that wait first, then by time.</summary>
    public IReadOnlyList<AppealLine> Appeals { get; private set; } = [];

    public DateTimeOffset Now => me.Now;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel)
        {
            return NotFound();
        }

        Panel = panel;
        var appeals = await (
            from appeal in db.Appeals.AsNoTracking()
            join entry in db.Entries on appeal.EntryId equals entry.Id
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where appeal.PanelId == Id
            orderby appeal.FiledAt
            select new
            {
                Appeal = appeal,
                entry.Code,
                problem.Content.Title,
                Team = team.Name,
                File = db.Files.Where(file => file.Id == appeal.FileId).Select(file => new { file.Id, file.Name, file.Size }).FirstOrDefault(),
            }).ToListAsync(cancellation);
        Appeals = [.. appeals.OrderBy(line => line.Appeal.Status == AppealStatus.Filed ? 0 : 1).Select(line => new AppealLine(
            line.Appeal, line.Code, line.Title, line.Team, panel.Decisions.First(decision => decision.EntryId == line.Appeal.EntryId),
            line.File is null ? [] : [new ListedFile(line.File.Name, line.File.Size, FileEndpoint.UrlOf(line.File.Id), null)]))];
        if (FirstShow && Chosen is { } chosen)
        {
            Input.AppealId = chosen;
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await db.Appeals.FirstOrDefaultAsync(appeal => appeal.Id == Input.AppealId && appeal.PanelId == Id, cancellation) is not { } appeal)
        {
            return NotFound();
        }

        if (!Check(new AnswerAppealValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        await answer.RunAsync(appeal, Input.Verdict == AppealAction.Uphold, Input.Answer, Input.Consequence, me.Actor, cancellation);
        Say("申覆已答覆，並寄信通知團隊與出題單位");
        return RedirectToPage(new { Id, appeal = (Guid?)null });
    }
}

/// <summary>An appeal with what it is against.</summary>
public sealed record AppealLine(Appeal Appeal, string Code, string Title, string Team, Decision Decision, IReadOnlyList<ListedFile> Files);

/// <summary>An officer's answer.</summary>
public sealed class AnswerAppealInput
{
    public Guid AppealId { get; set; }

    public AppealAction? Verdict { get; set; }

    public string Answer { get; set => field = Written.Text(value); } = "";

    public string Consequence { get; set => field = Written.Text(value); } = "";
}

/// <summary>Its shape.</summary>
public sealed class AnswerAppealValidator : AbstractValidator<AnswerAppealInput>
{
    public AnswerAppealValidator()
    {
        RuleFor(input => input.Verdict).Must(verdict => verdict is { } given && Enum.IsDefined(given)).WithMessage("請選擇成立或駁回");
        RuleFor(input => input.Answer).NotEmpty().WithMessage("請寫明答覆的理由，會寄給團隊。").MaximumLength(2000).Sentence("最多 {0} 個字", 2000);
        RuleFor(input => input.Consequence).MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
    }
}
