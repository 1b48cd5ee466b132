using Microsoft.AspNetCore.DataProtection;

namespace AigoPortal.Web.Security;

/// <summary>Encrypts what must not lie in the database in the clear: ID numbers and bank accounts.</summary>
public sealed class SecretText(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("AigoPortal.PayeeSecrets.v1");

    /// <summary>Encrypts.</summary>
    public string Seal(string text) => _protector.Protect(text);

    /// <summary>Decrypts; whoever calls it writes the reveal into the audit trail.</summary>
    public string Open(string sealedText) => _protector.Unprotect(sealedText);

    /// <summary>Keeps the first characters and the last two, such as A12*****89.</summary>
    public static string Mask(string text, int head = 3) =>
        text.Length <= head + 2 ? new string('*', text.Length) : string.Concat(text.AsSpan(0, head), new string('*', text.Length - head - 2), text.AsSpan(text.Length - 2));
}
