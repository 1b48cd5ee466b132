using System.Globalization;
using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Reviews;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Documents;

/// <summary>The minutes (會議紀錄) of a review meeting as they are printed and signed. They name reviewers and stay with the office and its auditors.</summary>
public static class MinutesPdf
{
    /// <summary>Sets the minutes.</summary>
    /// <param name="minutes">What they say.</param>
    /// <param name="version">The version that is kept; null for a draft.</param>
    /// <param name="T">The language.</param>
    public static byte[] Write(MinutesSheet minutes, int? version, IStringLocalizer T)
    {
        var number = version is { } kept ? T["{0} 會議紀錄第 {1} 版", minutes.RoundCode, kept].Value : T["{0} 會議紀錄草稿", minutes.RoundCode].Value;
        var sheets = new UprightSheets(number, T["內容 SHA-256：{0}", minutes.Hash], T, version is null ? T["草稿"].Value : null);
        sheets.Title(version is null ? T["會議紀錄（草稿）"] : T["會議紀錄"], $"{T["AIGO 計畫辦公室"]}　{minutes.RoundName}　{minutes.Panel}", TaipeiTime.DateText(minutes.StartedAt ?? minutes.Plan.StartsAt, roc: true));
        Head(sheets, minutes, T);
        Members(sheets, minutes, T);
        Recusals(sheets, minutes, T);
        Entries(sheets, minutes, T);
        Sums(sheets, minutes, T);
        sheets.Signatures([T["召集人"], T["紀錄"]], [T["簽名"], T["日期"]]);
        return sheets.Bind($"{number} {minutes.Panel}", Languages.IsEnglish ? "en" : "zh-Hant-TW");
    }

    private static void Head(UprightSheets sheets, MinutesSheet minutes, IStringLocalizer T)
    {
        sheets.Heading(T["會議"]);
        sheets.Fact(T["審查階段"], T.Word(minutes.Stage));
        sheets.Fact(T["時間"], Span(minutes.StartedAt ?? minutes.Plan.StartsAt, minutes.EndedAt));
        sheets.Fact(T["地點"], string.Join('　', new[] { minutes.Plan.Place, minutes.Plan.Link }.Where(part => part.Length > 0)));
        sheets.Fact(T["召集人"], string.Join(Comma, minutes.Members.Where(member => member.Chairs).Select(member => member.Name)));
        sheets.Fact(T["出席人數"], T["{0} / {1} 位", minutes.Members.Count(member => member.Attendance != AttendanceKind.Absent), minutes.Members.Count]);
    }

    private static void Members(UprightSheets sheets, MinutesSheet minutes, IStringLocalizer T)
    {
        sheets.Heading(T["出席委員"]);
        sheets.Table([T["委員"], T["類別"], T["出席"], T["到場與離場"]], [0.28, 0.22, 0.16, 0.34],
            minutes.Members.Select(member => new[]
            {
                member.Chairs ? T["{0}（召集人）", member.Name].Value : member.Name, T.Word(member.Kind), T.Word(member.Attendance),
                member.ArrivedAt is { } arrived ? Clock(arrived) + (member.LeftAt is { } left ? "–" + Clock(left) : "") : "—",
            }));
    }

    private static void Recusals(UprightSheets sheets, MinutesSheet minutes, IStringLocalizer T)
    {
        sheets.Heading(T["利益迴避"]);
        if (minutes.Recusals.Count == 0)
        {
            sheets.Paragraph(T["無"]);
            return;
        }

        sheets.Table([T["委員"], T["案號"], T["利益關係"], T["離席"]], [0.24, 0.24, 0.34, 0.18],
            minutes.Recusals.Select(recusal => new[] { recusal.Name, recusal.Code, T.Word(recusal.Kind), recusal.SteppedOutAt is { } at ? Clock(at) : "—" }));
    }

    private static void Entries(UprightSheets sheets, MinutesSheet minutes, IStringLocalizer T)
    {
        sheets.Heading(T["審查結果"]);
        sheets.Table([T["案件"], T["平均"], T["表決"], T["決議"], T["金額（元，稅前）"]], [0.26, 0.17, 0.21, 0.15, 0.21],
            minutes.Items.Select(item => new[]
            {
                $"{item.Code} {item.Title} {item.Team}", Scores(item, T), Votes(item.Result, T),
                item.Verdict is { } verdict ? T.Word(verdict) : T["未決議"].Value, item.Verdict is null ? "—" : item.Amount.ToString("#,0", CultureInfo.InvariantCulture),
            }), lastToTheRight: true);
        sheets.Heading(T["決議理由"]);
        foreach (var item in minutes.Items)
        {
            sheets.Fact(item.Code, item.Reason.ReplaceLineEndings(" "));
            if (item.Result?.QuorumReason is { Length: > 0 } reason)
            {
                sheets.Fact("", T["未過半的理由：{0}", reason.ReplaceLineEndings(" ")]);
            }
        }
    }

    private static void Sums(UprightSheets sheets, MinutesSheet minutes, IStringLocalizer T)
    {
        if (minutes.Vacancies.Count > 0)
        {
            sheets.Heading(T["從缺"]);
            foreach (var vacancy in minutes.Vacancies)
            {
                sheets.Fact(T.Word(vacancy.Level), vacancy.Reason.ReplaceLineEndings(" "));
            }
        }

        sheets.Heading(T["預算"]);
        sheets.Fact(T["本次決議"], Dollars(minutes.Decided, T));
        sheets.Fact(T["本場已決議"], Dollars(minutes.Committed, T));
        sheets.Fact(T["本場預算"], Dollars(minutes.Budget, T));
        sheets.Fact(T["尚可決議"], Dollars(minutes.Budget - minutes.Committed, T));
    }

    private static string Comma => Languages.IsEnglish ? ", " : "、";

    private static string Scores(MinutesItem item, IStringLocalizer T)
    {
        var average = item.Average is { } given ? T["{0}（{1} 份）", Figure(given), item.Reviews].Value : "—";
        return item.Agreed is { } agreed ? $"{average}{Comma}{T["合議"]} {Figure(agreed)}" : average;
    }

    private static string Votes(ItemResult? result, IStringLocalizer T) => result switch
    {
        null => "—",
        { Mode: MeetingMode.Consensus } => $"{T.Word(result.Mode)}{Comma}{T["在場 {0}／應出席 {1}", result.Present, result.Entitled]}",
        _ => string.Join(Comma, result.Counts.Select(count => T["{0} {1} 票", T.Word(count.Verdict), count.Count].Value).Append(T["在場 {0}／應出席 {1}", result.Present, result.Entitled].Value)),
    };

    private static string Span(DateTimeOffset from, DateTimeOffset? to) => TaipeiTime.Text(from, roc: true) + (to is { } end ? "–" + Clock(end) : "");

    private static string Clock(DateTimeOffset at) => at.ToOffset(TaipeiTime.Offset).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Figure(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Dollars(long amount, IStringLocalizer T) => T["{0} 元", amount.ToString("#,0", CultureInfo.InvariantCulture)];
}
