using System.Net;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Review;

public sealed class DeclareTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Declare_KeepsPreferences_AndTheEntryWithAConflictVanishes()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 3);
        var address = $"/review/panels/{await season.BiddingAsync(1)}/declare";
        var reviewer = await host.As(season.Reviewers[0]);
        (await season.LettersToAsync(season.Reviewers[0])).ShouldContain("請申報利益關係與審查偏好：構想審查會");
        var (wanted, conflict, other) = (season.Entries[0].Code, season.Entries[1].Code, season.Entries[2].Code);

        var saved = await reviewer.PostAsync(address, new Dictionary<string, string>
        {
            [$"Input.Entries[{wanted}].Preference"] = "Wanted",
            [$"Input.Entries[{conflict}].Conflicts"] = "true",
            [$"Input.Entries[{conflict}].Kind"] = "Teaching",
            [$"Input.Entries[{conflict}].Note"] = "隊長是我的學生",
        });

        saved.WasAccepted.ShouldBeTrue(saved.Text);
        var page = await reviewer.GetAsync(address);
        page.Text.ShouldContain(other);
        page.Text.ShouldNotContain(conflict);
        (await reviewer.GetAsync($"{address}?q={conflict}")).Text.ShouldNotContain($"{conflict} ");
        page.Page.QuerySelector($"[name='Input.Entries[{wanted}].Preference'][checked]")!.GetAttribute("value").ShouldBe("Wanted");
        (await host.Db(db => db.Preferences.CountAsync(preference => preference.PersonId == season.Reviewers[0].Id))).ShouldBe(1);
        var known = await host.Db(db => db.ConflictsOfInterest.SingleAsync(known => known.EntryId == season.Entries[1].Id));
        (known.PersonId, known.Source, known.Kind, known.Note).ShouldBe((season.Reviewers[0].Id, ConflictSource.Declared, ConflictKind.Teaching, "隊長是我的學生"));
    }

    [Fact]
    public async Task AConflictWithoutWords_IsRefusedAtItsEntry_AndKeepsEverythingTyped()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 2);
        var address = $"/review/panels/{await season.BiddingAsync(1)}/declare";
        var reviewer = await host.As(season.Reviewers[0]);
        var (one, two) = (season.Entries[0].Code, season.Entries[1].Code);

        var refused = await reviewer.PostAsync(address, new Dictionary<string, string>
        {
            [$"Input.Entries[{one}].Preference"] = "Unwanted",
            [$"Input.Entries[{two}].Conflicts"] = "true",
            [$"Input.Entries[{two}].Note"] = "",
        });

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("請選擇關係");
        refused.Text.ShouldContain("請說明利益關係");
        refused.Page.QuerySelector($"[name='Input.Entries[{one}].Preference'][checked]")!.GetAttribute("value").ShouldBe("Unwanted");
        refused.Page.QuerySelector($"[name='Input.Entries[{two}].Conflicts'][checked]").ShouldNotBeNull();
        (await host.Db(db => db.Preferences.CountAsync(preference => preference.PersonId == season.Reviewers[0].Id))).ShouldBe(0);
    }

    [Fact]
    public async Task OnlyAcceptedSeats_WhileThePanelReviews()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var preparing = await season.PrepareAsync();
        var (invited, stranger) = (await season.InviteAsync(preparing), await season.Given.Person(Roles.Reviewer));
        var reviewer = await host.As(season.Reviewers[0]);
        (await reviewer.GetAsync($"/review/panels/{preparing}/declare")).Status.ShouldBe(HttpStatusCode.NotFound);
        await host.Db(async db =>
        {
            (await db.Panels.SingleAsync(panel => panel.Id == preparing)).Remove(invited.Id, season.Given.By(season.Officer));
            await db.SaveChangesAsync();
        });
        await season.RunAsync<Web.Workflows.ConvenePanel>(workflow => workflow.RunAsync(preparing, "理由", season.Given.By(season.Officer), CancellationToken.None));
        (await reviewer.GetAsync($"/review/panels/{preparing}/declare")).Status.ShouldBe(HttpStatusCode.NotFound);

        await season.DeadlineAsync();

        (await reviewer.GetAsync($"/review/panels/{preparing}/declare")).Status.ShouldBe(HttpStatusCode.OK);
        (await (await host.As(stranger)).GetAsync($"/review/panels/{preparing}/declare")).Status.ShouldBe(HttpStatusCode.NotFound);
        await season.DecideAsync(preparing, season.Entries[0], Outcome.NotShortlisted);
        await season.ReleaseAsync(preparing);
        (await reviewer.GetAsync($"/review/panels/{preparing}/declare")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task InADoubleBlindRound_TeamsHaveNoNames()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        await season.AddEntryAsync(EntryStatus.ConceptSubmitted, await season.Given.Person(affiliation: "成功大學"));
        var team = await host.Db(db => db.Teams.Where(team => team.Id == season.Entries[0].TeamId).Select(team => team.Name).SingleAsync());
        var address = $"/review/panels/{await season.BiddingAsync(1)}/declare";
        var reviewer = await host.As(season.Reviewers[0]);
        var open = await reviewer.GetAsync(address);
        open.Text.ShouldContain(team);
        open.Text.ShouldContain("成功大學");

        await host.Db(db => db.Rounds.Where(round => round.Id == season.Round.Id).ExecuteUpdateAsync(round => round.SetProperty(one => one.Blindness, Blindness.Double)));

        var blind = await reviewer.GetAsync(address);
        blind.Text.ShouldContain(season.Entries[0].Code);
        blind.Text.ShouldNotContain(team);
        blind.Text.ShouldNotContain("成功大學");
        (await reviewer.GetAsync($"{address}?q={Uri.EscapeDataString(team)}")).Text.ShouldNotContain(season.Entries[0].Code);
    }
}
