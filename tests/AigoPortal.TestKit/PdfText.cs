using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace AigoPortal.TestKit;

/// <summary>A PDF's text as another library reads it: what a screen reader or a search finds.</summary>
public static class PdfText
{
    public static async Task<IReadOnlyList<string>> ReadPagesAsync(byte[] pdf)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        var start = new ProcessStartInfo("node")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "pdf-text.mjs"), NodeModules.With("pdfjs-dist") },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var node = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var pages = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        await node.StandardInput.BaseStream.WriteAsync(pdf);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        return node.ExitCode == 0
            ? JsonSerializer.Deserialize<string[]>(await pages) ?? []
            : throw new InvalidOperationException($"The PDF could not be read: {await errors}");
    }
}
