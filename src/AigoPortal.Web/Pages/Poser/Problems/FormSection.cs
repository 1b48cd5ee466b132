namespace AigoPortal.Web.Pages.Poser.Problems;

/// <summary>A section of the form: its heading, its anchor, and how many answers it still lacks.</summary>
public sealed record FormSection(string Title, string Anchor, int Missing)
{
    /// <summary>The sections in their order.</summary>
    public static readonly IReadOnlyList<FormPart> Parts =
    [
        new("organisation", 1, "出題單位"),
        new("problem", 2, "出題內容"),
        new("data", 3, "資料內容"),
        new("resources", 4, "資源與誘因"),
        new("files", 5, "檔案與機密內容"),
    ];

    /// <summary>The sections of a form as it is filled in now.</summary>
    public static IReadOnlyList<FormSection> Of(ProblemInput input)
    {
        var wrong = new ProblemInputValidator().Validate(input).Errors.Concat(new CompleteProblemValidator().Validate(input).Errors)
            .Select(error => error.PropertyName).Distinct(StringComparer.Ordinal).ToList();
        return [.. Parts.Select(part => new FormSection(part.Title, part.Anchor,
            wrong.Count(name => ProblemField.All.Any(field => field.Section == part.Anchor && field.Covers(name)))))];
    }
}

/// <summary>A part of the form.</summary>
/// <param name="Anchor">Its place on the page.</param>
/// <param name="Number">Its place in the order.</param>
/// <param name="Title">Its heading; also the localisation key.</param>
public sealed record FormPart(string Anchor, int Number, string Title);
