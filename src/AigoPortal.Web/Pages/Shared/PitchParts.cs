using AigoPortal.Domain.Entries;
using AigoPortal.Web.Files;

namespace AigoPortal.Web.Pages;

/// <summary>The six parts of a pitch with their titles, in the order every page shows them.</summary>
public static class PitchParts
{
    /// <summary>The longest part, in characters.</summary>
    public const int Longest = 4000;

    /// <summary>What may stand beside a pitch: PDF, office files and pictures.</summary>
    public static readonly FileKind[] Kinds = [.. FileKind.OfficeFiles.Where(kind => kind.Extension != ".zip")];

    public static readonly IReadOnlyList<string> Titles = ["過往實績", "AI 技術與應用專長", "需求與應用情境設計", "AI 技術應用規劃", "資料蒐集與時程規劃", "預期成果效益"];

    public static IEnumerable<(string Title, string Text)> Of(Pitch pitch) => Titles.Zip(pitch.Parts);
}
