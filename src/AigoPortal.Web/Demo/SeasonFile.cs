using System.Text.Json;
using System.Text.Json.Serialization;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rounds;

namespace AigoPortal.Web.Demo;

/// <summary>Demo/aigo-108.json: the second season as the AIGO briefing of 108 (2019) gives it, with figures of the first season and the programme's targets.</summary>
public sealed record SeasonFile(
    SeasonName Season,
    IReadOnlyList<RoundDates> Rounds,
    SeasonQuotas Quotas,
    SeasonAwards AwardScheme,
    IReadOnlyList<SeasonTax> Withholding,
    SampleProblem SampleProblem,
    IReadOnlyList<string> Industries,
    IReadOnlyList<string> Technologies,
    IReadOnlyList<string> Regions,
    IReadOnlyList<YearTarget> Targets,
    FirstSeason FirstSeason,
    SecondSeason SecondSeasonAtBriefing,
    IReadOnlyList<Showcase> Showcase)
{
    /// <summary>Read once; the file is part of the assembly.</summary>
    public static SeasonFile Known { get; } = EmbeddedText.Read<SeasonFile>("aigo-108.json");

    /// <summary>The targets of a year; of the last known year when the plan says nothing of it.</summary>
    public YearTarget TargetOf(int rocYear) => Targets.Where(target => target.RocYear <= rocYear).MaxBy(target => target.RocYear) ?? Targets[0];
}

public sealed record SeasonName(int Number, int RocYear, string Name);

public sealed record RoundDates(string Code, IReadOnlyList<StepDates> Steps);

public sealed record StepDates(RoundStepKind Step, DateOnly? From, DateOnly? To, DateTimeOffset? At, FilePrecision? Precision, bool Tentative);

/// <summary>How the file writes a precision.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FilePrecision>))]
public enum FilePrecision
{
    [JsonStringEnumMemberName("month")]
    Month,
    [JsonStringEnumMemberName("mid-month")]
    MidMonth,
    [JsonStringEnumMemberName("late-month")]
    LateMonth,
}

public sealed record SeasonQuotas(int ProblemsPerOrganisation, int TeamsPerPerson, int MinimumAge, string Nationality);

public sealed record SeasonAwards(long CapPerEntry, long ProgrammeBudget, IReadOnlyList<SeasonTier> Tiers);

public sealed record SeasonTier(
    AwardTier Tier, string Name, long? Amount, ReleaseCondition? ReleasedWhen, IReadOnlyList<SeasonTranche>? Tranches, IReadOnlyList<SeasonLevel>? Levels);

public sealed record SeasonTranche(string Name, long Amount, ReleaseCondition ReleasedWhen);

public sealed record SeasonLevel(string Name, long Amount);

public sealed record SeasonTax(TaxStatus Payee, decimal Rate, DateOnly ValidFrom);

public sealed record SampleProblem(
    string Title, string Summary, string Category, string Industry, string DataSetType, string DataReadiness, string ExpectedOutcome, string ResourcesOffered,
    string ExtraIncentive, SampleContact Contact, IReadOnlyList<SampleDataSet> DataSets);

public sealed record SampleContact(string Name, string Phone, string Email);

public sealed record SampleDataSet(string Name, string Fields, string Encoding, string FileType, string Volume, DateOnly From, DateOnly To, string Delivery);

public sealed record YearTarget(int RocYear, int ProblemsCollected, int ProblemsListed, int TeamRegistrations, int TeamsCoached, int PeopleTrained);

public sealed record FirstSeason(int RocYear, int Teams, int EntriesShortlisted, int PeopleTrained, int Solutions);

public sealed record SecondSeason(int PosingOrganisations, int Problems);

public sealed record Showcase(
    int Season, string Level, string Problem, string Poser, string Solver, string Pain, string Method, IReadOnlyList<string> Results);

/// <summary>JSON files that are part of the assembly.</summary>
internal static class EmbeddedText
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static T Read<T>(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream($"AigoPortal.Web.Demo.{name}")
            ?? throw new InvalidOperationException($"{name} is not part of the assembly.");
        return JsonSerializer.Deserialize<T>(stream, Reading) ?? throw new InvalidOperationException($"{name} is empty.");
    }
}
