using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Postings;
using AigoPortal.Web.Postings;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Public.Jobs;

/// <summary>Internships and vacancies that one can apply to, for everybody.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    private const int PageSize = 12;

    [BindProperty(SupportsGet = true)]
    public string Q { get; set => field = Written.Line(value); } = "";

    [BindProperty(SupportsGet = true)]
    public PostingKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Technology { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int P { get; set; } = 1;

    public IReadOnlyList<Card> Cards { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => (Count + PageSize - 1) / PageSize;

    public bool IsFiltered => Q.Length > 0 || Kind is not null || !string.IsNullOrEmpty(Technology);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var found = Filtered();
        Count = await found.CountAsync(cancellation);
        P = Math.Clamp(P, 1, Math.Max(1, Pages));
        Cards = await (
            from posting in found
            join organisation in db.Organisations on posting.OrganisationId equals organisation.Id
            orderby posting.OpenedAt descending, posting.Id
            select new Card(posting.Id, posting.Content.Title, organisation.Name, posting.Content.Kind, posting.Content.Openings - posting.Taken, posting.Content.Place,
                posting.Content.Pay, posting.Content.ApplyUntil!.Value, posting.Requirements.Select(one => one.Name).ToList()))
            .Skip((P - 1) * PageSize).Take(PageSize).AsNoTracking().ToListAsync(cancellation);
        return Page();
    }

    private IQueryable<Posting> Filtered()
    {
        var found = db.OpenPostings(me.Now);
        found = Kind is null ? found : found.Where(posting => posting.Content.Kind == Kind);
        found = string.IsNullOrEmpty(Technology) || !Vocabulary.Technologies.Has(Technology) ? found
            : found.Where(posting => posting.Requirements.Any(one => one.Kind == SkillKind.Technology && one.Name == Technology));
        return Q.Length == 0 ? found : found.Where(posting => posting.Content.Title.Contains(Q) || posting.Content.Duties.Contains(Q) || posting.Content.Place.Contains(Q)
            || db.Organisations.Any(organisation => organisation.Id == posting.OrganisationId && organisation.Name.Contains(Q)));
    }

    /// <summary>A posting in the list.</summary>
    public sealed record Card(
        Guid Id, string Title, string Organisation, PostingKind Kind, int Free, string Place, string Pay, DateTimeOffset ApplyUntil, IReadOnlyList<string> Requirements);
}
