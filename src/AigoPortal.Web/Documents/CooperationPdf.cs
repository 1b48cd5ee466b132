using System.Globalization;
using AigoPortal.Domain.Entries;
using AigoPortal.Web.Localization;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Documents;

/// <summary>The cooperation document (合作文件) as both sides print and sign it, in the reader's language.</summary>
public static class CooperationPdf
{
    /// <summary>Such as 108-2-E021-v2.</summary>
    public static string Number(string code, int version) => string.Create(CultureInfo.InvariantCulture, $"{code}-v{version}");

    /// <summary>Sets a version.</summary>
    public static byte[] Write(PaperVersion version, IStringLocalizer T)
    {
        var words = CooperationWords.Read(version.Words);
        var number = Number(words.Code, version.Number);
        var sheets = new UprightSheets(T["文件編號：{0}", number], T["內容 SHA-256：{0}", version.Sha256], T);
        sheets.Title(T["合作文件"], $"{words.Season}　{T["{0} 場", words.Round]}", TaipeiTime.DateText(version.MadeAt, roc: true));
        Parties(sheets, words, T);
        Problem(sheets, words, T);
        Dates(sheets, words, T);
        Data(sheets, words, T);
        Awards(sheets, words, T);
        Terms(sheets, words, T);
        sheets.Signatures([T["出題單位（{0}）", words.Poser.Name], T["團隊（{0}）", words.Team.Name]], [T["代表人簽章"], T["簽署日期"]]);
        return sheets.Bind($"{T["合作文件"]} {number}", Languages.IsEnglish ? "en" : "zh-Hant-TW");
    }

    private static void Parties(UprightSheets sheets, CooperationWords words, IStringLocalizer T)
    {
        sheets.Heading(T["立約雙方"]);
        sheets.Fact(T["出題單位"], $"{words.Poser.Name}（{T.Word(words.Poser.Kind)}）");
        if (words.Poser.CompanyNumber is { } company)
        {
            sheets.Fact(T["統一編號"], company);
        }

        sheets.Fact(T["聯繫窗口"], string.Join("　", new[] { words.Poser.Contact, words.Poser.Phone, words.Poser.Email }.Where(part => part.Length > 0)));
        sheets.Fact(T["團隊"], words.Team.Name);
        sheets.Fact(T["隊長"], $"{words.Team.Leader}　{words.Team.LeaderEmail}");
        sheets.Fact(T["隊員"], string.Join(Languages.IsEnglish ? ", " : "、",
            words.Team.Members.Select(member => member.Affiliation is { Length: > 0 } affiliation ? $"{member.Name}（{affiliation}）" : member.Name)));
    }

    private static void Problem(UprightSheets sheets, CooperationWords words, IStringLocalizer T)
    {
        sheets.Heading(T["題目與成果"]);
        sheets.Fact(T["題目"], $"{words.ProblemCode}　{words.Problem}".Trim('　'));
        sheets.Fact(T["期望成果"], words.Target);
        sheets.Fact(T["成果資料"], string.Join(Languages.IsEnglish ? ", " : "、",
            words.Deliverables.Select(item => item.Required ? T.Item(item.Name) : T["{0}（選繳）", T.Item(item.Name)].Value)));
    }

    private static void Dates(UprightSheets sheets, CooperationWords words, IStringLocalizer T)
    {
        sheets.Heading(T["期程"]);
        sheets.Fact(T["構想審查"], T.When(words.Dates.Review));
        sheets.Fact(T["簽署期限"], T["{0}（審查後 {1} 個月內）", TaipeiTime.Text(words.Dates.SignBy, roc: true), words.Dates.Months]);
        if (words.Dates.Visits is { } visits)
        {
            sheets.Fact(T["訪視"], T.When(visits));
        }

        sheets.Fact(T["實證收件截止"], TaipeiTime.Text(words.Dates.Proof, roc: true));
    }

    private static void Data(UprightSheets sheets, CooperationWords words, IStringLocalizer T)
    {
        sheets.Heading(T["資料提供與保密"]);
        sheets.Table([T["資料名稱"], T["檔案類型"], T["資料量"], T["提供方式"]], [0.46, 0.18, 0.16, 0.20],
            words.Data.Select(data => new[] { data.Name, data.FileType, data.Volume, T.Word(data.Delivery) }));
        sheets.Paragraph(T["團隊對取得的資料與非公開資訊負保密責任，未經出題單位書面同意，不得提供第三人或用於本案以外的目的。"]);
    }

    private static void Awards(UprightSheets sheets, CooperationWords words, IStringLocalizer T)
    {
        sheets.Heading(T["獎補助"]);
        sheets.Table([T["項目"], T["核發條件"], T["金額（元，稅前）"]], [0.42, 0.34, 0.24],
            words.Awards.Select(award => new[] { T[award.Name].Value, T.Word(award.Condition), award.Amount.ToString("#,0", CultureInfo.InvariantCulture) }), lastToTheRight: true);
    }

    private static void Terms(UprightSheets sheets, CooperationWords words, IStringLocalizer T)
    {
        sheets.Heading(T["合作條款"]);
        var terms = Languages.IsEnglish && words.TermsEnglish.Length > 0 ? words.TermsEnglish : words.Terms;
        var lines = words.Filled(terms).Replace("{實證截止}", TaipeiTime.Text(words.Dates.Proof, roc: true), StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var (index, line) in lines.Index())
        {
            sheets.Item(string.Create(CultureInfo.InvariantCulture, $"{index + 1}."), line);
        }

        if (Languages.IsEnglish)
        {
            sheets.Paragraph(T["本文件以中文版為準。"]);
        }
    }
}
