using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.RoundTables;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>A team books a slot, moves to another or gives it up; the poser or the office calls one off. The other side gets a letter.</summary>
public sealed class BookSlot(PortalDbContext db, Letters letters)
{
    /// <summary>The leader books a slot; a slot the team already has for this problem is given up for it.</summary>
    /// <returns>False when there is no such slot.</returns>
    /// <exception cref="BrokenRuleException">It is taken or over, the team is busy then, or it is not for this team.</exception>
    public async Task<bool> BookAsync(Guid slotId, Actor by, CancellationToken cancel)
    {
        if (await db.Slots.AsNoTracking().FirstOrDefaultAsync(slot => slot.Id == slotId, cancel) is not { } known)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var team = await AloneAsync(known.RoundId, by, cancel);

        // The same for the slot: of many teams one after the other looks whether it is free.
        await db.Slots.Where(slot => slot.Id == slotId).ExecuteUpdateAsync(set => set.SetProperty(slot => slot.Place, slot => slot.Place), cancel);
        var slot = await db.Slots.SingleAsync(slot => slot.Id == slotId, cancel);
        var held = await db.Slots.FirstOrDefaultAsync(other => other.ProblemId == slot.ProblemId && other.TeamId == team.Id, cancel);
        Rule.Require(held?.Id == slotId ? SlotRules.OnePerProblem() : null);
        var standing = await db.Entries.Where(entry => entry.ProblemId == slot.ProblemId && entry.TeamId == team.Id).Select(entry => (EntryStatus?)entry.Status).FirstOrDefaultAsync(cancel);
        slot.Book(team, standing, await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == slot.RoundId, cancel), by);
        Rule.Require(await IsBusyAsync(team, slot, held, cancel) ? SlotRules.TeamIsBusy() : null);
        if (held is not null)
        {
            held.GiveUp(team, by);
        }

        await TellPoserAsync(slot, held is null
            ? new LetterText("團隊預約了時段：{1}", "「{1}」預約了題目「{0}」的接洽時段：{2}，{3}。", Page(slot), await TitleAsync(slot, cancel), team.Name, slot.StartsAt, slot.Place)
            : new LetterText("團隊改了時段：{1}", "「{1}」把題目「{0}」的接洽時段改到 {2}，{3}。", Page(slot), await TitleAsync(slot, cancel), team.Name, slot.StartsAt, slot.Place), by.At, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>The leader gives a slot up.</summary>
    /// <returns>False when there is no such slot of the team's.</returns>
    /// <exception cref="BrokenRuleException">It has begun, or the actor does not lead the team.</exception>
    public async Task<bool> GiveUpAsync(Guid slotId, Actor by, CancellationToken cancel)
    {
        if (await db.Slots.FirstOrDefaultAsync(slot => slot.Id == slotId && db.TeamMembers.Any(member => member.TeamId == slot.TeamId && member.PersonId == by.PersonId), cancel) is not { } slot)
        {
            return false;
        }

        var team = await db.Teams.AsNoTracking().SingleAsync(team => team.Id == slot.TeamId, cancel);
        slot.GiveUp(team, by);
        await TellPoserAsync(slot, new LetterText("團隊放棄了時段：{1}", "「{1}」放棄了題目「{0}」{2} 的接洽時段，其他團隊可以預約。", Page(slot), await TitleAsync(slot, cancel), team.Name, slot.StartsAt), by.At, cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>The poser or the office calls a booked slot off; the team gets a letter, and the poser when the office did it.</summary>
    /// <exception cref="BrokenRuleException">There is no reason, or it has begun.</exception>
    public async Task CancelAsync(Slot slot, string reason, bool byOffice, Actor by, CancellationToken cancel)
    {
        var members = slot.TeamId is { } team ? await db.MembersOfAsync(team, cancel) : [];
        slot.Cancel(reason, by);
        var title = await TitleAsync(slot, cancel);
        foreach (var member in members)
        {
            letters.Write(member, new LetterText("接洽時段取消：{0}", "題目「{0}」{1} 的接洽時段已取消。\n\n原因：{2}\n\n可以改約其他時段。", "/team/slots", title, slot.StartsAt, reason), by.At);
        }

        if (byOffice)
        {
            await TellPoserAsync(slot, new LetterText("計畫辦公室取消了接洽時段：{0}", "題目「{0}」{1} 的接洽時段已由計畫辦公室取消。\n\n原因：{2}", Page(slot), title, slot.StartsAt, reason), by.At, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Where the poser sees a problem's slots.</summary>
    public static string Page(Slot slot) => $"/poser/problems/{slot.ProblemId:D}/slots";

    // Changing the team's row first makes its other bookings wait here, so that it is never in two places.
    private async Task<Team> AloneAsync(Guid roundId, Actor by, CancellationToken cancel)
    {
        await db.Teams.Where(team => team.RoundId == roundId && team.Members.Any(member => member.PersonId == by.PersonId))
            .ExecuteUpdateAsync(set => set.SetProperty(team => team.Name, team => team.Name), cancel);
        return await db.Teams.AsNoTracking().OfPersonAsync(by.PersonId, roundId, cancel) ?? throw new BrokenRuleException(new BrokenRule("slot.no-team", "", "請先組隊，再預約時段。"));
    }

    private Task<bool> IsBusyAsync(Team team, Slot slot, Slot? held, CancellationToken cancel)
    {
        var heldId = held?.Id;
        return db.Slots.AnyAsync(other => other.TeamId == team.Id && other.Id != heldId && other.Id != slot.Id && other.StartsAt < slot.EndsAt && other.EndsAt > slot.StartsAt, cancel);
    }

    private async Task TellPoserAsync(Slot slot, LetterText letter, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var contact in await db.ContactsOfAsync(slot.OrganisationId, cancel))
        {
            letters.Write(contact, letter, at);
        }
    }

    private Task<string> TitleAsync(Slot slot, CancellationToken cancel) => db.Problems.Where(problem => problem.Id == slot.ProblemId).Select(problem => problem.Content.Title).SingleAsync(cancel);
}
