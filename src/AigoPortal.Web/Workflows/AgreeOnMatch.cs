using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Both sides agree, or not: each step tells the other side. An entry that somebody else answered meanwhile is refused by its version.</summary>
public sealed class AgreeOnMatch(PortalDbContext db, Letters letters, CurrentPerson me)
{
    /// <summary>The poser accepts; the leader is asked to confirm.</summary>
    public async Task AcceptAsync(Entry entry, string word, CancellationToken cancel)
    {
        var round = await RoundAsync(entry, cancel);
        entry.Accept(word, round, me.Actor);
        await WriteToLeaderAsync(entry, new LetterText("解題申請 {0} 已被接受，請確認媒合",
            "出題單位接受了團隊的解題申請「{1}」。請隊長在 {2} 前登入確認媒合，確認後才能送構想書。\n\n出題單位的話：{3}",
            $"/team/entries/{entry.Code}", entry.Code, await TitleAsync(entry, cancel), round.MatchingEndsAt, word), cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The poser declines.</summary>
    public async Task DeclineAsync(Entry entry, string word, CancellationToken cancel)
    {
        entry.Decline(word, me.Actor);
        await WriteToLeaderAsync(entry, new LetterText("解題申請 {0} 未被接受",
            "出題單位這次沒有接受團隊的解題申請「{1}」。團隊仍可申請其他題目。\n\n出題單位的說明：{2}",
            $"/team/entries/{entry.Code}", entry.Code, await TitleAsync(entry, cancel), word), cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The leader confirms; both sides learn that they are matched.</summary>
    public async Task ConfirmAsync(Entry entry, CancellationToken cancel)
    {
        var team = await db.Teams.AsNoTracking().SingleAsync(team => team.Id == entry.TeamId, cancel);
        Rule.Require(EntryRules.IsLeader(team, me.Id));
        var round = await RoundAsync(entry, cancel);
        entry.Confirm(round, me.Actor);
        await WriteToBothAsync(entry, round, null, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>An officer records that both sides agreed with the office's help.</summary>
    public async Task MediateAsync(Entry entry, string word, CancellationToken cancel)
    {
        var round = await RoundAsync(entry, cancel);
        entry.Mediate(word, round, me.Actor);
        await WriteToBothAsync(entry, round, word, cancel);
        await db.SaveChangesAsync(cancel);
    }

    private async Task WriteToBothAsync(Entry entry, Round round, string? word, CancellationToken cancel)
    {
        var problem = await db.Problems.Where(problem => problem.Id == entry.ProblemId)
            .Select(problem => new { problem.Content.Title, problem.OrganisationId }).SingleAsync(cancel);
        var team = await db.Teams.Where(team => team.Id == entry.TeamId).Select(team => team.Name).SingleAsync(cancel);
        foreach (var contact in await db.ContactsOfAsync(problem.OrganisationId, cancel))
        {
            Write(contact, $"/poser/entries/{entry.Code}");
        }

        foreach (var member in await db.MembersOfAsync(entry.TeamId, cancel))
        {
            Write(member, $"/team/entries/{entry.Code}");
        }

        void Write(Person person, string link) => letters.Write(person, word is null
            ? new LetterText("已媒合：{0}", "「{1}」團隊確認了媒合，雙方在題目「{2}」正式媒合。團隊要在 {3} 前送出構想書。", link, entry.Code, team, problem.Title, round.ConceptDeadline)
            : new LetterText("已媒合：{0}", "經計畫辦公室協調，「{1}」團隊與出題單位在題目「{2}」正式媒合。團隊要在 {3} 前送出構想書。\n\n協調說明：{4}", link,
                entry.Code, team, problem.Title, round.ConceptDeadline, word), me.Now);
    }

    private async Task WriteToLeaderAsync(Entry entry, LetterText text, CancellationToken cancel)
    {
        var leader = await db.Teams.Where(team => team.Id == entry.TeamId)
            .Join(db.People, team => team.LeaderId, person => person.Id, (_, person) => person).AsNoTracking().SingleAsync(cancel);
        letters.Write(leader, text, me.Now);
    }

    private Task<Round> RoundAsync(Entry entry, CancellationToken cancel) => db.Rounds.AsNoTracking().SingleAsync(round => round.Id == entry.RoundId, cancel);

    private Task<string> TitleAsync(Entry entry, CancellationToken cancel) =>
        db.Problems.Where(problem => problem.Id == entry.ProblemId).Select(problem => problem.Content.Title).SingleAsync(cancel);
}
