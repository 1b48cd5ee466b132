namespace AigoPortal.Web.Validation;

/// <summary>Text as it was meant: one kind of line end, no control characters (databases refuse some), no blanks around it.</summary>
public static class Written
{
    /// <summary>Text of several lines.</summary>
    public static string Text(string? typed) =>
        string.Concat((typed ?? "").ReplaceLineEndings("\n").Where(letter => letter is '\n' or '\t' || !char.IsControl(letter))).Trim();

    /// <summary>Text of one line.</summary>
    public static string Line(string? typed) => Text(typed).Replace('\n', ' ').Replace('\t', ' ');
}
