using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>The wording of one decision letter of a panel, in both languages.</summary>
public sealed class LetterModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public LetterKind Kind { get; set; }

    [BindProperty]
    public LetterInput Input { get; set; } = new();

    public Panel Panel { get; private set; } = null!;

    /// <summary>The panel has a wording of its own.</summary>
    public bool IsOwn { get; private set; }

    public bool CanChange => Panel.Status != PanelStatus.Released;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel || !DecisionLetters.KindsOf(panel.Stage).Contains(Kind))
        {
            return NotFound();
        }

        Panel = panel;
        var own = await Own().AsNoTracking().FirstOrDefaultAsync(cancellation);
        IsOwn = own is not null;
        if (FirstShow)
        {
            Input = LetterInput.Of(own?.Template ?? DecisionLetters.Default(Kind), own?.Version ?? Guid.Empty);
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) => ChangeAsync((panel, own) =>
    {
        if (!Check(new LetterInputValidator(), Input))
        {
            return false;
        }

        if (own is null)
        {
            db.DecisionLetters.Add(new DecisionLetter(panel, Kind, Input.ToTemplate(), me.Actor));
        }
        else
        {
            own.Word(panel, Input.ToTemplate(), me.Actor);
        }

        Say("範本已儲存");
        return true;
    }, cancellation);

    public Task<IActionResult> OnPostResetAsync(CancellationToken cancellation) => ChangeAsync((panel, own) =>
    {
        if (own is not null)
        {
            panel.NoteLetter($"{Kind} default", me.Actor);
            db.DecisionLetters.Remove(own);
        }

        Say("已換回預設文字");
        return true;
    }, cancellation);

    private async Task<IActionResult> ChangeAsync(Func<Panel, DecisionLetter?, bool> change, CancellationToken cancel)
    {
        if (await db.Panels.FirstOrDefaultAsync(panel => panel.Id == Id, cancel) is not { } panel || !DecisionLetters.KindsOf(panel.Stage).Contains(Kind))
        {
            return NotFound();
        }

        var own = await Own().FirstOrDefaultAsync(cancel);
        if ((own?.Version ?? Guid.Empty) != Input.Version)
        {
            Refuse("", "資料剛剛被其他人更新，請重新整理後再試一次。");
            return await AgainAsync(cancel);
        }

        if (!change(panel, own))
        {
            return await AgainAsync(cancel);
        }

        await db.SaveChangesAsync(cancel);
        return RedirectToPage("Release", new { Id });
    }

    private IQueryable<DecisionLetter> Own() => db.DecisionLetters.Where(letter => letter.PanelId == Id && letter.Kind == Kind);
}

/// <summary>A letter's wording as a form.</summary>
public sealed class LetterInput
{
    /// <summary>The version it was read at; empty for the default.</summary>
    public Guid Version { get; set; }

    public string Subject { get; set => field = Written.Line(value); } = "";

    public string Body { get; set => field = Written.Text(value); } = "";

    public string EnglishSubject { get; set => field = Written.Line(value); } = "";

    public string EnglishBody { get; set => field = Written.Text(value); } = "";

    public static LetterInput Of(LetterTemplate template, Guid version) => new()
    {
        Version = version,
        Subject = template.Subject,
        Body = template.Body,
        EnglishSubject = template.EnglishSubject,
        EnglishBody = template.EnglishBody,
    };

    public LetterTemplate ToTemplate() => new(Subject, Body, EnglishSubject, EnglishBody);
}

/// <summary>Its shape; what the fields may be is the letter's own rule.</summary>
public sealed class LetterInputValidator : AbstractValidator<LetterInput>
{
    public LetterInputValidator()
    {
        RuleFor(input => input.Subject).NotEmpty().WithMessage("請填寫。").MaximumLength(100).Sentence("最多 {0} 個字", 100);
        RuleFor(input => input.Body).NotEmpty().WithMessage("請填寫。").MaximumLength(4000).Sentence("最多 {0} 個字", 4000);
        RuleFor(input => input.EnglishSubject).NotEmpty().WithMessage("請填寫。").MaximumLength(100).Sentence("最多 {0} 個字", 100);
        RuleFor(input => input.EnglishBody).NotEmpty().WithMessage("請填寫。").MaximumLength(4000).Sentence("最多 {0} 個字", 4000);
    }
}
