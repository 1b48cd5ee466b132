using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using AigoPortal.Domain.Letters;

namespace AigoPortal.Web.Mail;

/// <summary>Hands letters to the mail server over one connection; the one place that knows how mail is sent.</summary>
internal sealed class SmtpDelivery(MailSettings settings) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly MailAddress _from = new(settings.From);
    private SmtpClient? _client;

    /// <summary>Sends one letter. Null when the server took it, else why not.</summary>
    public async Task<string?> SendAsync(Letter letter)
    {
        // Not cancelled when the portal stops: a letter half handed over would be sent again.
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var message = Compose(letter);
            await (_client ??= Connect()).SendMailAsync(message, patience.Token);
            return null;
        }
        catch (Exception refused) when (refused is SmtpException or FormatException or OperationCanceledException or IOException)
        {
            // What state the connection is in is not known; the next letter gets a new one.
            _client?.Dispose();
            _client = null;
            return refused is OperationCanceledException ? "The mail server did not answer in time." : $"{refused.Message} {refused.InnerException?.Message}".TrimEnd();
        }
    }

    public void Dispose() => _client?.Dispose();

    private MailMessage Compose(Letter letter)
    {
        var message = new MailMessage(_from, new MailAddress(letter.To))
        {
            Subject = letter.Subject.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = letter.Body,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        if (letter.Html is { } html)
        {
            // The later alternative is the one a mail program prefers (RFC 2046).
            var page = AlternateView.CreateAlternateViewFromString(html, Encoding.UTF8, MediaTypeNames.Text.Html);
            page.TransferEncoding = TransferEncoding.Base64;
            message.AlternateViews.Add(page);
        }

        // The same at every attempt, so that a mailbox that got the letter already can tell.
        message.Headers.Add("Message-ID", $"<{letter.Id:N}@{_from.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private SmtpClient Connect()
    {
        var smtp = settings.Smtp;
        return new SmtpClient(smtp.Host, smtp.Port)
        {
            EnableSsl = smtp.Tls,
            Credentials = smtp.User.Length == 0 ? null : new NetworkCredential(smtp.User, smtp.Password),
        };
    }
}
