using AigoPortal.Web.Documents.Typesetting;

namespace AigoPortal.Web.Documents;

/// <summary>What stands below the grand total: the check of the sums, the amount in words, the signatures.</summary>
internal sealed class LedgerClosing(LedgerLabels labels, Face regular, Face bold)
{
    public const double Height = 130;
    private const double Left = LedgerColumns.Left, Right = LedgerColumns.Right;

    public void Draw(Ink ink, LedgerSum sum, double y)
    {
        var check = LedgerLabels.Fill(labels.Check, LedgerLabels.Amount(sum.Gross), LedgerLabels.Amount(sum.Tax), LedgerLabels.Amount(sum.Net));
        var verdict = sum.Agrees ? labels.Agrees : labels.Disagrees;
        ink.Text((sum.Agrees ? regular : bold).Set(check + verdict), 9, Left, y + 17);
        if (labels.InWords.Length > 0)
        {
            ink.TextEndingAt(bold.Set(LedgerLabels.Fill(labels.InWords, ChineseAmount.Of(sum.Net))), 9, Right, y + 17);
        }

        DrawSignatures(ink, y + 36);
    }

    private void DrawSignatures(Ink ink, double y)
    {
        var width = (Right - Left) / labels.Signatures.Count;
        for (var i = 0; i < labels.Signatures.Count; i++)
        {
            var x = Left + (i * width);
            var name = bold.Set(labels.Signatures[i]);
            ink.Text(name, 10, x, y + 34);
            var from = x + name.WidthAt(10) + 8;
            ink.Fill(from, y + 37, x + width - 24 - from, 0.5, Tone.Black);
            ink.TextEndingAt(regular.Set(labels.SignedOn), 8, labels.RocYears ? x + width - 24 : from + 20, y + 52, Tone.Soft);
        }
    }
}
