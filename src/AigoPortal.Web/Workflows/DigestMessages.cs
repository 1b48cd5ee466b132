using AigoPortal.Data;
using AigoPortal.Domain.Messages;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>
/// One letter about all unread messages instead of one each: when they are older than <c>Messages:DigestAfterMinutes</c> (own: 10, as long as a message
/// can be taken back), at most one in <c>Messages:DigestEveryMinutes</c> (own: 60). The office is told of the conversations it takes part in (own).
/// </summary>
public sealed class DigestMessages(PortalDbContext db, Letters letters, IConfiguration settings)
{
    private TimeSpan After => TimeSpan.FromMinutes(settings.GetValue("Messages:DigestAfterMinutes", MessageRules.MinutesToRetract));

    private TimeSpan Every => TimeSpan.FromMinutes(settings.GetValue("Messages:DigestEveryMinutes", 60));

    /// <summary>Writes what is due.</summary>
    /// <returns>The number of letters.</returns>
    public async Task<int> RunAsync(Actor by, CancellationToken cancel)
    {
        var written = 0;
        foreach (var waiting in (await WaitingAsync(by.At, cancel)).GroupBy(one => one.PersonId))
        {
            written += await TellAsync([.. waiting], by.At, cancel) ? 1 : 0;
        }

        return written;
    }

    // Whoever moves the person's mark writes the letter, in one transaction: of two runs one finds it moved already.
    private async Task<bool> TellAsync(IReadOnlyList<Waiting> waiting, DateTimeOffset at, CancellationToken cancel)
    {
        var (personId, until, before) = (waiting[0].PersonId, at - After, at - Every);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var claimed = await db.MessageDigests.Where(digest => digest.PersonId == personId && digest.ToldUntil < until && digest.WrittenAt <= before)
                .ExecuteUpdateAsync(set => set.SetProperty(digest => digest.ToldUntil, until).SetProperty(digest => digest.WrittenAt, at), cancel);
            if (claimed == 0)
            {
                if (await db.MessageDigests.AnyAsync(digest => digest.PersonId == personId, cancel))
                {
                    return false;
                }

                db.MessageDigests.Add(MessageDigest.First(personId, until, at));
            }

            await WriteAsync(await db.People.AsNoTracking().SingleAsync(person => person.Id == personId, cancel), waiting, at, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return true;
        }
        catch (BrokenRuleException)
        {
            db.ChangeTracker.Clear(); // the other run made the person's first mark
            return false;
        }
    }

    private async Task WriteAsync(Person person, IReadOnlyList<Waiting> waiting, DateTimeOffset at, CancellationToken cancel)
    {
        var ids = waiting.Select(one => one.EntryId).ToList();
        var entries = await (
            from entry in db.Entries
            join problem in db.Problems on entry.ProblemId equals problem.Id
            where ids.Contains(entry.Id)
            select new { entry.Id, entry.Code, problem.Content.Title }).ToDictionaryAsync(entry => entry.Id, cancel);
        var lines = waiting.OrderBy(one => entries[one.EntryId].Code, StringComparer.Ordinal)
            .Select(one => $"・{entries[one.EntryId].Code} {entries[one.EntryId].Title} ({one.Count})");
        letters.Write(person, new LetterText("有 {0} 則新訊息", "解題申請案有 {0} 則您還沒讀的訊息：\n\n{1}\n\n請登入後閱讀與回覆。", Link(waiting, entries[waiting[0].EntryId].Code),
            waiting.Sum(one => one.Count), string.Join('\n', lines)), at);
    }

    private static string Link(IReadOnlyList<Waiting> waiting, string code) => waiting[0].Side switch
    {
        MessageSide.Team => waiting.Count == 1 ? $"/team/entries/{code}/messages" : "/team",
        MessageSide.Poser => waiting.Count == 1 ? $"/poser/entries/{code}/messages" : "/poser",
        _ => waiting.Count == 1 ? $"/office/entries/{code}/messages" : "/office",
    };

    private async Task<List<Waiting>> WaitingAsync(DateTimeOffset at, CancellationToken cancel)
    {
        var members = from entry in db.Entries
                      join member in db.TeamMembers on entry.TeamId equals member.TeamId
                      select new Participant { EntryId = entry.Id, PersonId = member.PersonId };
        var contacts = from entry in db.Entries
                       join problem in db.Problems on entry.ProblemId equals problem.Id
                       join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
                       from contact in organisation.Contacts
                       select new Participant { EntryId = entry.Id, PersonId = contact.PersonId };
        var officers = db.Messages.Where(message => message.Side == MessageSide.Office)
            .Select(message => new Participant { EntryId = message.EntryId, PersonId = message.AuthorId }).Distinct();
        return
        [
            .. await OfAsync(members, MessageSide.Team, at, cancel), .. await OfAsync(contacts, MessageSide.Poser, at, cancel),
            .. await OfAsync(officers, MessageSide.Office, at, cancel),
        ];
    }

    private async Task<IEnumerable<Waiting>> OfAsync(IQueryable<Participant> participants, MessageSide side, DateTimeOffset at, CancellationToken cancel)
    {
        var (until, before) = (at - After, at - Every);
        var found = await (
            from message in db.Messages
            join one in participants on message.EntryId equals one.EntryId
            where message.AuthorId != one.PersonId && message.RetractedAt == null && message.At <= until
            where !db.ReadMarks.Any(mark => mark.EntryId == message.EntryId && mark.PersonId == one.PersonId && mark.Number >= message.Number)
            where !db.MessageDigests.Any(digest => digest.PersonId == one.PersonId && (digest.ToldUntil >= message.At || digest.WrittenAt > before))
            group message by new { one.PersonId, one.EntryId } into unread
            select new { unread.Key.PersonId, unread.Key.EntryId, Count = unread.Count() }).ToListAsync(cancel);
        return found.Select(one => new Waiting(one.PersonId, one.EntryId, side, one.Count));
    }

    private sealed record Waiting(Guid PersonId, Guid EntryId, MessageSide Side, int Count);

    private sealed class Participant
    {
        public Guid EntryId { get; init; }

        public Guid PersonId { get; init; }
    }
}
