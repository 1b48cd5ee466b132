using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Postings;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Postings;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser.Postings;

/// <summary>Writes an internship or a vacancy, new for a problem or known.</summary>
public sealed class EditModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [FromRoute]
    public Guid? Id { get; set; }

    /// <summary>The problem a new one is offered with.</summary>
    [FromQuery]
    public Guid? Problem { get; set; }

    [FromQuery]
    public PostingKind Kind { get; set; }

    [BindProperty]
    public PostingInput Input { get; set; } = new();

    public string ProblemTitle { get; private set; } = "";

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (Id is null)
        {
            if (await MyProblemAsync(cancellation) is not { } problem)
            {
                return NotFound();
            }

            ProblemTitle = problem.Content.Title;
            if (FirstShow)
            {
                var (content, requirements) = SuggestPostings.Draft(problem, Kind);
                Input = PostingInput.Of(content, requirements);
            }

            return null;
        }

        if (await db.PostingsOf(me.Id).AsNoTracking().FirstOrDefaultAsync(posting => posting.Id == Id, cancellation) is not { } known)
        {
            return NotFound();
        }

        ProblemTitle = await db.Problems.Where(problem => problem.Id == known.ProblemId).Select(problem => problem.Content.Title).SingleAsync(cancellation);
        Input = FirstShow ? PostingInput.Of(known.Content, known.Requirements) : Input;
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) => SaveAsync(open: false, cancellation);

    public Task<IActionResult> OnPostOpenAsync(CancellationToken cancellation) => SaveAsync(open: true, cancellation);

    private async Task<IActionResult> SaveAsync(bool open, CancellationToken cancellation)
    {
        var problem = Id is null ? await MyProblemAsync(cancellation) : null;
        var posting = Id is null ? null : await db.PostingsOf(me.Id).FirstOrDefaultAsync(known => known.Id == Id, cancellation);
        if (problem is null && posting is null)
        {
            return NotFound();
        }

        if (!Check(new PostingInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (posting is null)
        {
            db.Postings.Add(posting = new Posting(problem!, Input.Content(), Input.Requirements(), me.Actor));
        }
        else
        {
            posting.Write(Input.Content(), Input.Requirements(), me.Actor);
        }

        if (open && posting.Status != PostingStatus.Open)
        {
            posting.Open(me.Actor);
        }

        await db.SaveChangesAsync(cancellation);
        if (open)
        {
            Say("已公開，參賽者可以應徵了");
        }
        else
        {
            Say("已儲存");
        }

        return Redirect(Url.Content($"~/poser/postings/{posting.Id}"));
    }

    private Task<Problem?> MyProblemAsync(CancellationToken cancellation) => db.ProblemsOf(me.Id).AsNoTracking()
        .FirstOrDefaultAsync(problem => problem.Id == Problem && problem.Status != ProblemStatus.Draft && problem.Status != ProblemStatus.Rejected && problem.Status != ProblemStatus.Withdrawn, cancellation);
}

/// <summary>A posting being written.</summary>
public sealed class PostingInput
{
    public string Title { get; set => field = Written.Line(value); } = "";

    public PostingKind Kind { get; set; }

    public int? Openings { get; set; } = 1;

    public string Duties { get; set => field = Written.Text(value); } = "";

    public List<string> Technologies { get; set; } = [];

    public List<string> Industries { get; set; } = [];

    public string Place { get; set => field = Written.Line(value); } = "";

    public string Pay { get; set => field = Written.Line(value); } = "";

    public DateTimeOffset? ApplyUntil { get; set; }

    public static PostingInput Of(PostingContent content, IReadOnlyList<PostingRequirement> requirements) => new()
    {
        Title = content.Title,
        Kind = content.Kind,
        Openings = content.Openings,
        Duties = content.Duties,
        Technologies = [.. Names(requirements, SkillKind.Technology)],
        Industries = [.. Names(requirements, SkillKind.Industry)],
        Place = content.Place,
        Pay = content.Pay,
        ApplyUntil = content.ApplyUntil,
    };

    internal PostingContent Content() => new()
    {
        Title = Title,
        Kind = Kind,
        Openings = Openings ?? 0,
        Duties = Duties,
        Place = Place,
        Pay = Pay,
        ApplyUntil = ApplyUntil,
    };

    internal IReadOnlyList<PostingRequirement> Requirements() =>
        [.. Technologies.Select(name => new PostingRequirement(SkillKind.Technology, name)), .. Industries.Select(name => new PostingRequirement(SkillKind.Industry, name))];

    private static IEnumerable<string> Names(IReadOnlyList<PostingRequirement> requirements, SkillKind kind) => requirements.Where(one => one.Kind == kind).Select(one => one.Name);
}

/// <summary>Shape of a posting; a draft may lack what it needs to be public.</summary>
public sealed class PostingInputValidator : AbstractValidator<PostingInput>
{
    public PostingInputValidator()
    {
        RuleFor(input => input.Title).NotEmpty().WithMessage("請填名稱。");
        RuleFor(input => input.Title).MaximumLength(200).Sentence("最多 {0} 個字。", 200);
        RuleFor(input => input.Kind).IsInEnum().WithMessage("請從清單中選擇。");
        RuleFor(input => input.Openings).Must(count => count is >= 1 and <= PostingRules.MostOpenings).Sentence("請填 {0} 到 {1} 人。", 1, PostingRules.MostOpenings);
        RuleFor(input => input.Duties).MaximumLength(4000).Sentence("最多 {0} 個字。", 4000);
        RuleFor(input => input.Place).MaximumLength(200).Sentence("最多 {0} 個字。", 200);
        RuleFor(input => input.Pay).MaximumLength(200).Sentence("最多 {0} 個字。", 200);
        RuleFor(input => input.Technologies).Must(names => names.All(name => name is not null && Vocabulary.Technologies.Has(name))).WithMessage("請從清單中選擇。");
        RuleFor(input => input.Industries).Must(names => names.All(name => name is not null && Vocabulary.Industries.Has(name))).WithMessage("請從清單中選擇。");
    }
}
