using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace AigoPortal.Web.Pages.Admin;

/// <summary>Every account, and the invitation of staff.</summary>
public sealed class IndexModel(PortalDbContext db, InvitePerson invite, CurrentPerson me) : PortalPage
{
    private static readonly string[] Staff = [Roles.Officer, Roles.Auditor];

    [BindProperty]
    public InviteInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int P { get; set; } = 1;

    public IReadOnlyList<AccountLine> Accounts { get; private set; } = [];

    public int Pages { get; private set; }

    public IEnumerable<SelectListItem> RoleChoices => Roles.All.Select(role => new SelectListItem(T.Role(role), role));

    public IEnumerable<SelectListItem> StaffChoices => Staff.Select(role => new SelectListItem(T.Role(role), role));

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        (Accounts, Pages) = await db.AccountsAsync(Roles.All.Contains(Role) ? [Role!] : [], Q, P, cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellation)
    {
        if (!Check(new InviteInputValidator(Staff), Input))
        {
            return await AgainAsync(cancellation);
        }

        var person = await invite.RunAsync(Input.Name.Trim(), Input.Email.Trim(), Input.Role, null, me.Actor, cancellation);
        Say("已寄出給 {0} 的邀請", person.Name);
        return RedirectToPage();
    }
}
