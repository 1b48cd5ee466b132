namespace AigoPortal.Domain.Problems;

/// <summary>統一編號: the eight digits the tax authority gives a company.</summary>
public static class CompanyNumber
{
    /// <summary>Its digits.</summary>
    public const int Length = 8;

    private static readonly int[] Weights = [1, 2, 1, 2, 1, 2, 4, 1];

    /// <summary>Without spaces and hyphens; full-width digits become plain ones.</summary>
    public static string Clean(string typed) => string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter) && letter != '-')
        .Select(letter => letter is >= '０' and <= '９' ? (char)(letter - '０' + '0') : letter));

    /// <summary>
    /// Whether the digits fit together: the digits of the weighted digits add up to a multiple of five (of ten for numbers given before 2023, which fives
    /// include). A seven in the seventh place weighs 28, whose digits make ten, and counts as one or as nothing (財政部, 統一編號檢查碼邏輯).
    /// </summary>
    public static bool IsRight(string number)
    {
        if (number.Length != Length || number.Any(letter => !char.IsAsciiDigit(letter)) || number.All(letter => letter == '0'))
        {
            return false;
        }

        var sum = number.Zip(Weights, (digit, weight) => (digit - '0') * weight).Sum(product => (product / 10) + (product % 10));
        return sum % 5 == 0 || (number[6] == '7' && (sum + 1) % 5 == 0);
    }
}
