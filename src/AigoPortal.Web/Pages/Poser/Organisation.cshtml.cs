using AigoPortal.Data;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser;

/// <summary>My organisation: its facts, and who acts for it.</summary>
public sealed class OrganisationModel(PortalDbContext db, CurrentPerson me, DescribeOrganisation describe, InviteContact invite, Letters letters) : PortalPage
{
    [BindProperty]
    public OrganisationInput Input { get; set; } = new();

    public string? Name { get; private set; }

    public IReadOnlyList<ContactLine> Contacts { get; private set; } = [];

    public Guid Me => me.Id;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await MineAsync(cancellation) is not { } organisation)
        {
            return FirstShow ? null : NotFound();
        }

        Name = organisation.Name;
        // A form that only asks about contacts sends none of these.
        if (FirstShow || Input is { OrganisationName.Length: 0, OrganisationKind: null })
        {
            (Input.OrganisationName, Input.OrganisationKind, Input.CompanyNumber) = (organisation.Name, organisation.Kind, organisation.CompanyNumber ?? "");
        }

        var ids = organisation.Contacts.Select(contact => contact.PersonId).ToList();
        Contacts = await (
            from person in db.People
            join account in db.Users on person.Id equals account.Id
            where ids.Contains(person.Id)
            orderby person.RegisteredAt, person.Id
            select new ContactLine(person.Id, person.Name, person.Email, new AccountFacts(account.PasswordHash != null, account.EmailConfirmed, account.LockoutEnd)))
            .ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostDescribeAsync(CancellationToken cancellation)
    {
        if (await MineAsync(cancellation) is not { } organisation)
        {
            return NotFound();
        }

        if (!Check(new OrganisationFactsValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        await describe.RunAsync(organisation, Input.OrganisationName, Input.OrganisationKind!.Value, Input.CompanyNumber, me.Actor, cancellation);
        Say("單位資料已儲存。");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellation)
    {
        if (await MineAsync(cancellation) is not { } organisation)
        {
            return NotFound();
        }

        if (!Check(new ContactValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var person = await invite.RunAsync(organisation, Input.Name.Trim(), Input.Email.Trim(), me.Actor, cancellation);
        Say("已加入 {0}，並寄信通知。", person.Name);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellation)
    {
        if (await MineAsync(cancellation) is not { } organisation || organisation.Contacts.All(contact => contact.PersonId != id))
        {
            return NotFound();
        }

        organisation.RemoveContact(id, me.Actor);
        var person = await db.People.FirstAsync(person => person.Id == id, cancellation);
        letters.Write(person, new LetterText("您不再是「{0}」的窗口", "{1} 已將您從「{0}」的出題窗口移除。如有疑問，請洽貴單位或計畫辦公室。", null, organisation.Name, me.Name), me.Now);
        await db.SaveChangesAsync(cancellation);
        Say("已移除 {0}。", person.Name);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostHandOverAsync(Guid id, CancellationToken cancellation)
    {
        if (await MineAsync(cancellation) is not { } organisation || id == me.Id || organisation.Contacts.All(contact => contact.PersonId != id))
        {
            return NotFound();
        }

        organisation.HandOver(id, me.Actor);
        var successor = await db.People.FirstAsync(person => person.Id == id, cancellation);
        letters.Write(successor, new LetterText("{1} 將「{0}」的窗口交接給您", "{1} 已將「{0}」的出題窗口交接給您。請登入看看等您處理的題目與團隊，並更新題目上的聯繫方式。", "/poser", organisation.Name, me.Name), me.Now);
        await db.SaveChangesAsync(cancellation);
        Say("已交接給 {0}。", successor.Name);
        return RedirectToPage("/Poser/Index");
    }

    private Task<Domain.Problems.Organisation?> MineAsync(CancellationToken cancellation) =>
        db.OrganisationsOf(me.Id).OrderBy(organisation => organisation.Id).FirstOrDefaultAsync(cancellation);
}

/// <summary>Who acts for the organisation.</summary>
public sealed record ContactLine(Guid Id, string Name, string Email, AccountFacts Facts);
