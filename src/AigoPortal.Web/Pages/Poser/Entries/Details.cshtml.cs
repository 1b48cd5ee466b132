using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Components;
using AigoPortal.Web.Entries;
using AigoPortal.Web.Files;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser.Entries;

/// <summary>A poser reads a team's application, and answers it.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, AgreeOnMatch agree) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public Entry Entry { get; private set; } = null!;

    public Round Round { get; private set; } = null!;

    public string Problem { get; private set; } = "";

    public string Team { get; private set; } = "";

    public string Introduction { get; private set; } = "";

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public IReadOnlyList<ListedFile> Signatures { get; private set; } = [];

    public IReadOnlyList<Received> Submissions { get; private set; } = [];

    /// <summary>The pitch's files.</summary>
    public IReadOnlyList<ListedFile> Attachments { get; private set; } = [];

    public IReadOnlyList<DataAccessLine> DataAccesses { get; private set; } = [];

    /// <summary>What is known of decisions.</summary>
    public IReadOnlyList<ReleasedDecision> Decisions { get; private set; } = [];

    public bool IsMatched => EntryStatuses.Matched.Contains(Entry.Status);

    public bool IsWaiting => Entry is { Status: EntryStatus.Applied, AnsweredAt: null };

    /// <summary>Accepted, and the team has not confirmed; may still be declined.</summary>
    public bool IsAccepted => Entry is { Status: EntryStatus.Applied, AnsweredAt: not null };

    public bool MatchingIsOver => EntryRules.MatchingIsOpen(Round, me.Now) is not null;

    public bool TakesSignature => Entry.Status == EntryStatus.Shortlisted;

    public IEnumerable<StepLine> Steps => EntryJourney.Steps(EntryPosition.Of(Entry), JourneyDates.Of(Round)).Lines();

    public NextStep? Next => EntryJourney.Next(JourneySide.Poser, EntryPosition.Of(Entry), JourneyDates.Of(Round), me.Now);

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await Mine().AsNoTracking().Include(entry => entry.Submissions).Include(entry => entry.EarlierPitches).AsSplitQuery().FirstOrDefaultAsync(cancellation) is not { } entry)
        {
            return NotFound();
        }

        Entry = entry;
        Round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == entry.RoundId, cancellation);
        Problem = await db.Problems.Where(problem => problem.Id == entry.ProblemId).Select(problem => problem.Content.Title).SingleAsync(cancellation);
        (Team, Introduction, var leader) = await db.Teams.Where(team => team.Id == entry.TeamId)
            .Select(team => new ValueTuple<string, string, Guid>(team.Name, team.Introduction, team.LeaderId)).SingleAsync(cancellation);
        Members = await (
            from member in db.TeamMembers
            join person in db.People on member.PersonId equals person.Id
            where member.TeamId == entry.TeamId
            orderby member.JoinedAt
            select new Member(person.Name, person.Affiliation, member.PersonId == leader)).ToListAsync(cancellation);
        var files = await FilesAsync(cancellation);
        Signatures = [.. new[] { entry.Cooperation.PoserFileId, entry.Cooperation.TeamFileId }.OfType<Guid>().Select(id => files[id] with { Sha256 = null })];
        Attachments = [.. entry.Attachments.OrderBy(attachment => attachment.Order).Select(attachment => files[attachment.FileId] with { Sha256 = null })];
        DataAccesses = IsMatched ? await db.DataAccessesOfAsync(entry.Id, cancellation) : [];
        Decisions = entry.ConceptFeedback is null && entry.ProofFeedback is null ? [] : await db.ReleasedOnAsync(entry.Id, cancellation);
        Submissions = [.. Counting().Select(submission => new Received(submission.Stage, submission.Text, submission.ReceivedAt, files[submission.FileId]))];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellation) => AnswerAsync(async entry =>
    {
        await agree.AcceptAsync(entry, Input.Word, cancellation);
        Say("已接受申請，並請隊長確認媒合。");
    }, cancellation);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellation) => AnswerAsync(async entry =>
    {
        await agree.DeclineAsync(entry, Input.Word, cancellation);
        Say("已婉拒申請，並通知隊長。");
    }, cancellation);

    private async Task<IActionResult> AnswerAsync(Func<Entry, Task> answer, CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } refused)
        {
            return refused;
        }

        if (!Check(new AnswerInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var entry = await Mine().SingleAsync(cancellation);
        await answer(entry);
        return LocalRedirect(Address(entry));
    }

    // Not by page name: link generation would lower the letters of the code.
    private static string Address(Entry entry) => $"~/poser/entries/{entry.Code}";

    private IQueryable<Entry> Mine() => db.EntriesFor(me.Id).Where(entry => entry.Code == Code);

    // The last submission of a stage counts.
    private IEnumerable<Submission> Counting() =>
        new[] { ReviewStage.Concept, ReviewStage.Proof }.Select(Entry.Last).OfType<Submission>();

    private Task<Dictionary<Guid, ListedFile>> FilesAsync(CancellationToken cancellation)
    {
        Guid[] ids = [.. Entry.Attachments.Select(attachment => attachment.FileId), .. Counting().Select(submission => submission.FileId), .. new[] { Entry.Cooperation.PoserFileId, Entry.Cooperation.TeamFileId }.OfType<Guid>()];
        return db.Files.Where(file => ids.Contains(file.Id)).Select(file => new { file.Id, file.Name, file.Size, file.Sha256 })
            .ToDictionaryAsync(file => file.Id, file => new ListedFile(file.Name, file.Size, FileEndpoint.UrlOf(file.Id), file.Sha256), cancellation);
    }

    /// <summary>A member as the poser sees them.</summary>
    public sealed record Member(string Name, string? Affiliation, bool IsLeader);

    /// <summary>A concept or proof as received.</summary>
    public sealed record Received(ReviewStage Stage, string Text, DateTimeOffset At, ListedFile File);
}

/// <summary>The poser's answer.</summary>
public sealed class AnswerInput
{
    public string Word { get; set => field = Written.Text(value); } = "";
}

/// <summary>Shape of an answer.</summary>
public sealed class AnswerInputValidator : AbstractValidator<AnswerInput>
{
    public AnswerInputValidator()
    {
        RuleFor(input => input.Word).NotEmpty().WithMessage("請給團隊一句說明。");
        RuleFor(input => input.Word).MaximumLength(2000).Sentence("最多 {0} 個字。", 2000);
    }
}
