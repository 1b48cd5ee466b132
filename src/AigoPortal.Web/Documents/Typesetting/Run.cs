namespace AigoPortal.Web.Documents.Typesetting;

/// <summary>A piece of text on one line, set in a face and ready to print: its operand in the content stream and its width in thousandths of the size.</summary>
internal sealed record Run(string Font, byte[] Operand, int Width)
{
    public double WidthAt(double size) => Width * size / 1000;
}
