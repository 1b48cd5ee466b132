using AigoPortal.Data;
using AigoPortal.Domain.Postings;
using AigoPortal.Web.Components;
using AigoPortal.Web.Files;
using AigoPortal.Web.Postings;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser.Postings;

/// <summary>An application as the poser reads and answers it.</summary>
public sealed class ApplicationModel(PortalDbContext db, CurrentPerson me, ApplyForJob apply) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public WordInput Input { get; set; } = new();

    public JobApplication Application { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public ListedFile? Cv { get; private set; }

    public bool Can(ApplicationAction action) => ApplicationStatuses.Following(Application.Status, action) is not null;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await Mine().AsNoTracking().FirstOrDefaultAsync(cancellation) is not { } application)
        {
            return NotFound();
        }

        Application = application;
        Title = await db.Postings.Where(posting => posting.Id == application.PostingId).Select(posting => posting.Content.Title).SingleAsync(cancellation);
        Cv = await db.Files.Where(file => file.Id == application.CvFileId).Select(file => new ListedFile(file.Name, file.Size, FileEndpoint.UrlOf(file.Id), null)).FirstOrDefaultAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public Task<IActionResult> OnPostInviteAsync(CancellationToken cancellation) => AnswerAsync(ApplicationAction.Invite, cancellation);

    public Task<IActionResult> OnPostOfferAsync(CancellationToken cancellation) => AnswerAsync(ApplicationAction.Offer, cancellation);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellation) => AnswerAsync(ApplicationAction.Decline, cancellation);

    private async Task<IActionResult> AnswerAsync(ApplicationAction action, CancellationToken cancellation)
    {
        if (await Mine().FirstOrDefaultAsync(cancellation) is not { } application)
        {
            return NotFound();
        }

        if (!Check(new WordInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        await apply.AnswerAsync(application, action, Input.Word, me.Actor, cancellation);
        Say("已回覆，並寄信通知應徵的人");
        return Redirect(Url.Content($"~/poser/postings/applications/{Id}"));
    }

    private IQueryable<JobApplication> Mine() => db.ApplicationsFor(me.Id).Where(application => application.Id == Id);
}

/// <summary>The poser's word to an applicant.</summary>
public sealed class WordInput
{
    public string Word { get; set => field = Written.Text(value); } = "";
}

/// <summary>Its shape.</summary>
public sealed class WordInputValidator : AbstractValidator<WordInput>
{
    public WordInputValidator()
    {
        RuleFor(input => input.Word).NotEmpty().WithMessage("請給應徵的人一句說明。");
        RuleFor(input => input.Word).MaximumLength(2000).Sentence("最多 {0} 個字。", 2000);
    }
}
