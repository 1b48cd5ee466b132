using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Postings;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Postings;

/// <summary>What became of the postings of a kind; applications of one gender, or of all.</summary>
public sealed record Outcome(PostingKind Kind, Gender? Gender, int Postings, int Openings, int Applications, int Interviews, int Offers, int Accepted)
{
    /// <summary>Counted from the applications themselves, so that an offer later withdrawn was still an offer.</summary>
    public static async Task<IReadOnlyList<Outcome>> CountAsync(PortalDbContext db, Guid roundId, CancellationToken cancel)
    {
        var postings = await db.Postings.Where(posting => posting.RoundId == roundId && posting.Status != PostingStatus.Draft)
            .GroupBy(posting => posting.Content.Kind)
            .Select(group => new { Kind = group.Key, Count = group.Count(), Openings = group.Sum(posting => posting.Content.Openings) }).ToListAsync(cancel);
        var applications = await (
            from application in db.JobApplications
            join posting in db.Postings on application.PostingId equals posting.Id
            join person in db.People on application.PersonId equals person.Id
            where posting.RoundId == roundId
            group application by new { posting.Content.Kind, person.Gender } into one
            select new
            {
                one.Key.Kind,
                one.Key.Gender,
                Count = one.Count(),
                Interviews = one.Count(application => application.InvitedAt != null),
                Offers = one.Count(application => application.OfferedAt != null),
                Accepted = one.Count(application => application.Status == ApplicationStatus.Accepted),
            }).ToListAsync(cancel);
        return
        [
            .. from kind in Enum.GetValues<PostingKind>()
               let offered = postings.FirstOrDefault(one => one.Kind == kind)
               let sent = applications.Where(one => one.Kind == kind).ToList()
               from line in sent.OrderBy(one => one.Gender)
                   .Select(one => new Outcome(kind, one.Gender, 0, 0, one.Count, one.Interviews, one.Offers, one.Accepted))
                   .Prepend(new Outcome(kind, null, offered?.Count ?? 0, offered?.Openings ?? 0, sent.Sum(one => one.Count), sent.Sum(one => one.Interviews), sent.Sum(one => one.Offers), sent.Sum(one => one.Accepted)))
               select line,
        ];
    }
}
