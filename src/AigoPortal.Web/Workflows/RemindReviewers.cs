using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Reminds reviewers of the reviews they owe: one of them, or everybody who was not reminded within a day.</summary>
public sealed class RemindReviewers(PortalDbContext db, Letters letters)
{
    /// <returns>How many letters were written.</returns>
    public async Task<int> RunAsync(Guid panelId, Guid? reviewerId, Actor by, CancellationToken cancel)
    {
        var panel = await db.Panels.FirstAsync(panel => panel.Id == panelId, cancel);
        Rule.Require(PanelRules.TakesScores(panel, by.At));
        var late = (await PanelScores.OfAsync(db, panel, cancel)).Reviewers
            .Where(reviewer => reviewer is { Missing: > 0, Sits: true } && (reviewerId is null || reviewer.PersonId == reviewerId)).ToDictionary(reviewer => reviewer.PersonId);
        if (reviewerId is null)
        {
            foreach (var member in panel.Accepted.Where(member => PanelRules.MayBeReminded(member, by.At) is not null))
            {
                late.Remove(member.PersonId);
            }
        }

        Rule.Require(late.Count == 0 ? new BrokenRule("panel.nobody-late", "", "沒有要提醒的委員：都評完了，或一天內已經提醒過。") : null);
        var ids = late.Keys.ToList();
        foreach (var person in await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).OrderBy(person => person.Id).ToListAsync(cancel))
        {
            panel.Remind(person.Id, by);
            letters.Write(person, panel.ScoringEndsAt is { } end
                ? new LetterText("請完成評分：{0}", "「{0}」還有 {1} 案等您評分，評分截止於 {2}。", "/review", panel.Name, late[person.Id].Missing, end)
                : new LetterText("請完成評分：{0}", "「{0}」還有 {1} 案等您評分。", "/review", panel.Name, late[person.Id].Missing), by.At);
        }

        await db.SaveChangesAsync(cancel);
        return ids.Count;
    }
}
