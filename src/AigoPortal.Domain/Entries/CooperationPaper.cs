using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Entries;

/// <summary>The two who sign a cooperation document.</summary>
public enum PaperSide
{
    /// <summary>團隊.</summary>
    [Description("解題團隊")]
    Team,

    /// <summary>出題單位.</summary>
    [Description("出題單位")]
    Poser,
}

/// <summary>When a side is reminded to sign (own).</summary>
public enum PaperReminderKind
{
    /// <summary>Seven days before the last day.</summary>
    [Description("期限前 7 天")]
    Week,

    /// <summary>The day before.</summary>
    [Description("期限前 1 天")]
    Day,
}

/// <summary>The words of a cooperation document (合作文件), version by version, and who signed which of them. Its identity is the entry's.</summary>
public sealed class CooperationPaper : Aggregate
{
    private readonly List<PaperVersion> _versions = [];
    private readonly List<PaperSignature> _signatures = [];
    private readonly List<PaperReminder> _reminders = [];

    private CooperationPaper()
    {
    }

    /// <summary>The paper of a shortlisted entry.</summary>
    public CooperationPaper(Entry entry)
    {
        Rule.Require(EntryRules.TakesCooperationPapers(entry.Status));
        Id = entry.Id;
    }

    /// <summary>The words both sides could read, oldest first.</summary>
    public IReadOnlyList<PaperVersion> Versions => _versions;

    /// <summary>Every signed copy that was uploaded, also those replaced or returned.</summary>
    public IReadOnlyList<PaperSignature> Signatures => _signatures;

    /// <summary>The reminders written by the portal itself; one of a kind a side.</summary>
    public IReadOnlyList<PaperReminder> Reminders => _reminders;

    /// <summary>The version in force; null until somebody asked for it.</summary>
    public PaperVersion? Latest => _versions.MaxBy(version => version.Number);

    /// <summary>The last copy of a side, unless it was returned.</summary>
    public PaperSignature? Signed(PaperSide side) =>
        _signatures.Where(signature => signature.Side == side).MaxBy(signature => signature.Number) is { ReturnedAt: null } last ? last : null;

    /// <summary>Keeps the words as a version of their own when they differ from the last.</summary>
    /// <returns>The version in force.</returns>
    public PaperVersion DrawUp(string words, Actor by)
    {
        if (Latest is { } latest && latest.Sha256 == PaperVersion.Hash(words))
        {
            return latest;
        }

        var version = new PaperVersion((Latest?.Number ?? 0) + 1, words, by.At);
        _versions.Add(version);
        Trace(by, "cooperation.draw-up", version.Sha256);
        return version;
    }

    /// <summary>A side uploads its signed copy of the version in force; an earlier copy stays in the history.</summary>
    /// <param name="side">Who signs.</param>
    /// <param name="version">The version they signed.</param>
    /// <param name="fileId">The signed copy.</param>
    /// <param name="entry">The paper's entry.</param>
    /// <param name="by">Who uploads.</param>
    public void Sign(PaperSide side, int version, Guid fileId, Entry entry, Actor by)
    {
        Rule.Require(PaperRules.IsInForce(this, version));
        if (side == PaperSide.Team)
        {
            entry.SignByTeam(fileId, by);
        }
        else
        {
            entry.SignByPoser(fileId, by);
        }

        _signatures.Add(new PaperSignature(_signatures.Count + 1, side, version, fileId, by));
        Trace(by, "cooperation.sign");
    }

    /// <summary>An officer returns a side's copy; that side signs again.</summary>
    public void Return(PaperSide side, string reason, Entry entry, Actor by)
    {
        Rule.Require(string.IsNullOrWhiteSpace(reason) ? new BrokenRule("cooperation.reason", "Reason", "請寫明退回的原因，對方會看到。") : null);
        var signed = Signed(side);
        Rule.Require(signed is null ? PaperRules.NothingToReturn() : null);
        entry.ReturnSignature(side, reason, by);
        signed!.Return(reason, by.At);
        Trace(by, "cooperation.return", reason);
    }

