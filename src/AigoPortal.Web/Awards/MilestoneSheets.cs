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
        var files = milestone.Receipts.Select(receipt => receipt.FileId).Concat(milestone.HandedPapers.Select(paper => paper.FileId)).ToList();
        var listed = await db.Files.AsNoTracking().Where(file => files.Contains(file.Id))
            .ToDictionaryAsync(file => file.Id, file => new ListedFile(file.Name, file.Size, FileEndpoint.UrlOf(file.Id), file.Sha256), cancel);
        return new MilestoneSheet(milestone, context, payees, listed, Taipei.DateOf(now));
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
        var entities = milestone.AllowsLegalEntity ? await db.EntitiesOfAsync(context.TeamId, cancel) : [];
        return
        [
            .. members.Select(member => Line(member.Id, member.Name, member.Profile is null ? null : StatedFacts.Of(member.Profile), member.Profile?.TaxStatus)),
            .. entities.Select(entity => Line(entity.Id, entity.Name, StatedFacts.Of(entity), TaxStatus.LegalEntity)),
        ];

        PayeeLine Line(Guid id, string name, StatedFacts? stated, TaxStatus? status)
        {
            Twd? share = shares.TryGetValue(id, out var amount) ? amount : null;
            return new PayeeLine(id, name, stated, share, status, Preview(share, status, context.Rules, day));
        }
    }

    /// <summary>What would be withheld on that day; null where the round has no rate for it yet.</summary>
    public static Withheld? Preview(Twd? share, TaxStatus? status, IReadOnlyCollection<WithholdingRule> rules, DateOnly day) =>
        share is { } gross && status is { } known && MilestoneRules.PayeesHaveARate([known], rules, day) is null ? Withholding.On(gross, known, day, rules) : null;

    // Once paid, the ledger's word counts and no preview.
    private static async Task<List<PayeeLine>> PaidAsync(this PortalDbContext db, Milestone milestone, CancellationToken cancel)
    {
        var profiles = await db.PayeeProfiles.AsNoTracking()
            .Where(profile => db.Ledger.Any(row => row.MilestoneId == milestone.Id && row.PayeeId == profile.Id)).ToDictionaryAsync(profile => profile.Id, StatedFacts.Of, cancel);
        foreach (var entity in await db.LegalPayees.AsNoTracking()
            .Where(payee => db.Ledger.Any(row => row.MilestoneId == milestone.Id && row.PayeeId == payee.Id)).ToListAsync(cancel))
        {
            profiles.Add(entity.Id, StatedFacts.Of(entity));
        }

        var rows = await db.Ledger.AsNoTracking()
            .Where(row => row.MilestoneId == milestone.Id && row.Issue == milestone.Issue && row.Kind == LedgerRowKind.Payment).OrderBy(row => row.Sequence).ToListAsync(cancel);
        return [.. rows.Select(row => new PayeeLine(
            row.PayeeId, row.PayeeName, profiles.GetValueOrDefault(row.PayeeId), row.Gross, row.TaxStatus,
            new Withheld(row.Gross, row.TaxRate, row.Tax, row.Net), row.VoucherNumber))];
    }
}
