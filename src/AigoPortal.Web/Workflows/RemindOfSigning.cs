using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Seven days and one day before the last day to sign, a letter to the side that has not signed; each reminder once an entry and side.</summary>
public sealed class RemindOfSigning(PortalDbContext db, DrawUpCooperation drawUp, Letters letters)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Looks whether a document's words have changed, and writes what reminders are due.</summary>
    /// <returns>The number of letters that remind.</returns>
    public async Task<int> RunAsync(Actor by, CancellationToken cancel)
    {
        var waiting = await db.Entries.AsNoTracking().Where(entry => entry.Status == EntryStatus.Shortlisted).OrderBy(entry => entry.Code).ToListAsync(cancel);
        var ids = waiting.Select(entry => entry.RoundId).Distinct().ToList();
        var deadlines = (await db.Rounds.AsNoTracking().Where(round => ids.Contains(round.Id)).ToListAsync(cancel)).ToDictionary(round => round.Id, round => round.CooperationDeadline);
        var written = 0;
        foreach (var entry in waiting)
        {
            written += await OneAsync(entry, deadlines[entry.RoundId], by, cancel);
        }

        return written;
    }

    /// <summary>An officer reminds the sides that have not signed, out of turn.</summary>
    /// <returns>The number of letters.</returns>
    public async Task<int> NowAsync(string code, Actor by, CancellationToken cancel)
    {
        var entry = await db.Entries.AsNoTracking().SingleAsync(entry => entry.Code == code, cancel);
        Rule.Require(EntryRules.TakesCooperationPapers(entry.Status));
        var due = (await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == entry.RoundId, cancel)).CooperationDeadline;
        var paper = (await drawUp.RunAsync(entry.Id, by, cancel))!;
        var written = 0;
        foreach (var side in Unsigned(entry))
        {
            paper.RemindNow(side, by);
            written += await WriteAsync(entry, side, due, by, cancel);
        }

        await db.SaveChangesAsync(cancel);
        return written;
    }

    /// <summary>The sides whose copy is missing.</summary>
    public static IEnumerable<PaperSide> Unsigned(Entry entry) => Enum.GetValues<PaperSide>()
        .Where(side => side == PaperSide.Team ? entry.Cooperation.TeamFileId is null : entry.Cooperation.PoserFileId is null);

    private async Task<int> OneAsync(Entry entry, DateTimeOffset due, Actor by, CancellationToken cancel)
    {
        var kind = Kind(due - by.At);
        var unsigned = kind is null ? [] : Unsigned(entry).ToList();
        if (unsigned.Count == 0 && !await db.CooperationPapers.AnyAsync(paper => paper.Id == entry.Id, cancel))
        {
            return 0; // nobody has asked for the document
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var paper = await drawUp.RunAsync(entry.Id, by, cancel); // holds the entry's row: another node waits and finds the mark
        var written = 0;
        foreach (var side in unsigned.Where(side => paper?.Remind(side, kind!.Value, by) == true))
        {
            written += await WriteAsync(entry, side, due, by, cancel);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return written;
    }

    // Run late, the nearer reminder alone is written; after the last day it is the office's turn.
    private static PaperReminderKind? Kind(TimeSpan left) =>
        left <= TimeSpan.Zero || left > Week ? null : left <= Day ? PaperReminderKind.Day : PaperReminderKind.Week;

    private async Task<int> WriteAsync(Entry entry, PaperSide side, DateTimeOffset due, Actor by, CancellationToken cancel)
    {
        var people = await drawUp.PeopleAsync(entry, side, cancel);
        foreach (var person in people)
        {
            var letter = due > by.At
                ? new LetterText("案號 {0}：合作文件請於 {1} 前簽署", "合作文件還沒有收到{2}的簽署頁，期限是 {1}。請下載文件，簽署後上傳。", DrawUpCooperation.Link(entry, side), entry.Code, due, side)
                : new LetterText("案號 {0}：合作文件已逾期", "合作文件還沒有收到{2}的簽署頁，期限 {1} 已過。請儘快下載文件，簽署後上傳；有困難請聯絡計畫辦公室。", DrawUpCooperation.Link(entry, side), entry.Code, due, side);
            letters.Write(person, letter, by.At);
        }

        return people.Count;
    }
}
