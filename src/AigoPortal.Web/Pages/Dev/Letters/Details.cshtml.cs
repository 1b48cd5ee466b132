using System.Text.RegularExpressions;
using AigoPortal.Data;
using AigoPortal.Domain.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Dev.Letters;

public sealed partial class DetailsModel(PortalDbContext db) : PageModel
{
    public Letter Letter { get; private set; } = null!;

    /// <summary>Text and addresses in turn; every second part is an address.</summary>
    public IReadOnlyList<string> Parts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Letters.AsNoTracking().FirstOrDefaultAsync(letter => letter.Id == id, cancellation) is not { } found)
        {
            return NotFound();
        }

        (Letter, Parts) = (found, Address().Split(found.Body));
        return Page();
    }

    [GeneratedRegex(@"(?<address>https?://\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
