using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Entries;

/// <summary>What a team delivered, checked item by item.</summary>
public sealed class DeliverablesModel(PortalDbContext db, CurrentPerson me, AcceptDeliverables accept) : PortalPage
{
    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    [BindProperty]
    public CheckInput Input { get; set; } = new();

    public string Problem { get; private set; } = "";

    public string Team { get; private set; } = "";

    public DeliveryStatus Status { get; private set; }

    public IReadOnlyList<DeliveryLine> Parts { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var known = await (
            from entry in db.Entries
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where entry.Code == Code
            select new { entry, problem.Content.Title, Team = team.Name }).AsNoTracking().FirstOrDefaultAsync(cancellation);
        if (known is null || await SheetAsync(known.entry, cancellation) is not { } sheet)
        {
            return NotFound();
        }

        (Problem, Team, Status) = (known.Title, known.Team, sheet.Status);
        Parts = await DeliveryLine.OfAsync(db, sheet, cancellation);
        Input.Parts = [.. Parts.Where(line => line.Part.IsThere && line.Part.Status != DeliveryPartStatus.Accepted)
            .Select(line => new CheckedPart { Order = line.Part.Order, Reason = Input.Parts.FirstOrDefault(part => part.Order == line.Part.Order)?.Reason ?? "" })];
        return null;
    }

    private async Task<DeliverySheet?> SheetAsync(Entry entry, CancellationToken cancellation) =>
        await db.DeliverySheets.AsNoTracking().FirstOrDefaultAsync(sheet => sheet.Id == entry.Id, cancellation)
        ?? (EntryRules.IsCooperating(entry.Status) is null ? new DeliverySheet(entry, await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == entry.RoundId, cancellation), me.Actor) : null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Check(new CheckInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (await db.Entries.FirstOrDefaultAsync(entry => entry.Code == Code, cancellation) is not { } entry
            || await db.DeliverySheets.FirstOrDefaultAsync(sheet => sheet.Id == entry.Id, cancellation) is not { } sheet)
        {
            return NotFound();
        }

        var reasons = Input.Parts.DistinctBy(part => part.Order).ToDictionary(part => part.Order, part => part.Reason);
        if (await accept.RunAsync(sheet, entry, reasons, cancellation))
        {
            Say("成果資料已確認");
        }
        else
        {
            Say("已退回，並通知團隊");
        }

        return Redirect(Url.Content($"~/office/entries/{Code}/deliverables"));
    }
}

/// <summary>The check of the items.</summary>
public sealed class CheckInput
{
    public List<CheckedPart> Parts { get; set; } = [];
}

/// <summary>One item; without a reason it is accepted.</summary>
public sealed class CheckedPart
{
    public int Order { get; set; }

    public string Reason { get; set => field = Written.Text(value); } = "";
}

/// <summary>The shape of a check.</summary>
public sealed class CheckInputValidator : AbstractValidator<CheckInput>
{
    public CheckInputValidator() =>
        RuleForEach(input => input.Parts).ChildRules(part => part.RuleFor(one => one.Reason).MaximumLength(1000).Sentence("最多 {0} 個字", 1000));
}
