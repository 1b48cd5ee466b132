using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Makes a panel's decisions known in one act: entries learn them, awards become milestones, everybody concerned gets a letter.</summary>
public sealed class ReleaseDecisions(PortalDbContext db, Letters letters)
{
    public async Task RunAsync(Guid panelId, Actor by, CancellationToken cancel)
    {
        var panel = await db.Panels.FirstAsync(panel => panel.Id == panelId, cancel);
        var round = await db.Rounds.FirstAsync(round => round.Id == panel.RoundId, cancel);
        Rule.Require(round.ReviewOpenedAt(panel.Stage) is null
            ? new BrokenRule("panel.intake-open", "", "收件已延長到 {0}，截止前不能公布。", round.DeadlineOf(panel.Stage)) : null);
        var entries = await db.EntriesOf(panel).OrderBy(entry => entry.Code).ToListAsync(cancel);
        panel.Release([.. entries.Select(entry => entry.Id)], by);

        foreach (var entry in entries)
        {
            var decision = panel.Decisions.First(decision => decision.EntryId == entry.Id);
            Tell(entry, decision, panel.Stage, by);
            foreach (var item in round.ItemsFor(decision.Outcome, decision.Level))
            {
                Book(entry, item, by);
            }
        }

        await FreeVacatedAsync(panel, round, entries, by, cancel);
        await WriteLettersAsync(panel, entries, by, cancel);
        await db.SaveChangesAsync(cancel);
    }

    private static void Tell(Entry entry, Decision decision, ReviewStage stage, Actor by)
    {
        if (stage == ReviewStage.Concept)
        {
            entry.LearnConceptDecision(decision.Outcome == Outcome.Shortlisted, decision.Reason, by);
        }
        else
        {
            entry.LearnProofDecision(decision.Level, decision.Reason, by);
        }
    }

    private void Book(Entry entry, AwardItem item, Actor by)
    {
        var milestone = new Milestone(entry, item, by);
        if (item.Condition == ReleaseCondition.ProofDecision)
        {
            milestone.FallDue(by);
        }

        db.Milestones.Add(milestone);
    }

    // A team that left after its decision: what was booked for it and never became a milestone is free again.
    private async Task FreeVacatedAsync(Panel panel, Round round, List<Entry> released, Actor by, CancellationToken cancel)
    {
        var vacated = panel.Decisions.Where(decision => decision.Amount > Twd.Zero && released.All(entry => entry.Id != decision.EntryId)).ToList();
        foreach (var decision in vacated)
        {
            var entry = await db.Entries.FirstAsync(entry => entry.Id == decision.EntryId, cancel);
            var booked = (await db.Milestones.Where(milestone => milestone.EntryId == entry.Id && milestone.Status != MilestoneStatus.Forfeited)
                .Select(milestone => milestone.Amount).ToListAsync(cancel)).Sum();
            var open = new Twd(Math.Min(decision.Amount.Dollars, (entry.Committed - booked).Dollars));
            if (open > Twd.Zero)
            {
                entry.Release(open);
                round.Release(open, by);
            }
        }
    }

    private async Task WriteLettersAsync(Panel panel, List<Entry> entries, Actor by, CancellationToken cancel)
    {
        var problemIds = entries.Select(entry => entry.ProblemId).ToList();
        var problems = await db.Problems.AsNoTracking().Where(problem => problemIds.Contains(problem.Id)).ToDictionaryAsync(problem => problem.Id, cancel);
        var contacts = await ContactsAsync(problems.Values, cancel);
        var teams = await TeamsAsync([.. entries.Select(entry => entry.TeamId)], cancel);
        foreach (var entry in entries)
        {
            var decision = panel.Decisions.First(decision => decision.EntryId == entry.Id);
            var problem = problems[entry.ProblemId];
            var team = teams[entry.TeamId].ToList();
            var result = decision.Level is { } level ? (Enum)level : decision.Outcome;
            object[] words = [entry.Code, problem.Content.Title, panel.Stage, result, decision.Reason, team.FirstOrDefault()?.Team ?? ""];
            foreach (var member in team)
            {
                letters.Write(member.Person, new LetterText(
                    "{2}審查結果：{0}", "「{1}」（{0}）的{2}審查結果：{3}。評語：{4}", $"/team/entries/{entry.Code}", words), by.At);
            }

            foreach (var contact in contacts[problem.OrganisationId])
            {
                letters.Write(contact, new LetterText(
                    "{2}審查結果：{0}", "團隊「{5}」解題「{1}」（{0}）的{2}審查結果：{3}。", $"/poser/entries/{entry.Code}", words), by.At);
            }
        }
    }

    private async Task<ILookup<Guid, Person>> ContactsAsync(IEnumerable<Problem> problems, CancellationToken cancel)
    {
        var organisationIds = problems.Select(problem => problem.OrganisationId).Distinct().ToList();
        var contacts = await (
            from contact in db.Organisations.AsNoTracking().Where(organisation => organisationIds.Contains(organisation.Id))
                .SelectMany(organisation => organisation.Contacts, (organisation, contact) => new { organisation.Id, contact.PersonId })
            join person in db.People on contact.PersonId equals person.Id
            select new { contact.Id, Person = person }).ToListAsync(cancel);
        return contacts.ToLookup(contact => contact.Id, contact => contact.Person);
    }

    private async Task<ILookup<Guid, Member>> TeamsAsync(List<Guid> teamIds, CancellationToken cancel)
    {
        var members = await (
            from member in db.TeamMembers.AsNoTracking()
            join team in db.Teams on member.TeamId equals team.Id
            join person in db.People on member.PersonId equals person.Id
            where teamIds.Contains(member.TeamId)
            select new { team.Id, team.Name, Person = person }).ToListAsync(cancel);
        return members.ToLookup(member => member.Id, member => new Member(member.Name, member.Person));
    }

    private sealed record Member(string Team, Person Person);
}
