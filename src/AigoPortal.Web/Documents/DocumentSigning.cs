using System.Security.Cryptography.X509Certificates;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Signatures;

namespace AigoPortal.Web.Documents;

/// <summary>
/// Signs prints with the office's certificate when one is configured (<c>Documents:SigningCertificate</c>, a PKCS #12 file, and
/// <c>Documents:SigningPassword</c>); without one they go out unsigned.
/// </summary>
public sealed class DocumentSigning(IConfiguration settings) : IDisposable
{
    private readonly Lazy<X509Certificate2?> _certificate = new(() => settings["Documents:SigningCertificate"] is { Length: > 0 } path
        ? X509CertificateLoader.LoadPkcs12FromFile(path, settings["Documents:SigningPassword"])
        : null);

    /// <summary>Prepares a document to be signed when it is saved; does nothing without a certificate.</summary>
    public void Sign(PdfDocument pdf)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        if (_certificate.Value is { } certificate)
        {
            DigitalSignatureHandler.ForDocument(pdf, new PdfSharpDefaultSigner(certificate, PdfMessageDigestType.SHA256), new DigitalSignatureOptions
            {
                AppName = "AIGO Portal",
                Reason = pdf.Info.Title,
                Location = "Taipei",
                ContactInfo = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            });
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_certificate.IsValueCreated)
        {
            _certificate.Value?.Dispose();
        }
    }
}
