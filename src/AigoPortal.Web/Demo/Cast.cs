using System.Globalization;
using AigoPortal.Data.Identity;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Identity;

namespace AigoPortal.Web.Demo;

/// <summary>The people of the demonstration and their accounts, all with one password.</summary>
internal sealed class Cast
{
    public const string Password = "aigo-demo-2026";

    private const string House = "aigo.example";

    // Hashing is slow on purpose, so it is done once.
    private static readonly Lazy<string> PasswordHash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), Password));

    private readonly Dictionary<string, Person> _byName = [];

    /// <summary>Everybody with an easy address, for the list shown at start.</summary>
    public static readonly IReadOnlyList<(string Email, string Role)> Easy =
    [
        ($"participant@{House}", Roles.Participant), ($"poser@{House}", Roles.Poser), ($"mentor@{House}", Roles.Mentor), ($"reviewer@{House}", Roles.Reviewer),
        ($"officer@{House}", Roles.Officer), ($"officer2@{House}", Roles.Officer), ($"auditor@{House}", Roles.Auditor), ($"admin@{House}", Roles.Administrator),
    ];

    public static string Leader => Easy[0].Email;

    public List<(Account Account, Person Person, string Role)> Everybody { get; } = [];

    public Person Officer { get; private set; } = null!;

    public Person SecondOfficer { get; private set; } = null!;

    public Person Mentor { get; private set; } = null!;

    public Person this[string name] => _byName[name];

    public bool Knows(string name) => _byName.ContainsKey(name);

    /// <summary>The office, a mentor, the auditor and the administrator, since before the first round.</summary>
    public void OpenOffice(DateTimeOffset at)
    {
        Officer = Add("林承辦", $"officer@{House}", Roles.Officer, new PersonProfile("林承辦", "AIGO 計畫辦公室", null, "TW", Gender.Female, Languages.Chinese), at);
        SecondOfficer = Add("郭承辦", $"officer2@{House}", Roles.Officer, new PersonProfile("郭承辦", "AIGO 計畫辦公室", null, "TW", Gender.Male, Languages.Chinese), at);
        Mentor = Add("汪顧問", $"mentor@{House}", Roles.Mentor, new PersonProfile("汪顧問", "智慧製造研究中心", null, "TW", Gender.Male, Languages.Chinese), at);
        Add("葉稽核", $"auditor@{House}", Roles.Auditor, new PersonProfile("葉稽核", "會計室", null, "TW", Gender.Female, Languages.Chinese), at);
        Add("管理員", $"admin@{House}", Roles.Administrator, new PersonProfile("管理員", "資訊室", null, "TW", Gender.Undisclosed, Languages.Chinese), at);
    }

    public Person Add(string name, string? email, string role, PersonProfile profile, DateTimeOffset at)
    {
        email ??= string.Create(CultureInfo.InvariantCulture, $"{role.ToLowerInvariant()}{Everybody.Count(known => known.Role == role) + 1}@{House}");
        var id = Guid.CreateVersion7(at);
        var by = new Actor(id, name, at, Scene.Origin);
        var person = new Person(id, name, email, by);
        person.Describe(profile, by);
        person.Agree(by);
        var account = new Account
        {
            Id = id,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            PasswordHash = PasswordHash.Value,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        Everybody.Add((account, person, role));
        _byName.Add(name, person);
        return person;
    }

    /// <summary>A participant from a line of the file; somebody known by name alone.</summary>
    public Person Participant(string line, DateTimeOffset at)
    {
        var parts = line.Split('|');
        if (Knows(parts[0]))
        {
            return this[parts[0]];
        }

        var nationality = parts.Length > 4 ? parts[4] : "TW";
        var profile = new PersonProfile(
            parts[0], parts[2], DateOnly.ParseExact(parts[3], "yyyy-MM-dd", CultureInfo.InvariantCulture), nationality, Enum.Parse<Gender>(parts[1]),
            nationality == "TW" ? Languages.Chinese : Languages.English);
        return Add(parts[0], parts[0] == "林子晴" ? Leader : null, Roles.Participant, profile, at);
    }
}
