using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Entries;
using AigoPortal.Web.Files;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team.Entries;

/// <summary>What the team delivers, item by item; its leader uploads and hands in.</summary>
public sealed class DeliverablesModel(PortalDbContext db, CurrentPerson me, Uploads uploads) : PortalPage
{
    private static readonly EntryStatus[] Shown = [EntryStatus.Cooperating, EntryStatus.ProofSubmitted, EntryStatus.Decided, EntryStatus.Closed];

    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    [BindProperty]
    public DeliveryInput Input { get; set; } = new();

    public string Problem { get; private set; } = "";

    public bool Leads { get; private set; }

    public bool CanChange { get; private set; }

    public DeliveryStatus Status { get; private set; }

    public IReadOnlyList<DeliveryLine> Parts { get; private set; } = [];

    public IReadOnlyList<string> Missing { get; private set; } = [];

    public DateTimeOffset Due { get; private set; }

    public DateTimeOffset Now => me.Now;

    public IEnumerable<SelectListItem> Choices => Parts.Where(line => line.Part.Status != DeliveryPartStatus.Accepted)
        .Select(line => new SelectListItem(T.Item(line.Part.Name), line.Part.Order.ToString(CultureInfo.InvariantCulture)));

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await Mine().AsNoTracking().FirstOrDefaultAsync(cancellation) is not { } entry)
        {
            return NotFound();
        }

        Problem = await db.Problems.Where(problem => problem.Id == entry.ProblemId).Select(problem => problem.Content.Title).SingleAsync(cancellation);
        Leads = await db.Teams.AnyAsync(team => team.Id == entry.TeamId && team.LeaderId == me.Id, cancellation);
        var round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == entry.RoundId, cancellation);
        var takes = EntryRules.IsCooperating(entry.Status) is null;
        var sheet = await db.DeliverySheets.AsNoTracking().FirstOrDefaultAsync(sheet => sheet.Id == entry.Id, cancellation)
            ?? (takes ? new DeliverySheet(entry, round, me.Actor) : null);
        if (sheet is null)
        {
            return NotFound(); // it ended before there were lists
        }

        Due = round.ProofDeadline;
        Status = sheet.Status;
        CanChange = takes && sheet.Status == DeliveryStatus.Collecting;
        Parts = await DeliveryLine.OfAsync(db, sheet, cancellation);
        Missing = [.. sheet.Missing.Select(part => part.Name)];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostPutAsync(CancellationToken cancellation)
    {
        if (!Check(new DeliveryInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        return await ActAsync(async (sheet, _) =>
        {
            var file = await uploads.TakeAsync(Input.File, nameof(Input.File), FileKind.OfficeFiles, me.Actor, cancellation);
            sheet.Put(Input.Order!.Value, file?.Id, Input.Link, Input.Note, me.Actor);
            Say("這一項已儲存");
        }, cancellation);
    }

    public Task<IActionResult> OnPostHandInAsync(CancellationToken cancellation) => ActAsync((sheet, entry) =>
    {
        sheet.HandIn(entry, me.Actor);
        Say("成果資料已繳交");
        return Task.CompletedTask;
    }, cancellation);

    private async Task<IActionResult> ActAsync(Func<DeliverySheet, Entry, Task> act, CancellationToken cancellation)
    {
        if (await Mine().FirstOrDefaultAsync(cancellation) is not { } entry)
        {
            return NotFound();
        }

        Rule.Require(EntryRules.IsLeader(await db.Teams.AsNoTracking().SingleAsync(team => team.Id == entry.TeamId, cancellation), me.Id));
        var sheet = await db.DeliverySheets.FirstOrDefaultAsync(sheet => sheet.Id == entry.Id, cancellation);
        if (sheet is null)
        {
            db.DeliverySheets.Add(sheet = new DeliverySheet(entry, await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == entry.RoundId, cancellation), me.Actor));
        }

        await act(sheet, entry);
        await db.SaveChangesAsync(cancellation);
        return Redirect(Url.Content($"~/team/entries/{Code}/deliverables"));
    }

    private IQueryable<Entry> Mine() => db.OfMember(me.Id).Where(entry => entry.Code == Code && Shown.Contains(entry.Status));
}

/// <summary>One deliverable as the team gives it.</summary>
public sealed class DeliveryInput
{
    public int? Order { get; set; }

    public IFormFile? File { get; set; }

    public string Link { get; set => field = Written.Line(value); } = "";

    public string Note { get; set => field = Written.Text(value); } = "";
}

/// <summary>The shape of a deliverable.</summary>
public sealed class DeliveryInputValidator : AbstractValidator<DeliveryInput>
{
    public DeliveryInputValidator()
    {
        RuleFor(input => input.Order).NotNull().WithMessage("請選擇是哪一項。");
        RuleFor(input => input.Link).MaximumLength(500).Sentence("最多 {0} 個字", 500);
        RuleFor(input => input.Note).MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
    }
}
