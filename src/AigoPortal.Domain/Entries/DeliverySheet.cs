using System.ComponentModel;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Entries;

/// <summary>The life of a team's deliverables (成果資料).</summary>
public enum DeliveryStatus
{
    /// <summary>The team collects them.</summary>
    [Description("準備中")]
    Collecting,

    /// <summary>Handed in; an officer looks at each.</summary>
    [Description("待確認")]
    HandedIn,

    /// <summary>All are accepted.</summary>
    [Description("已確認")]
    Accepted,
}

/// <summary>What can be done to deliverables.</summary>
public enum DeliveryAction
{
    /// <summary>The team hands in.</summary>
    [Description("繳交")]
    HandIn,

    /// <summary>An officer returns some.</summary>
    [Description("退回")]
    Return,

    /// <summary>An officer accepts all.</summary>
    [Description("確認")]
    Accept,
}

/// <summary>Where one deliverable stands.</summary>
public enum DeliveryPartStatus
{
    /// <summary>Nothing is there, or what is there was not looked at.</summary>
    [Description("未檢核")]
    Open,

    /// <summary>An officer accepted it.</summary>
    [Description("已接受")]
    Accepted,

    /// <summary>An officer returned it with a reason.</summary>
    [Description("退回補正")]
    Returned,
}

/// <summary>The transition table of deliverables, in one place.</summary>
public static class DeliveryStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static DeliveryStatus? Following(DeliveryStatus status, DeliveryAction action) => (status, action) switch
    {
        (DeliveryStatus.Collecting, DeliveryAction.HandIn) => DeliveryStatus.HandedIn,
        (DeliveryStatus.HandedIn, DeliveryAction.Return) => DeliveryStatus.Collecting,
        (DeliveryStatus.HandedIn, DeliveryAction.Accept) => DeliveryStatus.Accepted,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static DeliveryStatus Next(DeliveryStatus status, DeliveryAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("delivery.transition", "", "成果資料目前是「{0}」，不能「{1}」。", status, action));
}

/// <summary>What a team delivers at the end of the cooperation, item by item. Its identity is the entry's.</summary>
public sealed class DeliverySheet : Aggregate
{
    private readonly List<DeliveryPart> _parts = [];

    private DeliverySheet()
    {
    }

    /// <summary>The items as the round names them now.</summary>
    public DeliverySheet(Entry entry, Round round, Actor by)
    {
        Rule.Require(EntryRules.IsCooperating(entry.Status));
        Id = entry.Id;
        Status = PreviousStatus = DeliveryStatus.Collecting;
        _parts.AddRange(round.Cooperation.Deliverables.Select((item, index) => new DeliveryPart(index + 1, item.Name, item.Required)));
        Trace(by, "delivery.open");
    }

    /// <summary>Where it is in its life.</summary>
    public DeliveryStatus Status { get; private set; }

    /// <summary>The state before; with <see cref="Status"/> a pair of the transition table.</summary>
    public DeliveryStatus PreviousStatus { get; private set; }

    /// <summary>The items, in order.</summary>
    public IReadOnlyList<DeliveryPart> Parts => _parts;

    /// <summary>Required items that are missing, or returned and not replaced.</summary>
    public IEnumerable<DeliveryPart> Missing => _parts.Where(part => (part.Required && !part.IsThere) || part.Status == DeliveryPartStatus.Returned);

    /// <summary>The team puts a file or a link to an item.</summary>
    public void Put(int order, Guid? fileId, string link, string note, Actor by)
    {
        Rule.Require(Status == DeliveryStatus.Collecting ? null : new BrokenRule("delivery.closed", "", "成果資料目前是「{0}」，不能再改。", Status));
        var part = Part(order);
        Rule.Require(part.Status == DeliveryPartStatus.Accepted ? new BrokenRule("delivery.accepted-already", "", "「{0}」已經接受，不用再改。", part.Name) : null);
        Rule.Require(DeliveryRules.HasFileOrLink(fileId ?? part.FileId, link));
        Rule.Require(DeliveryRules.LinkIsWeb(link));
        part.Put(fileId ?? part.FileId, link, note, by.At);
        Trace(by, "delivery.put", part.Name);
    }

