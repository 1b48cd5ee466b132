using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Time;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Account;

/// <summary>專長、作品與連結: what recommendations, teammates and leaders look at.</summary>
public sealed class SkillsModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [BindProperty]
    public SkillsInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Levels => [.. Enum.GetValues<SkillLevel>().Select(level => new SelectListItem(T.Word(level), level.ToString()))];

    private Person Owner { get; set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.People.Include(person => person.Skills).FirstOrDefaultAsync(person => person.Id == me.Id, cancellation) is not { } person)
        {
            return NotFound();
        }

        Owner = person;
        if (FirstShow)
        {
            Input = SkillsInput.Of(person);
        }

        Input.Complete();
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } missing)
        {
            return missing;
        }

        if (!Check(new SkillsInputValidator(Taipei.DateOf(me.Now).Year), Input))
        {
            return await AgainAsync(cancellation);
        }

        Owner.Know(Input.ToSkills(Owner), me.Actor);
        Owner.Show(Input.ToWorks(), Input.ToLinks(), me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("已儲存");
        return RedirectToPage();
    }
}
