using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Members and the office discuss an entry; who is named gets a letter with the way there and nothing of what was said.</summary>
public sealed class DiscussEntry(PortalDbContext db, Letters letters)
{
    /// <summary>The office opens an entry for discussion, closes it, or opens it again.</summary>
    public async Task OpenAsync(Guid panelId, Guid entryId, bool open, Actor by, CancellationToken cancel)
    {
        var panel = await db.Panels.AsNoTracking().FirstAsync(panel => panel.Id == panelId, cancel);
        var discussion = await db.Discussions.FirstOrDefaultAsync(known => known.PanelId == panelId && known.EntryId == entryId, cancel);
        if (discussion is null && open)
        {
            db.Discussions.Add(new Discussion(panel, entryId, by));
        }
        else if (open)
        {
            discussion!.Reopen(panel, by);
        }
        else
        {
            (discussion ?? throw Missing()).Close(by);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <param name="panelId">The panel.</param>
    /// <param name="entryId">An entry the author may discuss.</param>
    /// <param name="said">What is written.</param>
    /// <param name="by">The author.</param>
    /// <param name="cancel">Ends the request.</param>
    public async Task WriteAsync(Guid panelId, Guid entryId, Said said, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Changing the row first makes others who write wait here, so that numbers have no gap and nobody is refused.
        await db.Discussions.Where(known => known.PanelId == panelId && known.EntryId == entryId).ExecuteUpdateAsync(set => set.SetProperty(known => known.LastNumber, known => known.LastNumber), cancel);
        var (panel, discussion) = await FindAsync(panelId, entryId, cancel);
        var named = await db.ReadersOf(panel, entryId).AsNoTracking().Where(person => said.Mentions.Contains(person.Id) && person.Id != by.PersonId).ToListAsync(cancel);
        var post = discussion.Write(panel, said.Text, said.Answers, [.. named.Select(person => person.Id)], by);
        var code = await db.Entries.Where(entry => entry.Id == entryId).Select(entry => entry.Code).FirstAsync(cancel);
        foreach (var person in named)
        {
            letters.Write(person, new LetterText("有人在審查討論中提到您", "有人在「{0}」的審查討論中提到您，請登入後查看。", $"/review/panels/{panelId:D}/discussions/{code}", panel.Name), by.At);
        }

        await db.SaveChangesAsync(cancel);
        await db.MarkDiscussionReadAsync(discussion.Id, by.PersonId, post.Number, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The author takes a post back.</summary>
    /// <returns>False when there is no such post.</returns>
    public async Task<bool> RetractAsync(Guid panelId, Guid entryId, int number, Actor by, CancellationToken cancel)
    {
        var (panel, discussion) = await FindAsync(panelId, entryId, cancel);
        if (await db.DiscussionPosts.FirstOrDefaultAsync(post => post.DiscussionId == discussion.Id && post.Number == number, cancel) is not { } post)
        {
            return false;
        }

        discussion.Retract(panel, post, by);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private static BrokenRuleException Missing() => new(new BrokenRule("discussion.none", "", "這一案還沒有開放討論。"));

    private async Task<(Panel Panel, Discussion Discussion)> FindAsync(Guid panelId, Guid entryId, CancellationToken cancel) => (
        await db.Panels.AsNoTracking().FirstAsync(panel => panel.Id == panelId, cancel),
        await db.Discussions.FirstOrDefaultAsync(known => known.PanelId == panelId && known.EntryId == entryId, cancel) ?? throw Missing());
}

/// <summary>What somebody writes in a discussion.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Answers">The post it answers.</param>
/// <param name="Mentions">People to name; those who may not read are left out.</param>
public sealed record Said(string Text, int? Answers, IReadOnlyList<Guid> Mentions);
