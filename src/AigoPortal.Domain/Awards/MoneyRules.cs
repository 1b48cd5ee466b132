using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Awards;

/// <summary>Rules for everybody who decides about money.</summary>
public static class MoneyRules
{
    /// <summary>An officer decides nothing about the money of a team or an organisation of their own (own).</summary>
    /// <param name="isOwn">Whether the officer is a member of the entry's team or a contact of the organisation that posed the problem.</param>
    public static BrokenRule? IsNotOwnCase(bool isOwn) =>
        isOwn ? new BrokenRule("officer.own-case", "", "這是你自己團隊或單位的案件，請由另一位承辦辦理。") : null;
}
