using System.Text;

namespace AigoPortal.Web.Documents;

/// <summary>Whole dollars in the capital numerals of cheques and vouchers: 630,000 is 陸拾參萬.</summary>
internal static class ChineseAmount
{
    private const string Digits = "零壹貳參肆伍陸柒捌玖";
    private static readonly string[] Places = ["", "拾", "佰", "仟"];
    private static readonly string[] Myriads = ["", "萬", "億", "兆", "京"];

    public static string Of(long dollars)
    {
        if (dollars == 0)
        {
            return "零";
        }

        var words = new StringBuilder(dollars < 0 ? "負" : "");
        var digits = Int128.Abs(dollars).ToString(System.Globalization.CultureInfo.InvariantCulture);
        bool zeroWaits = false, myriadHasDigits = false;
        for (var i = 0; i < digits.Length; i++)
        {
            var place = digits.Length - 1 - i;
            var digit = digits[i] - '0';
            if (digit == 0)
            {
                zeroWaits = true;
            }
            else
            {
                words.Append(zeroWaits ? "零" : "").Append(Digits[digit]).Append(Places[place % 4]);
                zeroWaits = false;
                myriadHasDigits = true;
            }

            if (place % 4 == 0 && myriadHasDigits)
            {
                words.Append(Myriads[place / 4]);
                myriadHasDigits = false;
            }
        }

        return words.ToString();
    }
}
