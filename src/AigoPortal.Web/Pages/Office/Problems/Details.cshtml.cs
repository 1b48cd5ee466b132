using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Problems;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace AigoPortal.Web.Pages.Office.Problems;

/// <summary>The office screens a problem: takes it, checks it, grades it, and decides what becomes of it.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, ScreenProblem screen) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ScreeningInput Input { get; set; } = new();

    public ProblemSheet Sheet { get; private set; } = null!;

    public ProblemSnapshot Now => new(Sheet.Content, Sheet.Problem.DataSets);

    public bool IsMine => Sheet.Problem.TakenBy == me.Id;

    /// <summary>Who works on it, when that is somebody else.</summary>
    public string? Colleague => IsMine ? null : Sheet.Problem.TakerName;

    private string Link => $"/poser/problems/details/{Id}";

    public bool Can(ProblemAction action) => ProblemStatuses.Following(Sheet.Problem.Status, action) is not null;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await ProblemSheet.FindAsync(db, db.Problems.HandedIn().Where(problem => problem.Id == Id), cancellation, SheetReader.Office) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        Input.FillFrom(sheet, FirstShow);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancellation) =>
        ActAsync(problem => problem.Take(me.Actor), () => Say("已由您領件。"), null, cancellation);

    public Task<IActionResult> OnPostPutBackAsync(CancellationToken cancellation) =>
        ActAsync(problem => problem.PutBack(me.Actor), () => Say("已放回待領。"), null, cancellation);

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation) => !Check(new ChecklistValidator(), Input)
        ? await AgainAsync(cancellation)
        : await ActAsync(problem => problem.Check(Input.Checklist(), me.Actor), () => Say("審題檢核已儲存。"), null, cancellation);

    public async Task<IActionResult> OnPostClassifyAsync(CancellationToken cancellation) => !Check(new GradesValidator(), Input)
        ? await AgainAsync(cancellation)
        : await ActAsync(Classify, () => Say("命題分級已儲存。"), null, cancellation);

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancellation) => !Check(new ReturnValidator(), Input)
        ? await AgainAsync(cancellation)
        : await ActAsync(problem => problem.Return(Input.Reason, me.Actor, Input.FieldReasons()), () => Say("已退回，並通知出題單位。"),
            problem => new LetterText("題目 {0} 請補件", "「{1}」審題後需要補充，改好後請再送出：\n\n{2}", Link, problem.Code!, problem.Content.Title, Reasons()), cancellation);

    public async Task<IActionResult> OnPostRejectAsync(CancellationToken cancellation) => !Check(new RejectValidator(), Input)
        ? await AgainAsync(cancellation)
        : await ActAsync(problem => problem.Reject(Input.Reason, me.Actor), () => Say("已記為不採用，並通知出題單位。"),
            problem => new LetterText("題目 {0} 未採用", "「{1}」這次沒有採用，原因如下：\n\n{2}", Link, problem.Code!, problem.Content.Title, Input.Reason), cancellation);

    public Task<IActionResult> OnPostOptimiseAsync(CancellationToken cancellation) =>
        ActAsync(problem => problem.Optimise(me.Actor), () => Say("已進入題目優化，並通知出題單位。"),
            problem => new LetterText("題目 {0} 進入題目優化", "「{1}」已進入題目優化，計畫辦公室會與窗口約時間，和 AI 專家、產業專家一起把題目談得更清楚。", Link, problem.Code!, problem.Content.Title), cancellation);

    public async Task<IActionResult> OnPostListAsync(CancellationToken cancellation) => !Check(new GradesValidator(), Input)
        ? await AgainAsync(cancellation)
        : await ActAsync(problem =>
        {
            Classify(problem);
            problem.List(me.Actor);
        }, () => Say("已上架，並通知出題單位。"), ScreenProblem.Listed, cancellation);

    public Task<IActionResult> OnPostAskInternAsync(CancellationToken cancellation) =>
        ActAsync(problem => problem.AskForDataIntern(me.Actor), () => Say("已登記需要實習資料工程師，並通知出題單位。"),
            problem => new LetterText("題目 {0} 將媒合實習資料工程師", "「{1}」目前尚無有效資料。計畫辦公室會先媒合實習資料工程師協助蒐集與整理，資料可用後再開放團隊申請。", Link, problem.Code!, problem.Content.Title), cancellation);

    public async Task<IActionResult> OnPostConfirmDataAsync(CancellationToken cancellation) => !Check(new UsableDataValidator(), Input)
        ? await AgainAsync(cancellation)
        : await ActAsync(problem => problem.ConfirmData(Input.UsableData!.Value, Input.DataReason, me.Actor), () => Say("資料已確認可用，並通知出題單位。"),
            problem => new LetterText("題目 {0} 的資料已可使用", "「{1}」的資料已確認可用，上架後團隊就能申請解題。", Link, problem.Code!, problem.Content.Title), cancellation);

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancellation) =>
        ActAsync(problem => problem.Close(me.Actor), () => Say("題目已結束收件，並通知出題單位。"),
            problem => new LetterText("題目 {0} 已結束收件", "「{1}」已結束收件，公開頁面會保留。進行中的案件不受影響。", Link, problem.Code!, problem.Content.Title), cancellation);

    private void Classify(Problem problem) =>
        problem.Classify(Input.Readiness!.Value, Input.Difficulty!.Value, Input.Maturity!.Value, Input.GradeReason, me.Actor);

    private string Reasons() => string.Join('\n', [
        .. Input.Reason.Length > 0 ? [Input.Reason] : (string[])[],
        .. Input.FieldReasons().Select(reason => $"・{T[ProblemFields.All.First(field => field.Name == reason.Field).Label].Value}：{reason.Reason}")]);

    private async Task<IActionResult> ActAsync(Action<Problem> act, Action say, Func<Problem, LetterText>? letter, CancellationToken cancellation)
    {
        if (!await screen.RunAsync(Id, Input.Version, act, letter, me.Actor, cancellation))
        {
            return NotFound();
        }

        say();
        return RedirectToPage(new { id = Id });
    }
}
