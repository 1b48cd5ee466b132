using AigoPortal.Domain.Problems;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Pages.Shared;

/// <summary>What helps a weak side of the readiness self-check.</summary>
public static class SelfCheckWords
{
    public static string Advice(IStringLocalizer T, SelfCheckSide side) => side switch
    {
        SelfCheckSide.Demand => T["挑一段最花時間的工作，寫下現在的數字和希望的數字，並請主管一起決定。"],
        SelfCheckSide.Data => T["先盤點資料存在哪裡、缺哪些欄位；還沒有有效資料時，可以申請實習資料工程師協助蒐集與清理。"],
        SelfCheckSide.Tools => T["請資訊人員確認資料怎麼匯出，先用檔案交換也可以，再準備一個試跑的環境。"],
        SelfCheckSide.Workflow => T["把現在的流程畫成一張圖，標出 AI 的結果由誰看、看了以後做什麼。"],
        _ => T["指定一位窗口和一位懂資料的同仁，每兩週留一小時和團隊討論。"],
    };
}
