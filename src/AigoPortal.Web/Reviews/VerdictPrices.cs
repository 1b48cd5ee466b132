using AigoPortal.Domain.Money;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Reviews;

/// <summary>A stage's choices, each with what it books and what stays free of the round's budget after it.</summary>
public static class VerdictPrices
{
    public static IEnumerable<SelectListItem> Of(Round round, Panel panel, Decision? earlier, IStringLocalizer T) => Verdicts.Of(panel.Stage).Select(verdict =>
    {
        var amount = round.ItemsFor(verdict.OutcomeOf(), verdict.LevelOf()).Sum(item => item.Amount);
        var free = round.Free + (earlier?.Amount ?? Twd.Zero) - amount;
        var word = T.Word(verdict);
        var text = panel.Vacancies.Any(vacancy => vacancy.Level == verdict.LevelOf()) ? T["{0}（從缺）", word].Value
            : amount == Twd.Zero ? word
            : free < Twd.Zero ? T["{0}：{1} 元，預算不足", word, amount].Value
            : T["{0}：{1} 元，之後尚可決議 {2} 元", word, amount, free].Value;
        return new SelectListItem(text, verdict.ToString());
    });
}
