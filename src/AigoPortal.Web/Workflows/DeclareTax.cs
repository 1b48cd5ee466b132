using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Puts a year's withholding together with the payees' numbers and addresses, and writes into the audit trail who took them.</summary>
public sealed class DeclareTax(PortalDbContext db, SecretText secrets)
{
    /// <summary>Every payee of the year, for the declaration.</summary>
    /// <param name="year">The calendar year, CE.</param>
    /// <param name="why">Why the numbers are needed.</param>
    /// <param name="by">The officer.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<DeclaredPayee>> AllAsync(int year, string why, Actor by, CancellationToken cancel)
    {
        db.AuditEvents.Add(new AuditEvent(new Trace(by, "tax.export", $"{year}: {why}"), nameof(PayeeProfile), Guid.Empty));
        await db.SaveChangesAsync(cancel);
        return await WithFactsAsync(await TaxYear.Lines(db, year).ToListAsync(cancel), cancel);
    }

    /// <summary>One payee's year, for the certificate; null when nothing was paid to them.</summary>
    /// <param name="payee">The payee.</param>
    /// <param name="year">The calendar year, CE.</param>
    /// <param name="by">Who takes it: the payee, or an officer, which is a reveal.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<DeclaredPayee?> OneAsync(Guid payee, int year, Actor by, CancellationToken cancel)
    {
        if ((await WithFactsAsync(await TaxYear.Lines(db, year, payee).ToListAsync(cancel), cancel)).SingleOrDefault() is not { } declared)
        {
            return null;
        }

        db.AuditEvents.Add(new AuditEvent(new Trace(by, by.PersonId == payee ? "tax.take-own-certificate" : "payee.reveal", $"withholding certificate {year}"), nameof(PayeeProfile), payee));
        await db.SaveChangesAsync(cancel);
        return declared;
    }

    private async Task<IReadOnlyList<DeclaredPayee>> WithFactsAsync(List<WithheldLine> lines, CancellationToken cancel)
    {
        var ids = lines.Select(line => line.PayeeId).Distinct().ToList();
        var profiles = await db.PayeeProfiles.AsNoTracking().Where(profile => ids.Contains(profile.Id)).ToDictionaryAsync(profile => profile.Id, cancel);
        var entities = profiles.Count == ids.Count ? [] : await db.LegalPayees.AsNoTracking().Where(payee => ids.Contains(payee.Id)).ToDictionaryAsync(payee => payee.Id, cancel);
        return [.. lines.GroupBy(line => line.PayeeId).Select(group => Declared([.. group], profiles.GetValueOrDefault(group.Key), entities.GetValueOrDefault(group.Key)))];
    }

    private DeclaredPayee Declared(IReadOnlyList<WithheldLine> lines, PayeeProfile? person, LegalPayee? entity) =>
        new(lines[0].PayeeId, lines[0].PayeeName, person is null ? entity?.Number ?? "" : secrets.Open(person.SealedIdNumber), person?.Address ?? entity?.Address ?? "", lines);
}
