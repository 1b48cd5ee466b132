using AigoPortal.Data;
using AigoPortal.Domain.Postings;
using AigoPortal.Web.Pages.Poser;

namespace AigoPortal.Web.Postings;

/// <summary>Which postings and applications a page speaks of.</summary>
public static class PostingQueries
{
    extension(PortalDbContext db)
    {
        /// <summary>Postings of the organisations a person acts for.</summary>
        public IQueryable<Posting> PostingsOf(Guid personId) =>
            from posting in db.Postings
            join organisation in db.OrganisationsOf(personId) on posting.OrganisationId equals organisation.Id
            select posting;

        /// <summary>Applications to those postings.</summary>
        public IQueryable<JobApplication> ApplicationsFor(Guid personId) =>
            from application in db.JobApplications
            join posting in db.PostingsOf(personId) on application.PostingId equals posting.Id
            select application;

        /// <summary>Postings that everybody may apply to now.</summary>
        public IQueryable<Posting> OpenPostings(DateTimeOffset now) =>
            db.Postings.Where(posting => posting.Status == PostingStatus.Open && posting.Content.ApplyUntil > now);
    }
}
