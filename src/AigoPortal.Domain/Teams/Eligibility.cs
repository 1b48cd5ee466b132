using System.ComponentModel;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Teams;

/// <summary>What a round asks of everybody who takes part (AIGO briefing: 原則以年滿 20 歲具中華民國國籍之自然人).</summary>
public enum EligibilityRule
{
    /// <summary>Old enough on the day of application.</summary>
    [Description("年齡")]
    Age,

    /// <summary>Of the round's nationality.</summary>
    [Description("國籍")]
    Nationality,

    /// <summary>A natural person.</summary>
    [Description("自然人")]
    NaturalPerson,
}

/// <summary>What became of a rule for a person.</summary>
public enum EligibilityVerdict
{
    /// <summary>It is kept.</summary>
    [Description("符合")]
    Met,

    /// <summary>It is not kept; an officer may grant an exception.</summary>
    [Description("不符合")]
    NotMet,

    /// <summary>The profile doesn't say.</summary>
    [Description("資料不足")]
    Unknown,

    /// <summary>Not kept, and an officer lets the person in.</summary>
    [Description("例外同意")]
    Excepted,
}

/// <summary>One rule for one person, with its reason; it tells neither the birthday nor the nationality itself.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Reason">Code and sentence, whatever the verdict.</param>
public sealed record EligibilityResult(EligibilityRule Rule, EligibilityVerdict Verdict, BrokenRule Reason)
{
    /// <summary>Whether it keeps the team from applying.</summary>
    public bool Blocks => Verdict is EligibilityVerdict.NotMet or EligibilityVerdict.Unknown;
}

/// <summary>The rules of eligibility, as a round's data sets them.</summary>
public static class Eligibility
{
    /// <summary>What a round asks; the rules it doesn't set are left out.</summary>
    public static IReadOnlyList<EligibilityRule> AskedBy(Round round) =>
        [.. Enum.GetValues<EligibilityRule>().Where(rule => rule switch
        {
            EligibilityRule.Age => round.MinimumAge > 0,
            EligibilityRule.Nationality => round.RequiredNationality.Length > 0,
            _ => round.RequiresNaturalPerson,
        })];

    /// <summary>Every rule of the round for one person.</summary>
    /// <param name="person">Whose profile.</param>
    /// <param name="round">Whose rules.</param>
    /// <param name="exceptions">Of the person's team; none without a team.</param>
    /// <param name="now">The day that counts, Taipei's.</param>
    public static IReadOnlyList<EligibilityResult> Of(Person person, Round round, IEnumerable<EligibilityWaiver> exceptions, DateTimeOffset now)
    {
        var granted = exceptions.ToList();
        return [.. AskedBy(round).Select(rule => Excuse(Judge(rule, person, round, now), granted.Any(exception => exception.Covers(person.Id, rule))))];
    }

    private static EligibilityResult Judge(EligibilityRule rule, Person person, Round round, DateTimeOffset now) => rule switch
    {
        EligibilityRule.Age => Age(person, round, now),
        EligibilityRule.Nationality => Nationality(person, round),
        // Accounts are of natural persons alone: companies pose, and their contacts' accounts are made by the office.
        _ => new(rule, EligibilityVerdict.Met, new BrokenRule("team.natural-person", "", "個人帳號以自然人身分參賽。")),
    };

    private static EligibilityResult Age(Person person, Round round, DateTimeOffset now) => person.AgeAt(now) switch
    {
        null => new(EligibilityRule.Age, EligibilityVerdict.Unknown, new BrokenRule("team.age-unknown", "", "還沒有填出生日期。")),
        var age when age < round.MinimumAge => new(
            EligibilityRule.Age, EligibilityVerdict.NotMet, new BrokenRule("team.age", "", "{0} 未滿 {1} 歲；如有特殊情形，請洽計畫辦公室申請例外。", person.Name, round.MinimumAge)),
        _ => new(EligibilityRule.Age, EligibilityVerdict.Met, new BrokenRule("team.age", "", "已滿 {0} 歲。", round.MinimumAge)),
    };

    private static EligibilityResult Nationality(Person person, Round round) => person.Nationality switch
    {
        null => new(EligibilityRule.Nationality, EligibilityVerdict.Unknown, new BrokenRule("team.nationality-unknown", "", "還沒有填國籍。")),
        var said when !string.Equals(said, round.RequiredNationality, StringComparison.OrdinalIgnoreCase) => new(
            EligibilityRule.Nationality, EligibilityVerdict.NotMet, new BrokenRule("team.nationality", "", "{0} 不具中華民國國籍；請洽計畫辦公室申請例外。", person.Name)),
        _ => new(EligibilityRule.Nationality, EligibilityVerdict.Met, new BrokenRule("team.nationality", "", "具中華民國國籍。")),
    };

    // What isn't known can't be excused: the exception is for who they are, and that is asked first.
    private static EligibilityResult Excuse(EligibilityResult result, bool excused) => excused && result.Verdict == EligibilityVerdict.NotMet
        ? result with { Verdict = EligibilityVerdict.Excepted, Reason = new BrokenRule("team.excepted", "", "計畫辦公室同意例外。") }
        : result;
}
