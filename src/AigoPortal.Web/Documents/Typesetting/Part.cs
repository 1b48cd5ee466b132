using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace AigoPortal.Web.Documents.Typesetting;

/// <summary>A part of a tagged PDF (ISO 32000-1, 14.8): what it is to a screen reader, what it holds, and where on the pages it stands.</summary>
internal sealed class Part(string role)
{
    private readonly List<Part> _parts = [];
    private readonly List<(int Page, int Id)> _marks = [];

    /// <summary>Such as H1, P, Table, TR, TH, TD.</summary>
    public string Role { get; } = role;

    /// <summary>What a screen reader says instead of what is drawn.</summary>
    public string? Alternative { get; init; }

    public Part Add(string inner, string? alternative = null)
    {
        var part = new Part(inner) { Alternative = alternative };
        _parts.Add(part);
        return part;
    }

    /// <summary>Something of it is drawn on a page, numbered from 0 within the page.</summary>
    public void Stands(int page, int id) => _marks.Add((page, id));

    /// <summary>Writes this part and all within as the structure of a document.</summary>
    public void Tag(PdfDocument pdf)
    {
        var places = Enumerable.Range(0, pdf.PageCount).Select(_ => new SortedDictionary<int, PdfReference>()).ToArray();
        var (root, tree, numbers) = (Indirect(pdf), Indirect(pdf), new PdfArray(pdf));
        root.Elements.SetName("/Type", "/StructTreeRoot");
        root.Elements["/K"] = Element(pdf, root.Reference!, places).Reference;
        for (var page = 0; page < places.Length; page++)
        {
            var onPage = new PdfArray(pdf);
            foreach (var element in places[page].Values)
            {
                onPage.Elements.Add(element);
            }

            numbers.Elements.Add(new PdfInteger(page));
            numbers.Elements.Add(onPage);
            pdf.Pages[page].Elements.SetInteger("/StructParents", page);
            pdf.Pages[page].Elements.SetName("/Tabs", "/S");
        }

        tree.Elements["/Nums"] = numbers;
        root.Elements["/ParentTree"] = tree.Reference;
        root.Elements.SetInteger("/ParentTreeNextKey", places.Length);
        var marked = new PdfDictionary(pdf);
        marked.Elements.SetBoolean("/Marked", true);
        pdf.Internals.Catalog.Elements["/MarkInfo"] = marked;
        pdf.Internals.Catalog.Elements["/StructTreeRoot"] = root.Reference;
    }

    private PdfDictionary Element(PdfDocument pdf, PdfReference parent, SortedDictionary<int, PdfReference>[] places)
    {
        var (element, kids) = (Indirect(pdf), new PdfArray(pdf));
        element.Elements.SetName("/Type", "/StructElem");
        element.Elements.SetName("/S", "/" + Role);
        element.Elements["/P"] = parent;
        if (Alternative is not null)
        {
            element.Elements["/Alt"] = new PdfString(Alternative, PdfStringEncoding.Unicode);
        }

        if (Role == "TH")
        {
            var attributes = new PdfDictionary(pdf);
            attributes.Elements.SetName("/O", "/Table");
            attributes.Elements.SetName("/Scope", "/Column");
            element.Elements["/A"] = attributes;
        }

        foreach (var (page, id) in _marks)
        {
            var mark = new PdfDictionary(pdf);
            mark.Elements.SetName("/Type", "/MCR");
            mark.Elements["/Pg"] = pdf.Pages[page].Reference;
            mark.Elements.SetInteger("/MCID", id);
            kids.Elements.Add(mark);
            places[page][id] = element.Reference!;
        }

        foreach (var part in _parts)
        {
            kids.Elements.Add(part.Element(pdf, element.Reference!, places).Reference!);
        }

        element.Elements["/K"] = kids;
        return element;
    }

    private static PdfDictionary Indirect(PdfDocument pdf)
    {
        var dictionary = new PdfDictionary(pdf);
        pdf.Internals.AddObject(dictionary);
        return dictionary;
    }
}
