using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Postings;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>What a problem offers becomes a posting: its vacancies, its internships, and the 實習資料工程師 it needs. Nobody has to write it twice.</summary>
public sealed class SuggestPostings(PortalDbContext db, Letters letters)
{
    /// <summary>Offers of these problems that have no posting yet.</summary>
    public static IReadOnlyList<Suggestion> Of(IEnumerable<(Guid Id, string Title, int Vacancies, int Internships, bool WantsDataIntern)> problems, IReadOnlySet<(Guid ProblemId, PostingKind Kind)> known) =>
    [
        .. from problem in problems
           from offer in new[]
           {
               (Kind: PostingKind.Job, Count: problem.Vacancies, IsData: false),
               (Kind: PostingKind.Internship, Count: Math.Max(problem.Internships, problem.WantsDataIntern ? 1 : 0), IsData: problem.WantsDataIntern),
           }
           where offer.Count > 0 && !known.Contains((problem.Id, offer.Kind))
           select new Suggestion(problem.Id, problem.Title, offer.Kind, offer.Count, offer.IsData),
    ];

    /// <summary>The draft for an offer of a problem; the poser completes it.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="kind">Internship or job.</param>
    public static (PostingContent Content, IReadOnlyList<PostingRequirement> Requirements) Draft(Problem problem, PostingKind kind)
    {
        var isData = kind == PostingKind.Internship && problem.DataInternAskedAt is not null;
        var count = kind == PostingKind.Job ? problem.Content.Vacancies : problem.Content.Internships;
        List<PostingRequirement> requirements = [];
        if (problem.Content.Technology.Length > 0)
        {
            requirements.Add(new PostingRequirement(SkillKind.Technology, problem.Content.Technology));
        }

        if (problem.Content.Industry.Length > 0)
        {
            requirements.Add(new PostingRequirement(SkillKind.Industry, problem.Content.Industry));
        }

        return (new PostingContent
        {
            Kind = kind,
            Openings = Math.Clamp(count, 1, PostingRules.MostOpenings),
            Title = isData ? "實習資料工程師" : "",
            Duties = isData ? "協助蒐集、清理與整理題目需要的資料。" : "",
        }, requirements);
    }

    /// <summary>The office makes the draft for a problem that asked for an 實習資料工程師; its poser is told.</summary>
    /// <returns>Null when the problem does not ask for one.</returns>
    public async Task<Posting?> MakeDataInternAsync(Guid problemId, Actor by, CancellationToken cancel)
    {
        if (await db.Problems.AsNoTracking().FirstOrDefaultAsync(problem => problem.Id == problemId && problem.DataInternAskedAt != null, cancel) is not { } problem)
        {
            return null;
        }

        var (content, requirements) = Draft(problem, PostingKind.Internship);
        var posting = new Posting(problem, content, requirements, by);
        db.Postings.Add(posting);
        foreach (var contact in await db.ContactsOfAsync(problem.OrganisationId, cancel))
        {
            letters.Write(contact, new LetterText("請完成實習資料工程師的職缺", "計畫辦公室為題目「{0}」準備了實習資料工程師的職缺草稿，請補上地點、津貼與截止時間後公開。",
                $"/poser/postings/edit/{posting.Id:D}", problem.Content.Title), by.At);
        }

        await db.SaveChangesAsync(cancel);
        return posting;
    }
}

/// <summary>An offer of a problem that could be a posting.</summary>
public sealed record Suggestion(Guid ProblemId, string Problem, PostingKind Kind, int Openings, bool IsDataIntern);
