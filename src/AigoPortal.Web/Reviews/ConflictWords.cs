using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Validation;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Reviews;

/// <summary>A conflict's note as a person reads it: what the portal found in the reader's language, what somebody wrote as it was written.</summary>
internal static class ConflictWords
{
    public static string Note(this IStringLocalizer<Portal> T, ConflictSource source, string note) => source == ConflictSource.Detected && ConflictFinding.Read(note) is { Count: > 0 } findings
        ? string.Join(T["；"], findings.Select(finding => T.Sentence(Words.KeyOf(finding.Reason), [finding.What])))
        : note;
}
