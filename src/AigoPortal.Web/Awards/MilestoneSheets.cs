using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Time;
using AigoPortal.Web.Components;
using AigoPortal.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Awards;

/// <summary>Reads milestones for pages.</summary>
public static class MilestoneSheets
{
    /// <summary>The milestones of entries of teams that a person belongs to.</summary>
    public static IQueryable<Milestone> MilestonesOf(this PortalDbContext db, Guid personId) => db.Milestones.Where(milestone => db.Entries.Any(
        entry => entry.Id == milestone.EntryId && db.TeamMembers.Any(member => member.TeamId == entry.TeamId && member.PersonId == personId)));

    /// <summary>One milestone out of those the reader may see; null when it isn't among them.</summary>
    public static async Task<MilestoneSheet?> SheetAsync(this PortalDbContext db, IQueryable<Milestone> visible, Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        var milestone = await visible.AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(found => found.Id == id, cancel);
        if (milestone is null)
        {
            return null;
        }

        var context = await db.ContextAsync(milestone, cancel);
        var payees = milestone.Status == MilestoneStatus.Paid
            ? await db.PaidAsync(milestone, cancel)
            : await db.PayeesAsync(milestone, context, Taipei.DateOf(now), cancel);
        var files = milestone.Receipts.Select(receipt => receipt.FileId).ToList();
        var listed = await db.Files.AsNoTracking().Where(file => files.Contains(file.Id))
            .ToDictionaryAsync(file => file.Id, file => new ListedFile(file.Name, file.Size, FileEndpoint.UrlOf(file.Id), file.Sha256), cancel);
        return new MilestoneSheet(milestone, context, payees, listed);
    }

    private static async Task<MilestoneContext> ContextAsync(this PortalDbContext db, Milestone milestone, CancellationToken cancel)
    {
        var round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == milestone.RoundId, cancel);
        var of = await (
            from entry in db.Entries
            where entry.Id == milestone.EntryId
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            select new { entry.Code, problem.Content.Title, team.Id, team.Name, team.LeaderId }).SingleAsync(cancel);
        return new MilestoneContext(of.Code, of.Title, of.Id, of.Name, of.LeaderId, round.Code, round.Withholding);
    }

    private static async Task<List<PayeeLine>> PayeesAsync(this PortalDbContext db, Milestone milestone, MilestoneContext context, DateOnly day, CancellationToken cancel)
    {
        var members = await (
            from member in db.TeamMembers
            where member.TeamId == context.TeamId
            join person in db.People on member.PersonId equals person.Id
            join profile in db.PayeeProfiles on person.Id equals profile.Id into stated
            from profile in stated.DefaultIfEmpty()
            orderby member.JoinedAt, person.Id
            select new { person.Id, person.Name, Profile = profile }).AsNoTracking().ToListAsync(cancel);
        var shares = milestone.Shares.ToDictionary(share => share.PayeeId, share => share.Amount);
        return [.. members.Select(member => Line(member.Id, member.Name, member.Profile))];

        PayeeLine Line(Guid id, string name, PayeeProfile? profile)
        {
            Twd? share = shares.TryGetValue(id, out var amount) ? amount : null;
            var withheld = share is { } gross && profile is not null ? Withholding.On(gross, profile.TaxStatus, day, context.Rules) : null;
            return new PayeeLine(id, name, profile, share, profile?.TaxStatus, withheld);
        }
    }

    // Once paid, the ledger's word counts and no preview.
    private static async Task<List<PayeeLine>> PaidAsync(this PortalDbContext db, Milestone milestone, CancellationToken cancel)
    {
        var profiles = await db.PayeeProfiles.AsNoTracking()
            .Where(profile => db.Ledger.Any(row => row.MilestoneId == milestone.Id && row.PayeeId == profile.Id)).ToDictionaryAsync(profile => profile.Id, cancel);
        var rows = await db.Ledger.AsNoTracking()
            .Where(row => row.MilestoneId == milestone.Id && row.Issue == milestone.Issue && row.Kind == LedgerRowKind.Payment).OrderBy(row => row.Sequence).ToListAsync(cancel);
        return [.. rows.Select(row => new PayeeLine(
            row.PayeeId, row.PayeeName, profiles.GetValueOrDefault(row.PayeeId), row.Gross, row.TaxStatus,
            new Withheld(row.Gross, row.TaxRate, row.Tax, row.Net), row.VoucherNumber))];
    }
}
