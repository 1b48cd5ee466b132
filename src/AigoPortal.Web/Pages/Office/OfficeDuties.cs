using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office;

/// <summary>What the office has to do, from every queue.</summary>
public sealed class OfficeDuties(PortalDbContext db, CurrentPerson me)
{
    // Our own service times; the sources set none.
    internal static readonly TimeSpan Screening = TimeSpan.FromDays(7);
    private static readonly TimeSpan Publishing = TimeSpan.FromDays(3);
    private static readonly TimeSpan Checking = TimeSpan.FromDays(7);
    private static readonly TimeSpan Paying = TimeSpan.FromDays(5);
    private static readonly TimeSpan Answering = TimeSpan.FromDays(14);

    public async Task<IReadOnlyList<Duty>> FindAsync(CancellationToken cancel)
    {
        List<Duty> duties = [.. await ProblemsAsync(cancel), .. await QuestionsAsync(cancel), .. await SignaturesAsync(cancel), .. await MilestonesAsync(cancel), .. await PanelsAsync(cancel), .. await AppealsAsync(cancel)];
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

    private async Task<IEnumerable<Duty>> QuestionsAsync(CancellationToken cancel)
    {
        var answered = await (
            from question in db.ProblemQuestions.AsNoTracking()
            join problem in db.Problems on question.ProblemId equals problem.Id
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            where question.Status == QuestionStatus.Answered
            select new { question.Id, problem.Code, problem.Content.Title, organisation.Name, question.Status, question.AnsweredAt }).ToListAsync(cancel);
        return answered.Select(question => new Duty(
            question.Code!, DutyKind.Question, question.Title, question.Name, null, question.Status, question.AnsweredAt!.Value + Publishing, $"/office/questions/{question.Id:D}"));
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
        var rounds = await RoundsAsync(signed.Select(entry => entry.RoundId), cancel);
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
                milestone.Id,
                entry.Code,
                milestone.Name,
                milestone.Amount,
                milestone.Status,
                milestone.SubmittedAt,
                milestone.ApprovedAt,
                milestone.ApprovedBy,
                Organisation = organisation.Name,
                Team = team.Name,
            }).ToListAsync(cancel);
        return waiting.Select(milestone => new Duty(
            milestone.Code, Kind(milestone.Status, milestone.ApprovedBy), milestone.Name, milestone.Organisation, milestone.Team, milestone.Status,
            milestone.Status == MilestoneStatus.Approved ? milestone.ApprovedAt!.Value + Paying : milestone.SubmittedAt!.Value + Checking,
            $"/office/milestones/{milestone.Id:D}", milestone.Amount));
    }

    private async Task<IEnumerable<Duty>> PanelsAsync(CancellationToken cancel)
    {
        var reviewing = await (
            from panel in db.Panels.AsNoTracking()
            where panel.Status == PanelStatus.Reviewing
            select new { panel.Id, panel.Name, panel.RoundId, panel.Stage, panel.Status, panel.Track, Decided = panel.Decisions.Select(decision => decision.EntryId).ToList() }).ToListAsync(cancel);
        var open = new Dictionary<Guid, int>();
        foreach (var panel in reviewing)
        {
            open[panel.Id] = await db.UnderReview(panel.RoundId, panel.Stage, panel.Track).CountAsync(entry => !panel.Decided.Contains(entry.Id), cancel);
        }

        var rounds = await RoundsAsync(reviewing.Select(panel => panel.RoundId), cancel);
        return reviewing.Select(panel => new Duty(
            rounds[panel.RoundId].Code, DutyKind.Panel, panel.Name, "", null, panel.Status, EndOfReview(rounds[panel.RoundId], panel.Stage),
            $"/office/panels/{panel.Id:D}/decide", Count: open[panel.Id]));
    }

    private async Task<IEnumerable<Duty>> AppealsAsync(CancellationToken cancel)
    {
        var filed = await (
            from appeal in db.Appeals.AsNoTracking()
            join entry in db.Entries on appeal.EntryId equals entry.Id
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where appeal.Status == AppealStatus.Filed
            select new { appeal.Id, appeal.PanelId, entry.Code, problem.Content.Title, Organisation = organisation.Name, Team = team.Name, appeal.Status, appeal.FiledAt }).ToListAsync(cancel);
        return filed.Select(appeal => new Duty(
            appeal.Code, DutyKind.Appeal, appeal.Title, appeal.Organisation, appeal.Team, appeal.Status, appeal.FiledAt + Answering, $"/office/panels/{appeal.PanelId:D}/appeals?appeal={appeal.Id:D}"));
    }

    private static DateTimeOffset EndOfReview(Round round, ReviewStage stage)
    {
        var kind = stage == ReviewStage.Concept ? RoundStepKind.ConceptReview : RoundStepKind.ProofReview;
        return round.Steps.FirstOrDefault(step => step.Kind == kind)?.EndsAt ?? round.EndsAt;
    }

    private async Task<Dictionary<Guid, Round>> RoundsAsync(IEnumerable<Guid> ids, CancellationToken cancel)
    {
        var wanted = ids.Distinct().ToList();
        return await db.Rounds.AsNoTracking().Where(round => wanted.Contains(round.Id)).ToDictionaryAsync(round => round.Id, cancel);
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
    Question,
    Cooperation,
    Evidence,
    Payment,
    OthersPayment,
    Panel,
    Appeal,
}

/// <summary>One thing that waits for an officer.</summary>
public sealed record Duty(
    string Number, DutyKind Kind, string Subject, string Organisation, string? Team, Enum Status, DateTimeOffset Due, string Url, Twd? Amount = null, int Count = 0);
