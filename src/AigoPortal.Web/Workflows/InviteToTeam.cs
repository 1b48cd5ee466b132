using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>The leader invites somebody by e-mail; the letter carries the only copy of the token.</summary>
public sealed class InviteToTeam(PortalDbContext db, Letters letters, CurrentPerson me)
{
    /// <summary>Invites and saves.</summary>
    /// <param name="team">My team, tracked, with members and invitations.</param>
    /// <param name="round">Its round.</param>
    /// <param name="email">With or without an account.</param>
    /// <param name="cancel">Ends the request.</param>
    public async Task RunAsync(Team team, Round round, string email, CancellationToken cancel)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var invitation = team.Invite(email.Trim().ToLowerInvariant(), HashOf(token), round, me.Actor);
        await WriteAsync(team, invitation, token, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Invites a person of the board, whose address the leader doesn't learn, and saves.</summary>
    /// <param name="team">My team, tracked, with members and invitations.</param>
    /// <param name="round">Its round.</param>
    /// <param name="person">Whom.</param>
    /// <param name="cancel">Ends the request.</param>
    public Task RunAsync(Team team, Round round, Person person, CancellationToken cancel) =>
        SendAsync(person, token => team.Invite(person, HashOf(token), round, me.Actor), team, cancel);

    /// <summary>Answers a request to join with an invitation, and saves.</summary>
    public Task RunAsync(Team team, Round round, JoinRequest request, Person person, CancellationToken cancel) =>
        SendAsync(person, token => team.AcceptRequest(request, person, HashOf(token), round, me.Actor), team, cancel);

    /// <summary>What is kept of a token: SHA-256, lower-case hexadecimal.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private async Task SendAsync(Person person, Func<string, TeamInvitation> invite, Team team, CancellationToken cancel)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        Write(person, team, invite(token), token);
        await db.SaveChangesAsync(cancel);
    }

    private void Write(Person person, Team team, TeamInvitation invitation, string token) =>
        letters.Write(person, new LetterText("{0} 邀請你加入團隊", "{1} 邀請你加入團隊「{0}」，一起解產業的難題。請在 {2} 前登入回覆。",
            $"/team/invitation/{token}", team.Name, me.Name, invitation.ExpiresAt), me.Now);

    private async Task WriteAsync(Team team, TeamInvitation invitation, string token, CancellationToken cancel)
    {
        var address = invitation.Email.ToUpperInvariant();
        var person = await db.People.AsNoTracking()
            .FirstOrDefaultAsync(person => db.Users.Any(account => account.Id == person.Id && account.NormalizedEmail == address), cancel);
        if (person is not null)
        {
            Write(person, team, invitation, token);
            return;
        }

        letters.Write(invitation.Email, "", "zh-Hant", new LetterText("{0} 邀請你加入團隊",
            "{1} 邀請你加入團隊「{0}」，一起解產業的難題。請在 {2} 前回覆；還沒有帳號的話，請先用這個 Email（{3}）註冊，再開啟下面的連結。",
            $"/team/invitation/{token}", team.Name, me.Name, invitation.ExpiresAt, invitation.Email), me.Now);
    }
}
