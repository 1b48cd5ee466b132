using System.ComponentModel;
using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>A panel's scores: entries ranked as given and normalised, where reviewers disagree, how each of them scores, and who is late.</summary>
public sealed class ScoresModel(PortalDbContext db, CurrentPerson me, RemindReviewers remind) : PortalPage
{
    private const int Size = 50;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public ScoreOrder Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public ScoreFilter? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>Everything on one page.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public Panel Panel { get; private set; } = null!;

    public PanelScores Scores { get; private set; } = null!;

    public IReadOnlyList<EntryLine> Lines { get; private set; } = [];

    /// <summary>How many entries the filter leaves.</summary>
    public int Found { get; private set; }

    public int Pages { get; private set; }

    public bool CanRemind => PanelRules.TakesScores(Panel, me.Now) is null;

    public DateTimeOffset Now => me.Now;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel
            || panel.Status is PanelStatus.Preparing or PanelStatus.Convened)
        {
            return NotFound();
        }

        Panel = panel;
        Scores = await PanelScores.OfAsync(db, panel, cancellation);
        var lines = Ordered(Scores.Entries.Where(line => Show switch
        {
            ScoreFilter.Disputed => line.Scored.IsDisputed,
            ScoreFilter.Missing => line.Missing > 0,
            ScoreFilter.Agreed => line.Scored.Agreed is not null,
            _ => true,
        }));
        Found = lines.Count;
        Pages = All ? 1 : Math.Max(1, (Found + Size - 1) / Size);
        P = Math.Clamp(P, 1, Pages);
        Lines = All ? lines : [.. lines.Skip((P - 1) * Size).Take(Size)];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>Reminds one reviewer, or everybody who is late.</summary>
    public async Task<IActionResult> OnPostRemindAsync(Guid? reviewer, CancellationToken cancellation)
    {
        if (!await db.Panels.AnyAsync(panel => panel.Id == Id, cancellation))
        {
            return NotFound();
        }

        var count = await remind.RunAsync(Id, reviewer, me.Actor, cancellation);
        Say("已寄提醒信給 {0} 位委員", count);
        return RedirectToPage(new { Id, Sort, Show });
    }

    /// <summary>The page with another order or filter.</summary>
    public string With(ScoreOrder order, ScoreFilter? filter) =>
        Url.Content($"~/office/panels/{Id:D}/scores?sort={order}") + (filter is { } show ? $"&show={show}" : "") + (All ? "&all=true" : "");

    private IReadOnlyList<EntryLine> Ordered(IEnumerable<EntryLine> lines) =>
    [
        .. Sort switch
        {
            ScoreOrder.Normalised => lines.OrderBy(line => line.Scored.NormalisedRank ?? int.MaxValue),
            ScoreOrder.Code => lines,
            ScoreOrder.Spread => lines.OrderByDescending(line => line.Scored.Spread),
            ScoreOrder.Deviation => lines.OrderByDescending(line => line.Scored.Deviation),
            ScoreOrder.Missing => lines.OrderByDescending(line => line.Missing),
            _ => lines.OrderBy(line => line.Scored.RawRank ?? int.MaxValue),
        },
    ];
}

/// <summary>What entries are ordered by.</summary>
public enum ScoreOrder
{
    /// <summary>The place by the totals as given.</summary>
    Raw,

    /// <summary>The place by the normalised totals.</summary>
    Normalised,

    /// <summary>The code.</summary>
    Code,

    /// <summary>The spread, widest first.</summary>
    Spread,

    /// <summary>The standard deviation, widest first.</summary>
    Deviation,

    /// <summary>Reviews that are missing, most first.</summary>
    Missing,
}

/// <summary>Which entries are listed.</summary>
public enum ScoreFilter
{
    /// <summary>Reviewers disagree and have not agreed on a total.</summary>
    [Description("分歧待討論")]
    Disputed,

    /// <summary>Reviews are missing.</summary>
    [Description("還缺評分")]
    Missing,

    /// <summary>Has a total that was agreed on.</summary>
    [Description("有合議分數")]
    Agreed,
}
