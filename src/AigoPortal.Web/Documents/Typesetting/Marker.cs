namespace AigoPortal.Web.Documents.Typesetting;

/// <summary>
/// Tells a tagged PDF what stands where while pages are drawn. A long document is told page by page: a part for every cell would weigh more than what is
/// printed.
/// </summary>
internal sealed class Marker(bool fine)
{
    private int _page;
    private int _marks;
    private Part? _open;

    public Part Document { get; } = new("Document");

    /// <summary>Whether every part is told by itself.</summary>
    public bool IsFine => fine;

    /// <summary>Draws a piece of a part; without one what a screen reader passes over.</summary>
    public void Draw(Ink ink, Part? part, Action draw)
    {
        if (_open is not null)
        {
            draw();
        }
        else if (part is null)
        {
            ink.Artifact(draw);
        }
        else
        {
            ink.Marked(part.Role, _marks, draw);
            part.Stands(_page, _marks++);
        }
    }

    /// <summary>From here to the page's end everything is one part, unless parts are told by themselves.</summary>
    public void OpenPage(Ink ink)
    {
        if (!fine)
        {
            _open = Document.Add("P");
            _open.Stands(_page, _marks);
            ink.Open(_open.Role, _marks++);
        }
    }

    public void EndPage(Ink ink)
    {
        if (_open is not null)
        {
            ink.Close();
            _open = null;
        }

        (_page, _marks) = (_page + 1, 0);
    }
}
