using AigoPortal.Data;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Entries;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team;

/// <summary>The receipt of a submission, to be printed and kept.</summary>
public sealed class ReceiptModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public SubmissionReceipt Receipt { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var receipt = await (
            from entry in db.OfMember(me.Id)
            join submission in db.Submissions on entry.Id equals submission.EntryId
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            join person in db.People on submission.SubmittedBy equals person.Id
            join file in db.Files on submission.FileId equals file.Id
            where submission.Id == Id
            select new SubmissionReceipt(
                entry.Code, problem.Content.Title, team.Name, submission.Stage, submission.Number, submission.ReceivedAt, submission.Deadline, person.Name,
                file.Id, file.Name, file.Size, submission.FileSha256, submission.TextSha256)).FirstOrDefaultAsync(cancellation);
        if (receipt is null)
        {
            return NotFound();
        }

        Receipt = receipt;
        return Page();
    }
}

/// <summary>What a receipt says.</summary>
public sealed record SubmissionReceipt(
    string Code, string Problem, string Team, ReviewStage Stage, int Number, DateTimeOffset ReceivedAt, DateTimeOffset Deadline, string By,
    Guid FileId, string FileName, long FileSize, string FileSha256, string TextSha256);
