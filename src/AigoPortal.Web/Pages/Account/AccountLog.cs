namespace AigoPortal.Web.Pages.Account;

/// <summary>Sign-ins in the log: accounts by their id, never by name or e-mail.</summary>
internal static partial class AccountLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Account {AccountId} signed in.")]
    public static partial void SignedIn(ILogger logger, Guid accountId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in to account {AccountId} from {Origin} was refused: {Result}")]
    public static partial void Refused(ILogger logger, Guid accountId, string? origin, string result);
}
