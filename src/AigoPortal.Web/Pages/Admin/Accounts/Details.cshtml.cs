using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Admin.Accounts;

/// <summary>One account: its roles, and whether it may sign in.</summary>
public sealed class DetailsModel(PortalDbContext db, UserManager<Data.Identity.Account> accounts, SetRoles setRoles, LockAccount lockAccount, Registration registration, CurrentPerson me)
    : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RolesInput Input { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public AccountFacts Facts { get; private set; } = null!;

    public bool IsMe => Id == me.Id;

    public IReadOnlyList<SelectListItem> RoleChoices => [.. Roles.All.Select(role => new SelectListItem(T.Role(role), role))];

    private Data.Identity.Account Account { get; set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await accounts.FindByIdAsync(Id.ToString()) is not { } account)
        {
            return NotFound();
        }

        Account = account;
        Person = await db.People.FirstAsync(person => person.Id == Id, cancellation);
        Facts = new AccountFacts(account.PasswordHash is not null, account.EmailConfirmed, account.LockoutEnd);
        if (FirstShow)
        {
            Input.Roles = [.. await accounts.GetRolesAsync(account)];
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public Task<IActionResult> OnPostRolesAsync(CancellationToken cancellation) => ActAsync(async () =>
    {
        await setRoles.RunAsync(Account, Input.Roles, me.Actor, cancellation);
        Say("角色已更新，一分鐘內生效");
    }, cancellation);

    public Task<IActionResult> OnPostLockAsync(CancellationToken cancellation) => ActAsync(async () =>
    {
        await lockAccount.RunAsync(Account, locked: true, me.Actor, cancellation);
        Say("帳號已停用");
    }, cancellation);

    public Task<IActionResult> OnPostUnlockAsync(CancellationToken cancellation) => ActAsync(async () =>
    {
        await lockAccount.RunAsync(Account, locked: false, me.Actor, cancellation);
        Say("帳號已恢復");
    }, cancellation);

    public Task<IActionResult> OnPostResendAsync(CancellationToken cancellation) => ActAsync(async () =>
    {
        await ResendAsync(cancellation);
        Say("信件已寄出");
    }, cancellation);

    private async Task<IActionResult> ActAsync(Func<Task> act, CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        await act();
        return RedirectToPage(new { Id });
    }

    private async Task ResendAsync(CancellationToken cancellation)
    {
        if (!Account.EmailConfirmed)
        {
            await registration.WriteAgainAsync(Account, Person, me.Now);
            db.Record(me.Actor, "account.invite-again", Id);
            await db.SaveChangesAsync(cancellation);
        }
    }
}

public sealed class RolesInput
{
    public List<string> Roles { get; set; } = [];
}
