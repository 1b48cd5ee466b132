using AigoPortal.Domain.Money;

namespace AigoPortal.Domain.Awards;

/// <summary>One payee's part of a milestone.</summary>
/// <param name="PayeeId">A member of the team, or a legal entity it named.</param>
/// <param name="Amount">Before tax, whole dollars.</param>
public sealed record PayeeShare(Guid PayeeId, Twd Amount);

/// <summary>A line of the expense statement (經費表).</summary>
public sealed class ExpenseItem
{
    private ExpenseItem()
    {
    }

    internal ExpenseItem(string purpose, Twd amount, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        (Purpose, Amount) = (purpose, amount);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>What it was spent on.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>How much.</summary>
    public Twd Amount { get; private set; }
}

/// <summary>A receipt (單據).</summary>
public sealed class Receipt
{
    private Receipt()
    {
    }

    internal Receipt(string number, DateOnly date, string vendor, Twd amount, Guid fileId, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        (Number, Date, Vendor, Amount, FileId) = (number, date, vendor, amount, fileId);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The number printed on it.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Its date.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Who issued it.</summary>
    public string Vendor { get; private set; } = "";

    /// <summary>How much.</summary>
    public Twd Amount { get; private set; }

    /// <summary>Its picture or PDF.</summary>
    public Guid FileId { get; private set; }
}

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

    /// <summary>The payee states it anew.</summary>
    public void State(PayeeStatement statement, Trail.Actor by)
    {
        (TaxStatus, SealedIdNumber, IdNumberHint, Address) = (statement.TaxStatus, statement.SealedIdNumber, statement.IdNumberHint, statement.Address);
        (BankCode, SealedAccount, AccountHint, ConfirmedAt) = (statement.BankCode, statement.SealedAccount, statement.AccountHint, by.At);
        Trace(by, "payee.state");
    }
}

/// <summary>A payee's statement, with the secrets already encrypted.</summary>
public sealed record PayeeStatement(
    TaxStatus TaxStatus, string SealedIdNumber, string IdNumberHint, string Address, string BankCode, string SealedAccount, string AccountHint);
