using AigoPortal.Data;
using AigoPortal.Domain.Letters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Dev.Letters;

public sealed class IndexModel(PortalDbContext db) : PageModel
{
    public IReadOnlyList<Row> Letters { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Letters = await db.Letters.AsNoTracking()
        .OrderByDescending(letter => letter.WrittenAt).ThenByDescending(letter => letter.Id).Take(100)
        .Select(letter => new Row(letter.Id, letter.To, letter.Subject, letter.Status, letter.WrittenAt)).ToListAsync(cancellation);

    public sealed record Row(Guid Id, string To, string Subject, LetterStatus Status, DateTimeOffset WrittenAt);
}
