using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Components;
using AigoPortal.Web.Files;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser.Entries;

/// <summary>A poser reads a team's application, and answers it.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, Letters letters) : PortalPage
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

    public bool IsWaiting => Entry.Status == EntryStatus.Applied;

    public bool TakesSignature => Entry.Status == EntryStatus.Shortlisted;

    public IEnumerable<StepLine> Steps => EntryJourney.Steps(EntryPosition.Of(Entry), JourneyDates.Of(Round)).Lines();

    public NextStep? Next => EntryJourney.Next(JourneySide.Poser, EntryPosition.Of(Entry), JourneyDates.Of(Round), me.Now);

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await Mine().AsNoTracking().Include(entry => entry.Submissions).FirstOrDefaultAsync(cancellation) is not { } entry)
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
        Submissions = [.. Counting().Select(submission => new Received(submission.Stage, submission.Text, submission.ReceivedAt, files[submission.FileId]))];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellation) => AnswerAsync(
        entry => entry.Accept(Input.Word, me.Actor), () => Say("已接受申請，並通知隊長。"),
        entry => new LetterText("解題申請 {0} 已被接受", "出題單位接受了團隊的解題申請「{1}」，可以開始準備構想書。\n\n出題單位的話：{2}", $"/team/entries/{entry.Code}", entry.Code, Problem, Input.Word), cancellation);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellation) => AnswerAsync(
        entry => entry.Decline(Input.Word, me.Actor), () => Say("已婉拒申請，並通知隊長。"),
        entry => new LetterText("解題申請 {0} 未被接受", "出題單位這次沒有接受團隊的解題申請「{1}」。團隊仍可申請其他題目。\n\n出題單位的說明：{2}", $"/team/entries/{entry.Code}", entry.Code, Problem, Input.Word), cancellation);

    private async Task<IActionResult> AnswerAsync(Action<Entry> answer, Action say, Func<Entry, LetterText> letter, CancellationToken cancellation)
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
        answer(entry);
        var leader = await db.Teams.Where(team => team.Id == entry.TeamId)
            .Join(db.People, team => team.LeaderId, person => person.Id, (_, person) => person).SingleAsync(cancellation);
        letters.Write(leader, letter(entry), me.Now);
        await db.SaveChangesAsync(cancellation);
        say();
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
        Guid[] ids = [.. Counting().Select(submission => submission.FileId), .. new[] { Entry.Cooperation.PoserFileId, Entry.Cooperation.TeamFileId }.OfType<Guid>()];
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
