using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace AigoPortal.Web.Documents.Typesetting;

/// <summary>Noto Sans TC from the fonts folder beside the portal: a server needs no fonts of its own.</summary>
internal sealed class PortalFonts : IFontResolver
{
    private const string Family = "Noto Sans TC";
    private static readonly Lazy<bool> Installed = new(Install);

    public static XFont Font(bool bold, PdfFontEncoding encoding)
    {
        _ = Installed.Value;
        return new XFont(Family, 1000, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular, new XPdfFontOptions(encoding));
    }

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        new(isBold ? "NotoSansTC_700Bold.ttf" : "NotoSansTC_400Regular.ttf");

    public byte[]? GetFont(string faceName) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fonts", faceName));

    private static bool Install()
    {
        PdfSharpLicense.SetAgplLicense();
        GlobalFontSettings.FontResolver = new PortalFonts();
        return true;
    }
}
