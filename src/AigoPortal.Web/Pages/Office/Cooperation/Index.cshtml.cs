using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Cooperation;

/// <summary>Shortlisted entries of all rounds by the last day to sign: who is missing, what is overdue.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me, RemindOfSigning remind) : PortalPage
{
    [BindProperty]
    public RemindInput Input { get; set; } = new();

    public IReadOnlyList<SigningLine> Lines { get; private set; } = [];

    public DateTimeOffset Now => me.Now;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var rows = await (
            from entry in db.Entries.AsNoTracking()
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where entry.Status == EntryStatus.Shortlisted
            select new
            {
                entry.Code,
                entry.RoundId,
                problem.Content.Title,
                Organisation = organisation.Name,
                Team = team.Name,
                TeamSigned = entry.Cooperation.TeamFileId != null,
                PoserSigned = entry.Cooperation.PoserFileId != null,
            }).ToListAsync(cancellation);
        var ids = rows.Select(row => row.RoundId).Distinct().ToList();
        var due = (await db.Rounds.AsNoTracking().Where(round => ids.Contains(round.Id)).ToListAsync(cancellation)).ToDictionary(round => round.Id, round => round.CooperationDeadline);
        Lines = [.. rows.Select(row => new SigningLine(row.Code, row.Title, row.Organisation, row.Team, due[row.RoundId], Missing(row.TeamSigned, row.PoserSigned)))
            .OrderBy(line => line.Due).ThenBy(line => line.Code, StringComparer.Ordinal)];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostRemindAsync(CancellationToken cancellation)
    {
        if (!await db.Entries.AnyAsync(entry => entry.Code == Input.Code, cancellation))
        {
            return NotFound();
        }

        Say("已寄出 {0} 封提醒", await remind.NowAsync(Input.Code, me.Actor, cancellation));
        return Redirect(Url.Content("~/office/cooperation"));
    }

    private static List<PaperSide> Missing(bool team, bool poser) =>
        [.. Enum.GetValues<PaperSide>().Where(side => side == PaperSide.Team ? !team : !poser)];
}

/// <summary>Which entry's sides are reminded.</summary>
public sealed class RemindInput
{
    public string Code { get; set; } = "";
}

/// <summary>An entry whose document is to be signed.</summary>
public sealed record SigningLine(string Code, string Problem, string Organisation, string Team, DateTimeOffset Due, IReadOnlyList<PaperSide> Missing)
{
    /// <summary>Whether the last day has passed.</summary>
    public bool IsLate(DateTimeOffset now) => Due <= now;
}
