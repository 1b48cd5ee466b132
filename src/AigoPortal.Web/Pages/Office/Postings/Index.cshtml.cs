using AigoPortal.Data;
using AigoPortal.Domain.Postings;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Postings;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Postings;

/// <summary>What came of internships and vacancies, and the problems that still need an 實習資料工程師.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me, SuggestPostings suggest) : PortalPage
{
    /// <summary>The round's code; the current one at first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Round { get; set; }

    public IReadOnlyList<string> Rounds { get; private set; } = [];

    public string Code { get; private set; } = "";

    public IReadOnlyList<Outcome> Outcomes { get; private set; } = [];

    public IReadOnlyList<Line> Postings { get; private set; } = [];

    public IReadOnlyList<Wanting> WantingInterns { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Rounds = await db.Rounds.OrderByDescending(round => round.StartsAt).Select(round => round.Code).ToListAsync(cancellation);
        if (await OfficeRound.FindAsync(db, Round, me.Now, cancellation) is not { } round)
        {
            return NotFound();
        }

        Code = round.Code;
        Outcomes = await Outcome.CountAsync(db, round.Id, cancellation);
        Postings = await (
            from posting in db.Postings
            join organisation in db.Organisations on posting.OrganisationId equals organisation.Id
            where posting.RoundId == round.Id
            orderby posting.CreatedAt descending
            select new Line(posting.Id, posting.Content.Title, posting.Content.Kind, organisation.Name, posting.Status, posting.Taken, posting.Content.Openings,
                db.JobApplications.Count(application => application.PostingId == posting.Id))).ToListAsync(cancellation);
        WantingInterns = await (
            from problem in db.Problems
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            where problem.RoundId == round.Id && problem.DataInternAskedAt != null
            where !db.Postings.Any(posting => posting.ProblemId == problem.Id && posting.Content.Kind == PostingKind.Internship)
            orderby problem.DataInternAskedAt
            select new Wanting(problem.Id, problem.Content.Title, organisation.Name, problem.DataInternAskedAt!.Value)).ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostDataInternAsync(Guid problem, CancellationToken cancellation)
    {
        if (await suggest.MakeDataInternAsync(problem, me.Actor, cancellation) is null)
        {
            return NotFound();
        }

        Say("已建立草稿，並請出題單位補齊後公開");
        return Redirect(Url.Content($"~/office/postings?round={Round}"));
    }

    /// <summary>A posting in the list.</summary>
    public sealed record Line(Guid Id, string Title, PostingKind Kind, string Organisation, PostingStatus Status, int Taken, int Openings, int Applications);

    /// <summary>A problem that needs an 實習資料工程師.</summary>
    public sealed record Wanting(Guid ProblemId, string Title, string Organisation, DateTimeOffset Since);
}

/// <summary>The round an office page is about.</summary>
internal static class OfficeRound
{
    /// <summary>By its code, or the current one; null when there is none of that code.</summary>
    public static async Task<Round?> FindAsync(PortalDbContext db, string? code, DateTimeOffset now, CancellationToken cancel) => string.IsNullOrEmpty(code)
        ? await db.Rounds.AsNoTracking().CurrentAsync(now, cancel)
        : await db.Rounds.AsNoTracking().FirstOrDefaultAsync(known => known.Code == code, cancel);
}
