using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Components;
using AigoPortal.Web.Entries;
using AigoPortal.Web.Files;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team.Entries;

/// <summary>A team's appeals against released decisions; its leader files them within the period.</summary>
public sealed class AppealModel(PortalDbContext db, CurrentPerson me, Uploads uploads) : PortalPage
{
    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    [BindProperty]
    public AppealInput Input { get; set; } = new();

    public string Problem { get; private set; } = "";

    public bool Leads { get; private set; }

    public IReadOnlyList<ReleasedDecision> Decisions { get; private set; } = [];

    /// <summary>Files of the appeals, by their identity.</summary>
    public IReadOnlyDictionary<Guid, ListedFile> Files { get; private set; } = new Dictionary<Guid, ListedFile>();

    /// <summary>The decision that can be appealed against now.</summary>
    public ReleasedDecision? Open => Decisions.LastOrDefault(decision => decision.Appeal is null && decision.AppealsUntil > me.Now);

    public DateTimeOffset Now => me.Now;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var known = await (
            from entry in db.OfMember(me.Id)
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where entry.Code == Code
            select new { entry.Id, problem.Content.Title, Leads = team.LeaderId == me.Id }).FirstOrDefaultAsync(cancellation);
        if (known is null)
        {
            return NotFound();
        }

        (Problem, Leads) = (known.Title, known.Leads);
        Decisions = await db.ReleasedOnAsync(known.Id, cancellation);
        if (Decisions.Count == 0)
        {
            return NotFound(); // nothing is known yet
        }

        var fileIds = Decisions.Select(decision => decision.Appeal?.FileId).OfType<Guid>().ToList();
        Files = await db.Files.AsNoTracking().Where(file => fileIds.Contains(file.Id))
            .ToDictionaryAsync(file => file.Id, file => new ListedFile(file.Name, file.Size, FileEndpoint.UrlOf(file.Id), null), cancellation);
        if (FirstShow)
        {
            Input.Stage = Open?.Stage;
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } refused)
        {
            return refused;
        }

        if (!Check(new AppealInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (Decisions.FirstOrDefault(decision => decision.Stage == Input.Stage) is not { } decided)
        {
            return NotFound();
        }

        var entry = await db.OfMember(me.Id).AsNoTracking().FirstAsync(entry => entry.Code == Code, cancellation);
        var team = await db.Teams.AsNoTracking().FirstAsync(team => team.Id == entry.TeamId, cancellation);
        var panel = await db.Panels.AsNoTracking().FirstAsync(panel => panel.Id == decided.PanelId, cancellation);
        Rule.Require(decided.Appeal is null ? null : AppealRules.FiledAlready());
        var appeal = new Appeal(entry, panel, team, Input.Reasons, null, me.Actor); // refuses before the bytes are stored
        if (await uploads.TakeAsync(Input.File, nameof(Input.File), FileKind.OfficeFiles, me.Actor, cancellation) is { } file)
        {
            appeal = new Appeal(entry, panel, team, Input.Reasons, file.Id, me.Actor);
        }

        db.Appeals.Add(appeal);
        await db.SaveChangesAsync(cancellation);
        Say("申覆已提出，計畫辦公室答覆時會寄信通知");
        return Redirect(Url.Content($"~/team/entries/{Code}/appeal"));
    }
}

/// <summary>What an appeal says.</summary>
public sealed class AppealInput
{
    public ReviewStage? Stage { get; set; }

    public string Reasons { get; set => field = Written.Text(value); } = "";

    public IFormFile? File { get; set; }
}

/// <summary>Its shape.</summary>
public sealed class AppealInputValidator : AbstractValidator<AppealInput>
{
    public AppealInputValidator()
    {
        RuleFor(input => input.Stage).NotNull().WithMessage("請選擇階段").IsInEnum().WithMessage("請選擇階段");
        RuleFor(input => input.Reasons).NotEmpty().WithMessage("請寫明申覆的理由。").MaximumLength(2000).Sentence("最多 {0} 個字", 2000);
    }
}
