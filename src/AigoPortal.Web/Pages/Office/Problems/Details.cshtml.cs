using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace AigoPortal.Web.Pages.Office.Problems;

/// <summary>The office screens a problem and decides what becomes of it.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, ScreenProblem screen) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ScreeningInput Input { get; set; } = new();

    public ProblemSheet Sheet { get; private set; } = null!;

    private string Link => $"/poser/problems/details/{Id}";

    public bool Can(ProblemAction action) => ProblemStatuses.Following(Sheet.Problem.Status, action) is not null;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await ProblemSheet.FindAsync(db, db.Problems.Where(problem => problem.Id == Id), cancellation, SheetReader.Office) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancellation) => !Check(new ReasonValidator(), Input)
        ? await AgainAsync(cancellation)
        : await ActAsync(problem => problem.Return(Input.Reason, me.Actor), () => Say("已退回，並通知出題單位。"),
            problem => new LetterText("題目 {0} 請補件", "「{1}」審題後需要補充，改好後請再送出：\n\n{2}", Link, problem.Code!, problem.Content.Title, Input.Reason), cancellation);

    public async Task<IActionResult> OnPostRejectAsync(CancellationToken cancellation) => !Check(new ReasonValidator(), Input)
        ? await AgainAsync(cancellation)
        : await ActAsync(problem => problem.Reject(Input.Reason, me.Actor), () => Say("已記為不採用，並通知出題單位。"),
            problem => new LetterText("題目 {0} 未採用", "「{1}」這次沒有採用，原因如下：\n\n{2}", Link, problem.Code!, problem.Content.Title, Input.Reason), cancellation);

    public Task<IActionResult> OnPostOptimiseAsync(CancellationToken cancellation) =>
        ActAsync(problem => problem.Optimise(me.Actor), () => Say("已進入題目優化，並通知出題單位。"),
            problem => new LetterText("題目 {0} 進入題目優化", "「{1}」已進入題目優化，計畫辦公室會與窗口約時間，和 AI 專家、產業專家一起把題目談得更清楚。", Link, problem.Code!, problem.Content.Title), cancellation);

    public async Task<IActionResult> OnPostListAsync(CancellationToken cancellation) => !Check(new GradesValidator(), Input)
        ? await AgainAsync(cancellation)
        : await ActAsync(problem => problem.List(Input.Difficulty!.Value, Input.Maturity!.Value, me.Actor), () => Say("已上架，並通知出題單位。"),
            problem => new LetterText("題目 {0} 已上架", "「{1}」已公開上架。團隊申請解題時會寄信通知，請在媒合期內回覆。", Link, problem.Code!, problem.Content.Title), cancellation);

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancellation) =>
        ActAsync(problem => problem.Close(me.Actor), () => Say("題目已結束收件，並通知出題單位。"),
            problem => new LetterText("題目 {0} 已結束收件", "「{1}」已結束收件，公開頁面會保留。進行中的案件不受影響。", Link, problem.Code!, problem.Content.Title), cancellation);

    private async Task<IActionResult> ActAsync(Action<Problem> act, Action say, Func<Problem, LetterText> letter, CancellationToken cancellation)
    {
        if (!await screen.RunAsync(Id, act, letter, me.Actor, cancellation))
        {
            return NotFound();
        }

        say();
        return RedirectToPage(new { id = Id });
    }
}

/// <summary>What the office says of a problem.</summary>
public sealed class ScreeningInput
{
    public string Reason { get; set => field = Written.Text(value); } = "";

    public Grade? Difficulty { get; set; }

    public Grade? Maturity { get; set; }
}

/// <summary>A return or refusal says why.</summary>
public sealed class ReasonValidator : AbstractValidator<ScreeningInput>
{
    public ReasonValidator()
    {
        RuleFor(input => input.Reason).NotEmpty().WithMessage("請寫出原因，出題單位才知道怎麼改。");
        RuleFor(input => input.Reason).MaximumLength(4000).Sentence("最多 {0} 個字。", 4000);
    }
}

/// <summary>A listed problem is graded.</summary>
public sealed class GradesValidator : AbstractValidator<ScreeningInput>
{
    public GradesValidator()
    {
        RuleFor(input => input.Difficulty).NotNull().WithMessage("請選擇難度。");
        RuleFor(input => input.Maturity).NotNull().WithMessage("請選擇成熟度。");
    }
}
