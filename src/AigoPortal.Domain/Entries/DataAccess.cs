using System.ComponentModel;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Entries;

/// <summary>On what paper a team gets to the data.</summary>
public enum DataAccessKind
{
    /// <summary>A contract.</summary>
    [Description("合約")]
    Contract,

    /// <summary>A non-disclosure agreement.</summary>
    [Description("保密協議（NDA）")]
    Nda,

    /// <summary>Something else.</summary>
    [Description("其他")]
    Other,
}

/// <summary>資料取用: that a matched team gets to data of the problem, on which paper and for how long.</summary>
public sealed class DataAccess : Aggregate
{
    private DataAccess()
    {
    }

    /// <summary>The poser or an officer notes it.</summary>
    /// <param name="entry">A matched entry.</param>
    /// <param name="kind">On what paper.</param>
    /// <param name="file">The signed paper.</param>
    /// <param name="dataSets">The names of the data sets it covers, one a line.</param>
    /// <param name="from">First day, in Taipei.</param>
    /// <param name="until">Last day, in Taipei.</param>
    /// <param name="by">Who notes it.</param>
    public DataAccess(Entry entry, DataAccessKind kind, StoredFile file, string dataSets, DateOnly from, DateOnly until, Actor by)
    {
        Rule.Require(DataAccessRules.IsOfMatchedTeam(entry));
        Rule.Require(DataAccessRules.SaysWhichData(dataSets));
        Rule.Require(DataAccessRules.EndsAfterItStarts(from, until));
        Id = Guid.CreateVersion7(by.At);
        (EntryId, Kind, FileId, DataSets, From, Until) = (entry.Id, kind, file.Id, dataSets, from, until);
        (RecordedAt, RecordedBy) = (by.At, by.Name);
        Trace(by, "data-access.record", dataSets);
    }

    /// <summary>The entry of the team.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>On what paper.</summary>
    public DataAccessKind Kind { get; private set; }

    /// <summary>The signed paper.</summary>
    public Guid FileId { get; private set; }

    /// <summary>The names of the data sets, one a line.</summary>
    public string DataSets { get; private set; } = "";

    /// <summary>First day, in Taipei.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, in Taipei.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>When it was noted.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Who noted it, as named then.</summary>
    public string RecordedBy { get; private set; } = "";

    /// <summary>When it was revoked.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Why.</summary>
    public string? RevokedReason { get; private set; }

    /// <summary>Ends it before its time.</summary>
    public void Revoke(string reason, Actor by)
    {
        Rule.Require(DataAccessRules.IsNotRevoked(this));
        Rule.Require(EntryRules.TerminationSaysWhy(reason));
        (RevokedAt, RevokedReason) = (by.At, reason);
        Trace(by, "data-access.revoke", reason);
    }
}

/// <summary>The rules of access to data, named as sentences.</summary>
public static class DataAccessRules
{
    /// <summary>Data is given to teams that are matched.</summary>
    public static BrokenRule? IsOfMatchedTeam(Entry entry) => EntryStatuses.Matched.Contains(entry.Status)
        ? null
        : new BrokenRule("data-access.unmatched", "", "媒合成功後才能登錄資料取用。");

    /// <summary>It says which data.</summary>
    public static BrokenRule? SaysWhichData(string dataSets) =>
        string.IsNullOrWhiteSpace(dataSets) ? new BrokenRule("data-access.data", "DataSets", "請寫明是哪些資料。") : null;

    /// <summary>It ends on its first day at the earliest.</summary>
    public static BrokenRule? EndsAfterItStarts(DateOnly from, DateOnly until) =>
        until >= from ? null : new BrokenRule("data-access.days", "Until", "迄日不能早於起日。");

    /// <summary>It is revoked once.</summary>
    public static BrokenRule? IsNotRevoked(DataAccess access) =>
        access.RevokedAt is null ? null : new BrokenRule("data-access.revoked", "", "這份資料取用已經撤銷。");
}
