using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Pages.Office.Panels;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Rounds;

/// <summary>How the current round reviews: whose names are seen, how long teams may appeal, and the criteria new panels start from.</summary>
public sealed class CriteriaModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [BindProperty]
    public ReviewSettingsInput Input { get; set; } = new();

    public Round Round { get; private set; } = null!;

    public bool ReviewHasBegun { get; private set; }

    public IEnumerable<SelectListItem> Blindnesses =>
    [
        new(T["公開：公布後，團隊看得到評語是哪位委員寫的"].Value, nameof(Blindness.Open)),
        new(T["委員匿名：團隊與出題單位不會知道委員是誰；委員知道團隊"].Value, nameof(Blindness.ReviewersAnonymous)),
        new(T["雙向匿名：團隊不知道委員是誰，委員也看不到團隊名稱與成員"].Value, nameof(Blindness.Double)),
    ];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        ReviewHasBegun = await db.ReviewHasBegunAsync(Round.Id, cancellation);
        if (FirstShow)
        {
            Input = new ReviewSettingsInput { Version = Round.Version, Blindness = Round.Blindness, AppealDays = Round.AppealDays };
        }

        Input.Blindness ??= Round.Blindness;
        Input.AppealDays ??= Round.AppealDays;
        Input.Concept = Input.Concept.Count > 0 ? Input.Concept : Of(Round, ReviewStage.Concept).Lines();
        Input.Proof = Input.Proof.Count > 0 ? Input.Proof : Of(Round, ReviewStage.Proof).Lines();
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostRulesAsync(CancellationToken cancellation)
    {
        if (!Check(new ReviewRulesValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var round = await db.Rounds.CurrentAsync(me.Now, cancellation);
        if (IsStale(round))
        {
            return await AgainAsync(cancellation);
        }

        if (Input.Blindness is { } blindness && blindness != round.Blindness)
        {
            round.SetBlindness(blindness, await db.ReviewHasBegunAsync(round.Id, cancellation), me.Actor);
        }

        round.SetAppealDays(Input.AppealDays!.Value, me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("審查設定已儲存");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCriteriaAsync(CancellationToken cancellation)
    {
        if (!Check(new StandingCriteriaValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var round = await db.Rounds.CurrentAsync(me.Now, cancellation);
        if (IsStale(round) || !AddUp(ReviewStage.Concept, Input.Concept) || !AddUp(ReviewStage.Proof, Input.Proof))
        {
            return await AgainAsync(cancellation);
        }

        Set(round, ReviewStage.Concept, Input.Concept);
        Set(round, ReviewStage.Proof, Input.Proof);
        await db.SaveChangesAsync(cancellation);
        Say("準則已儲存，之後建立的審查會照新的準則");
        return RedirectToPage();
    }

    private static IEnumerable<PanelCriterion> Of(Round round, ReviewStage stage) => round.Criteria.Where(criterion => criterion.Stage == stage)
        .Select(criterion => new PanelCriterion(criterion.Order, criterion.Name, criterion.Weight, criterion.Guidance));

    private bool IsStale(Round round)
    {
        if (round.Version == Input.Version)
        {
            return false;
        }

        Refuse("", "資料剛剛被其他人更新，請重新整理後再試一次。");
        return true;
    }

    private bool AddUp(ReviewStage stage, IEnumerable<CriterionInput> criteria)
    {
        var sum = criteria.Named().Sum(criterion => criterion.Weight);
        if (sum != 100)
        {
            Refuse("", "{0}準則的權重合計要是 100，目前是 {1}。", stage, sum);
        }

        return sum == 100;
    }

    private void Set(Round round, ReviewStage stage, IEnumerable<CriterionInput> criteria)
    {
        var named = criteria.Named().ToList();
        if (!named.SequenceEqual(Of(round, stage).OrderBy(criterion => criterion.Order)))
        {
            round.SetCriteria(stage, [.. named.Select(criterion => new StageCriterion(stage, criterion.Order, criterion.Name, criterion.Weight, criterion.Guidance))], me.Actor);
        }
    }
}

/// <summary>How a round reviews, as forms.</summary>
public sealed class ReviewSettingsInput
{
    public Guid Version { get; set; }

    /// <summary>Not sent any more once a review has begun.</summary>
    public Blindness? Blindness { get; set; }

    public int? AppealDays { get; set; }

    public List<CriterionInput> Concept { get; set; } = [];

    public List<CriterionInput> Proof { get; set; } = [];
}

/// <summary>The shape of the rules.</summary>
public sealed class ReviewRulesValidator : AbstractValidator<ReviewSettingsInput>
{
    public ReviewRulesValidator()
    {
        RuleFor(input => input.Blindness).Must(blindness => blindness is null || Enum.IsDefined(blindness.Value)).WithMessage("請選擇匿名方式");
        RuleFor(input => input.AppealDays).NotNull().WithMessage("請填數字。");
    }
}

/// <summary>The shape of the standing criteria.</summary>
public sealed class StandingCriteriaValidator : AbstractValidator<ReviewSettingsInput>
{
    public StandingCriteriaValidator()
    {
        RuleFor(input => input.Concept).Must(criteria => criteria.Count <= CriterionValidator.Most + 1).Sentence("最多 {0} 項準則", CriterionValidator.Most);
        RuleFor(input => input.Proof).Must(criteria => criteria.Count <= CriterionValidator.Most + 1).Sentence("最多 {0} 項準則", CriterionValidator.Most);
        RuleForEach(input => input.Concept).SetValidator(new CriterionValidator());
        RuleForEach(input => input.Proof).SetValidator(new CriterionValidator());
    }
}
