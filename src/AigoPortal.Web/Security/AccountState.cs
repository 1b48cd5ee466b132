using System.ComponentModel;
using AigoPortal.Data.Identity;

namespace AigoPortal.Web.Security;

/// <summary>How far an account is.</summary>
public enum AccountState
{
    [Description("使用中")]
    Active,

    [Description("邀請中")]
    Invited,

    [Description("信箱待確認")]
    Unconfirmed,

    [Description("已停用")]
    Locked,
}

/// <summary>What tells the state of an account, without its secrets.</summary>
public sealed record AccountFacts(bool HasPassword, bool Confirmed, DateTimeOffset? LockoutEnd)
{
    public AccountState State => LockoutEnd >= Account.ForGood ? AccountState.Locked
        : !HasPassword ? AccountState.Invited
        : Confirmed ? AccountState.Active : AccountState.Unconfirmed;

    public string Tone => State switch
    {
        AccountState.Active => "good",
        AccountState.Locked => "bad",
        _ => "warm",
    };
}
