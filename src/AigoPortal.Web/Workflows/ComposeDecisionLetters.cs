using System.Net;
using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Letters;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Components;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Workflows;

/// <summary>Writes the letters of a release: who gets one, in which language, and what it says. The preview and the release use the same.</summary>
public sealed class ComposeDecisionLetters(PortalDbContext db, IStringLocalizer<Portal> T, Letters letters)
{
    private const int LongestSubject = 200;

    /// <summary>Entries of a panel with their decisions and everybody who gets a letter.</summary>
    public async Task<IReadOnlyList<DecidedEntry>> DecidedAsync(Panel panel, IQueryable<Entry> entries, CancellationToken cancel)
    {
        var found = await (
            from entry in entries
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            orderby entry.Code
            select new { entry.Id, entry.Code, Problem = problem.Content.Title, Team = team.Name, entry.TeamId, problem.OrganisationId }).ToListAsync(cancel);
        var (teamIds, organisationIds) = (found.Select(entry => entry.TeamId).ToList(), found.Select(entry => entry.OrganisationId).Distinct().ToList());
        var members = (await (
            from member in db.TeamMembers.AsNoTracking()
            join person in db.People on member.PersonId equals person.Id
            where teamIds.Contains(member.TeamId)
            orderby member.JoinedAt
            select new { member.TeamId, Reader = new LetterReader(person.Id, person.Name, person.Email, person.Language, false) }).ToListAsync(cancel)).ToLookup(member => member.TeamId, member => member.Reader);
        var contacts = (await (
            from contact in db.Organisations.AsNoTracking().Where(organisation => organisationIds.Contains(organisation.Id))
                .SelectMany(organisation => organisation.Contacts, (organisation, contact) => new { organisation.Id, contact.PersonId })
            join person in db.People on contact.PersonId equals person.Id
            orderby person.Name
            select new { contact.Id, Reader = new LetterReader(person.Id, person.Name, person.Email, person.Language, true) }).ToListAsync(cancel)).ToLookup(contact => contact.Id, contact => contact.Reader);
        var comments = await db.CommentsForTeamsAsync(panel.Id, panel.RoundId, [.. found.Select(entry => entry.Id)], cancel);
        return [.. found.Select(entry => new DecidedEntry(
            entry.Id, entry.Code, entry.Problem, entry.Team, panel.Decisions.FirstOrDefault(decision => decision.EntryId == entry.Id), comments[entry.Id].ToList(),
            [.. members[entry.TeamId], .. contacts[entry.OrganisationId]]))];
    }

    /// <summary>The panel's templates: its own wording, else the house's.</summary>
    public async Task<IReadOnlyDictionary<LetterKind, LetterTemplate>> TemplatesAsync(Panel panel, CancellationToken cancel)
    {
        var own = await db.DecisionLetters.AsNoTracking().Where(letter => letter.PanelId == panel.Id).ToDictionaryAsync(letter => letter.Kind, letter => letter.Template, cancel);
        return DecisionLetters.KindsOf(panel.Stage).ToDictionary(kind => kind, kind => own.GetValueOrDefault(kind) ?? DecisionLetters.Default(kind));
    }

    /// <summary>One reader's letter, in the reader's language.</summary>
    /// <param name="stage">The panel's stage.</param>
    /// <param name="entry">A decided entry.</param>
    /// <param name="reader">Who gets it.</param>
    /// <param name="templates">The panel's templates.</param>
    /// <param name="appealsUntil">The first instant at which no appeal is taken any more.</param>
    public ComposedLetter Compose(ReviewStage stage, DecidedEntry entry, LetterReader reader, IReadOnlyDictionary<LetterKind, LetterTemplate> templates, DateTimeOffset appealsUntil) =>
        Languages.Speaking(reader.Language, () =>
        {
            var decision = entry.Decision ?? throw new InvalidOperationException("Nothing was decided.");
            var template = templates[reader.IsPoser ? LetterKind.Poser : DecisionLetters.ToTeam(decision.Outcome)];
            var (subject, body) = Languages.IsEnglish ? (template.EnglishSubject, template.EnglishBody) : (template.Subject, template.Body);
            var values = new Dictionary<LetterField, string>
            {
                [LetterField.Code] = entry.Code,
                [LetterField.Problem] = entry.Problem,
                [LetterField.Team] = entry.Team,
                [LetterField.Stage] = T.Word(stage),
                [LetterField.Result] = T.Word(decision.Outcome),
                [LetterField.Level] = T.Word(decision.Level),
                [LetterField.Reason] = decision.Reason,
                [LetterField.Comments] = entry.Comments.Count == 0 ? T["這次沒有另外提供委員評語。"].Value
                    : string.Join("\n\n", entry.Comments.Select(comment => comment.Name is { } name ? T["{0}：{1}", name, comment.Text].Value : comment.Text)),
                [LetterField.AppealsUntil] = TaipeiTime.Text(appealsUntil, seconds: true),
                [LetterField.Link] = letters.Address($"/{(reader.IsPoser ? "poser" : "team")}/entries/{entry.Code}"),
            };
            var (greeting, close) = (letters.Greeting(reader.Name), letters.Close());
            var line = LetterFields.Plain(subject, values).ReplaceLineEndings(" ");
            var markdown = $"{LetterFields.Escape(greeting)}\n\n{LetterFields.Markdown(body, values)}\n\n{LetterFields.Escape(close)}\n";
            var text = $"{greeting}\n\n{LetterFields.Plain(body, values)}\n\n{close}\n";
            line = line.Length <= LongestSubject ? line : line[..(LongestSubject - 1)] + "…";
            return new ComposedLetter(new LetterWords(line, text, Page(line, markdown)), markdown);
        });

    private static string Page(string title, string markdown) =>
        $"""
        <!doctype html>
        <html lang="{(Languages.IsEnglish ? "en" : "zh-Hant")}">
        <head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(title)}</title></head>
        <body style="font-family:sans-serif;line-height:1.7;max-width:40em">{ProseTagHelper.Html(markdown)}</body>
        </html>
        """;
}

/// <summary>Somebody who gets a letter of a release.</summary>
public sealed record LetterReader(Guid PersonId, string Name, string Email, string Language, bool IsPoser);

/// <summary>An entry with what is decided on it, what its team reads of the comments, and who gets a letter.</summary>
public sealed record DecidedEntry(
    Guid EntryId, string Code, string Problem, string Team, Decision? Decision, IReadOnlyList<TeamComment> Comments, IReadOnlyList<LetterReader> Readers);

/// <summary>A letter as it is sent, and its Markdown for a page of ours.</summary>
public sealed record ComposedLetter(LetterWords Words, string Markdown);
