using AigoPortal.Data;
using AigoPortal.Domain.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Audit;

/// <summary>Every time somebody looked at a payee's full numbers: who, whose, when and why.</summary>
public sealed class RevealsModel(PortalDbContext db) : PortalPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }

    /// <summary>Part of the name of who looked, or of whose numbers they were.</summary>
    [BindProperty(SupportsGet = true)] public string? Person { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public int Count { get; private set; }

    public IReadOnlyList<RevealLine> Lines { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var lines = Filtered();
        Count = await lines.CountAsync(cancellation);
        Pages = Math.Max(1, (Count + PageSize - 1) / PageSize);
        P = Math.Clamp(P, 1, Pages);
        Lines = await lines.OrderByDescending(line => line.At).ThenByDescending(line => line.Id)
            .Skip((P - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        ModelState.IsValid ? await LoadAsync(cancellation) ?? Page() : await AgainAsync(cancellation);

    private IQueryable<RevealLine> Filtered()
    {
        var acts = db.AuditEvents.AsNoTracking().Where(act => act.Verb == "payee.reveal");
        if (From is { Year: > 1900 } from)
        {
            var start = Taipei.StartOf(from);
            acts = acts.Where(act => act.At >= start);
        }

        if (To is { Year: > 1900 and < 9999 } to)
        {
            var end = Taipei.EndOf(to);
            acts = acts.Where(act => act.At < end);
        }

        var lines =
            from act in acts
            join person in db.People on act.SubjectId equals person.Id into persons
            from person in persons.DefaultIfEmpty()
            join entity in db.LegalPayees on act.SubjectId equals entity.Id into entities
            from entity in entities.DefaultIfEmpty()
            select new RevealLine
            {
                Id = act.Id,
                At = act.At,
                Viewer = act.PersonName,
                Payee = person != null ? person.Name : entity != null ? entity.Name : "",
                SubjectId = act.SubjectId,
                Why = act.Why ?? "",
                Origin = act.Origin ?? "",
            };
        return Person?.Trim() is { Length: > 0 } name ? lines.Where(line => line.Viewer.Contains(name) || line.Payee.Contains(name)) : lines;
    }
}

/// <summary>One look at a payee's numbers.</summary>
public sealed class RevealLine
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Viewer { get; init; }

    public required string Payee { get; init; }

    public required Guid SubjectId { get; init; }

    public required string Why { get; init; }

    public required string Origin { get; init; }
}
