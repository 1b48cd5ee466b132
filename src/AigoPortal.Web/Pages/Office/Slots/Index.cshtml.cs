using AigoPortal.Data;
using AigoPortal.Domain.RoundTables;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Slots;

/// <summary>All slots of a round, problem by problem in the order of time; the office may call a booked one off.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me, BookSlot book) : PortalPage
{
    private const int LongestReason = 1000;

    /// <summary>The round's code; the current one at first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Round { get; set; }

    [BindProperty]
    public CancelInput Input { get; set; } = new();

    public IReadOnlyList<string> Rounds { get; private set; } = [];

    public string Code { get; private set; } = "";

    public IReadOnlyList<IGrouping<(string Code, string Title, string Organisation), Line>> Problems { get; private set; } = [];

    public int Count(SlotStatus status) => Problems.Sum(problem => problem.Count(line => line.Status == status));

    public DateTimeOffset Now => me.Now;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Rounds = await db.Rounds.OrderByDescending(round => round.StartsAt).Select(round => round.Code).ToListAsync(cancellation);
        var round = Round is null ? await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation) : await db.Rounds.AsNoTracking().FirstOrDefaultAsync(known => known.Code == Round, cancellation);
        if (round is null)
        {
            return NotFound();
        }

        Code = round.Code;
        Problems = [.. (await (
            from slot in db.Slots
            join problem in db.Problems on slot.ProblemId equals problem.Id
            join organisation in db.Organisations on slot.OrganisationId equals organisation.Id
            join team in db.Teams on slot.TeamId ?? slot.FormerTeamId equals (Guid?)team.Id into teams
            from team in teams.DefaultIfEmpty()
            where slot.RoundId == round.Id && slot.Status != SlotStatus.Closed
            orderby problem.Code, slot.StartsAt, slot.Place
            select new Line(slot.Id, problem.Code!, problem.Content.Title, organisation.Name, slot.StartsAt, slot.EndsAt, slot.Place, slot.Status,
                team == null ? null : team.Name, slot.PoserTalkedAt != null || slot.TeamTalkedAt != null)).ToListAsync(cancellation))
            .GroupBy(line => (line.Problem, line.Title, line.Organisation))];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostCancelAsync(Guid slot, CancellationToken cancellation)
    {
        if (await db.Slots.FirstOrDefaultAsync(known => known.Id == slot, cancellation) is not { } known)
        {
            return NotFound();
        }

        if (Input.Reason.Length > LongestReason)
        {
            Refuse("Input.Reason", "最多 {0} 個字。", LongestReason);
            return await AgainAsync(cancellation);
        }

        await book.CancelAsync(known, Input.Reason, byOffice: true, me.Actor, cancellation);
        Say("時段已取消，並通知雙方");
        return Redirect(Url.Content($"~/office/slots?round={Round}"));
    }

    /// <summary>A slot as the office sees it.</summary>
    public sealed record Line(
        Guid Id, string Problem, string Title, string Organisation, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, SlotStatus Status, string? Team, bool Talked);
}

/// <summary>Why a slot is called off.</summary>
public sealed class CancelInput
{
    public string Reason { get; set => field = Written.Text(value); } = "";
}
