using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>
/// Keeps the words of an entry's cooperation document: the first time as version 1, and as a further version when what it says has changed,
/// of which both sides learn by letter. Once the cooperation began the words stay as they were signed.
/// </summary>
public sealed class DrawUpCooperation(PortalDbContext db, Letters letters)
{
    /// <summary>The paper with its version in force.</summary>
    /// <returns>Null when the entry has none: it began to cooperate before papers were kept.</returns>
    public async Task<CooperationPaper?> RunAsync(Guid entryId, Actor by, CancellationToken cancel)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;

        // Changing the entry's row first makes others who ask wait here until this version is kept.
        await db.Entries.Where(entry => entry.Id == entryId).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Code, entry => entry.Code), cancel);
        var entry = await db.Entries.AsNoTracking().SingleAsync(entry => entry.Id == entryId, cancel);
        var paper = await db.CooperationPapers.FirstOrDefaultAsync(paper => paper.Id == entryId, cancel);
        if (entry.Status != EntryStatus.Shortlisted)
        {
            return paper;
        }

        if (paper is null)
        {
            db.CooperationPapers.Add(paper = new CooperationPaper(entry));
        }

        var before = paper.Latest;
        var latest = paper.DrawUp((await WordsAsync(entry, cancel)).Write(), by);
        if (latest != before)
        {
            if (before is not null)
            {
                await TellAsync(entry, latest, by.At, cancel);
            }

            await db.SaveChangesAsync(cancel);
        }

        await (transaction?.CommitAsync(cancel) ?? Task.CompletedTask);
        return paper;
    }

    /// <summary>The people of a side.</summary>
    public async Task<List<Person>> PeopleAsync(Entry entry, PaperSide side, CancellationToken cancel) => side == PaperSide.Team
        ? await db.MembersOfAsync(entry.TeamId, cancel)
        : await db.ContactsOfAsync(await db.Problems.Where(problem => problem.Id == entry.ProblemId).Select(problem => problem.OrganisationId).SingleAsync(cancel), cancel);

    /// <summary>Where a side reads and signs.</summary>
    public static string Link(Entry entry, PaperSide side) => $"/{(side == PaperSide.Team ? "team" : "poser")}/entries/{entry.Code}/cooperation";

    private async Task TellAsync(Entry entry, PaperVersion latest, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var side in Enum.GetValues<PaperSide>())
        {
            foreach (var person in await PeopleAsync(entry, side, cancel))
            {
                letters.Write(person, new LetterText("案號 {0}：合作文件更新為第 {1} 版", "合作文件的內容有變更，現在是第 {1} 版。雙方要簽署同一版，請下載新版，重新簽署後上傳。",
                    Link(entry, side), entry.Code, latest.Number.ToString(CultureInfo.InvariantCulture)), at);
            }
        }
    }

    private async Task<CooperationWords> WordsAsync(Entry entry, CancellationToken cancel)
    {
        var round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == entry.RoundId, cancel);
        var problem = await db.Problems.AsNoTracking().SingleAsync(problem => problem.Id == entry.ProblemId, cancel);
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(organisation => organisation.Id == problem.OrganisationId, cancel);
        var team = await db.Teams.AsNoTracking().SingleAsync(team => team.Id == entry.TeamId, cancel);
        var members = await db.MembersOfAsync(entry.TeamId, cancel);
        var version = await db.Milestones.Where(milestone => milestone.EntryId == entry.Id).MinAsync(milestone => (int?)milestone.SchemeVersion, cancel) ?? round.SchemeVersion;
        var awards = (await db.ItemsByVersionAsync(round, [version], cancel))[version];
        return CooperationWords.Of(entry, round, awards, problem, organisation, team, members);
    }
}
