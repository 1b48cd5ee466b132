using AigoPortal.Data;
using AigoPortal.Domain.Time;
using AigoPortal.Domain.Trail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Audit;

public sealed class TrailModel(PortalDbContext db) : PortalPage
{
    private const int PageSize = 100;

    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)] public string? Person { get; set; }

    [BindProperty(SupportsGet = true)] public string? Verb { get; set; }

    [BindProperty(SupportsGet = true)] public Guid? Subject { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public int Count { get; private set; }

    public IReadOnlyList<AuditEvent> Lines { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Count = await Filtered().CountAsync(cancellation);
        Pages = Math.Max(1, (Count + PageSize - 1) / PageSize);
        P = Math.Clamp(P, 1, Pages);
        Lines = await Filtered().AsNoTracking().OrderByDescending(line => line.At).ThenByDescending(line => line.Id)
            .Skip((P - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        ModelState.IsValid ? await LoadAsync(cancellation) ?? Page() : await AgainAsync(cancellation);

    private IQueryable<AuditEvent> Filtered()
    {
        IQueryable<AuditEvent> lines = db.AuditEvents;
        if (From is { Year: > 1900 } from)
        {
            var start = Taipei.StartOf(from);
            lines = lines.Where(line => line.At >= start);
        }

        if (To is { Year: > 1900 and < 9999 } to)
        {
            var end = Taipei.EndOf(to);
            lines = lines.Where(line => line.At < end);
        }

        lines = Person?.Trim() is { Length: > 0 } person ? lines.Where(line => line.PersonName.Contains(person)) : lines;
        lines = Verb?.Trim() is { Length: > 0 } verb ? lines.Where(line => line.Verb.StartsWith(verb)) : lines;
        return Subject is { } subject ? lines.Where(line => line.SubjectId == subject) : lines;
    }
}
