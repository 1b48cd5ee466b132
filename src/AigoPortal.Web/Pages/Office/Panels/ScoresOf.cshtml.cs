using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Scored = AigoPortal.Domain.Reviews.Review;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>All reviews of one entry side by side, and the total its reviewers agreed on.</summary>
public sealed class ScoresOfModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    [BindProperty]
    public AgreedInput Input { get; set; } = new();

    public Panel Panel { get; private set; } = null!;

    public EntryLine Line { get; private set; } = null!;

    public string Team { get; private set; } = "";

    /// <summary>Every review of the entry with its reviewer's name.</summary>
    public IReadOnlyList<(string Name, Scored Review, ScoredReview? Score)> Reviews { get; private set; } = [];

    public AgreedScore? Agreed => Panel.Agreed.FirstOrDefault(agreed => agreed.EntryId == Line.Scored.EntryId);

    public bool CanAgree => Panel.Status == PanelStatus.Reviewing;

    public IReadOnlyList<PanelCriterion> Criteria => [.. Panel.Criteria.OrderBy(criterion => criterion.Order)];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel
            || panel.Status is PanelStatus.Preparing or PanelStatus.Convened)
        {
            return NotFound();
        }

        Panel = panel;
        var scores = await PanelScores.OfAsync(db, panel, cancellation);
        if (scores.Entries.FirstOrDefault(line => line.Code == Code) is not { } line)
        {
            return NotFound();
        }

        Line = line;
        var entryId = line.Scored.EntryId;
        Team = await (
            from entry in db.Entries
            join team in db.Teams on entry.TeamId equals team.Id
            where entry.Id == entryId
            select team.Name).FirstAsync(cancellation);
        var reviews = await db.Reviews.AsNoTracking().Where(review => review.PanelId == Id && review.EntryId == entryId).ToListAsync(cancellation);
        var ids = reviews.Select(review => review.ReviewerId).ToList();
        var conflicted = await db.ConflictsOfInterest.Where(conflict => conflict.EntryId == entryId && conflict.LiftedAt == null).Select(conflict => conflict.PersonId).ToListAsync(cancellation);
        var names = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).Select(person => new { person.Id, person.Name }).ToDictionaryAsync(person => person.Id, person => person.Name, cancellation);
        Reviews =
        [
            .. reviews.Where(review => review.Status == ReviewStatus.Recused || !conflicted.Contains(review.ReviewerId))
                .Select(review => (names[review.ReviewerId], review, line.Scored.Reviews.FirstOrDefault(score => score.ReviewerId == review.ReviewerId)))
                .OrderBy(review => review.review.Status == ReviewStatus.Recused).ThenBy(review => review.Item1, StringComparer.Ordinal),
        ];
        if (FirstShow && Agreed is { } agreed)
        {
            Input = new AgreedInput { AgreedScore = agreed.Score, AgreedReason = agreed.Reason };
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAgreeAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } found)
        {
            return NotFound();
        }

        var (panel, entryId) = found;
        Rule.Require(PanelRules.TakesAgreedScores(panel.Status));
        if (!Check(new AgreedInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        panel.Agree(entryId, Input.AgreedScore!.Value, Input.AgreedReason, me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("合議分數已儲存");
        return Back();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } found)
        {
            return NotFound();
        }

        found.Panel.TakeBackAgreed(found.EntryId, me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("已取消合議分數，改以平均排名");
        return Back();
    }

    private RedirectResult Back() => Redirect(Url.Content($"~/office/panels/{Id:D}/scores/{Code}"));

    private async Task<(Panel Panel, Guid EntryId)?> FindAsync(CancellationToken cancellation) =>
        await db.Panels.FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is { } panel
            && await db.EntriesOf(panel).Where(entry => entry.Code == Code).Select(entry => (Guid?)entry.Id).FirstOrDefaultAsync(cancellation) is { } entryId
            ? (panel, entryId)
            : null;
}

public sealed class AgreedInput
{
    public decimal? AgreedScore { get; set; }

    public string AgreedReason { get; set => field = Written.Text(value); } = "";
}

public sealed class AgreedInputValidator : AbstractValidator<AgreedInput>
{
    public AgreedInputValidator()
    {
        RuleFor(input => input.AgreedScore).Must(score => score is >= 0 and <= 100 && decimal.Round(score.Value, 2) == score).WithMessage("請填 0 到 100，最多兩位小數。");
        RuleFor(input => input.AgreedReason).NotEmpty().WithMessage("請寫明合議的理由。").MaximumLength(2000).Sentence("最多 {0} 個字", 2000);
    }
}