    /// <summary>Marks a reminder of the portal.</summary>
    /// <returns>Whether it has to be written; false when it was before.</returns>
    public bool Remind(PaperSide side, PaperReminderKind kind, Actor by)
    {
        if (_reminders.Any(reminder => reminder.Side == side && reminder.Kind == kind))
        {
            return false;
        }

        _reminders.Add(new PaperReminder(side, kind, by.At));
        Trace(by, "cooperation.remind");
        return true;
    }

    /// <summary>An officer reminds a side out of turn.</summary>
    public void RemindNow(PaperSide side, Actor by) => Trace(by, "cooperation.remind-now", side.ToString());
}

/// <summary>The words of a cooperation document as both sides sign them; never changed.</summary>
public sealed class PaperVersion
{
    private PaperVersion()
    {
    }

    internal PaperVersion(int number, string words, DateTimeOffset at) => (Number, Words, Sha256, MadeAt) = (number, words, Hash(words), at);

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>All that the document says, as JSON.</summary>
    public string Words { get; private set; } = "";

    /// <summary>SHA-256 of the words in UTF-8, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>When the words were kept.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>The hash of words.</summary>
    public static string Hash(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
}

/// <summary>A signed copy as a side uploaded it.</summary>
public sealed class PaperSignature
{
    private PaperSignature()
    {
    }

    internal PaperSignature(int number, PaperSide side, int version, Guid fileId, Actor by) =>
        (Number, Side, Version, FileId, By, ByName, At) = (number, side, version, fileId, by.PersonId, by.Name, by.At);

    /// <summary>From 1, over both sides.</summary>
    public int Number { get; private set; }

    /// <summary>Who signed.</summary>
    public PaperSide Side { get; private set; }

    /// <summary>The version it signs.</summary>
    public int Version { get; private set; }

    /// <summary>The signed copy.</summary>
    public Guid FileId { get; private set; }

    /// <summary>Who uploaded it.</summary>
    public Guid By { get; private set; }

    /// <summary>Their name at that moment.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>When it was uploaded.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When an officer returned it.</summary>
    public DateTimeOffset? ReturnedAt { get; private set; }

    /// <summary>Why it was returned.</summary>
    public string? ReturnReason { get; private set; }

    internal void Return(string reason, DateTimeOffset at) => (ReturnReason, ReturnedAt) = (reason, at);
}

/// <summary>A reminder the portal wrote.</summary>
/// <param name="Side">To whom.</param>
/// <param name="Kind">Which.</param>
/// <param name="At">When.</param>
public sealed record PaperReminder(PaperSide Side, PaperReminderKind Kind, DateTimeOffset At);

/// <summary>The rules of cooperation documents, named as sentences.</summary>
public static class PaperRules
{
    /// <summary>Both sides sign the same words: only the version in force is signed.</summary>
    public static BrokenRule? IsInForce(CooperationPaper paper, int version) => paper.Latest switch
    {
        null => new BrokenRule("cooperation.no-version", "Signature", "請先下載合作文件，簽好後再上傳。"),
        var latest when latest.Number != version => new BrokenRule("cooperation.old-version", "Signature", "文件內容已更新為第 {0} 版，請下載新版簽署。", latest.Number),
        _ => null,
    };

    /// <summary>Only a copy that is there can be returned.</summary>
    public static BrokenRule NothingToReturn() => new("cooperation.nothing-to-return", "Side", "這一方沒有待確認的簽署頁。");

    /// <summary>An officer confirms what both signed in the same words.</summary>
    public static BrokenRule? BothSignedTheSame(CooperationPaper paper) =>
        Enum.GetValues<PaperSide>().All(side => paper.Signed(side)?.Version == paper.Latest?.Number)
            ? null
            : new BrokenRule("cooperation.versions-differ", "", "雙方簽的不是同一版文件，請退回舊版的簽署頁。");
}
