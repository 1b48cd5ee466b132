using System.Text.RegularExpressions;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Teams;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Tests.Pages;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Tests.Security;

/// <summary>Something that not everybody may know, recognised by its words.</summary>
internal sealed record Secret(string Name, string Words);

/// <summary>Somebody who looks at every address.</summary>
/// <param name="Name">Who.</param>
/// <param name="Person">The account; null for a visitor.</param>
/// <param name="MustNotKnow">By whether the decisions are released.</param>
/// <param name="Knows">What they find somewhere.</param>
internal sealed record Reader(string Name, Person? Person, Func<bool, IReadOnlyList<Secret>> MustNotKnow, Func<bool, IReadOnlyList<Secret>> Knows);

/// <summary>An entry under review with everything around it that somebody must not know; not shortlisted, so that it never becomes public.</summary>
internal sealed class LeakSeason
{
    public const string PartOfTheName = "貓頭鷹";

    private readonly PortalHost _host;
    private readonly PanelSeason _season;

    private LeakSeason(PortalHost host, PanelSeason season) => (_host, _season) = (host, season);

    public Guid PanelId { get; private set; }

    public Entry Secret { get; private set; } = null!;

    public Problem Problem { get; private set; } = null!;

    public Team Team { get; private set; } = null!;

    public Person Leader { get; private set; } = null!;

    public IReadOnlyList<Guid> ReviewIds { get; private set; } = [];

    public IReadOnlyList<Guid> FileIds { get; private set; } = [];

    public IReadOnlyList<Secret> Secrets { get; private set; } = [];

    public IReadOnlyList<Reader> Readers { get; private set; } = [];

    public static async Task<LeakSeason> BeginAsync(PortalHost host)
    {
        var season = new LeakSeason(host, await PanelSeason.BeginAsync(host, entries: 0));
        await season.ArrangeAsync();
        return season;
    }

