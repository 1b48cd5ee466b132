using System.Globalization;
using System.IO.Compression;
using PdfSharp.Pdf;

namespace AigoPortal.Web.Documents.Typesetting;

/// <summary>A file that travels inside a PDF (ISO 32000-1, 7.11.4), packed while it is written.</summary>
internal static class Attachment
{
    public static async Task AddAsync(PdfDocument pdf, string name, string contentType, DateTimeOffset at, Func<Stream, Task> write)
    {
        using var packed = new MemoryStream();
        await using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await write(zip);
        }

        var file = new PdfDictionary(pdf);
        pdf.Internals.AddObject(file);
        file.CreateStream(packed.ToArray());
        file.Elements.SetName("/Type", "/EmbeddedFile");
        file.Elements.SetName("/Subtype", "/" + contentType);
        file.Elements.SetName("/Filter", "/FlateDecode");
        var facts = new PdfDictionary(pdf);
        facts.Elements["/ModDate"] = new PdfString(at.UtcDateTime.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture));
        file.Elements["/Params"] = facts;

        var stored = new PdfDictionary(pdf);
        stored.Elements["/F"] = file.Reference;
        var specification = new PdfDictionary(pdf);
        pdf.Internals.AddObject(specification);
        specification.Elements.SetName("/Type", "/Filespec");
        specification.Elements["/F"] = new PdfString(name);
        specification.Elements["/UF"] = new PdfString(name);
        specification.Elements["/EF"] = stored;
        specification.Elements.SetName("/AFRelationship", "/Data");

        var tree = new PdfDictionary(pdf);
        tree.Elements["/Names"] = new PdfArray(pdf, new PdfString(name), specification.Reference!);
        var names = new PdfDictionary(pdf);
        names.Elements["/EmbeddedFiles"] = tree;
        pdf.Internals.Catalog.Elements["/Names"] = names;
        pdf.Internals.Catalog.Elements["/AF"] = new PdfArray(pdf, specification.Reference!);
    }
}
