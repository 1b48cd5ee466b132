using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Messages;

/// <summary>The rules of messages, named as sentences.</summary>
public static class MessageRules
{
    /// <summary>The longest message, in characters (own).</summary>
    public const int LongestText = 4000;

    /// <summary>Most files with a message (own).</summary>
    public const int MostAttachments = 3;

    /// <summary>Minutes in which the author may take a message back (own).</summary>
    public const int MinutesToRetract = 10;

    /// <summary>An entry that ended keeps its messages to be read.</summary>
    public static BrokenRule? IsOpen(Entry entry) =>
        entry.Status.IsLiving() ? null : new BrokenRule("message.closed", "", "案件目前是「{0}」，訊息只能閱讀。", entry.Status);

    /// <summary>A message has words.</summary>
    public static BrokenRule? SaysSomething(string text) =>
        string.IsNullOrWhiteSpace(text) ? new BrokenRule("message.empty", "Text", "請寫下訊息。")
        : text.Length > LongestText ? new BrokenRule("message.long", "Text", "最多 {0} 個字。", LongestText)
        : null;

    /// <summary>A few files with each.</summary>
    public static BrokenRule? AttachmentsAreFew(int count) =>
        count <= MostAttachments ? null : new BrokenRule("message.attachments", "Files", "一則訊息最多附 {0} 個檔案。", MostAttachments);

    /// <summary>Only the author takes a message back.</summary>
    public static BrokenRule? IsMine(Message message, Guid personId) =>
        message.AuthorId == personId ? null : new BrokenRule("message.others", "", "只能收回自己寫的訊息。");

    /// <summary>Once, and soon after it was written.</summary>
    public static BrokenRule? CanBeRetracted(Message message, DateTimeOffset now) =>
        message.RetractedAt is not null ? new BrokenRule("message.retracted", "", "這則訊息已經收回了。")
        : now >= message.At.AddMinutes(MinutesToRetract) ? new BrokenRule("message.too-late", "", "訊息送出超過 {0} 分鐘，不能收回。", MinutesToRetract)
        : null;
}
