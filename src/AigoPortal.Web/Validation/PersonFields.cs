using System.Net.Mail;
using FluentValidation;

namespace AigoPortal.Web.Validation;

/// <summary>What every form asks of a name, an e-mail and a new password.</summary>
public static class PersonFields
{
    public const int LongestName = 100;
    public const int LongestEmail = 256;
    public const int ShortestPassword = 10;
    public const int LongestPassword = 200;

    public static void MustBeName<T>(this IRuleBuilderInitial<T, string> field) => field.Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("請填寫姓名。")
        .MaximumLength(LongestName).Sentence("最多 {0} 個字", LongestName)
        .Must(IsPlain).WithMessage("請移除換行等控制字元。");

    public static void MustBeEmail<T>(this IRuleBuilderInitial<T, string> field) => field.Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("請填寫電子郵件。")
        .MaximumLength(LongestEmail).Sentence("最多 {0} 個字", LongestEmail)
        .Must(IsEmail).WithMessage("請填寫可以收信的電子郵件，例如 name@example.tw。");

    public static void MustBeNewPassword<T>(this IRuleBuilderInitial<T, string> field) => field.Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("請設定密碼。")
        .MinimumLength(ShortestPassword).Sentence("密碼至少要 {0} 個字元。", ShortestPassword)
        .MaximumLength(LongestPassword).Sentence("密碼最多 {0} 個字元。", LongestPassword);

    public static bool IsEmail(string text)
    {
        var typed = text.Trim();
        return typed.Length <= LongestEmail && typed.All(letter => char.IsAscii(letter) && !char.IsControl(letter))
            && MailAddress.TryCreate(typed, out var address) && address.Address == typed && address.Host.Contains('.', StringComparison.Ordinal);
    }

    public static bool IsPlain(string? text) => text is null || !text.Any(char.IsControl);

    public static bool IsLanguage(string? language) => language is "zh-Hant" or "en";
}
