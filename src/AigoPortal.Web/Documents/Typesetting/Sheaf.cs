using System.IO.Compression;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace AigoPortal.Web.Documents.Typesetting;

/// <summary>Binds drawn pages into one PDF. What every page repeats is kept once, as a form the pages place by name.</summary>
internal sealed class Sheaf(double width, double height)
{
    public Face Regular { get; } = new("R", bold: false);
    public Face Bold { get; } = new("B", bold: true);

    public PdfDocument Bind(IReadOnlyList<byte[]> pages, Func<int, byte[]> foot, IReadOnlyDictionary<string, byte[]> forms)
    {
        var pdf = new PdfDocument();
        var fonts = EmbeddedFonts(pdf);
        var ofForms = Indirect(pdf);
        ofForms.Elements["/Font"] = fonts;
        var ofPages = Indirect(pdf);
        ofPages.Elements["/Font"] = fonts;
        var placed = new PdfDictionary(pdf);
        ofPages.Elements["/XObject"] = placed;
        foreach (var (name, content) in forms)
        {
            placed.Elements["/" + name] = Form(pdf, content, ofForms).Reference;
        }

        for (var i = 0; i < pages.Count; i++)
        {
            var page = pdf.AddPage();
            page.Width = XUnit.FromPoint(width);
            page.Height = XUnit.FromPoint(height);
            page.Elements["/Resources"] = ofPages.Reference;
            page.Elements["/Contents"] = Compressed(pdf, pages[i], foot(i)).Reference;
        }

        return pdf;
    }

    // PDFsharp embeds what its own XGraphics has drawn: a specimen page, thrown away, tells it our characters.
    private PdfDictionary EmbeddedFonts(PdfDocument pdf)
    {
        var page = pdf.AddPage();
        using (var specimen = XGraphics.FromPdfPage(page))
        {
            Regular.Embed(specimen);
            Bold.Embed(specimen);
        }

        var drawn = page.Resources.Elements.GetDictionary("/Font")!;
        var fonts = Indirect(pdf);
        string[] names = [Regular.AsciiName, Regular.UnicodeName, Bold.AsciiName, Bold.UnicodeName];
        foreach (var (name, key) in names.Zip(drawn.Elements.Keys.Order(StringComparer.Ordinal)))
        {
            fonts.Elements["/" + name] = drawn.Elements.GetReference(key);
        }

        pdf.Pages.Remove(page);
        return fonts;
    }

    private PdfDictionary Form(PdfDocument pdf, byte[] content, PdfDictionary resources)
    {
        var form = Compressed(pdf, content, []);
        form.Elements.SetName("/Type", "/XObject");
        form.Elements.SetName("/Subtype", "/Form");
        form.Elements["/BBox"] = new PdfRectangle(new XRect(0, 0, width, height));
        form.Elements["/Resources"] = resources.Reference;
        return form;
    }

    private static PdfDictionary Compressed(PdfDocument pdf, byte[] content, byte[] foot)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(content);
            zip.Write(foot);
        }

        var stream = Indirect(pdf);
        stream.CreateStream(packed.ToArray());
        stream.Elements.SetName("/Filter", "/FlateDecode");
        return stream;
    }

    private static PdfDictionary Indirect(PdfDocument pdf)
    {
        var dictionary = new PdfDictionary(pdf);
        pdf.Internals.AddObject(dictionary);
        return dictionary;
    }
}
