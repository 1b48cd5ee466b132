using System.Net;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Poser.Problems;

/// <summary>Who reads what of a problem: each role × each state, on every page that shows the problem, and its files.</summary>
public class ConfidentialTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Secret = "產線良率只有六成";

    private static readonly ProblemStatus[] States =
        [ProblemStatus.Draft, ProblemStatus.Submitted, ProblemStatus.Returned, ProblemStatus.Optimising, ProblemStatus.Listed, ProblemStatus.Closed, ProblemStatus.Withdrawn];

    private readonly Given _given = new(host);

    [Fact]
    public async Task TheConfidentialPart_IsForTheOrganisationTheOfficeAndMatchedTeams_AndTheRestFollowsTheState()
    {
        var wrong = new List<string>();
        var asked = 0;
        foreach (var state in States)
        {
            var scene = await ArrangeAsync(state);
            var isPublic = state.IsPublic();
            foreach (var (role, browser) in scene.Browsers)
            {
                var isHandedIn = state is not (ProblemStatus.Draft or ProblemStatus.Withdrawn); // here withdrawn as a draft
                var isInside = role is "poser" or "colleague" || (role == "officer" && isHandedIn);
                var mayReadAll = isInside || (isPublic && role == "matched");
                var pages = "";
                foreach (var address in scene.Pages)
                {
                    pages += (await browser.GetAsync(address)).Body;
                }

                Expect($"{role}, {state}: the words", pages.Contains(Secret, StringComparison.Ordinal), mayReadAll);
                Expect($"{role}, {state}: a link to the confidential file", pages.Contains(scene.Secret.ToString(), StringComparison.Ordinal), mayReadAll);
                Expect($"{role}, {state}: the confidential file", await ReadsAsync(browser, scene.Secret), mayReadAll);
                Expect($"{role}, {state}: the other file", await ReadsAsync(browser, scene.Open), isInside || isPublic || mayReadAll);
                Expect($"{role}, {state}: the briefing", await ReadsAsync(browser, scene.Briefing), isInside || isPublic || (role == "mentor" && state == ProblemStatus.Optimising));
            }
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        asked.ShouldBe(States.Length * 10 * 5);

        void Expect(string what, bool reads, bool may)
        {
            asked++;
            if (reads != may)
            {
                wrong.Add($"{what}: {(reads ? "reads" : "does not read")}");
            }
        }
    }

    private static async Task<bool> ReadsAsync(PortalClient browser, Guid file)
    {
        using var answer = await browser.GetRawAsync($"/files/{file}");
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private async Task<Scene> ArrangeAsync(ProblemStatus state)
    {
        var round = await _given.Round();
        var (poser, colleague, stranger) = (await _given.Person(Roles.Poser), await _given.Person(Roles.Poser), await _given.Person(Roles.Poser));
        var organisation = await _given.Organisation(poser);
        await _given.Organisation(stranger);
        var problem = await _given.Problem(round, organisation, poser, ProblemStatus.Draft);
        var (open, secret) = (await _given.File(poser, "公開.pdf"), await _given.File(poser, "機密.pdf"));
        var (officer, auditor, mentor) = (await _given.Person(Roles.Officer), await _given.Person(Roles.Auditor), await _given.Person(Roles.Mentor));
        await host.Db(async db =>
        {
            (await db.Organisations.SingleAsync(known => known.Id == organisation.Id)).AddContact(colleague.Id, _given.By(poser));
            var found = await db.Problems.SingleAsync(known => known.Id == problem.Id);
            found.Write(found.Content with { Confidential = Secret }, found.DataSets, _given.By(poser));
            found.Attach([(open.Id, false), (secret.Id, true)], _given.By(poser));
            if (state is not ProblemStatus.Draft and not ProblemStatus.Withdrawn)
            {
                found.Submit(round, 1, $"{round.Code}-P900", _given.By(poser));
            }

            switch (state)
            {
                case ProblemStatus.Returned: found.Return("請補資料。", _given.By(officer)); break;
                case ProblemStatus.Optimising: found.Optimise(_given.By(officer)); break;
                case ProblemStatus.Withdrawn: found.Withdraw(_given.By(poser)); break;
                case ProblemStatus.Listed or ProblemStatus.Closed: found.List(Grade.Low, Grade.Low, _given.By(officer)); break;
            }

            await db.SaveChangesAsync();
        });
        if (state == ProblemStatus.Optimising)
        {
            await _given.Workshop(problem, mentor);
        }

        var pages = new List<string>
        {
            $"/poser/problems/details/{problem.Id}", $"/poser/problems/versions/{problem.Id}", $"/poser/problems/workshop/{problem.Id}",
            $"/office/problems/{problem.Id}", $"/office/problems/{problem.Id}/versions", $"/office/problems/{problem.Id}/workshop",
            $"/mentor/problems/{problem.Id}", "/problems", "/problems.atom", "/open-data/problems.csv", "/open-data/problems.json",
        };
        var (matched, applied, declined) = (await _given.Person(), await _given.Person(), await _given.Person());
        if (state.IsPublic())
        {
            var listed = await host.Db(db => db.Problems.AsNoTracking().SingleAsync(known => known.Id == problem.Id));
            pages.Add($"/problems/{listed.Code}");
            foreach (var (member, status) in new[] { (matched, EntryStatus.Matched), (applied, EntryStatus.Applied), (declined, EntryStatus.Declined) })
            {
                var entry = await _given.Entry(round, listed, await _given.Team(round, await _given.Person(), member), status);
                pages.Add($"/team/entries/{entry.Code}");
            }
        }

        if (state == ProblemStatus.Closed)
        {
            await host.Db(async db =>
            {
                (await db.Problems.SingleAsync(known => known.Id == problem.Id)).Close(_given.By(officer));
                await db.SaveChangesAsync();
            });
        }

        var browsers = new Dictionary<string, PortalClient>(StringComparer.Ordinal) { ["visitor"] = host.Visitor() };
        foreach (var (name, person) in new[] { ("poser", poser), ("colleague", colleague), ("another poser", stranger), ("matched", matched), ("applied", applied), ("declined", declined), ("officer", officer), ("auditor", auditor), ("mentor", mentor) })
        {
            browsers[name] = await host.As(person);
        }

        return new Scene(pages, browsers, problem.Content.BriefingFileId!.Value, open.Id, secret.Id);
    }

    private sealed record Scene(IReadOnlyList<string> Pages, IReadOnlyDictionary<string, PortalClient> Browsers, Guid Briefing, Guid Open, Guid Secret);
}
