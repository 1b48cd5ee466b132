using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>The office chooses and edits what a team will read of its reviewers' comments.</summary>
public sealed class FeedbackModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    [BindProperty]
    public FeedbackInput Input { get; set; } = new();

    public Panel Panel { get; private set; } = null!;

    public Entry Entry { get; private set; } = null!;

    public Blindness Blindness { get; private set; }

    /// <summary>Comments handed in, in the order of the form.</summary>
    public IReadOnlyList<WrittenComment> Comments { get; private set; } = [];

    public bool CanChange => Panel.Status == PanelStatus.Reviewing;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(toChange: false, cancellation))
        {
            return NotFound();
        }

        Blindness = await db.Rounds.Where(round => round.Id == Panel.RoundId).Select(round => round.Blindness).FirstAsync(cancellation);
        if (FirstShow)
        {
            var own = await Own().AsNoTracking().FirstOrDefaultAsync(cancellation);
            Input = new FeedbackInput
            {
                Version = own?.Version ?? Guid.Empty,
                Comments = [.. Comments.Select(comment =>
                {
                    var given = own?.Comments.FirstOrDefault(one => one.ReviewerId == comment.ReviewerId);
                    return new CommentInput { ReviewerId = comment.ReviewerId, Given = given is not null, Text = given?.Text ?? comment.Text };
                })],
            };
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(toChange: true, cancellation))
        {
            return NotFound();
        }

        // A review that was handed in or withdrawn meanwhile changes the list; what was typed stays with its reviewer.
        Input.Comments = [.. Comments.Select(comment => Input.Comments.FirstOrDefault(one => one.ReviewerId == comment.ReviewerId)
            ?? new CommentInput { ReviewerId = comment.ReviewerId, Text = comment.Text })];
        if (!Check(new FeedbackInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var own = await Own().FirstOrDefaultAsync(cancellation);
        if ((own?.Version ?? Guid.Empty) != Input.Version)
        {
            Refuse("", "資料剛剛被其他人更新，請重新整理後再試一次。");
            return await AgainAsync(cancellation);
        }

        Panel.NoteFeedback(Entry.Code, me.Actor);
        if (own is null)
        {
            db.EntryFeedback.Add(own = new EntryFeedback(Id, Entry.Id, me.Actor));
        }

        own.Choose([.. Input.Comments.Where(comment => comment.Given).Select((comment, index) => new FeedbackComment(index + 1, comment.ReviewerId, comment.Text))], me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("{0} 給團隊的評語已儲存，公布時才會看到", Entry.Code);
        return RedirectToPage("Release", new { Id });
    }

    private async Task<bool> FindAsync(bool toChange, CancellationToken cancel)
    {
        if (await (toChange ? db.Panels : db.Panels.AsNoTracking()).FirstOrDefaultAsync(panel => panel.Id == Id, cancel) is not { } panel
            || await db.EntriesOf(panel).AsNoTracking().FirstOrDefaultAsync(entry => entry.Code == Code, cancel) is not { } entry)
        {
            return false;
        }

        (Panel, Entry) = (panel, entry);
        Comments = await (
            from review in db.Reviews.AsNoTracking()
            join person in db.People on review.ReviewerId equals person.Id
            where review.PanelId == Id && review.EntryId == entry.Id && review.Status == ReviewStatus.Submitted
            orderby person.Name, person.Id
            select new WrittenComment(person.Id, person.Name, review.Comment)).ToListAsync(cancel);
        return true;
    }

    private IQueryable<EntryFeedback> Own() => db.EntryFeedback.Where(feedback => feedback.PanelId == Id && feedback.EntryId == Entry.Id);
}

/// <summary>A comment as its reviewer wrote it.</summary>
public sealed record WrittenComment(Guid ReviewerId, string Name, string Text);

/// <summary>What the team gets.</summary>
public sealed class FeedbackInput
{
    /// <summary>The version it was read at; empty while nothing was chosen.</summary>
    public Guid Version { get; set; }

    public List<CommentInput> Comments { get; set; } = [];
}

/// <summary>One comment: whether the team gets it, and in which words.</summary>
public sealed class CommentInput
{
    public Guid ReviewerId { get; set; }

    public bool Given { get; set; }

    public string Text { get; set => field = Written.Text(value); } = "";
}

/// <summary>The shape of feedback.</summary>
public sealed class FeedbackInputValidator : AbstractValidator<FeedbackInput>
{
    public FeedbackInputValidator() => RuleForEach(input => input.Comments).ChildRules(comment =>
    {
        comment.RuleFor(one => one.Text).NotEmpty().When(one => one.Given).WithMessage("請填寫。");
        comment.RuleFor(one => one.Text).MaximumLength(8000).Sentence("最多 {0} 個字", 8000);
    });
}
