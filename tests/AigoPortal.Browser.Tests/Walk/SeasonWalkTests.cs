using AigoPortal.Browser.Tests.Browsing;
using Shouldly;

namespace AigoPortal.Browser.Tests.Walk;

/// <summary>One season, from a posted problem to an audited ledger, each step by its own person in their own browser.</summary>
public sealed class SeasonWalkTests(BrowserHost host) : IClassFixture<BrowserHost>
{
    [Fact]
    public async Task ASeason_FromAPostedProblem_ToAnAuditedLedger()
    {
        Looking.Complaints.Clear();
        var season = new Season(host);
        await TheOffice.OpensAsync(season);
        await Posing.RunAsync(season);
        await Screening.RunAsync(season);
        await Teaming.RunAsync(season);
        await Matching.RunAsync(season);
        await Reviewing.ConceptAsync(season);
        await Cooperating.RunAsync(season);
        await Reviewing.ProofAsync(season);
        await Auditing.RunAsync(season);
        Looking.Complaints.ShouldBeEmpty();
    }
}
