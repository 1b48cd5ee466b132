using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Workflows;

public sealed class ReleaseDecisionsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Decide_Anew_BooksOnlyTheDifference()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var panelId = await season.ReviewingAsync();

        await season.DecideAsync(panelId, season.Entries[0], Outcome.Shortlisted);
        (await season.RoundNowAsync()).Committed.ShouldBe(new Twd(300_000));
        await season.DecideAsync(panelId, season.Entries[0], Outcome.Shortlisted);
        (await season.RoundNowAsync()).Committed.ShouldBe(new Twd(300_000));
        await season.DecideAsync(panelId, season.Entries[0], Outcome.NotShortlisted);

        (await season.RoundNowAsync()).Committed.ShouldBe(Twd.Zero);
        (await EntryAsync(season.Entries[0])).Committed.ShouldBe(Twd.Zero);
    }

    [Fact]
    public async Task Decide_BeyondTheBudget_IsRefusedAndBooksNothing()
    {
        var season = await PanelSeason.BeginAsync(host, budget: 500_000);
        var panelId = await season.ReviewingAsync();
        await season.DecideAsync(panelId, season.Entries[0], Outcome.Shortlisted);

        var refused = await Should.ThrowAsync<BrokenRuleException>(() => season.DecideAsync(panelId, season.Entries[1], Outcome.Shortlisted));

        refused.Rule.Code.ShouldBe("round.budget");
        (await season.RoundNowAsync()).Committed.ShouldBe(new Twd(300_000));
        (await host.Db(db => db.Panels.AsNoTracking().SingleAsync(panel => panel.Id == panelId))).Decisions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Release_OfConcepts_TellsTheEntriesMakesMilestonesAndWritesLetters()
    {
        var season = await PanelSeason.BeginAsync(host);
        var (chosen, other) = (season.Entries[0], season.Entries[1]);
        var panelId = await season.ReviewingAsync();
        await season.DecideAsync(panelId, chosen, Outcome.Shortlisted);
        await season.DecideAsync(panelId, other, Outcome.NotShortlisted);
        (await EntryAsync(chosen)).Status.ShouldBe(EntryStatus.ConceptSubmitted, "nothing is known before the release");

        await season.ReleaseAsync(panelId);

        (await EntryAsync(chosen)).Status.ShouldBe(EntryStatus.Shortlisted);
        (await EntryAsync(chosen)).ConceptFeedback.ShouldBe("理由");
        (await EntryAsync(other)).Status.ShouldBe(EntryStatus.NotShortlisted);
        (await MilestonesAsync(other)).ShouldBeEmpty();
        (await MilestonesAsync(chosen)).Select(milestone => (milestone.Order, milestone.Amount, milestone.Status)).ShouldBe(
        [
            (1, new Twd(50_000), MilestoneStatus.NotDue), (2, new Twd(100_000), MilestoneStatus.NotDue),
            (3, new Twd(100_000), MilestoneStatus.NotDue), (4, new Twd(50_000), MilestoneStatus.NotDue),
        ]);
        (await LettersAboutAsync(chosen)).ShouldBe(3); // two members and the contact
        (await LettersAboutAsync(other)).ShouldBe(3);
    }

    [Fact]
    public async Task Release_Twice_OrWithAnEntryUndecided_IsRefused()
    {
        var season = await PanelSeason.BeginAsync(host);
        var panelId = await season.ReviewingAsync();
        await season.DecideAsync(panelId, season.Entries[0], Outcome.NotShortlisted);

        (await Should.ThrowAsync<BrokenRuleException>(() => season.ReleaseAsync(panelId))).Rule.Code.ShouldBe("panel.undecided");
        await season.DecideAsync(panelId, season.Entries[1], Outcome.NotShortlisted);
        await season.ReleaseAsync(panelId);

        (await Should.ThrowAsync<BrokenRuleException>(() => season.ReleaseAsync(panelId))).Rule.Code.ShouldBe("panel.transition");
    }

    [Fact]
    public async Task Release_FreesWhatWasBookedForATeamThatLeft()
    {
        var season = await PanelSeason.BeginAsync(host);
        var panelId = await season.ReviewingAsync();
        await season.DecideAsync(panelId, season.Entries[0], Outcome.Shortlisted);
        await season.DecideAsync(panelId, season.Entries[1], Outcome.NotShortlisted);
        await host.Db(async db =>
        {
            (await db.Entries.SingleAsync(entry => entry.Id == season.Entries[0].Id)).Withdraw("時間不足", season.Given.Portal());
            await db.SaveChangesAsync();
        });

        await season.ReleaseAsync(panelId);

        (await season.RoundNowAsync()).Committed.ShouldBe(Twd.Zero);
        (await EntryAsync(season.Entries[0])).Committed.ShouldBe(Twd.Zero);
    }

    [Fact]
    public async Task Release_OfProofs_BooksTheLevelAndMakesItDueAtOnce()
    {
        var season = await PanelSeason.BeginAsync(host, conceptInDays: -5, status: EntryStatus.ProofSubmitted);
        var (best, other) = (season.Entries[0], season.Entries[1]);
        var panelId = await season.ReviewingAsync(ReviewStage.Proof);
        await season.DecideAsync(panelId, best, Outcome.Awarded, AwardLevel.Outstanding);
        await season.DecideAsync(panelId, other, Outcome.NotAwarded);

        await season.ReleaseAsync(panelId);

        (await EntryAsync(best)).ShouldSatisfyAllConditions(
            entry => entry.Status.ShouldBe(EntryStatus.Decided), entry => entry.Level.ShouldBe(AwardLevel.Outstanding), entry => entry.Committed.ShouldBe(new Twd(700_000)));
        var proof = (await MilestonesAsync(best)).Single(milestone => milestone.Tier == AwardTier.Proof);
        (proof.Amount, proof.Status).ShouldBe((new Twd(400_000), MilestoneStatus.Due));
        (await EntryAsync(other)).Level.ShouldBeNull();
    }

    [Fact]
    public async Task Release_WhileTheIntakeIsOpenAgain_IsRefused()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var panelId = await season.ReviewingAsync();
        await season.DecideAsync(panelId, season.Entries[0], Outcome.NotShortlisted);
        await season.Given.Reschedule(season.Round.Id, 20, 120);

        (await Should.ThrowAsync<BrokenRuleException>(() => season.ReleaseAsync(panelId))).Rule.Code.ShouldBe("panel.intake-open");
    }

    private Task<Entry> EntryAsync(Entry entry) => host.Db(db => db.Entries.AsNoTracking().SingleAsync(found => found.Id == entry.Id));

    private Task<List<Milestone>> MilestonesAsync(Entry entry) => host.Db(db =>
        db.Milestones.AsNoTracking().Where(milestone => milestone.EntryId == entry.Id).OrderBy(milestone => milestone.Order).ToListAsync());

    private Task<int> LettersAboutAsync(Entry entry) => host.Db(db => db.Letters.CountAsync(letter => letter.Subject == $"構想審查結果：{entry.Code}"));
}
