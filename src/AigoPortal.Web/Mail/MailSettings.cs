namespace AigoPortal.Web.Mail;

/// <summary>The section <c>Mail</c> of the configuration.</summary>
public sealed class MailSettings
{
    /// <summary>The sender; with a name as in <c>AIGO &lt;aigo@example.org&gt;</c>.</summary>
    public string From { get; init; } = "aigo@example.org";

    /// <summary>The mail server; none without a host.</summary>
    public SmtpSettings Smtp { get; init; } = new();

    /// <summary>Whether there is a mail server.</summary>
    public bool HasServer => Smtp.Host.Length > 0;

    /// <summary>Where the mail server is and how to speak to it.</summary>
    public sealed class SmtpSettings
    {
        public string Host { get; init; } = "";

        public int Port { get; init; } = 25;

        /// <summary>STARTTLS, as a server outside the machine wants it.</summary>
        public bool Tls { get; init; }

        public string User { get; init; } = "";

        public string Password { get; init; } = "";
    }
}
