using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Problems;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Problems;

/// <summary>The screening desk: every problem by lane, what waits longest first; several are listed at once.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me, ListProblems list) : PortalPage
{
    private const int PageSize = 25;
    private const int LongestSearch = 100;

    [BindProperty(SupportsGet = true)]
    public DeskLane Lane { get; set; }

    [BindProperty(SupportsGet = true)]
    public DeskSort Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Round { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Industry { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public OrganisationKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public DataReadiness? Readiness { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Q { get; set => field = Written.Line(value); } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int P { get; set; } = 1;

    /// <summary>The problems that were ticked.</summary>
    [BindProperty]
    public List<Guid> Ids { get; set; } = [];

    public IReadOnlyList<SelectListItem> Rounds { get; private set; } = [];

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyDictionary<DeskLane, int> Counts { get; private set; } = new Dictionary<DeskLane, int>();

    /// <summary>How long those in screening have waited.</summary>
    public DeskAges Ages { get; private set; } = new(0, 0, 0);

    /// <summary>What became of the problems listed just now.</summary>
    public IReadOnlyList<ListingResult> Results { get; private set; } = [];

    public int Pages => Math.Max(1, (Counts.GetValueOrDefault(Lane) + PageSize - 1) / PageSize);

    public bool IsFiltered => Round.Length > 0 || Industry.Length > 0 || Kind is not null || Readiness is not null || Mine || Q.Length > 0;

    public bool CanList => Lane is DeskLane.Waiting or DeskLane.Optimising or DeskLane.Data;

    public bool IsOverdue(Line line) => line is { Status: ProblemStatus.Submitted, SubmittedAt: { } at } && me.Now - at > OfficeDuties.Screening;

    public bool IsMine(Line line) => line.TakenBy == me.Id;

    public int Days(DateTimeOffset since) => (int)(me.Now - since).TotalDays;

    /// <summary>The same desk with another lane.</summary>
    public string Address(DeskLane lane) => Url.Page("Index", new { Lane = lane, Sort, Round = Blank(Round), Industry = Blank(Industry), Kind, Readiness, Mine = Mine ? "true" : null, Q = Blank(Q) })!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Q = Q.Length > LongestSearch ? Q[..LongestSearch] : Q;
        Rounds = await db.Rounds.OrderByDescending(round => round.StartsAt).Select(round => new SelectListItem(round.Code, round.Code)).ToListAsync(cancellation);
        var found = Found();
        var counts = new Dictionary<DeskLane, int>();
        foreach (var lane in Enum.GetValues<DeskLane>())
        {
            counts[lane] = await found.In(lane).CountAsync(cancellation);
        }

        Counts = counts;
        Ages = DeskAges.Of(await found.In(DeskLane.Waiting).Select(problem => problem.SubmittedAt!.Value).ToListAsync(cancellation), me.Now);
        P = Math.Clamp(P, 1, Pages);
        var rows =
            from problem in found.In(Lane)
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            select new { problem, organisation.Name };
        var sorted = Sort switch
        {
            DeskSort.Newest => rows.OrderByDescending(row => row.problem.SubmittedAt ?? row.problem.CreatedAt),
            DeskSort.Title => rows.OrderBy(row => row.problem.Content.Title),
            DeskSort.Organisation => rows.OrderBy(row => row.Name),
            _ => rows.OrderBy(row => row.problem.SubmittedAt ?? row.problem.CreatedAt),
        };
        Lines = await sorted.ThenBy(row => row.problem.Id).Skip((P - 1) * PageSize).Take(PageSize)
            .Select(row => new Line(
                row.problem.Id, row.problem.Code, row.problem.Content.Title, row.Name, row.problem.Status, row.problem.GradedReadiness ?? row.problem.Content.Readiness,
                row.problem.SubmittedAt, row.problem.TakenBy, row.problem.TakerName, row.problem.Difficulty, row.problem.Maturity))
            .ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>題目上架: lists everything ticked and says of each what became of it.</summary>
    public async Task<IActionResult> OnPostListAsync(CancellationToken cancellation)
    {
        if (Ids.Count is 0 or > PageSize)
        {
            Refuse("", "請先勾選要上架的題目。");
            return await AgainAsync(cancellation);
        }

        Results = await list.RunAsync(Ids, me.Actor, cancellation);
        ModelState.Clear();
        return await LoadAsync(cancellation) ?? Page();
    }

    private IQueryable<Problem> Found()
    {
        var problems = db.Problems.HandedIn();
        problems = Round.Length == 0 ? problems : problems.Where(problem => db.Rounds.Any(round => round.Id == problem.RoundId && round.Code == Round));
        problems = Industry.Length == 0 ? problems : problems.Where(problem => problem.Content.Industry == Industry);
        problems = Kind is null ? problems : problems.Where(problem => db.Organisations.Any(organisation => organisation.Id == problem.OrganisationId && organisation.Kind == Kind));
        problems = Readiness is null ? problems : problems.Where(problem => (problem.GradedReadiness ?? problem.Content.Readiness) == Readiness);
        var mine = me.Id;
        problems = Mine ? problems.Where(problem => problem.TakenBy == mine) : problems;
        if (Q.Length == 0)
        {
            return problems;
        }

        var words = Q.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // the database lowers the letters; it knows no culture of ours
        return problems.Where(problem => problem.Content.Title.ToLower().Contains(words) || problem.Code!.ToLower().Contains(words)
            || db.Organisations.Any(organisation => organisation.Id == problem.OrganisationId && organisation.Name.ToLower().Contains(words)));
#pragma warning restore CA1304, CA1311, CA1862
    }

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    /// <summary>A problem on the desk.</summary>
    public sealed record Line(
        Guid Id, string? Code, string Title, string Organisation, ProblemStatus Status, DataReadiness Readiness, DateTimeOffset? SubmittedAt,
        Guid? TakenBy, string? TakerName, Grade? Difficulty, Grade? Maturity);
}

/// <summary>How many problems in screening have waited how long; overdue after the office's own service time.</summary>
public sealed record DeskAges(int Fresh, int Soon, int Overdue)
{
    private static readonly TimeSpan Fair = TimeSpan.FromDays(3);

    public static DeskAges Of(IReadOnlyCollection<DateTimeOffset> submitted, DateTimeOffset now) => new(
        submitted.Count(at => now - at <= Fair),
        submitted.Count(at => now - at > Fair && now - at <= OfficeDuties.Screening),
        submitted.Count(at => now - at > OfficeDuties.Screening));
}
