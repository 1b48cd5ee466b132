using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Matching;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Catalogue;
using AigoPortal.Web.Hosting;
using AigoPortal.Web.Matching;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Pages.Team.Questions;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Public.Problems;

/// <summary>A public problem, for everybody, with its published questions and a few problems like it.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, ProblemCatalogue catalogue) : PortalPage
{
    private const int MostAlike = 4;

    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    public ProblemSheet Sheet { get; private set; } = null!;

    public int Teams { get; private set; }

    public DateTimeOffset MatchingEndsAt { get; private set; }

    public IReadOnlyList<PublishedQuestion> Questions { get; private set; } = [];

    public IReadOnlyList<Alike> Related { get; private set; } = [];

    /// <summary>The form's fields; the question is sent to the page under Team.</summary>
    public QuestionInput Input { get; } = new();

    public bool IsFollowed { get; private set; }

    public bool IsParticipant => me.Is(Roles.Participant);

    /// <summary>Visitors are asked to sign in; whoever is signed in without the role is told why they can't apply.</summary>
    public bool MayBecomeParticipant => !me.IsSignedIn;

    /// <summary>How well the participant's team fits, or they alone; for participants while teams may apply.</summary>
    public Fit? Fit { get; private set; }

    /// <summary>Nothing is known of the participant's skills yet.</summary>
    public bool KnowsNoSkills { get; private set; }

    /// <summary>Teams may still apply.</summary>
    public bool IsOpen => Sheet.Problem.Status == ProblemStatus.Listed && me.Now < MatchingEndsAt && !Sheet.Problem.WaitsForData;

    public bool TakesQuestions => Sheet.Problem.Status == ProblemStatus.Listed;

    public string Address => PortalAddress.Of(HttpContext, $"/problems/{Sheet.Problem.Code}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var open = db.Problems.Where(problem => problem.Code == Code && ProblemStatuses.Public.Contains(problem.Status));
        if (await ProblemSheet.FindAsync(db, open, cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        Teams = await db.Entries.CountAsync(entry => entry.ProblemId == sheet.Problem.Id && entry.Status != EntryStatus.Withdrawn, cancellation);
        MatchingEndsAt = (await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == sheet.Problem.RoundId, cancellation)).MatchingEndsAt;
        Questions = await db.ProblemQuestions.Where(question => question.ProblemId == sheet.Problem.Id && question.Status == QuestionStatus.Published)
            .OrderBy(question => question.PublishedAt).Select(question => new PublishedQuestion(question.Text, question.Answer!, question.PublishedAt!.Value)).ToListAsync(cancellation);
        IsFollowed = IsParticipant && await db.ProblemFollows.AnyAsync(follow => follow.ProblemId == sheet.Problem.Id && follow.PersonId == me.Id, cancellation);
        Related = await RelatedAsync(sheet.Problem.Id, cancellation);
        if (IsParticipant && IsOpen)
        {
            var team = db.TeamMembers.Where(member => member.RoundId == sheet.Problem.RoundId && member.PersonId == me.Id).Select(member => member.TeamId);
            var members = await db.TeamMembers.Where(member => team.Contains(member.TeamId)).Select(member => member.PersonId).ToListAsync(cancellation);
            var talent = await db.TalentOfAsync(members.Count > 0 ? members : [me.Id], cancellation);
            KnowsNoSkills = talent.IsUnknown;
            Fit = Fit.Of(talent, Need.Of(sheet.Problem), Kinships.Known);
        }

        return Page();
    }

    private async Task<IReadOnlyList<Alike>> RelatedAsync(Guid problemId, CancellationToken cancellation)
    {
        var ids = await catalogue.LikeAsync(db, problemId, MostAlike, cancellation);
        var alike = await db.Problems.Where(problem => ids.Contains(problem.Id))
            .Select(problem => new Alike(problem.Id, problem.Code!, problem.Content.Title)).ToDictionaryAsync(problem => problem.Id, cancellation);
        return [.. ids.Where(alike.ContainsKey).Select(id => alike[id])];
    }

    /// <summary>A question with its answer, without who asked.</summary>
    public sealed record PublishedQuestion(string Text, string Answer, DateTimeOffset PublishedAt);

    /// <summary>A problem like this one.</summary>
    public sealed record Alike(Guid Id, string Code, string Title);
}
