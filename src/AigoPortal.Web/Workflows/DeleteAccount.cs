using AigoPortal.Data;
using AigoPortal.Data.Identity;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Events;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Postings;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>
/// A participant has the account deleted: what tells who they were goes, what the law or others need (audit trail, questions, receipts) stays without it.
/// </summary>
public sealed class DeleteAccount(PortalDbContext db, UserManager<Account> accounts, ChangeTeam change, RegisterForEvent events, CurrentPerson me)
{
    /// <summary>What stands in place of the name.</summary>
    public const string NobodysName = "已刪除的使用者";

    /// <summary>Everything that stands in the way now.</summary>
    public async Task<IReadOnlyList<BrokenRule>> ObstaclesAsync(CancellationToken cancel)
    {
        var living = await (
            from entry in db.Entries
            join member in db.TeamMembers on entry.TeamId equals member.TeamId
            where member.PersonId == me.Id
            orderby entry.Code
            select new { entry.Code, entry.Status }).ToListAsync(cancel);
        var led = await db.Teams.Where(team => team.LeaderId == me.Id && team.Status == TeamStatus.Active && team.Members.Any(member => member.PersonId != me.Id)
                && db.Rounds.Any(round => round.Id == team.RoundId && round.EndsAt > me.Now))
            .Select(team => team.Name).Distinct().ToListAsync(cancel);
        var owed = await db.Milestones.AnyAsync(milestone => milestone.Status != MilestoneStatus.Forfeited && milestone.Shares.Any(share => share.PayeeId == me.Id), cancel);
        BrokenRule?[] rules =
        [
            await HasOtherRolesAsync(cancel) ? new("account.other-roles", "", "這個帳號還有參賽者以外的工作，請洽計畫辦公室。") : null,
            .. living.Where(entry => entry.Status.IsLiving()).Select(entry => new BrokenRule("account.living-entry", "", "申請案 {0} 還在進行中；請先由隊長撤回，或等結案。", entry.Code)),
            .. led.Select(name => new BrokenRule("account.leads", "", "您是「{0}」的隊長，隊上還有其他人；請先交接隊長，或解散團隊。", name)),
            owed || await db.Ledger.AnyAsync(row => row.PayeeId == me.Id, cancel)
                ? new("account.paid", "", "您領過獎金或有待領的獎金；獎金紀錄依法須保存，帳號不能刪除。") : null,
        ];
        return [.. rules.OfType<BrokenRule>()];
    }

