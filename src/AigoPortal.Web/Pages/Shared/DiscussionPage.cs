using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Shared;

/// <summary>A panel's discussion of an entry; members and the office each have a page over it, with what they may read.</summary>
public abstract class DiscussionPage(PortalDbContext db, CurrentPerson me, DiscussEntry discuss) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    [BindProperty]
    public SaidInput Input { get; set; } = new();

    public Panel Panel { get; private set; } = null!;

    public Guid EntryId { get; private set; }

    public string Problem { get; private set; } = "";

    /// <summary>Empty when the round's reviewers don't learn the teams' names.</summary>
    public string Team { get; private set; } = "";

    /// <summary>Null while the entry isn't open for discussion.</summary>
    public Discussion? Discussion { get; private set; }

    public IReadOnlyList<PostLine> Posts { get; private set; } = [];

    /// <summary>Others' scores, when the panel shares them.</summary>
    public IReadOnlyList<SharedScore> Scores { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Readers { get; private set; } = [];

    public bool CanWrite => Discussion is { Status: DiscussionStatus.Open } && Panel.Status == PanelStatus.Reviewing;

    public string Address => $"{(IsOffice ? "/office" : "/review")}/panels/{Id:D}/discussions/{Code}";

    public abstract bool IsOffice { get; }

    protected PortalDbContext Db => db;

    protected CurrentPerson Me => me;

    protected DiscussEntry Discuss => discuss;

    /// <summary>The panel, for those who have to do with it.</summary>
    protected abstract IQueryable<Panel> Panels { get; }

    /// <summary>The panel's entries that the reader may discuss; all others do not exist.</summary>
    protected abstract IQueryable<Entry> EntriesOf(Panel panel);

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } missing)
        {
            return missing;
        }

        var readers = await db.ReadersOf(Panel, EntryId).Where(person => person.Id != me.Id).OrderBy(person => person.Name).Select(person => new { person.Id, person.Name }).ToListAsync(cancellation);
        Readers = [.. readers.Select(person => new SelectListItem(person.Name, person.Id.ToString()))];
        var names = readers.ToDictionary(person => person.Id, person => person.Name);
        names[me.Id] = me.Name;
        var discussionId = Discussion?.Id;
        var posts = await db.DiscussionPosts.AsNoTracking().Where(post => post.DiscussionId == discussionId).OrderBy(post => post.Number).ToListAsync(cancellation);
        var authors = posts.ToDictionary(post => post.Number, post => post.AuthorName);
        Posts = [.. posts.Select(post => new PostLine(
            post.Number, post.AuthorName, post.Text, post.At, post.Answers, post.Answers is { } answered ? authors.GetValueOrDefault(answered) : null,
            [.. post.Mentions.Where(names.ContainsKey).Select(person => names[person])], post.RetractedAt is not null, post.AuthorId == me.Id))];
        await LoadScoresAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } missing)
        {
            return missing;
        }

        if (Discussion is not null && Posts.Count > 0)
        {
            await db.MarkDiscussionReadAsync(Discussion.Id, me.Id, Posts[^1].Number, cancellation);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } missing)
        {
            return missing;
        }

        if (!Check(new SaidInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        await discuss.WriteAsync(Id, EntryId, new Said(Input.Text, Input.Answers, Input.Mentions), me.Actor, cancellation);
        return Redirect(Url.Content("~" + Address) + "#write");
    }

    public async Task<IActionResult> OnPostRetractAsync(int number, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } missing)
        {
            return missing;
        }

        if (!await discuss.RetractAsync(Id, EntryId, number, me.Actor, cancellation))
        {
            return NotFound();
        }

        Say("意見已收回");
        return Redirect(Url.Content("~" + Address));
    }

    protected async Task<IActionResult?> FindAsync(CancellationToken cancellation)
    {
        if (await Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id && (panel.Status == PanelStatus.Reviewing || panel.Status == PanelStatus.Released), cancellation) is not { } panel
            || await (
                from entry in EntriesOf(panel).AsNoTracking()
                join problem in db.Problems on entry.ProblemId equals problem.Id
                join team in db.Teams on entry.TeamId equals team.Id
                join round in db.Rounds on entry.RoundId equals round.Id
                where entry.Code == Code
                select new { entry.Id, problem.Content.Title, Team = IsOffice || round.Blindness != Blindness.Double ? team.Name : "" }).FirstOrDefaultAsync(cancellation) is not { } found)
        {
            return NotFound();
        }

        Discussion = await db.Discussions.AsNoTracking().FirstOrDefaultAsync(known => known.PanelId == Id && known.EntryId == found.Id, cancellation);
        if (Discussion is null && !IsOffice)
        {
            return NotFound();
        }

        (Panel, EntryId, Problem, Team) = (panel, found.Id, found.Title, found.Team);
        return null;
    }

    // Members see others' scores once they handed in their own, and only when the panel shares them.
    private async Task LoadScoresAsync(CancellationToken cancellation)
    {
        var handedIn = db.Reviews.AsNoTracking().Where(review => review.PanelId == Id && review.EntryId == EntryId && review.Status == ReviewStatus.Submitted);
        if (IsOffice || (Panel.SharesScores && await handedIn.AnyAsync(review => review.ReviewerId == me.Id, cancellation)))
        {
            Scores = await (
                from review in handedIn
                join person in db.People on review.ReviewerId equals person.Id
                orderby person.Name
                select new SharedScore(person.Name, review.Total!.Value, review.Comment)).ToListAsync(cancellation);
        }
    }
}

/// <summary>A post as the reader sees it.</summary>
public sealed record PostLine(int Number, string Author, string Text, DateTimeOffset At, int? Answers, string? Answered, IReadOnlyList<string> Mentions, bool IsRetracted, bool IsMine);

/// <summary>What a reviewer gave.</summary>
public sealed record SharedScore(string Reviewer, decimal Total, string Comment);

/// <summary>A post being written.</summary>
public sealed class SaidInput
{
    public string Text { get; set => field = Written.Text(value); } = "";

    /// <summary>The post it answers.</summary>
    public int? Answers { get; set; }

    public List<Guid> Mentions { get; set; } = [];
}

/// <summary>Its shape.</summary>
public sealed class SaidInputValidator : AbstractValidator<SaidInput>
{
    public SaidInputValidator()
    {
        RuleFor(input => input.Text).NotEmpty().WithMessage("請寫下意見。");
        RuleFor(input => input.Text).MaximumLength(DiscussionRules.LongestText).Sentence("最多 {0} 個字", DiscussionRules.LongestText);
        RuleFor(input => input.Mentions).Must(people => people.Count <= 30).Sentence("最多提到 {0} 位", 30);
    }
}
