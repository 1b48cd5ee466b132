using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Awards;

/// <summary>What paying somebody needs to know of them.</summary>
/// <param name="Id">The payee.</param>
/// <param name="Name">As the ledger writes it.</param>
/// <param name="TaxStatus">As the tax law sees them.</param>
/// <param name="BankCode">Three digits.</param>
/// <param name="SealedAccount">The account, encrypted.</param>
/// <param name="AccountHint">The account, masked.</param>
/// <param name="ConfirmedAt">When it was last stated.</param>
/// <param name="Reader">Who gets the letters; for a legal entity the member who stated it.</param>
public sealed record PayeeFacts(
    Guid Id, string Name, TaxStatus TaxStatus, string BankCode, string SealedAccount, string AccountHint, DateTimeOffset ConfirmedAt, Person Reader)
{
    /// <summary>Where a transfer to them goes.</summary>
    public TransferAccount Account => new(BankCode, SealedAccount, AccountHint);
}

/// <summary>Reads payees.</summary>
public static class PayeeDirectory
{
    /// <summary>Those of the given payees, persons and legal entities, who have stated what paying needs.</summary>
    public static async Task<Dictionary<Guid, PayeeFacts>> PayeesAsync(this PortalDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var persons = await (
            from person in db.People.AsNoTracking()
            join profile in db.PayeeProfiles on person.Id equals profile.Id
            where ids.Contains(person.Id)
            select new PayeeFacts(
                person.Id, person.Name, profile.TaxStatus, profile.BankCode, profile.SealedAccount, profile.AccountHint, profile.ConfirmedAt, person))
            .ToListAsync(cancel);
        var entities = persons.Count == ids.Count ? [] : await (
            from payee in db.LegalPayees.AsNoTracking()
            join person in db.People on payee.StatedBy equals person.Id
            where ids.Contains(payee.Id)
            select new PayeeFacts(
                payee.Id, payee.Name, TaxStatus.LegalEntity, payee.BankCode, payee.SealedAccount, payee.AccountHint, payee.ConfirmedAt, person))
            .ToListAsync(cancel);
        return persons.Concat(entities).ToDictionary(payee => payee.Id);
    }

    /// <summary>Legal entities that a team named, by name.</summary>
    public static Task<List<LegalPayee>> EntitiesOfAsync(this PortalDbContext db, Guid teamId, CancellationToken cancel) =>
        db.LegalPayees.AsNoTracking().Where(payee => payee.TeamId == teamId).OrderBy(payee => payee.Name).ThenBy(payee => payee.Id).ToListAsync(cancel);
}
