using AigoPortal.Domain.Money;

namespace AigoPortal.Domain.Awards;

/// <summary>One payee's part of a milestone.</summary>
/// <param name="PayeeId">A member of the team, or a legal entity it named.</param>
/// <param name="Amount">Before tax, whole dollars.</param>
public sealed record PayeeShare(Guid PayeeId, Twd Amount);

/// <summary>A piece of the evidence that an officer can turn down by itself.</summary>
public abstract class EvidencePiece
{
    /// <summary>Identity; a replacement is another piece.</summary>
    public Guid Id { get; protected set; }

    /// <summary>Why an officer turned it down; null while nobody did.</summary>
    public string? Rejection { get; private set; }

    /// <summary>What it is called on screen and in letters.</summary>
    public abstract string Title { get; }

    internal void Reject(string? reason) => Rejection = reason;
}

/// <summary>A line of the expense statement (經費表).</summary>
public sealed class ExpenseItem : EvidencePiece
{
    private ExpenseItem()
    {
    }

    internal ExpenseItem(string purpose, Twd amount, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        (Purpose, Amount) = (purpose, amount);
    }

    /// <summary>What it was spent on.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>How much.</summary>
    public Twd Amount { get; private set; }

    /// <inheritdoc />
    public override string Title => Purpose;
}

/// <summary>A receipt (單據).</summary>
public sealed class Receipt : EvidencePiece
{
    private Receipt()
    {
    }

    internal Receipt(string number, DateOnly date, string vendor, Twd amount, Guid fileId, DateTimeOffset at, string? vendorNumber)
    {
        Id = Guid.CreateVersion7(at);
        (Number, NumberKey, Date, Vendor, VendorNumber, Amount, FileId) = (number, KeyOf(number), date, vendor, vendorNumber, amount, fileId);
    }

    /// <summary>The number printed on it.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The number as it is compared: capitals, without spaces and hyphens.</summary>
    public string NumberKey { get; private set; } = "";

    /// <summary>Its date.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Who issued it.</summary>
    public string Vendor { get; private set; } = "";

    /// <summary>統一編號 of the vendor; null for vendors abroad and natural persons.</summary>
    public string? VendorNumber { get; private set; }

    /// <summary>How much.</summary>
    public Twd Amount { get; private set; }

    /// <summary>Its picture or PDF.</summary>
    public Guid FileId { get; private set; }

    /// <inheritdoc />
    public override string Title => Number;

    /// <summary>A number as it is compared: capitals, full-width letters plain, without spaces and hyphens; a number of nothing else stays as it is.</summary>
    public static string KeyOf(string number)
    {
        var plain = string.Concat(number.Select(letter => letter is >= '！' and <= '～' ? (char)(letter - '！' + '!') : letter)).ToUpperInvariant();
        var key = string.Concat(plain.Where(letter => !char.IsWhiteSpace(letter) && letter != '-'));
        return key.Length == 0 ? plain : key;
    }
}

/// <summary>The file of a paper the scheme asks for.</summary>
public sealed class EvidencePaper : EvidencePiece
{
    private EvidencePaper()
    {
    }

    internal EvidencePaper(string name, Guid fileId, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        (Name, FileId) = (name, fileId);
    }

    /// <summary>As the scheme calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its picture or PDF.</summary>
    public Guid FileId { get; private set; }

    /// <inheritdoc />
    public override string Title => Name;
}
