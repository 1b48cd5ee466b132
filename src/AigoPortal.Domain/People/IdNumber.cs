using System.ComponentModel;

namespace AigoPortal.Domain.People;

/// <summary>The numbers Taiwan's authorities give to natural persons.</summary>
public enum IdNumberKind
{
    /// <summary>國民身分證統一編號: a letter and nine digits, the first of them 1 or 2.</summary>
    [Description("中華民國身分證字號")]
    National,

    /// <summary>居留證統一證號 since 2021: a letter and nine digits, the first of them 8 or 9.</summary>
    [Description("居留證號（新式）")]
    Residence,

    /// <summary>居留證統一證號 before 2021: two letters and eight digits.</summary>
    [Description("居留證號（舊式）")]
    OldResidence,
}

/// <summary>Reads ID numbers and checks their last digit.</summary>
public static class IdNumber
{
    private const int Length = 10;

    // The place of first registration: the letter's place in this row plus ten is its two-digit code (內政部戶政司).
    private const string Places = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

    /// <summary>Without spaces, in capitals; full-width letters and digits become plain ones.</summary>
    public static string Clean(string typed) =>
        string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter) && letter != '-').Select(Plain)).ToUpperInvariant();

    /// <summary>The kind of a clean number, or null when it is none.</summary>
    public static IdNumberKind? KindOf(string number)
    {
        if (number.Length != Length || !Places.Contains(number[0], StringComparison.Ordinal) || number.Skip(2).Any(letter => !char.IsAsciiDigit(letter)))
        {
            return null;
        }

        IdNumberKind? kind = number[1] switch
        {
            '1' or '2' => IdNumberKind.National,
            '8' or '9' => IdNumberKind.Residence,
            >= 'A' and <= 'D' => IdNumberKind.OldResidence,
            _ => null,
        };
        return kind is not null && Sum(number) % 10 == 0 ? kind : null;
    }

    /// <summary>Both digits of the first letter weigh 1 and 9, then 8 down to 1; the last digit makes the sum a multiple of ten.</summary>
    private static int Sum(string number)
    {
        var place = CodeOf(number[0]);
        var sum = (place / 10) + (place % 10 * 9);
        for (var index = 1; index < Length; index++)
        {
            // The second letter of the old residence numbers counts with its last digit only.
            var digit = char.IsAsciiDigit(number[index]) ? number[index] - '0' : CodeOf(number[index]) % 10;
            sum += digit * Math.Max(Length - 1 - index, 1);
        }

        return sum;
    }

    private static int CodeOf(char letter) => Places.IndexOf(letter, StringComparison.Ordinal) + 10;

    private static char Plain(char letter) => letter is >= '！' and <= '～' ? (char)(letter - '！' + '!') : letter;
}
