using System.ComponentModel;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Time;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.People;

/// <summary>Given for the statistics the programme must report; nobody has to say.</summary>
public enum Gender
{
    /// <summary>Not said.</summary>
    [Description("不提供")]
    Undisclosed,

    /// <summary>Female.</summary>
    [Description("女")]
    Female,

    /// <summary>Male.</summary>
    [Description("男")]
    Male,

    /// <summary>Another.</summary>
    [Description("其他")]
    Other,
}

/// <summary>A natural person with an account; the account shares the identity.</summary>
public sealed class Person : Aggregate
{
    private readonly List<PersonSkill> _skills = [];
    private readonly List<PersonWork> _works = [];
    private readonly List<PersonLink> _links = [];
    private readonly List<PrivacyConsent> _consents = [];

    private Person()
    {
    }

    /// <summary>A person known by name and e-mail.</summary>
    public Person(Guid id, string name, string email, Actor by)
    {
        Id = id;
        Name = name;
        Email = email;
        RegisteredAt = by.At;
        Trace(by, "person.register");
    }

    /// <summary>The name as the person writes it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where letters go; also the sign-in name.</summary>
    public string Email { get; private set; } = "";

    /// <summary>School, employer or office.</summary>
    public string? Affiliation { get; private set; }

    /// <summary>Day of birth, needed before applying (the age rule).</summary>
    public DateOnly? BirthDate { get; private set; }

    /// <summary>ISO 3166 alpha-2 code; TW for 中華民國.</summary>
    public string? Nationality { get; private set; }

    /// <summary>For statistics.</summary>
    public Gender Gender { get; private set; }

    /// <summary>Culture of letters: zh-Hant or en.</summary>
    public string Language { get; private set; } = "zh-Hant";

    /// <summary>When the account was made.</summary>
    public DateTimeOffset RegisteredAt { get; private set; }

    /// <summary>Technologies and industries the person knows; what recommendations compare with problems.</summary>
    public IReadOnlyList<PersonSkill> Skills => _skills;

    /// <summary>過往作品.</summary>
    public IReadOnlyList<PersonWork> Works => _works;

    /// <summary>Where else the person can be found.</summary>
    public IReadOnlyList<PersonLink> Links => _links;

    /// <summary>Every version of the notice the person agreed to.</summary>
    public IReadOnlyList<PrivacyConsent> Consents => _consents;

    /// <summary>The newest version of the notice the person agreed to.</summary>
    public int? AgreedVersion { get; private set; }

    /// <summary>When they agreed to it.</summary>
    public DateTimeOffset? AgreedAt { get; private set; }

    /// <summary>The round on whose board the person looks for a team; null when they don't.</summary>
    public Guid? SearchRoundId { get; private set; }

    /// <summary>What they bring to a team.</summary>
    public string? Brings { get; private set; }

    /// <summary>What team they look for.</summary>
    public string? LooksFor { get; private set; }

    /// <summary>Since when they stand on the board.</summary>
    public DateTimeOffset? SearchesSince { get; private set; }

    /// <summary>When the person had the account deleted; what is left names nobody.</summary>
    public DateTimeOffset? ForgottenAt { get; private set; }

    /// <summary>Changes what the person says of themself.</summary>
    public void Describe(PersonProfile profile, Actor by)
    {
        (Name, Affiliation, BirthDate, Nationality, Gender, Language) =
            (profile.Name, profile.Affiliation, profile.BirthDate, profile.Nationality, profile.Gender, profile.Language);
        Trace(by, "person.describe");
    }

    /// <summary>Says what the person knows; replaces what was said before.</summary>
    public void Know(IReadOnlyList<PersonSkill> skills, Actor by)
    {
        _skills.RemoveAll(known => !skills.Any(skill => skill.Kind == known.Kind && skill.Name == known.Name));
        foreach (var skill in skills.DistinctBy(skill => (skill.Kind, skill.Name)))
        {
            if (_skills.Find(known => known.Kind == skill.Kind && known.Name == skill.Name) is { } known)
            {
                known.Become(skill.Level);
            }
            else
            {
                _skills.Add(skill);
            }
        }

        Trace(by, "person.know");
    }

