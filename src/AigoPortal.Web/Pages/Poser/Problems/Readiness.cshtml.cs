using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Security;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser.Problems;

/// <summary>The poser rates how ready the organisation is for AI (企業 AI 整備度).</summary>
public sealed class ReadinessModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReadinessInput Input { get; set; } = new();

    public string Title { get; private set; } = "";

    public bool CanBeEdited { get; private set; }

    /// <summary>The ratings kept.</summary>
    public IReadOnlyList<SelfCheckAnswer> Kept { get; private set; } = [];

    public static IEnumerable<SelectListItem> Ratings => Enumerable.Range(SelfCheck.Lowest, SelfCheck.Highest)
        .Select(rating => rating.ToString(CultureInfo.InvariantCulture)).Select(rating => new SelectListItem(rating, rating));

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.ProblemsOf(me.Id).AsNoTracking().FirstOrDefaultAsync(problem => problem.Id == Id, cancellation) is not { } problem)
        {
            return NotFound();
        }

        (Title, CanBeEdited, Kept) = (problem.Content.Title, problem.Status.CanBeEdited(), problem.SelfCheck);
        if (FirstShow)
        {
            Input.Ratings = [.. SelfCheck.Statements.Select(statement => Kept.FirstOrDefault(answer => answer.Code == statement.Code)?.Rating)];
        }

        Input.Ratings = [.. SelfCheck.Statements.Select((_, place) => Input.Ratings.ElementAtOrDefault(place))];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await db.ProblemsOf(me.Id).FirstOrDefaultAsync(problem => problem.Id == Id, cancellation) is not { } problem)
        {
            return NotFound();
        }

        if (!Check(new ReadinessInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        problem.RateReadiness([.. SelfCheck.Statements.Select((statement, place) => new SelfCheckAnswer(statement.Code, Input.Ratings[place]!.Value))], me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("自我檢查已儲存。");
        return RedirectToPage(new { id = Id });
    }
}

/// <summary>The ratings, in the order of the statements.</summary>
public sealed class ReadinessInput
{
    public List<int?> Ratings { get; set; } = [];
}

public sealed class ReadinessInputValidator : AbstractValidator<ReadinessInput>
{
    public ReadinessInputValidator() => RuleFor(input => input).Custom((input, context) =>
    {
        for (var place = 0; place < SelfCheck.Statements.Count; place++)
        {
            if (input.Ratings.ElementAtOrDefault(place) is not (>= SelfCheck.Lowest and <= SelfCheck.Highest))
            {
                context.AddFailure($"Ratings[{place}]", "請選 1 到 5 分。");
            }
        }
    });
}
