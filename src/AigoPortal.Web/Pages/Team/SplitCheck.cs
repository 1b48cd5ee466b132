using AigoPortal.Domain.Money;
using AigoPortal.Web.Awards;

namespace AigoPortal.Web.Pages.Team;

/// <summary>How a division stands: what each would get, and whether it adds up.</summary>
public sealed record SplitCheck(Twd Amount, Twd Divided, IReadOnlyList<PayeeLine> Lines)
{
    public Twd Tax => Lines.Sum(line => line.Withheld?.Tax ?? Twd.Zero);

    public Twd Net => Lines.Sum(line => line.Withheld?.Net ?? Twd.Zero);

    /// <summary>Of what was typed, or of what is saved when nothing was.</summary>
    public static SplitCheck Of(MilestoneSheet sheet, IReadOnlyList<ShareInput> typed, DateOnly day)
    {
        var lines = typed.Count == 0 ? [.. sheet.Sharing] : Typed(sheet, typed, day);
        return new SplitCheck(sheet.Milestone.Amount, lines.Sum(line => line.Share ?? Twd.Zero), lines);
    }

    private static List<PayeeLine> Typed(MilestoneSheet sheet, IReadOnlyList<ShareInput> typed, DateOnly day)
    {
        var amounts = typed.Where(share => share.Amount is > 0 and <= MilestoneInput.Largest)
            .DistinctBy(share => share.PersonId).ToDictionary(share => share.PersonId, share => new Twd(share.Amount!.Value));
        return [.. sheet.Payees.Where(payee => amounts.ContainsKey(payee.PersonId)).Select(payee => payee with
        {
            Share = amounts[payee.PersonId],
            Withheld = MilestoneSheets.Preview(amounts[payee.PersonId], payee.TaxStatus, sheet.Context.Rules, day),
        })];
    }
}
