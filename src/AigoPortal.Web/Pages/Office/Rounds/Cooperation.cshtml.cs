using AigoPortal.Data;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Rounds;

/// <summary>How the current round's teams and posers work together: the document's terms, the visits' checklist, the deliverables.</summary>
public sealed class CooperationModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [BindProperty]
    public TermsInput Input { get; set; } = new();

    public Round Round { get; private set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        Input = FirstShow ? TermsInput.Of(Round) : Input;
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Check(new TermsInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var round = await db.Rounds.CurrentAsync(me.Now, cancellation);
        if (round.Version != Input.Version)
        {
            Refuse("", "資料剛剛被其他人更新，請重新整理後再試一次。");
            return await AgainAsync(cancellation);
        }

        round.SetCooperation(Input.ToTerms(), me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("已儲存");
        return RedirectToPage();
    }
}

/// <summary>The terms as they are typed: a paragraph, or an item, a line.</summary>
public sealed class TermsInput
{
    public Guid Version { get; set; }

    public string Text { get; set => field = Written.Text(value); } = "";

    public string English { get; set => field = Written.Text(value); } = "";

    public string VisitItems { get; set => field = Written.Text(value); } = "";

    public string Required { get; set => field = Written.Text(value); } = "";

    public string Extra { get; set => field = Written.Text(value); } = "";

    public static TermsInput Of(Round round) => new()
    {
        Version = round.Version,
        Text = round.Cooperation.Text,
        English = round.Cooperation.English,
        VisitItems = string.Join('\n', round.Cooperation.VisitItems.Select(item => item.Name)),
        Required = string.Join('\n', round.Cooperation.Deliverables.Where(item => item.Required).Select(item => item.Name)),
        Extra = string.Join('\n', round.Cooperation.Deliverables.Where(item => !item.Required).Select(item => item.Name)),
    };

    public CooperationTerms ToTerms() => new(Text, English, [.. Lines(VisitItems).Select(name => new CheckItem(name))],
        [.. Lines(Required).Select(name => new DeliverableItem(name, true)), .. Lines(Extra).Select(name => new DeliverableItem(name, false))]);

    internal static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The shape of the terms.</summary>
public sealed class TermsInputValidator : AbstractValidator<TermsInput>
{
    private const int LongestItem = 100;
    private const int MostItems = 20;

    public TermsInputValidator()
    {
        RuleFor(input => input.Text).NotEmpty().WithMessage("請填寫合作條款。").MaximumLength(8000).Sentence("最多 {0} 個字", 8000);
        RuleFor(input => input.English).MaximumLength(8000).Sentence("最多 {0} 個字", 8000);
        RuleFor(input => input.VisitItems).Must(Fits).Sentence("最多 {0} 項，每項最多 {1} 個字", MostItems, LongestItem);
        RuleFor(input => input.Required).Must(Fits).Sentence("最多 {0} 項，每項最多 {1} 個字", MostItems, LongestItem);
        RuleFor(input => input.Extra).Must(Fits).Sentence("最多 {0} 項，每項最多 {1} 個字", MostItems, LongestItem);
    }

    private static bool Fits(string items) => TermsInput.Lines(items) is var lines && lines.Length <= MostItems && lines.All(line => line.Length <= LongestItem);
}