    /// <summary>Shows past works and links; replaces what was shown before.</summary>
    public void Show(IReadOnlyList<PersonWork> works, IReadOnlyList<PersonLink> links, Actor by)
    {
        Rule.Require(PersonRules.ShowsWell(works, links));
        _works.Clear();
        _works.AddRange(works);
        _links.Clear();
        _links.AddRange(links);
        Trace(by, "person.show");
    }

    /// <summary>Agrees to the notice that is in force; once a version.</summary>
    public void Agree(Actor by)
    {
        var notice = PrivacyNotice.Current;
        if (AgreedVersion >= notice.Version)
        {
            return;
        }

        _consents.Add(new PrivacyConsent(notice.Version, by.At));
        (AgreedVersion, AgreedAt) = (notice.Version, by.At);
        Trace(by, "person.consent", $"v{notice.Version}");
    }

    /// <summary>Stands on a round's board as looking for a team.</summary>
    public void SearchTeam(Guid roundId, string brings, string looksFor, Actor by)
    {
        (SearchRoundId, Brings, LooksFor, SearchesSince) = (roundId, brings, looksFor, by.At);
        Trace(by, "person.search-team");
    }

    /// <summary>Leaves the board.</summary>
    public void StopSearching(Actor by)
    {
        (SearchRoundId, Brings, LooksFor, SearchesSince) = (null, null, null, null);
        Trace(by, "person.stop-searching");
    }

    /// <summary>Takes everything away that tells who it was; the row stays, since records of others point to it.</summary>
    /// <param name="name">What stands in place of the name.</param>
    /// <param name="email">An address that reaches nobody.</param>
    /// <param name="by">The person.</param>
    public void Forget(string name, string email, Actor by)
    {
        Describe(new PersonProfile(name, null, null, null, Gender.Undisclosed, Language), by);
        (Email, SearchRoundId, Brings, LooksFor, SearchesSince) = (email, null, null, null, null);
        (AgreedVersion, AgreedAt, ForgottenAt) = (null, null, by.At);
        _skills.Clear();
        _works.Clear();
        _links.Clear();
        _consents.Clear();
        Trace(by, "person.forget");
    }

    /// <summary>Age in whole years on Taipei's date of that instant; null while the birthday is unknown.</summary>
    public int? AgeAt(DateTimeOffset now)
    {
        if (BirthDate is not { } born)
        {
            return null;
        }

        var today = Taipei.DateOf(now);
        var years = today.Year - born.Year;

        // By month and day: who was born on 29 February is a year older on 1 March in a common year (民法第 121 條、第 124 條).
        return (today.Month, today.Day).CompareTo((born.Month, born.Day)) < 0 ? years - 1 : years;
    }
}

/// <summary>What a person says of themself.</summary>
public sealed record PersonProfile(string Name, string? Affiliation, DateOnly? BirthDate, string? Nationality, Gender Gender, string Language);

/// <summary>The roles of accounts.</summary>
public static class Roles
{
    /// <summary>參賽者.</summary>
    public const string Participant = nameof(Participant);

    /// <summary>出題單位窗口.</summary>
    public const string Poser = nameof(Poser);

    /// <summary>業師：AI 專家／產業專家.</summary>
    public const string Mentor = nameof(Mentor);

    /// <summary>審查委員.</summary>
    public const string Reviewer = nameof(Reviewer);

    /// <summary>計畫辦公室.</summary>
    public const string Officer = nameof(Officer);

    /// <summary>稽核.</summary>
    public const string Auditor = nameof(Auditor);

    /// <summary>系統管理者.</summary>
    public const string Administrator = nameof(Administrator);

    /// <summary>Every role.</summary>
    public static readonly IReadOnlyList<string> All = [Participant, Poser, Mentor, Reviewer, Officer, Auditor, Administrator];
}
