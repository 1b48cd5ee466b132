using AigoPortal.Domain.Money;

namespace AigoPortal.Domain.Awards;

/// <summary>What a payee says of themself before being paid, by their own hand.</summary>
public sealed class PayeeProfile : Trail.Aggregate
{
    private PayeeProfile()
    {
    }

    /// <summary>A payee's first statement.</summary>
    public PayeeProfile(Guid personId, PayeeStatement statement, Trail.Actor by)
    {
        Id = personId;
        State(statement, by);
    }

    /// <summary>As the tax law sees the payee.</summary>
    public TaxStatus TaxStatus { get; private set; }

    /// <summary>National ID or ARC number, encrypted.</summary>
    public string SealedIdNumber { get; private set; } = "";

    /// <summary>The number masked for the screen, such as A12*****89.</summary>
    public string IdNumberHint { get; private set; } = "";

    /// <summary>Household or residence address.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Three-digit bank code.</summary>
    public string BankCode { get; private set; } = "";

    /// <summary>Account number, encrypted.</summary>
    public string SealedAccount { get; private set; } = "";

    /// <summary>The account masked for the screen.</summary>
    public string AccountHint { get; private set; } = "";

    /// <summary>When the payee last confirmed it.</summary>
    public DateTimeOffset ConfirmedAt { get; private set; }

    /// <summary>The payee states it anew; true when anything is other than before.</summary>
    public bool State(PayeeStatement statement, Trail.Actor by)
    {
        var changed = ConfirmedAt == default ? [] : Changes(statement).ToList();
        if (ConfirmedAt != default && changed.Count == 0)
        {
            return false;
        }

        (TaxStatus, SealedIdNumber, IdNumberHint, Address) = (statement.TaxStatus, statement.SealedIdNumber, statement.IdNumberHint, statement.Address);
        (BankCode, SealedAccount, AccountHint, ConfirmedAt) = (statement.BankCode, statement.SealedAccount, statement.AccountHint, by.At);
        Trace(by, "payee.state", changed.Count == 0 ? null : string.Join("、", changed));
        return true;
    }

    // What changed, without anything secret: numbers only as the screen masks them.
    private IEnumerable<string> Changes(PayeeStatement to)
    {
        if (TaxStatus != to.TaxStatus)
        {
            yield return $"TaxStatus {TaxStatus} → {to.TaxStatus}";
        }

        if (!string.Equals(SealedIdNumber, to.SealedIdNumber, StringComparison.Ordinal))
        {
            yield return $"IdNumber {IdNumberHint} → {to.IdNumberHint}";
        }

        if (!string.Equals(Address, to.Address, StringComparison.Ordinal))
        {
            yield return nameof(Address);
        }

        if (!string.Equals(BankCode, to.BankCode, StringComparison.Ordinal))
        {
            yield return $"BankCode {BankCode} → {to.BankCode}";
        }

        if (!string.Equals(SealedAccount, to.SealedAccount, StringComparison.Ordinal))
        {
            yield return $"Account {AccountHint} → {to.AccountHint}";
        }
    }
}

/// <summary>A payee's statement, with the secrets already encrypted.</summary>
public sealed record PayeeStatement(
    TaxStatus TaxStatus, string SealedIdNumber, string IdNumberHint, string Address, string BankCode, string SealedAccount, string AccountHint);
