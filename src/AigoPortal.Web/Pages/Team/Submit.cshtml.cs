using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Components;
using AigoPortal.Web.Entries;
using AigoPortal.Web.Files;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team;

/// <summary>Handing in a concept or a proof. Whatever is sent is kept as a draft first, so that no refusal loses it.</summary>
public sealed class SubmitModel(PortalDbContext db, CurrentPerson me, KeepDraft keepDraft, SubmitStage submit) : PortalPage
{
    [BindProperty]
    public SubmissionInput Input { get; set; } = new();

    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    [FromRoute(Name = "stage")]
    public string StageName { get; set; } = "";

    public ReviewStage Stage => StageName == "concept" ? ReviewStage.Concept : ReviewStage.Proof;

    public SubmissionDesk Desk { get; private set; } = null!;

    public DateTimeOffset Deadline { get; private set; }

    public DateTimeOffset Now => me.Now;

    public bool IsLate => me.Now >= Deadline;

    public bool Leads => Desk.LeaderId == me.Id;

    public IReadOnlyList<ListedFile> Kept { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var stage = Stage;
        var desk = StageName is not ("concept" or "proof") ? null : await (
            from entry in db.OfMember(me.Id).AsNoTracking()
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where entry.Code == Code
            select new SubmissionDesk(
                entry.Id, entry.RoundId, problem.Content.Title, team.Name, team.LeaderId, entry.Status,
                entry.Submissions.Where(submission => submission.Stage == stage).Max(submission => (int?)submission.Number) ?? 0,
                entry.Drafts.Where(draft => draft.Stage == stage)
                    .Select(draft => new KeptDraft(draft.Text, draft.FileId, draft.SavedAt)).FirstOrDefault())).FirstOrDefaultAsync(cancellation);
        if (desk is null)
        {
            return NotFound();
        }

        Desk = desk;
        Deadline = (await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == desk.RoundId, cancellation)).DeadlineOf(stage);
        if (desk.Draft?.FileId is { } fileId)
        {
            Kept = await db.Files.Where(file => file.Id == fileId)
                .Select(file => new ListedFile(file.Name, file.Size, FileEndpoint.UrlOf(file.Id), file.Sha256)).ToListAsync(cancellation);
        }

        if (FirstShow)
        {
            Input.Text = desk.Draft?.Text ?? "";
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } missing)
        {
            return missing;
        }

        if (!Check(new SubmissionInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        await keepDraft.RunAsync(Code, Stage, Input.Text, Input.File, cancellation);
        Say("草稿已儲存，還沒有送出。");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } missing)
        {
            return missing;
        }

        if (!Check(new SubmissionInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var submission = await submit.RunAsync(Code, Stage, Input.Text, Input.File, cancellation);
        Say("已收到，這是收據。");
        return RedirectToPage("/Team/Receipt", new { id = submission.Id });
    }
}

/// <summary>What the page shows of the entry.</summary>
public sealed record SubmissionDesk(
    Guid Id, Guid RoundId, string Problem, string Team, Guid LeaderId, EntryStatus Status, int Received, KeptDraft? Draft);

/// <summary>What was saved.</summary>
public sealed record KeptDraft(string Text, Guid? FileId, DateTimeOffset SavedAt);

/// <summary>What the team writes.</summary>
public sealed class SubmissionInput
{
    public string Text { get; set; } = "";

    public IFormFile? File { get; set; }
}

/// <summary>Its shape; whether it is complete is the entry's own rule, after the draft is kept.</summary>
public sealed class SubmissionInputValidator : AbstractValidator<SubmissionInput>
{
    public SubmissionInputValidator() => RuleFor(input => input.Text).MaximumLength(20000)
        .Sentence("最多 {0} 個字，目前 {1} 個字", input => [20000, input.Text.Length]);
}
