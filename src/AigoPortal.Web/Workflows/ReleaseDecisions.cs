using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Letters;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Makes a panel's decisions known in one act: entries learn them, awards become milestones, everybody concerned gets a letter.</summary>
public sealed class ReleaseDecisions(PortalDbContext db, Letters letters, ComposeDecisionLetters compose)
{
    public async Task RunAsync(Guid panelId, Actor by, CancellationToken cancel)
    {
        var panel = await db.Panels.FirstAsync(panel => panel.Id == panelId, cancel);
        var round = await db.Rounds.FirstAsync(round => round.Id == panel.RoundId, cancel);
        Rule.Require(round.ReviewOpenedAt(panel.Stage) is null
            ? new BrokenRule("panel.intake-open", "", "收件已延長到 {0}，截止前不能公布。", round.DeadlineOf(panel.Stage)) : null);
        var entries = await db.EntriesOf(panel).OrderBy(entry => entry.Code).ToListAsync(cancel);
        panel.Release([.. entries.Select(entry => entry.Id)], by, round.AppealDays);

        var booked = await db.ItemsByVersionAsync(round, [.. panel.Decisions.Select(decision => decision.SchemeVersion)], cancel);
        foreach (var entry in entries)
        {
            var decision = panel.Decisions.First(decision => decision.EntryId == entry.Id);
            Tell(entry, decision, panel.Stage, by);
            foreach (var item in booked[decision.SchemeVersion].ItemsFor(decision.Outcome, decision.Level))
            {
                Book(entry, item, decision.SchemeVersion, by);
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

    private void Book(Entry entry, AwardItem item, int schemeVersion, Actor by)
    {
        var milestone = new Milestone(entry, item, schemeVersion, by);
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
        var ids = entries.Select(entry => entry.Id).ToList();
        var templates = await compose.TemplatesAsync(panel, cancel);
        foreach (var entry in await compose.DecidedAsync(panel, db.Entries.AsNoTracking().Where(entry => ids.Contains(entry.Id)), cancel))
        {
            foreach (var reader in entry.Readers)
            {
                letters.Write(Letter.OfDecision(panel.Id, entry.EntryId, reader.Email, compose.Compose(panel.Stage, entry, reader, templates, panel.AppealsUntil!.Value).Words, by.At));
            }
        }
    }
}
