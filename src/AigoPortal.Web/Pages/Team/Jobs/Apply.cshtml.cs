using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Postings;
using AigoPortal.Web.Files;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team.Jobs;

/// <summary>A participant applies to a posting.</summary>
public sealed class ApplyModel(PortalDbContext db, CurrentPerson me, Uploads uploads, ApplyForJob apply) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ApplicationInput Input { get; set; } = new();

    public string Title { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    public Person Person { get; private set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var found = await (
            from posting in db.Postings
            join organisation in db.Organisations on posting.OrganisationId equals organisation.Id
            where posting.Id == Id && posting.Status != PostingStatus.Draft
            select new { posting.Content.Title, organisation.Name }).FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return NotFound();
        }

        (Title, Organisation) = (found.Title, found.Name);
        Person = await db.People.AsNoTracking().Include(person => person.Skills).SingleAsync(person => person.Id == me.Id, cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Check(new ApplicationInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var cv = await uploads.TakeAsync(Input.Cv, nameof(Input.Cv), FileKind.Documents, me.Actor, cancellation);
        if (!await apply.ApplyAsync(Id, Input.Letter, cv?.Id, me.Actor, cancellation))
        {
            return NotFound();
        }

        Say("應徵已送出，有回覆會寄信通知");
        return Redirect(Url.Content("~/team/jobs"));
    }
}

/// <summary>An application being written.</summary>
public sealed class ApplicationInput
{
    public string Letter { get; set => field = Written.Text(value); } = "";

    public IFormFile? Cv { get; set; }
}

/// <summary>Its shape.</summary>
public sealed class ApplicationInputValidator : AbstractValidator<ApplicationInput>
{
    public ApplicationInputValidator()
    {
        RuleFor(input => input.Letter).NotEmpty().WithMessage("請寫一段應徵說明。");
        RuleFor(input => input.Letter).MaximumLength(2000).Sentence("最多 {0} 個字。", 2000);
    }
}
