using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Review;

/// <summary>A reviewer's desk: what is to be scored, and how far it is.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    /// <summary>Which reviews are listed.</summary>
    [BindProperty(SupportsGet = true)]
    public DeskFilter? Show { get; set; }

    public IReadOnlyList<PanelDesk> Desks { get; private set; } = [];

    /// <summary>Panels that ask for the reviewer and wait for an answer.</summary>
    public IReadOnlyList<PanelAsking> Invitations { get; private set; } = [];

    public DateTimeOffset Now => me.Now;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var panels = await db.SeatedOn(me.Id).AsNoTracking().Where(panel => panel.Status != PanelStatus.Preparing)
            .Select(panel => new { panel.Id, panel.Name, panel.Stage, panel.Status, panel.RoundId, panel.ScoringEndsAt }).ToListAsync(cancellation);
        Invitations = await db.Panels.AsNoTracking()
            .Where(panel => panel.Status != PanelStatus.Released && panel.Members.Any(member => member.PersonId == me.Id && member.Status == SeatStatus.Invited))
            .OrderBy(panel => panel.Id).Select(panel => new PanelAsking(panel.Id, panel.Name)).ToListAsync(cancellation);
        var roundIds = panels.Select(panel => panel.RoundId).ToList();
        var rounds = await db.Rounds.AsNoTracking().Where(round => roundIds.Contains(round.Id)).ToDictionaryAsync(round => round.Id, cancellation);
        var reviews = (await db.DeskAsync(me.Id, null, cancellation)).ToLookup(line => line.PanelId);
        var recused = await db.RecusedAsync(me.Id, cancellation);
        Desks =
        [
            .. panels.OrderBy(panel => panel.Status).ThenByDescending(panel => rounds[panel.RoundId].StartsAt).Select(panel => new PanelDesk(
                panel.Id, panel.Name, panel.Stage, panel.Status, rounds[panel.RoundId].DeadlineOf(panel.Stage),
                panel.ScoringEndsAt, Meeting(rounds[panel.RoundId], panel.Stage), [.. reviews[panel.Id]], recused.GetValueOrDefault(panel.Id))),
        ];
        return Page();
    }

    /// <summary>What the filter leaves of a desk.</summary>
    public IReadOnlyList<DeskLine> Listed(PanelDesk desk) => [.. desk.Reviews.Where(line => desk.Status == PanelStatus.Released || Show switch
    {
        DeskFilter.Todo => line is { Status: ReviewStatus.Assigned, HasDraft: false },
        DeskFilter.Draft => line.HasDraft,
        DeskFilter.Done => line is { Status: ReviewStatus.Submitted },
        _ => true,
    })];

    private static DateTimeOffset? Meeting(Round round, ReviewStage stage) => round.Steps
        .FirstOrDefault(step => step.Kind == (stage == ReviewStage.Concept ? RoundStepKind.ConceptReview : RoundStepKind.ProofReview))?.StartsAt;
}

/// <summary>Which reviews of the desk are listed.</summary>
public enum DeskFilter
{
    /// <summary>Nothing is written yet.</summary>
    [System.ComponentModel.Description("待評分")]
    Todo,

    /// <summary>Something is written and not handed in.</summary>
    [System.ComponentModel.Description("草稿")]
    Draft,

    /// <summary>Handed in.</summary>
    [System.ComponentModel.Description("已評分")]
    Done,
}

/// <summary>An invitation to a panel.</summary>
public sealed record PanelAsking(Guid Id, string Name);

/// <summary>A panel the reviewer sits on.</summary>
public sealed record PanelDesk(
    Guid Id, string Name, ReviewStage Stage, PanelStatus Status, DateTimeOffset Deadline, DateTimeOffset? ScoringEndsAt, DateTimeOffset? Meeting,
    IReadOnlyList<DeskLine> Reviews, int Recused)
{
    public int Submitted => Reviews.Count(review => review.Status == ReviewStatus.Submitted);

    public int Drafts => Reviews.Count(review => review.HasDraft);

    public bool TakesScores(DateTimeOffset now) => Status == PanelStatus.Reviewing && !(now >= ScoringEndsAt);

    /// <summary>What to do next: what was begun first.</summary>
    public DeskLine? Next => Reviews.Where(review => review.Status == ReviewStatus.Assigned).OrderByDescending(review => review.HasDraft).FirstOrDefault();
}
