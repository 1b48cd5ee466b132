using System.ComponentModel;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Localization;

/// <summary>Countries by their ISO 3166 code, named in the reader's language.</summary>
public static class Countries
{
    public static bool Knows(string code) => Enum.IsDefined(typeof(Country), code);

    /// <summary>In the order of <see cref="Country"/>: Taiwan first, then by region.</summary>
    public static IReadOnlyList<SelectListItem> Choices(IStringLocalizer<Portal> T) =>
        [.. Enum.GetValues<Country>().Select(country => new SelectListItem(T.Word(country), country.ToString()))];

    /// <summary>The name of a code; the code itself when it is not in the list, nothing when there is none.</summary>
    public static string Name(string? code, IStringLocalizer<Portal> T) => code is not null && Knows(code) ? T.Word(Enum.Parse<Country>(code)) : code ?? "";
}

/// <summary>Taiwan and the countries its residents and guests mostly come from.</summary>
public enum Country
{
    [Description("中華民國（臺灣）")] TW,
    [Description("香港")] HK,
    [Description("澳門")] MO,
    [Description("中國大陸")] CN,
    [Description("日本")] JP,
    [Description("韓國")] KR,
    [Description("蒙古")] MN,
    [Description("越南")] VN,
    [Description("泰國")] TH,
    [Description("馬來西亞")] MY,
    [Description("新加坡")] SG,
    [Description("印尼")] ID,
    [Description("菲律賓")] PH,
    [Description("緬甸")] MM,
    [Description("柬埔寨")] KH,
    [Description("寮國")] LA,
    [Description("汶萊")] BN,
    [Description("印度")] IN,
    [Description("尼泊爾")] NP,
    [Description("孟加拉")] BD,
    [Description("斯里蘭卡")] LK,
    [Description("巴基斯坦")] PK,
    [Description("土耳其")] TR,
    [Description("以色列")] IL,
    [Description("約旦")] JO,
    [Description("沙烏地阿拉伯")] SA,
    [Description("埃及")] EG,
    [Description("史瓦帝尼")] SZ,
    [Description("南非")] ZA,
    [Description("肯亞")] KE,
    [Description("奈及利亞")] NG,
    [Description("英國")] GB,
    [Description("愛爾蘭")] IE,
    [Description("法國")] FR,
    [Description("德國")] DE,
    [Description("奧地利")] AT,
    [Description("瑞士")] CH,
    [Description("荷蘭")] NL,
    [Description("比利時")] BE,
    [Description("盧森堡")] LU,
    [Description("西班牙")] ES,
    [Description("葡萄牙")] PT,
    [Description("義大利")] IT,
    [Description("希臘")] GR,
    [Description("瑞典")] SE,
    [Description("挪威")] NO,
    [Description("丹麥")] DK,
    [Description("芬蘭")] FI,
    [Description("立陶宛")] LT,
    [Description("波蘭")] PL,
    [Description("捷克")] CZ,
    [Description("匈牙利")] HU,
    [Description("羅馬尼亞")] RO,
    [Description("烏克蘭")] UA,
    [Description("美國")] US,
    [Description("加拿大")] CA,
    [Description("墨西哥")] MX,
    [Description("瓜地馬拉")] GT,
    [Description("巴拉圭")] PY,
    [Description("巴西")] BR,
    [Description("阿根廷")] AR,
    [Description("智利")] CL,
    [Description("秘魯")] PE,
    [Description("澳洲")] AU,
    [Description("紐西蘭")] NZ,
}