    /// <summary>A route with values for its parameters: the first takes each of them, a code the entry's, a stage the concept's.</summary>
    public IEnumerable<string> Fill(string route, IEnumerable<string> first) => first.Select(value =>
    {
        var used = false;
        return Regex.Replace(route, @"\{(?<name>\w+)[^}]*\}", found =>
        {
            switch (found.Groups["name"].Value)
            {
                case "stage":
                    return "concept";
                case var _ when !used:
                    used = true;
                    return value;
                default:
                    return found.Groups["name"].Value.Contains("code", StringComparison.OrdinalIgnoreCase) || found.Groups["name"].Value == "entry" ? Secret.Code : Guid.Empty.ToString("D");
            }
        }, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    });

    public Task ReleaseAsync() => _season.ReleaseAsync(PanelId);

    private async Task ArrangeAsync()
    {
        var given = _season.Given;
        Secret = await _season.AddEntryAsync();
        var other = await _season.AddEntryAsync();
        await _season.AddEntryAsync();
        var (conflicted, colleague) = (await given.Person(Roles.Reviewer, "避嫌的委員", gender: Gender.Female), await given.Person(Roles.Reviewer, "同場的委員"));
        var (assigned, judge) = (await given.Person(Roles.Reviewer, "讀案的委員", gender: Gender.Female), await given.Person(Roles.Reviewer, "評分人戊己", gender: Gender.Male));
        _season.Reviewers.Clear();
        _season.Reviewers.AddRange([conflicted, colleague, assigned, judge]);
        await NameAsync();
        PanelId = await _season.PrepareAsync();
        await _season.RunAsync<ConvenePanel>(workflow => workflow.RunAsync(PanelId, "領域專家不足", given.By(_season.Officer), CancellationToken.None));
        await _host.Db(async db =>
        {
            db.ConflictsOfInterest.Add(new ConflictOfInterest(conflicted.Id, Secret.Id, ConflictKind.Family, ConflictSource.Set, "配偶是成員", given.By(_season.Officer)));
            await db.SaveChangesAsync();
        });
        await _season.DeadlineAsync();
        await _host.Db(async db =>
        {
            db.Reviews.RemoveRange(await db.Reviews.Where(review => review.EntryId == Secret.Id && review.ReviewerId == colleague.Id).ToListAsync());
            await db.SaveChangesAsync();
            var review = await db.Reviews.SingleAsync(review => review.ReviewerId == judge.Id && review.EntryId == Secret.Id);
            var panel = await db.Panels.SingleAsync(panel => panel.Id == PanelId);
            review.Submit([new(1, 73), new(2, 71), new(3, 77), new(4, 68)], "未公開的評語", panel, given.By(judge));
            await db.SaveChangesAsync();
        });
        await TalkAsync(judge);
        foreach (var entry in _season.Entries)
        {
            var outcome = entry.Id == Secret.Id ? Outcome.NotShortlisted : Outcome.Shortlisted;
            await _season.RunAsync<DecideEntry>(workflow => workflow.RunAsync(PanelId, entry.Id, outcome, null, entry.Id == Secret.Id ? "未公開的決議理由" : "理由", given.By(_season.Officer), CancellationToken.None));
        }

        await ReadAsync();
        await CastAsync(conflicted, colleague, assigned, other);
    }

    // The panel discusses the entry and has it before itself at its meeting.
    private async Task TalkAsync(Person judge)
    {
        var officer = _season.Given.By(_season.Officer);
        await _season.RunAsync<DiscussEntry>(workflow => workflow.OpenAsync(PanelId, Secret.Id, true, officer, CancellationToken.None));
        await _season.RunAsync<DiscussEntry>(workflow => workflow.WriteAsync(PanelId, Secret.Id, new Said("未公開的討論意見", null, []), _season.Given.By(judge), CancellationToken.None));
        await _season.RunAsync<HoldMeeting>(workflow => workflow.ArrangeAsync(PanelId, new MeetingPlan(_season.Given.Now.AddHours(1), "會議室", "", 15), officer, CancellationToken.None));
        await _season.RunAsync<HoldMeeting>(workflow => workflow.InviteAsync(PanelId, officer, CancellationToken.None));
        await _season.RunAsync<HoldMeeting>(workflow => workflow.ChangeAsync(PanelId, (meeting, _) => meeting.Start(officer), officer, CancellationToken.None));
        await _season.RunAsync<HoldMeeting>(workflow => workflow.BeginAsync(PanelId, Secret.Id, officer, CancellationToken.None));
    }

    // Words that stand nowhere else.
    private Task NameAsync() => _host.Db(async db =>
    {
        await db.Teams.Where(team => team.Id == Secret.TeamId).ExecuteUpdateAsync(set => set.SetProperty(team => team.Name, "隱身貓頭鷹隊"));
        await db.Submissions.Where(submission => submission.EntryId == Secret.Id).ExecuteUpdateAsync(set => set.SetProperty(submission => submission.Text, "尚未公開的構想全文"));
    });

    private Task ReadAsync() => _host.Db(async db =>
    {
        Problem = await db.Problems.AsNoTracking().SingleAsync(problem => problem.Id == Secret.ProblemId);
        Team = await db.Teams.AsNoTracking().SingleAsync(team => team.Id == Secret.TeamId);
        Leader = await db.People.AsNoTracking().SingleAsync(person => person.Id == Team.LeaderId);
        ReviewIds = await db.Reviews.Where(review => review.EntryId == Secret.Id).Select(review => review.Id).ToListAsync();
        FileIds = await db.Submissions.Where(submission => submission.EntryId == Secret.Id).Select(submission => submission.FileId).ToListAsync();
    });

    private async Task CastAsync(Person conflicted, Person colleague, Person assigned, Entry other)
    {
        var given = _season.Given;
        var otherLeader = await _host.Db(db => db.People.AsNoTracking().SingleAsync(person => db.Teams.Any(team => team.Id == other.TeamId && team.LeaderId == person.Id)));
        var (code, team, concept) = (new Secret("the entry's code", Secret.Code), new Secret("the team", "隱身貓頭鷹隊"), new Secret("the concept", "尚未公開的構想全文"));
        var (comment, score) = (new Secret("a comment", "未公開的評語"), new Secret("a total", "72.80"));
        var (reason, judge) = (new Secret("the reason of the decision", "未公開的決議理由"), new Secret("who reviewed", "評分人戊己"));
        var post = new Secret("what the panel says", "未公開的討論意見");
        Secrets = [code, team, concept, comment, score, reason, judge, post];
        Secret[] inside = [comment, score, reason, judge, post];
        Secret[] ofReviewers = [comment, score, reason, post];
        Secret[] allButColleagues = [code, team, concept, comment, score, reason, post];
        Readers =
        [
            new("a conflicted reviewer", conflicted, _ => allButColleagues, _ => []),
            new("a reviewer of the panel without the entry", colleague, released => released ? [concept] : [concept, comment, score, reason], released => released ? [] : [post]),
            new("another reviewer of the entry", assigned, released => released ? [] : ofReviewers, _ => [code, team, concept]),
            new("a reviewer of no panel", await given.Person(Roles.Reviewer), _ => Secrets, _ => []),
            new("the team", Leader, released => released ? [comment, score, judge, post] : inside, released => released ? [code, team, reason] : [code, team]),
            new("another team", otherLeader, _ => Secrets, _ => []),
            new("the poser", _season.Poser, released => released ? [comment, score, judge, post] : inside, _ => [code, team, concept]),
            new("another poser", await given.Person(Roles.Poser), _ => Secrets, _ => []),
            new("a mentor", await given.Person(Roles.Mentor), _ => Secrets, _ => []),
            new("a participant", await given.Person(), _ => Secrets, _ => []),
            new("a visitor", null, _ => Secrets, _ => []),
            new("the office", _season.Officer, _ => [], _ => Secrets),
        ];
    }
}
