using System.Diagnostics;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Pages.Public;

/// <summary>What went wrong in a sentence, and the way on. Shown in place of any page that can't be.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel(IStringLocalizer<Portal> T) : PageModel
{
    public string Title { get; private set; } = "";

    public string WhatToDo { get; private set; } = "";

    public bool MaySignIn { get; private set; }

    public string Correlation => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    // The failed request may have had any method, so no handler is named after one.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Tell();

    private void Tell()
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is BrokenRuleException { Rule: var rule })
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            (Title, WhatToDo) = (T["這個動作現在不能做"], T.Sentence(rule.Sentence, rule.Arguments));
            return;
        }

        var code = Code();
        Response.StatusCode = code;
        MaySignIn = code is 401 or 403 && User.Identity?.IsAuthenticated != true;
        (Title, WhatToDo) = code switch
        {
            400 when StaleForm.Refused(HttpContext) => (T["表單過期了"], T["這個頁面開太久，或登入身分已改變。請回上一頁重新整理，再送出一次。"]),
            400 => (T["看不懂這個要求"], T["請回上一頁檢查內容，再試一次。"]),
            401 => (T["請先登入"], T["這一頁要登入後才能看。"]),
            403 => (T["沒有權限"], T["你的帳號不能看這一頁。若應該可以，請聯絡計畫辦公室。"]),
            404 => (T["找不到這一頁"], T["網址可能有誤，或內容已移走。"]),
            413 => (T["檔案太大"], T["請縮小檔案後再上傳。"]),
            429 => (T["動作太快了"], T["請稍等一分鐘再試。"]),
            >= 400 and < 500 => (T["這個要求無法處理"], T["請回上一頁檢查內容，再試一次。"]),
            _ => (T["系統出了問題"], T["不是你的錯，我們已留下紀錄。請稍後再試。"]),
        };
    }

    // The address /error/500 itself, typed by someone, is no page; a re-executed request brings its feature.
    private int Code()
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is { } error)
        {
            return (error as BadHttpRequestException)?.StatusCode ?? 500;
        }

        return HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalStatusCode ?? 404;
    }
}
