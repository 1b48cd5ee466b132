using System.Text.Encodings.Web;
using System.Text.Json;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Pages.Shared;

namespace AigoPortal.Web.Documents;

/// <summary>All that a cooperation document (合作文件) says, kept as it was when a version was made.</summary>
public sealed record CooperationWords(
    string Code, string Season, string Round, CooperationPoser Poser, CooperationTeam Team, string? ProblemCode, string Problem, string Target,
    IReadOnlyList<DeliverableItem> Deliverables, CooperationDates Dates, IReadOnlyList<CooperationData> Data, IReadOnlyList<CooperationAward> Awards,
    string Terms, string TermsEnglish)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The terms of a round with this entry's names in place of the fields.</summary>
    public string Filled(string terms) => terms
        .Replace("{團隊}", Team.Name, StringComparison.Ordinal)
        .Replace("{出題單位}", Poser.Name, StringComparison.Ordinal)
        .Replace("{題目}", Problem, StringComparison.Ordinal)
        .Replace("{案號}", Code, StringComparison.Ordinal);

    /// <summary>What the document of an entry says now; the awards are those of the scheme it was shortlisted under.</summary>
    public static CooperationWords Of(
        Entry entry, Round round, IReadOnlyList<AwardItem> awards, Problem problem, Organisation organisation, Team team, IReadOnlyList<Person> members)
    {
        var (content, leader) = (problem.Content, members.First(member => member.Id == team.LeaderId));
        return new CooperationWords(
            entry.Code, round.SeasonName, round.Code,
            new CooperationPoser(organisation.Name, organisation.Kind, organisation.CompanyNumber, content.ContactName, content.ContactPhone, content.ContactEmail),
            new CooperationTeam(team.Name, leader.Name, leader.Email,
                [.. members.Where(member => member.Id != leader.Id).OrderBy(member => member.Id).Select(member => new CooperationMember(member.Name, member.Affiliation))]),
            problem.Code, content.Title, ProblemWords.Target(content.TargetMetric, content.TargetComparator, content.TargetValue, content.TargetUnit),
            round.Cooperation.Deliverables,
            new CooperationDates(
                InUtc(round.Step(RoundStepKind.ConceptReview)), round.CooperationMonths, round.CooperationDeadline.ToUniversalTime(),
                round.Steps.FirstOrDefault(step => step.Kind == RoundStepKind.SiteVisit) is { } visits ? InUtc(visits) : null, round.ProofDeadline.ToUniversalTime()),
            [.. problem.DataSets.OrderBy(data => data.Order).Select(data => new CooperationData(data.Name, data.FileType, data.Volume, data.Delivery))],
            [.. awards.OrderBy(item => item.Order).Select(item => new CooperationAward(item.Name, item.Amount.Dollars, item.Condition))],
            round.Cooperation.Text, round.Cooperation.English);
    }

    /// <summary>As it is kept and hashed.</summary>
    public string Write() => JsonSerializer.Serialize(this, Plain);

    /// <summary>As it was kept.</summary>
    public static CooperationWords Read(string kept) => JsonSerializer.Deserialize<CooperationWords>(kept, Plain)!;

    // The same instant is always written the same.
    private static RoundStep InUtc(RoundStep step) => step with { StartsAt = step.StartsAt.ToUniversalTime(), EndsAt = step.EndsAt.ToUniversalTime() };
}

/// <summary>The posing side.</summary>
public sealed record CooperationPoser(string Name, OrganisationKind Kind, string? CompanyNumber, string Contact, string Phone, string Email);

/// <summary>The solving side.</summary>
public sealed record CooperationTeam(string Name, string Leader, string LeaderEmail, IReadOnlyList<CooperationMember> Members);

/// <summary>A member of the team.</summary>
public sealed record CooperationMember(string Name, string? Affiliation);

/// <summary>The instants both sides keep to.</summary>
public sealed record CooperationDates(RoundStep Review, int Months, DateTimeOffset SignBy, RoundStep? Visits, DateTimeOffset Proof);

/// <summary>A data set the poser gives.</summary>
public sealed record CooperationData(string Name, string FileType, string Volume, DataDelivery Delivery);

/// <summary>An amount of the round's award scheme.</summary>
public sealed record CooperationAward(string Name, long Amount, ReleaseCondition Condition);
