using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office;

/// <summary>Posers and reviewers: who they are, and the invitation of more.</summary>
public sealed class PeopleModel(PortalDbContext db, InvitePerson invite, Registration registration, CurrentPerson me) : PortalPage
{
    private static readonly string[] Invitable = [Roles.Poser, Roles.Mentor, Roles.Reviewer];

    [BindProperty]
    public InviteInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int P { get; set; } = 1;

    public IReadOnlyList<AccountLine> People { get; private set; } = [];

    public int Pages { get; private set; }

    public IEnumerable<SelectListItem> RoleChoices => Invitable.Select(role => new SelectListItem(T.Role(role), role));

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        (People, Pages) = await db.AccountsAsync(Invitable.Contains(Role) ? [Role!] : Invitable, Q, P, cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellation)
    {
        if (!Check(new InviteInputValidator(Invitable), Input))
        {
            return await AgainAsync(cancellation);
        }

        var person = await invite.RunAsync(Input.Name.Trim(), Input.Email.Trim(), Input.Role, Input.Gender, me.Actor, cancellation);
        Say("已寄出給 {0} 的邀請", person.Name);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostResendAsync(Guid id, CancellationToken cancellation)
    {
        if (await InvitedAsync(id, cancellation) is not { } account)
        {
            return NotFound();
        }

        var person = await db.People.FirstAsync(person => person.Id == id, cancellation);
        await registration.WriteAgainAsync(account, person, me.Now);
        db.Record(me.Actor, "account.invite-again", id);
        await db.SaveChangesAsync(cancellation);
        Say("已寄出給 {0} 的邀請", person.Name);
        return RedirectToPage(new { q = Q, role = Role, p = P });
    }

    private async Task<Data.Identity.Account?> InvitedAsync(Guid id, CancellationToken cancellation) => await db.Users.FirstOrDefaultAsync(
        account => account.Id == id && account.PasswordHash == null
            && db.UserRoles.Any(held => held.UserId == id && db.Roles.Any(role => role.Id == held.RoleId && Invitable.Contains(role.Name!))),
        cancellation);
}
