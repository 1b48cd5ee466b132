using AigoPortal.Domain.People;

namespace AigoPortal.Web.Pages.Account;

/// <summary>What a participant's profile still lacks, as localisation keys.</summary>
public static class ProfileGaps
{
    public static IReadOnlyList<string> Of(Person person, bool hasSkills)
    {
        (bool Missing, string Word)[] gaps =
        [
            (person.BirthDate is null, "出生日期"),
            (person.Nationality is null, "國籍"),
            (string.IsNullOrWhiteSpace(person.Affiliation), "學校或服務單位"),
            (!hasSkills, "專長"),
            (person.Works.Count == 0, "過往作品"),
            (PersonRules.HasAgreed(person.AgreedVersion) is not null, "個人資料同意"),
        ];
        return [.. gaps.Where(gap => gap.Missing).Select(gap => gap.Word)];
    }
}