    /// <summary>The team hands all of it in.</summary>
    public void HandIn(Entry entry, Actor by)
    {
        Rule.Require(DeliveryRules.IsComplete(this));
        Become(DeliveryAction.HandIn);
        entry.HandInDeliverables(_parts.FirstOrDefault(part => part.FileId is not null)?.FileId, string.Join("、", _parts.Where(part => part.IsThere).Select(part => part.Name)), by);
        Trace(by, "delivery.hand-in");
    }

    /// <summary>An officer decides on every item that is there: accepted, or returned with a reason.</summary>
    /// <param name="reasons">By the item's order: empty to accept it, otherwise why it is returned.</param>
    /// <param name="entry">The sheet's entry.</param>
    /// <param name="by">The officer.</param>
    /// <returns>Whether all were accepted.</returns>
    public bool Check(IReadOnlyDictionary<int, string> reasons, Entry entry, Actor by)
    {
        var returned = _parts.Where(part => part.IsThere && part.Status != DeliveryPartStatus.Accepted && reasons.GetValueOrDefault(part.Order, "").Length > 0).ToList();
        Become(returned.Count == 0 ? DeliveryAction.Accept : DeliveryAction.Return);
        foreach (var part in _parts.Where(part => part.IsThere && part.Status != DeliveryPartStatus.Accepted))
        {
            part.Check(reasons.GetValueOrDefault(part.Order, ""));
        }

        if (returned.Count > 0)
        {
            entry.ReturnDeliverables(string.Join("、", returned.Select(part => part.Name)), by);
        }

        Trace(by, returned.Count == 0 ? "delivery.accept" : "delivery.return");
        return returned.Count == 0;
    }

    private DeliveryPart Part(int order) => _parts.FirstOrDefault(part => part.Order == order)
        ?? throw new BrokenRuleException(new BrokenRule("delivery.no-part", "", "沒有這一項成果資料。"));

    private void Become(DeliveryAction action) => (PreviousStatus, Status) = (Status, DeliveryStatuses.Next(Status, action));
}

/// <summary>One deliverable.</summary>
public sealed class DeliveryPart
{
    private DeliveryPart()
    {
    }

    internal DeliveryPart(int order, string name, bool required) => (Order, Name, Required) = (order, name, required);

    /// <summary>Place in the list, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>Its name as it stood in the round.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether handing in waits for it.</summary>
    public bool Required { get; private set; }

    /// <summary>The file.</summary>
    public Guid? FileId { get; private set; }

    /// <summary>Where it lies instead of, or beside, the file.</summary>
    public string Link { get; private set; } = "";

    /// <summary>A word to it.</summary>
    public string Note { get; private set; } = "";

    /// <summary>When the team put it there.</summary>
    public DateTimeOffset? PutAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public DeliveryPartStatus Status { get; private set; }

    /// <summary>Why it was returned.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Whether the team put something there.</summary>
    public bool IsThere => FileId is not null || Link.Length > 0;

    internal void Put(Guid? fileId, string link, string note, DateTimeOffset at) =>
        (FileId, Link, Note, PutAt, Status, ReturnReason) = (fileId, link, note, at, DeliveryPartStatus.Open, null);

    internal void Check(string reason) => (Status, ReturnReason) =
        reason.Length == 0 ? (DeliveryPartStatus.Accepted, (string?)null) : (DeliveryPartStatus.Returned, reason);
}

/// <summary>The rules of deliverables, named as sentences.</summary>
public static class DeliveryRules
{
    /// <summary>Something has to be there.</summary>
    public static BrokenRule? HasFileOrLink(Guid? fileId, string link) =>
        fileId is null && link.Length == 0 ? new BrokenRule("delivery.empty", "File", "請選擇檔案，或填寫連結。") : null;

    /// <summary>Links lead to the web and nowhere else.</summary>
    public static BrokenRule? LinkIsWeb(string link) =>
        link.Length == 0 || (Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
            ? null
            : new BrokenRule("delivery.link", "Link", "連結要以 https:// 開頭。");

    /// <summary>Handing in waits for every required item.</summary>
    public static BrokenRule? IsComplete(DeliverySheet sheet) =>
        sheet.Missing.FirstOrDefault() is { } missing ? new BrokenRule("delivery.missing", "", "還缺「{0}」，補齊後才能繳交。", missing.Name) : null;
}
