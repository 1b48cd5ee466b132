using System.Globalization;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Time;
using AigoPortal.Web.Files;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Documents;

/// <summary>A payee's year in the manner of a 扣繳憑單: what was paid, what was withheld.</summary>
public static class WithholdingCertificate
{
    /// <summary><c>GET /team/tax/certificate.pdf</c> for the payee, <c>GET /office/tax/{payee}/certificate.pdf</c> for the office.</summary>
    public static void MapCertificates(this WebApplication app)
    {
        app.MapGet("/team/tax/certificate.pdf", (string? year, DeclareTax declare, IStringLocalizer<Portal> T, CurrentPerson me, HttpContext http, CancellationToken cancel) =>
            AnswerAsync(me.Id, year, declare, T, me, http, cancel)).RequireAuthorization(policy => policy.RequireRole(Roles.Participant));
        app.MapGet("/office/tax/{payee:guid}/certificate.pdf", (Guid payee, string? year, DeclareTax declare, IStringLocalizer<Portal> T, CurrentPerson me, HttpContext http, CancellationToken cancel) =>
            AnswerAsync(payee, year, declare, T, me, http, cancel)).RequireAuthorization(policy => policy.RequireRole(Roles.Officer));
    }

    /// <summary>Sets the certificate.</summary>
    /// <param name="payee">The payee with the year's lines.</param>
    /// <param name="year">The calendar year, CE.</param>
    /// <param name="printedAt">When it is printed.</param>
    /// <param name="T">The language.</param>
    public static byte[] Write(DeclaredPayee payee, int year, DateTimeOffset printedAt, IStringLocalizer T)
    {
        var sheets = new UprightSheets(T["{0} 年扣繳憑單", year - 1911], T["本單依獎金清冊列印，供受款人核對；申報以國稅局資料為準。"], T);
        sheets.Title(T["各類所得扣繳憑單"], T["AIGO 計畫辦公室"], TaipeiTime.DateText(TaipeiTime.DateOf(printedAt)));
        sheets.Heading(T["所得人"]);
        sheets.Fact(T["姓名"], payee.Name);
        sheets.Fact(T["字號"], payee.IdNumber);
        sheets.Fact(T["地址"], payee.Address);
        sheets.Heading(T["所得"]);
        sheets.Fact(T["給付期間"], string.Create(CultureInfo.InvariantCulture, $"{year}-01-01 – {year}-12-31"));
        sheets.Table([T["所得類別"], T["身分"], T["扣繳率"], T["給付總額"], T["扣繳稅額"], T["給付淨額"]], [0.27, 0.13, 0.11, 0.17, 0.15, 0.17],
        [
            .. payee.Lines.Select(line => new[]
            {
                WithholdingCsv.KindName(line.IncomeCode, T), T.Word(line.TaxStatus), line.Rate.ToString("0.##%", CultureInfo.InvariantCulture), Amount(line.Gross), Amount(line.Tax), Amount(line.Net),
            }),
            [T["合計"], "", "", Amount(payee.Lines.Sum(line => line.Gross)), Amount(payee.Lines.Sum(line => line.Tax)), Amount(payee.Lines.Sum(line => line.Net))],
        ], lastToTheRight: true);
        sheets.Signatures([T["扣繳義務人"], T["經辦"]], [T["簽名"], T["日期"]]);
        return sheets.Bind(T["{0} 年扣繳憑單", year - 1911], Languages.IsEnglish ? "en" : "zh-Hant-TW");
    }

    private static async Task<IResult> AnswerAsync(
        Guid payee, string? year, DeclareTax declare, IStringLocalizer<Portal> T, CurrentPerson me, HttpContext http, CancellationToken cancel)
    {
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < RocDate.FirstYear or > 9999
            || await declare.OneAsync(payee, number, me.Actor, cancel) is not { } declared)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        return Results.File(Write(declared, number, me.Now, T), FileKind.Pdf.ContentType, string.Create(CultureInfo.InvariantCulture, $"withholding-{number}.pdf"));
    }

    private static string Amount(long dollars) => dollars.ToString("N0", CultureInfo.InvariantCulture);
}
