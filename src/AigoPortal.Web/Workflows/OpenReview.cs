using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>
/// Opens a stage's review after its intake closed: every convened panel gets the entries of its track, except across a conflict of interest; one that gives each entry a number of reviews waits for the office to assign them.
/// Run again it assigns only what is missing, such as a submission that was being saved when the intake closed.
/// </summary>
public sealed class OpenReview(PortalDbContext db, Letters letters)
{
    public async Task RunAsync(Guid roundId, ReviewStage stage, Actor by, CancellationToken cancel)
    {
        var round = await db.Rounds.FirstOrDefaultAsync(round => round.Id == roundId, cancel);
        if (round?.ClosedAt(stage) is null)
        {
            return;
        }

        round.OpenReview(stage, by);
        foreach (var panel in await db.Panels.Where(panel => panel.RoundId == roundId && panel.Stage == stage).OrderBy(panel => panel.Id).ToListAsync(cancel))
        {
            if (panel.Status == PanelStatus.Convened)
            {
                panel.Open(by);
            }

            if (panel.Status == PanelStatus.Reviewing && panel.ReviewsPerEntry is null)
            {
                await AssignAsync(round, panel, by, cancel);
            }
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task AssignAsync(Round round, Panel panel, Actor by, CancellationToken cancel)
    {
        var entries = await EntriesAsync(panel, cancel);
        var assigned = (await db.Reviews.AsNoTracking().Where(review => review.PanelId == panel.Id)
            .Select(review => new { review.EntryId, review.ReviewerId }).ToListAsync(cancel))
            .Select(review => (review.EntryId, review.ReviewerId)).ToHashSet();
        var conflicts = (await db.ConflictsOfInterest.AsNoTracking().Where(conflict => conflict.LiftedAt == null && db.EntriesOf(panel).Any(entry => entry.Id == conflict.EntryId))
            .Select(conflict => new { conflict.EntryId, conflict.PersonId }).ToListAsync(cancel)).Select(conflict => (conflict.EntryId, conflict.PersonId)).ToHashSet();
        var memberIds = panel.Accepted.Select(member => member.PersonId).ToList();
        var reviewers = await db.People.AsNoTracking().Where(person => memberIds.Contains(person.Id)).ToListAsync(cancel);
        foreach (var reviewer in reviewers)
        {
            var toReview = entries.Where(entry => !assigned.Contains((entry.Id, reviewer.Id)) && !conflicts.Contains((entry.Id, reviewer.Id))
                && !Conflict.Stands(new Affiliated(reviewer.Id, reviewer.Affiliation), entry.Parties)).ToList();
            db.Reviews.AddRange(toReview.Select(entry => new Review(panel.Id, entry.Id, reviewer.Id, by)));
            if (toReview.Count > 0)
            {
                letters.Write(reviewer, new LetterText(
                    "{0}審查開始：{1}", "「{1}」有 {2} 案請您評分，登入後可看資料、給分並寫評語。與案件有利益關係時，請在評分頁聲明迴避。",
                    "/review", panel.Stage, panel.Name, toReview.Count, round.Code), by.At);
            }
        }
    }

    private async Task<List<UnderReview>> EntriesAsync(Panel panel, CancellationToken cancel)
    {
        var entries = await (
            from entry in db.EntriesOf(panel).AsNoTracking()
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            orderby entry.Code
            select new { entry.Id, entry.TeamId, OrganisationId = organisation.Id, organisation.Name }).ToListAsync(cancel);
        var organisationIds = entries.Select(entry => entry.OrganisationId).Distinct().ToList();
        var contacts = (await db.Organisations.AsNoTracking().Where(organisation => organisationIds.Contains(organisation.Id))
            .SelectMany(organisation => organisation.Contacts, (organisation, contact) => new { organisation.Id, contact.PersonId }).ToListAsync(cancel))
            .ToLookup(contact => contact.Id, contact => contact.PersonId);
        var teamIds = entries.Select(entry => entry.TeamId).Distinct().ToList();
        var members = (await (
            from member in db.TeamMembers.AsNoTracking()
            join person in db.People on member.PersonId equals person.Id
            where teamIds.Contains(member.TeamId)
            select new { member.TeamId, person.Id, person.Affiliation }).ToListAsync(cancel))
            .ToLookup(member => member.TeamId, member => new Affiliated(member.Id, member.Affiliation));
        return [.. entries.Select(entry => new UnderReview(entry.Id, new EntryParties([.. members[entry.TeamId]], entry.Name, [.. contacts[entry.OrganisationId]])))];
    }

    private sealed record UnderReview(Guid Id, EntryParties Parties);
}
