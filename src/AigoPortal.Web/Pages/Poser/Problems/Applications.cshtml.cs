using System.ComponentModel;
using AigoPortal.Data;
using AigoPortal.Data.Providers;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Matching;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Components;
using AigoPortal.Web.Files;
using AigoPortal.Web.Matching;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser.Problems;

/// <summary>The applications to a problem: all in a list, two to four side by side, answered and noted on the spot.</summary>
public sealed class ApplicationsModel(PortalDbContext db, CurrentPerson me, AgreeOnMatch agree, RoundDates dates) : PortalPage
{
    private const int MostColumns = 4;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "show")]
    public ApplicationFilter Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "sort")]
    public ApplicationSort Sort { get; set; }

    /// <summary>The codes of those side by side.</summary>
    [BindProperty(SupportsGet = true, Name = "pick")]
    public List<string> Pick { get; set; } = [];

    [BindProperty]
    public ApplicationInput Input { get; set; } = new();

    public string Problem { get; private set; } = "";

    public IReadOnlyList<ApplicationLine> Lines { get; private set; } = [];

    public IReadOnlyList<ApplicationColumn> Columns { get; private set; } = [];

    public DateTimeOffset MatchingEndsAt { get; private set; }

    public bool MatchingIsOver => me.Now >= MatchingEndsAt;

    /// <summary>This page with what is chosen, for a handler.</summary>
    public string Address(string? handler = null)
    {
        var query = new QueryBuilder { { "show", Show.ToString() }, { "sort", Sort.ToString() } };
        foreach (var code in Pick)
        {
            query.Add("pick", code);
        }

        if (handler is not null)
        {
            query.Add("handler", handler);
        }

        return Url.Content($"~/poser/problems/{Id}/applications{query}");
    }

    /// <summary>What was typed and refused in that column.</summary>
    public bool IsTyped(ApplicationColumn column) => !FirstShow && string.Equals(Input.Code, column.Line.Code, StringComparison.OrdinalIgnoreCase);

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var problem = await (
            from known in db.ProblemsOf(me.Id)
            join round in db.Rounds on known.RoundId equals round.Id
            where known.Id == Id
            select new
            {
                known.Content.Title,
                known.RoundId,
                RoundVersion = round.Version,
                Need = new Need(known.Content.Technology, known.Content.Industry, known.GradedReadiness ?? known.Content.Readiness, known.Difficulty),
            }).FirstOrDefaultAsync(cancellation);
        if (problem is null)
        {
            return NotFound();
        }

        Problem = problem.Title;
        MatchingEndsAt = (await dates.OfAsync(problem.RoundId, problem.RoundVersion, cancellation)).Matching;
        var lines = await LinesAsync(cancellation);
        Lines = Sorted(Sort == ApplicationSort.Fit ? await FittedAsync(lines, problem.Need, cancellation) : lines);
        var picked = Lines.Where(line => Pick.Contains(line.Code, StringComparer.OrdinalIgnoreCase)).Take(MostColumns).ToList();
        picked = picked.Count > 0 ? picked : [.. Lines.OrderByDescending(line => line.IsWaiting).ThenByDescending(line => line.IsAccepted).Take(2)];
        Pick = [.. picked.Select(line => line.Code)];
        Columns = await ColumnsAsync(await FittedAsync(picked, problem.Need, cancellation), cancellation);
        return null;
    }

    // All of them only when they are sorted by it; else those side by side.
    private async Task<List<ApplicationLine>> FittedAsync(List<ApplicationLine> lines, Need need, CancellationToken cancellation)
    {
        if (lines.All(line => line.Fit is not null))
        {
            return lines;
        }

        var teams = lines.Select(line => line.TeamId).ToList();
        var talents = await db.TalentsOfTeamsAsync(db.Teams.Where(team => teams.Contains(team.Id)).Select(team => team.Id), cancellation);
        return [.. lines.Select(line => line with { Fit = Fit.Of(talents(line.TeamId), need, Kinships.Known) })];
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

    public async Task<IActionResult> OnPostNoteAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } entry)
        {
            return NotFound();
        }

        if (!Check(new NoteValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var note = await db.PoserNotes.FirstOrDefaultAsync(note => note.EntryId == entry.Id, cancellation);
        Rule.Require(note is not null && note.Version != Input.Version ? BrokenConstraints.ChangedByAnother() : null);
        if (note is null)
        {
            db.PoserNotes.Add(note = new PoserNote(entry, me.Actor));
        }

        note.Write(Input.Note, Input.Stars, me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("筆記已儲存，只有貴單位的窗口看得到。");
        return Redirect(Address());
    }

    private async Task<IActionResult> AnswerAsync(Func<Entry, Task> answer, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } entry)
        {
            return NotFound();
        }

        if (!Check(new WordValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        await answer(entry);
        return Redirect(Address());
    }

    private Task<Entry?> FindAsync(CancellationToken cancellation)
    {
        var code = Input.Code.ToUpperInvariant();
        return db.EntriesFor(me.Id).FirstOrDefaultAsync(entry => entry.ProblemId == Id && entry.Code == code, cancellation);
    }

    private async Task<List<ApplicationLine>> LinesAsync(CancellationToken cancellation)
    {
        var entries = Show switch
        {
            ApplicationFilter.Waiting => db.Entries.Where(entry => entry.Status == EntryStatus.Applied && entry.AnsweredAt == null),
            ApplicationFilter.Accepted => db.Entries.Where(entry => entry.Status == EntryStatus.Applied && entry.AnsweredAt != null),
            ApplicationFilter.Confirmed => db.Entries.Where(entry => EntryStatuses.Matched.Contains(entry.Status)),
            ApplicationFilter.Declined => db.Entries.Where(entry => entry.Status == EntryStatus.Declined),
            _ => db.Entries,
        };
        return await (
            from entry in entries.AsNoTracking()
            join team in db.Teams on entry.TeamId equals team.Id
            join note in db.PoserNotes on entry.Id equals note.EntryId into notes
            from note in notes.DefaultIfEmpty()
            where entry.ProblemId == Id
            select new ApplicationLine(
                entry.Code, team.Id, team.Name, team.Members.Count, entry.Status, entry.AnsweredAt != null, entry.AppliedAt, entry.PitchWrittenAt, note.Stars)).ToListAsync(cancellation);
    }

    private IReadOnlyList<ApplicationLine> Sorted(List<ApplicationLine> lines) => Sort switch
    {
        ApplicationSort.Newest => [.. lines.OrderByDescending(line => line.AppliedAt)],
        ApplicationSort.Fit => [.. lines.OrderByDescending(line => line.Fit!.Points).ThenBy(line => line.AppliedAt)],
        ApplicationSort.Stars => [.. lines.OrderByDescending(line => line.Stars ?? 0).ThenBy(line => line.AppliedAt)],
        _ => [.. lines.OrderBy(line => line.AppliedAt)],
    };

    private async Task<IReadOnlyList<ApplicationColumn>> ColumnsAsync(List<ApplicationLine> picked, CancellationToken cancellation)
    {
        if (picked.Count == 0)
        {
            return [];
        }

        var codes = picked.Select(line => line.Code).ToList();
        var teams = picked.Select(line => line.TeamId).ToList();
        var pitches = await (
            from entry in db.Entries.AsNoTracking().AsSingleQuery()
            join note in db.PoserNotes on entry.Id equals note.EntryId into notes
            from note in notes.DefaultIfEmpty()
            where entry.ProblemId == Id && codes.Contains(entry.Code)
            select new
            {
                entry.Code,
                entry.Pitch,
                entry.Answer,
                Note = note == null ? null : new NoteLine(note.Text, note.Stars, note.Version, note.WrittenBy, note.WrittenAt),
                Files = (from attachment in entry.Attachments
                         join file in db.Files on attachment.FileId equals file.Id
                         orderby attachment.Order
                         select new ListedFile(file.Name, file.Size, FileEndpoint.UrlOf(file.Id), null)).ToList(),
            }).ToDictionaryAsync(row => row.Code, cancellation);
        var members = await (
            from member in db.TeamMembers.AsNoTracking().AsSingleQuery()
            join person in db.People on member.PersonId equals person.Id
            where teams.Contains(member.TeamId)
            orderby member.JoinedAt
            select new
            {
                member.TeamId,
                person.Affiliation,
                Skills = person.Skills.Select(skill => new { skill.Kind, skill.Name, skill.Level }).ToList(),
            }).ToListAsync(cancellation);
        var earlier = await EarlierAsync(teams, cancellation);
        return [.. picked.Select(line =>
        {
            var pitch = pitches[line.Code];
            var mine = members.Where(member => member.TeamId == line.TeamId).ToList();
            return new ApplicationColumn(
                line, pitch.Pitch, pitch.Answer, pitch.Note, pitch.Files,
                [.. mine.Select(member => member.Affiliation).Where(place => !string.IsNullOrEmpty(place)).OfType<string>().GroupBy(place => place).Select(group => (group.Key, group.Count()))],
                [.. mine.SelectMany(member => member.Skills).GroupBy(skill => (skill.Kind, skill.Name))
                    .Select(group => new TeamSkill(group.Key.Kind, group.Key.Name, group.Max(skill => skill.Level), group.Count()))
                    .OrderBy(skill => skill.Kind).ThenByDescending(skill => skill.Level).ThenByDescending(skill => skill.Count).ThenBy(skill => skill.Name, StringComparer.Ordinal)],
                [.. earlier.Where(entry => entry.TeamId == line.TeamId)]);
        })];
    }

    // Of any team that a member belonged to; nothing before its release.
    private async Task<List<EarlierEntry>> EarlierAsync(List<Guid> teams, CancellationToken cancellation) => await (
        from mine in db.TeamMembers
        join theirs in db.TeamMembers on mine.PersonId equals theirs.PersonId
        join entry in db.Entries on theirs.TeamId equals entry.TeamId
        join problem in db.Problems on entry.ProblemId equals problem.Id
        where teams.Contains(mine.TeamId) && theirs.TeamId != mine.TeamId && Chosen.Contains(entry.Status)
        select new EarlierEntry(mine.TeamId, entry.Code, problem.Content.Title, entry.Level)).Distinct().ToListAsync(cancellation);

    private static readonly EntryStatus[] Chosen =
        [EntryStatus.Shortlisted, EntryStatus.Cooperating, EntryStatus.ProofSubmitted, EntryStatus.Decided, EntryStatus.Closed];
}

/// <summary>Which applications are listed.</summary>
public enum ApplicationFilter
{
    [Description("全部")]
    All,

    [Description("待回覆")]
    Waiting,

    [Description("已接受，等團隊確認")]
    Accepted,

    [Description("已媒合")]
    Confirmed,

    [Description("未接受")]
    Declined,
}

/// <summary>In which order.</summary>
public enum ApplicationSort
{
    [Description("先申請的在前")]
    Oldest,

    [Description("後申請的在前")]
    Newest,

    [Description("星等高的在前")]
    Stars,

    [Description("符合程度高的在前")]
    Fit,
}

/// <summary>An application in the list.</summary>
public sealed record ApplicationLine(
    string Code, Guid TeamId, string Team, int Members, EntryStatus Status, bool IsAnswered, DateTimeOffset AppliedAt, DateTimeOffset PitchWrittenAt, int? Stars)
{
    /// <summary>How well the team's skills fit the problem, where it is shown.</summary>
    public Fit? Fit { get; init; }

    public bool IsWaiting => Status == EntryStatus.Applied && !IsAnswered;

    public bool IsAccepted => Status == EntryStatus.Applied && IsAnswered;
}

/// <summary>What the organisation's contacts noted.</summary>
public sealed record NoteLine(string Text, int? Stars, Guid Version, string WrittenBy, DateTimeOffset WrittenAt);

/// <summary>A skill of a team: its best level and how many members have it.</summary>
public sealed record TeamSkill(SkillKind Kind, string Name, SkillLevel Level, int Count);

/// <summary>An entry of a member that was shortlisted or awarded before.</summary>
public sealed record EarlierEntry(Guid TeamId, string Code, string Problem, Domain.Awards.AwardLevel? Level);

/// <summary>One application of those side by side.</summary>
public sealed record ApplicationColumn(
    ApplicationLine Line, Pitch Pitch, string? Answer, NoteLine? Note, IReadOnlyList<ListedFile> Files, IReadOnlyList<(string Name, int Count)> Affiliations,
    IReadOnlyList<TeamSkill> Skills, IReadOnlyList<EarlierEntry> Earlier);

/// <summary>An answer to one application, or a note on it.</summary>
public sealed class ApplicationInput
{
    public string Code { get; set => field = Written.Line(value); } = "";

    public string Word { get; set => field = Written.Text(value); } = "";

    public string Note { get; set => field = Written.Text(value); } = "";

    public int? Stars { get; set; }

    /// <summary>The note's version that was shown.</summary>
    public Guid? Version { get; set; }
}

/// <summary>Shape of an answer.</summary>
public sealed class WordValidator : AbstractValidator<ApplicationInput>
{
    public WordValidator()
    {
        RuleFor(input => input.Word).NotEmpty().WithMessage("請給團隊一句說明。");
        RuleFor(input => input.Word).MaximumLength(2000).Sentence("最多 {0} 個字。", 2000);
    }
}

/// <summary>Shape of a note.</summary>
public sealed class NoteValidator : AbstractValidator<ApplicationInput>
{
    public NoteValidator() => RuleFor(input => input.Note).MaximumLength(PoserNote.Longest).Sentence("最多 {0} 個字。", PoserNote.Longest);
}
