using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Awards;

/// <summary>A legal entity that a team names as payee, stated by a member's own hand; a team names each 統一編號 once.</summary>
public sealed class LegalPayee : Aggregate
{
    private LegalPayee()
    {
    }

    /// <summary>The first statement.</summary>
    /// <exception cref="BrokenRuleException">The number is wrong, or whoever states it isn't a member.</exception>
    public LegalPayee(Teams.Team team, string number, LegalStatement statement, Actor by)
    {
        Rule.Require(LegalPayeeRules.NumberIsRight(number));
        (Id, TeamId, Number) = (Guid.CreateVersion7(by.At), team.Id, number);
        State(team, statement, by);
    }

    /// <summary>The team that named it.</summary>
    public Guid TeamId { get; private set; }

    /// <summary>統一編號.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Its registered name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its registered address.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Three-digit bank code.</summary>
    public string BankCode { get; private set; } = "";

    /// <summary>Account number, encrypted.</summary>
    public string SealedAccount { get; private set; } = "";

    /// <summary>The account masked for the screen.</summary>
    public string AccountHint { get; private set; } = "";

    /// <summary>The member who last stated it; letters go there.</summary>
    public Guid StatedBy { get; private set; }

    /// <summary>When it was last stated.</summary>
    public DateTimeOffset ConfirmedAt { get; private set; }

    /// <summary>A member states it anew; true when anything is other than before.</summary>
    public bool State(Teams.Team team, LegalStatement statement, Actor by)
    {
        Rule.Require(LegalPayeeRules.IsMember(team, by.PersonId));
        var isFirst = ConfirmedAt == default;
        var changed = isFirst ? [] : Changes(statement).ToList();
        if (!isFirst && changed.Count == 0)
        {
            return false;
        }

        (Name, Address, BankCode) = (statement.Name, statement.Address, statement.BankCode);
        (SealedAccount, AccountHint, StatedBy, ConfirmedAt) = (statement.SealedAccount, statement.AccountHint, by.PersonId, by.At);
        Trace(by, "legal-payee.state", isFirst ? Number : string.Join("、", changed));
        return true;
    }

    private IEnumerable<string> Changes(LegalStatement to)
    {
        if (!string.Equals(Name, to.Name, StringComparison.Ordinal))
        {
            yield return $"Name {Name} → {to.Name}";
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

/// <summary>What a member states of a legal entity, with the account already encrypted.</summary>
public sealed record LegalStatement(string Name, string Address, string BankCode, string SealedAccount, string AccountHint);

/// <summary>The rules of legal entities as payees.</summary>
public static class LegalPayeeRules
{
    /// <summary>The check digit of 統一編號.</summary>
    public static BrokenRule? NumberIsRight(string number) =>
        Problems.CompanyNumber.IsRight(number) ? null : new BrokenRule("legal-payee.number", "Number", "統一編號不正確，請再核對一次。");

    /// <summary>A member states it.</summary>
    public static BrokenRule? IsMember(Teams.Team team, Guid personId) =>
        team.Has(personId) ? null : new BrokenRule("legal-payee.member", "", "法人的受款資料要由團隊成員填寫。");

    /// <summary>Each number once in a team; also when the database finds it.</summary>
    public static BrokenRule NumberIsTaken() => new("legal-payee.number-taken", "Number", "團隊已經登錄過這個統一編號。");
}
