using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Visits;

/// <summary>An officer proposes times for a visit, or other times for the one that is arranged.</summary>
public sealed class PlanModel(PortalDbContext db, CurrentPerson me, ArrangeVisit arrange) : PortalPage
{
    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    [BindProperty]
    public PlanInput Input { get; set; } = new();

    public string Problem { get; private set; } = "";

    public string Team { get; private set; } = "";

    public string? Wish { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var known = await (
            from entry in db.Entries
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where entry.Code == Code
            select new { entry.Id, problem.Content.Title, Team = team.Name }).FirstOrDefaultAsync(cancellation);
        if (known is null)
        {
            return NotFound();
        }

        (Problem, Team) = (known.Title, known.Team);
        var ahead = await Ahead(known.Id).AsNoTracking().FirstOrDefaultAsync(cancellation);
        Wish = ahead?.Wish;
        Input = FirstShow && ahead is not null ? PlanInput.Of(ahead) : Input;
        Input.FillUp();
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Check(new PlanInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (await db.Entries.AsNoTracking().FirstOrDefaultAsync(entry => entry.Code == Code, cancellation) is not { } entry)
        {
            return NotFound();
        }

        var visit = await Ahead(entry.Id).FirstOrDefaultAsync(cancellation);
        if (visit is null)
        {
            db.SiteVisits.Add(visit = new SiteVisit(entry, Input.ToPlan(), Input.ToSlots(), me.Actor));
        }
        else
        {
            visit.Replan(Input.ToPlan(), Input.ToSlots(), me.Actor);
        }

        if (Input.Agreed)
        {
            visit.Choose(0, me.Actor);
            await arrange.AgreedAsync(visit, entry, me.Now, cancellation);
        }
        else
        {
            await arrange.ProposedAsync(visit, entry, me.Now, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        Say("訪視已安排，並通知相關人員");
        return Redirect(Url.Content($"~/office/visits/{visit.Id}"));
    }

    private IQueryable<SiteVisit> Ahead(Guid entryId) =>
        db.SiteVisits.Where(visit => visit.EntryId == entryId && (visit.Status == VisitStatus.Planned || visit.Status == VisitStatus.Confirmed));
}

/// <summary>A visit as an officer plans it.</summary>
public sealed class PlanInput
{
    public string Place { get; set => field = Written.Line(value); } = "";

    public string Visitors { get; set => field = Written.Line(value); } = "";

    public VisitorKind Kind { get; set; }

    public List<SlotInput> Slots { get; set; } = [];

    public bool Agreed { get; set; }

    public static PlanInput Of(SiteVisit visit) => new()
    {
        Place = visit.Plan.Place,
        Visitors = visit.Plan.Visitors,
        Kind = visit.Plan.Kind,
        Slots = [.. visit.Slots.Select(slot => new SlotInput { StartsAt = slot.StartsAt, EndsAt = slot.EndsAt })],
    };

    /// <summary>As many rows as times can be proposed.</summary>
    public void FillUp() => Slots = [.. Slots.Take(VisitRules.MostSlots), .. Enumerable.Range(0, Math.Max(0, VisitRules.MostSlots - Slots.Count)).Select(_ => new SlotInput())];

    public VisitPlan ToPlan() => new() { Place = Place, Visitors = Visitors, Kind = Kind };

    /// <summary>The rows that were filled in.</summary>
    public IReadOnlyList<VisitSlot> ToSlots() => [.. Slots.Where(slot => slot.StartsAt is not null).Select(slot => new VisitSlot(slot.StartsAt!.Value, slot.EndsAt!.Value))];
}

/// <summary>A proposed time.</summary>
public sealed class SlotInput
{
    public DateTimeOffset? StartsAt { get; set; }

    public DateTimeOffset? EndsAt { get; set; }
}

/// <summary>The shape of a plan.</summary>
public sealed class PlanInputValidator : AbstractValidator<PlanInput>
{
    public PlanInputValidator()
    {
        RuleFor(input => input.Place).NotEmpty().WithMessage("請填寫地點").MaximumLength(300).Sentence("最多 {0} 個字", 300);
        RuleFor(input => input.Visitors).NotEmpty().WithMessage("請填寫訪視人員").MaximumLength(200).Sentence("最多 {0} 個字", 200);
        RuleFor(input => input.Kind).IsInEnum().WithMessage("請選擇類型");
        RuleFor(input => input).Custom(Complete);
    }

    private static void Complete(PlanInput input, ValidationContext<PlanInput> context)
    {
        if (input.Slots.Count == 0 || input.Slots[0].StartsAt is null)
        {
            context.AddFailure("Slots[0].StartsAt", "請填寫開始時間");
        }

        foreach (var (index, slot) in input.Slots.Index())
        {
            if (slot.StartsAt is null != slot.EndsAt is null)
            {
                context.AddFailure($"Slots[{index}].EndsAt", "開始與結束時間都要填。");
            }
            else if (slot.EndsAt <= slot.StartsAt)
            {
                context.AddFailure($"Slots[{index}].EndsAt", "結束時間要在開始時間之後。");
            }
        }
    }
}