    /// <summary>Deletes my account.</summary>
    /// <param name="password">Mine; proves that it is me.</param>
    /// <param name="cancel">Ends the request.</param>
    /// <exception cref="BrokenRuleException">The password is wrong, or something stands in the way.</exception>
    public async Task RunAsync(string password, CancellationToken cancel)
    {
        var account = (await accounts.FindByIdAsync(me.Id.ToString()))!;
        Rule.Require(await accounts.CheckPasswordAsync(account, password) ? null : new BrokenRule("account.password-wrong", "Password", "密碼不正確。"));
        await RequireFreeAsync(cancel);
        await GiveUpEventsAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await LeaveTeamsAsync(cancel);
        await RequireFreeAsync(cancel);
        await ForgetAsync(cancel);
        await CloseAsync(account);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task RequireFreeAsync(CancellationToken cancel) => Rule.Require(await ObstaclesAsync(cancel) is [var first, ..] ? first : null);

    private Task<bool> HasOtherRolesAsync(CancellationToken cancel) => db.UserRoles.AnyAsync(
        held => held.UserId == me.Id && db.Roles.Any(role => role.Id == held.RoleId && role.Name != Roles.Participant), cancel);

    private async Task GiveUpEventsAsync(CancellationToken cancel)
    {
        var coming = await db.Events.Where(known => known.Status == EventStatus.Open && known.Plan.StartsAt > me.Now
                && known.Registrations.Any(one => one.PersonId == me.Id && one.Status != RegistrationStatus.Withdrawn))
            .Select(known => known.Id).ToListAsync(cancel);
        foreach (var id in coming)
        {
            await events.WithdrawAsync(id, me.Actor, cancel);
        }
    }

    // Where something was handed in or the round is over, who took part stays on record, by no name.
    private async Task LeaveTeamsAsync(CancellationToken cancel)
    {
        var teams = await db.Teams.AsNoTracking().Where(team => team.Members.Any(member => member.PersonId == me.Id)
                && db.Rounds.Any(round => round.Id == team.RoundId && round.EndsAt > me.Now)
                && !db.Submissions.Any(submission => db.Entries.Any(entry => entry.Id == submission.EntryId && entry.TeamId == team.Id)))
            .Select(team => new { team.Id, team.LeaderId }).ToListAsync(cancel);
        foreach (var team in teams)
        {
            _ = team.LeaderId == me.Id ? await change.DissolveAsync(team.Id, "隊長刪除了帳號", cancel) : await change.LeaveAsync(team.Id, cancel);
        }
    }

    private async Task ForgetAsync(CancellationToken cancel)
    {
        var person = await db.People.Include(known => known.Skills).Include(known => known.Consents).AsSplitQuery().FirstAsync(known => known.Id == me.Id, cancel);
        var address = person.Email.ToLowerInvariant(); // as invitations keep it
        await db.TeamInvitations.Where(invitation => invitation.Email == address || invitation.Email == person.Email || invitation.PersonId == me.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(invitation => invitation.Email, "")
                .SetProperty(invitation => invitation.Status, invitation => invitation.Status == InvitationStatus.Pending ? InvitationStatus.Declined : invitation.Status), cancel);
        await db.JoinRequests.Where(request => request.PersonId == me.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(request => request.Word, "")
                .SetProperty(request => request.Status, request => request.Status == JoinRequestStatus.Pending ? JoinRequestStatus.Withdrawn : request.Status), cancel);
        foreach (var application in (await db.JobApplications.Where(application => application.PersonId == me.Id).ToListAsync(cancel)).Where(application => application.Status.IsLiving()))
        {
            application.Withdraw(me.Actor);
        }

        await db.SaveChangesAsync(cancel);
        await db.JobApplications.Where(application => application.PersonId == me.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(application => application.Name, NobodysName).SetProperty(application => application.Email, "")
                .SetProperty(application => application.Affiliation, (string?)null).SetProperty(application => application.Letter, "").SetProperty(application => application.CvFileId, (Guid?)null), cancel);
        await db.Messages.Where(message => message.AuthorId == me.Id).ExecuteUpdateAsync(set => set.SetProperty(message => message.AuthorName, NobodysName), cancel);
        await db.ReadMarks.Where(mark => mark.PersonId == me.Id).ExecuteDeleteAsync(cancel);
        await db.ProblemFollows.Where(follow => follow.PersonId == me.Id).ExecuteDeleteAsync(cancel);
        await db.PayeeProfiles.Where(payee => payee.Id == me.Id).ExecuteDeleteAsync(cancel);
        await db.Letters.Where(letter => letter.To == person.Email).ExecuteDeleteAsync(cancel);
        person.Forget(NobodysName, NobodysAddress, me.Actor);
        await db.SaveChangesAsync(cancel);
    }

    private string NobodysAddress => $"deleted-{me.Id:N}@deleted.invalid"; // reserved: never delivered (RFC 2606)

    // The stamp ends the sign-ins, the lock keeps any from beginning.
    private async Task CloseAsync(Account account)
    {
        (account.Email, account.UserName, account.PasswordHash, account.PhoneNumber) = (NobodysAddress, NobodysAddress, null, null);
        (account.LockoutEnabled, account.LockoutEnd) = (true, Account.ForGood);
        Registration.Require(await accounts.UpdateAsync(account));
        Registration.Require(await accounts.UpdateSecurityStampAsync(account));
        db.Record(me.Actor, "account.delete", me.Id);
    }
}
