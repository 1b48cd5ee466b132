using AigoPortal.Data;
using AigoPortal.Domain.RoundTables;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>A poser opens slots for a problem; at one table of an organisation they never overlap.</summary>
public sealed class OpenSlots(PortalDbContext db)
{
    /// <param name="problemId">A problem of the poser's.</param>
    /// <param name="eventId">The round-table meeting, or null for a free time.</param>
    /// <param name="plan">When, how many, where.</param>
    /// <param name="opensToAll">Whether teams that have not applied may book.</param>
    /// <param name="by">The poser.</param>
    /// <param name="cancel">Ends the request.</param>
    /// <exception cref="BrokenRuleException">The times don't fit, or the table is taken.</exception>
    public async Task<int> RunAsync(Guid problemId, Guid? eventId, SlotPlan plan, bool opensToAll, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var problem = await db.Problems.AsNoTracking().SingleAsync(problem => problem.Id == problemId, cancel);

        // Changing the organisation's row first makes its other contacts wait here until these slots are counted.
        await db.Organisations.Where(organisation => organisation.Id == problem.OrganisationId)
            .ExecuteUpdateAsync(set => set.SetProperty(organisation => organisation.SubmissionTicket, organisation => organisation.SubmissionTicket), cancel);
        var round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == problem.RoundId, cancel);
        var meeting = eventId is null ? null : await db.Events.AsNoTracking().FirstOrDefaultAsync(known => known.Id == eventId, cancel);
        Rule.Require(eventId is not null && meeting is null ? new BrokenRule("slot.meeting", "EventId", "請選擇本場開放中的輪桌接洽會。") : null);
        var slots = Slot.Open(problem, round, meeting, plan, opensToAll, by);
        var sameSeat = await db.Slots.Where(slot => slot.OrganisationId == problem.OrganisationId && slot.Seat == plan.Place && slot.StartsAt < plan.EndsAt && slot.EndsAt > plan.StartsAt)
            .Select(slot => new { slot.StartsAt, slot.EndsAt }).ToListAsync(cancel);
        Rule.Require(slots.Any(slot => sameSeat.Any(other => other.StartsAt < slot.EndsAt && other.EndsAt > slot.StartsAt)) ? SlotRules.SeatIsTaken() : null);
        db.Slots.AddRange(slots);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return slots.Count;
    }
}
