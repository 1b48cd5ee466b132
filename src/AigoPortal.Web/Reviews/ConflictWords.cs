using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Validation;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Reviews;

/// <summary>A conflict's note as a person reads it: what the portal found in the reader's language, what somebody wrote as it was written.</summary>
internal static class ConflictWords
{
    public static string Note(this IStringLocalizer<Portal> T, ConflictSource source, string note) => source == ConflictSource.Detected && ConflictFinding.Read(note) is { Count: > 0 } findings
        ? string.Join(T["；"], findings.Select(finding => T.Sentence(SentenceOf(finding.Reason), [finding.What])))
        : note;

    private static string SentenceOf(FindingReason reason) => reason switch
    {
        FindingReason.Member => "是團隊成員",
        FindingReason.Contact => "是「{0}」的窗口",
        FindingReason.SameName => "與團隊成員「{0}」同名，請確認是否同一人",
        FindingReason.Organisation => "任職於出題單位「{0}」",
        FindingReason.OrganisationTie => "聲明與出題單位「{0}」有關",
        FindingReason.OrganisationMail => "與出題單位的窗口同用 {0} 的信箱",
        FindingReason.Affiliation => "與團隊成員同屬「{0}」",
        FindingReason.AffiliationTie => "聲明與團隊成員所屬的「{0}」有關",
        FindingReason.AffiliationMail => "與團隊成員同用 {0} 的信箱",
        _ => "輔導過這個題目",
    };
}
