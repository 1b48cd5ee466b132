using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Components;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser.Problems;

/// <summary>A poser checks the answers, hands the problem in, and follows it.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, SubmitProblem submit) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ProblemSheet Sheet { get; private set; } = null!;

    /// <summary>The answers as the form has them.</summary>
    public ProblemInput Answers { get; private set; } = null!;

    public int Submitted { get; private set; }

    public int Quota { get; private set; }

    /// <summary>What is still missing, by field; nothing when it can be handed in.</summary>
    public IReadOnlyList<(string Field, string Sentence)> Missing { get; private set; } = [];

    public IReadOnlyList<Applicant> Applicants { get; private set; } = [];

    public bool CanBeEdited => Sheet.Problem.Status.CanBeEdited();

    public bool CanBeWithdrawn => ProblemStatuses.Following(Sheet.Problem.Status, ProblemAction.Withdraw) is not null;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await ProblemSheet.FindAsync(db, db.ProblemsOf(me.Id).Where(problem => problem.Id == Id), cancellation, SheetReader.Insider) is not { } sheet)
        {
            return NotFound();
        }

        (Sheet, Answers) = (sheet, ProblemInput.Of(sheet));
        Missing = CanBeEdited
            ? [.. new CompleteProblemValidator().Validate(Answers).Errors.Select(error => (error.PropertyName, T[error.ErrorMessage].Value))]
            : [];
        (Submitted, Quota) = await db.Rounds.Where(round => round.Id == sheet.Problem.RoundId)
            .Select(round => new ValueTuple<int, int>(
                db.Problems.Count(problem => problem.RoundId == round.Id && problem.OrganisationId == sheet.Problem.OrganisationId && problem.QuotaSlot != null),
                round.ProblemsPerOrganisation))
            .FirstAsync(cancellation);
        Applicants = await (
            from entry in db.Entries
            join team in db.Teams on entry.TeamId equals team.Id
            where entry.ProblemId == Id
            orderby entry.AppliedAt
            select new Applicant(entry.Code, team.Name, entry.Status, entry.AppliedAt)).ToListAsync(cancellation);
        return null;
    }

    /// <summary>What an answer still lacks.</summary>
    public IEnumerable<string> MissingOf(ProblemField field) => Missing.Where(missing => field.Covers(missing.Field)).Select(missing => missing.Sentence).Distinct();

    /// <summary>The files of an answer.</summary>
    public IEnumerable<(ListedFile File, bool MatchedOnly)> FilesOf(ProblemField field) => field.Name == nameof(ProblemInput.Briefing)
        ? Sheet.Briefing is { } briefing ? [(briefing, false)] : []
        : Sheet.Attachments.Select(attachment => (attachment.File, attachment.MatchedOnly));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } refused)
        {
            return refused;
        }

        if (Missing.Count > 0)
        {
            Refuse("", "還有 {0} 處沒填好，補齊後才能送出。", Missing.Count);
            return await AgainAsync(cancellation);
        }

        var problem = await submit.RunAsync(Id, me.Actor, cancellation);
        Say("已送出，題號 {0}。計畫辦公室審題後會寄信通知。", problem.Code!);
        return RedirectToPage(new { id = Id });
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation)
    {
        if (await db.ProblemsOf(me.Id).FirstOrDefaultAsync(problem => problem.Id == Id, cancellation) is not { } problem)
        {
            return NotFound();
        }

        problem.Withdraw(me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("題目已撤回，名額已釋出。");
        return RedirectToPage(new { id = Id });
    }

    /// <summary>A team that wants to solve it.</summary>
    public sealed record Applicant(string Code, string Team, EntryStatus Status, DateTimeOffset AppliedAt);
}
