using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office;

/// <summary>What the office has to do, from every queue.</summary>
public sealed class OfficeDuties(PortalDbContext db, CurrentPerson me)
{
    // Our own service times; the sources set none.
    private static readonly TimeSpan Screening = TimeSpan.FromDays(7);
    private static readonly TimeSpan Checking = TimeSpan.FromDays(7);
    private static readonly TimeSpan Paying = TimeSpan.FromDays(5);

    public async Task<IReadOnlyList<Duty>> FindAsync(CancellationToken cancel)
    {
        List<Duty> duties = [.. await ProblemsAsync(cancel), .. await SignaturesAsync(cancel), .. await MilestonesAsync(cancel), .. await PanelsAsync(cancel)];
        return [.. duties.OrderBy(duty => duty.Due).ThenBy(duty => duty.Number, StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<Duty>> ProblemsAsync(CancellationToken cancel)
    {
        var waiting = await (
            from problem in db.Problems.AsNoTracking()
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            where problem.Status == ProblemStatus.Submitted
            select new { problem.Id, problem.Code, problem.Content.Title, organisation.Name, problem.Status, problem.PreviousStatus, problem.SubmittedAt }).ToListAsync(cancel);
        return waiting.Select(problem => new Duty(
            problem.Code ?? "", problem.PreviousStatus == ProblemStatus.Returned ? DutyKind.MendedProblem : DutyKind.NewProblem, problem.Title, problem.Name, null,
            problem.Status, problem.SubmittedAt!.Value + Screening, $"/office/problems/{problem.Id:D}"));
    }

    private async Task<IEnumerable<Duty>> SignaturesAsync(CancellationToken cancel)
    {
        var signed = await (
            from entry in db.Entries.AsNoTracking()
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where entry.Status == EntryStatus.Shortlisted && entry.Cooperation.PoserFileId != null && entry.Cooperation.TeamFileId != null
            select new { entry.Code, entry.RoundId, problem.Content.Title, Organisation = organisation.Name, Team = team.Name, entry.Status }).ToListAsync(cancel);
        var roundIds = signed.Select(entry => entry.RoundId).Distinct().ToList();
        var rounds = await db.Rounds.AsNoTracking().Where(round => roundIds.Contains(round.Id)).ToDictionaryAsync(round => round.Id, cancel);
        return signed.Select(entry => new Duty(
            entry.Code, DutyKind.Cooperation, entry.Title, entry.Organisation, entry.Team, entry.Status, rounds[entry.RoundId].CooperationDeadline, $"/office/entries/{entry.Code}"));
    }

    private async Task<IEnumerable<Duty>> MilestonesAsync(CancellationToken cancel)
    {
        var waiting = await (
            from milestone in db.Milestones.AsNoTracking()
            join entry in db.Entries on milestone.EntryId equals entry.Id
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where milestone.Status == MilestoneStatus.EvidenceSubmitted || milestone.Status == MilestoneStatus.Approved
            select new
            {
                milestone.Id, entry.Code, milestone.Name, milestone.Amount, milestone.Status, milestone.SubmittedAt, milestone.ApprovedAt, milestone.ApprovedBy,
                Organisation = organisation.Name, Team = team.Name,
            }).ToListAsync(cancel);
        return waiting.Select(milestone => new Duty(
            milestone.Code, Kind(milestone.Status, milestone.ApprovedBy), milestone.Name, milestone.Organisation, milestone.Team, milestone.Status,
            milestone.Status == MilestoneStatus.Approved ? milestone.ApprovedAt!.Value + Paying : milestone.SubmittedAt!.Value + Checking,
            $"/office/milestones/{milestone.Id:D}", milestone.Amount));
    }

    private async Task<IEnumerable<Duty>> PanelsAsync(CancellationToken cancel)
    {
        var reviewing = await db.Panels.AsNoTracking().Where(panel => panel.Status == PanelStatus.Reviewing).ToListAsync(cancel);
        var duties = new List<Duty>();
        foreach (var panel in reviewing)
        {
            var round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == panel.RoundId, cancel);
            var status = EntryStatuses.UnderReview(panel.Stage);
            var entries = await db.Entries.CountAsync(entry => entry.RoundId == panel.RoundId && entry.Status == status, cancel);
            var review = round.Steps.FirstOrDefault(step => step.Kind == (panel.Stage == ReviewStage.Concept ? RoundStepKind.ConceptReview : RoundStepKind.ProofReview));
            duties.Add(new Duty(
                round.Code, DutyKind.Panel, panel.Name, "", null, panel.Status, review?.EndsAt ?? round.EndsAt, $"/office/panels/{panel.Id:D}/decide",
                Count: entries - panel.Decisions.Count));
        }

        return duties;
    }

    // Whoever approved looks on: another officer releases.
    private DutyKind Kind(MilestoneStatus status, Guid? approvedBy) =>
        status == MilestoneStatus.EvidenceSubmitted ? DutyKind.Evidence : approvedBy == me.Id ? DutyKind.OthersPayment : DutyKind.Payment;
}

/// <summary>What kind of act is waited for.</summary>
public enum DutyKind
{
    NewProblem,
    MendedProblem,
    Cooperation,
    Evidence,
    Payment,
    OthersPayment,
    Panel,
}

/// <summary>One thing that waits for an officer.</summary>
public sealed record Duty(
    string Number, DutyKind Kind, string Subject, string Organisation, string? Team, Enum Status, DateTimeOffset Due, string Url, Twd? Amount = null, int Count = 0);
