using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rules;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Workflows;

public class SubmitProblemTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);

    [Fact]
    public async Task TwentySimultaneousSubmissionsOfOneOrganisation_LeaveExactlyThree()
    {
        var poser = await _given.Person(Domain.People.Roles.Poser);
        var round = await _given.Round();
        var organisation = await _given.Organisation(poser);
        List<Guid> drafts = [];
        for (var i = 0; i < 20; i++)
        {
            drafts.Add((await _given.Problem(round, organisation, poser, ProblemStatus.Draft)).Id);
        }

        var outcomes = await Task.WhenAll(drafts.Select(id => Task.Run(() => SubmitAsync(id, _given.By(poser)))));

        outcomes.Count(rule => rule is null).ShouldBe(3);
        outcomes.OfType<BrokenRule>().Select(rule => rule.Code).Distinct().ShouldBe(["problem.quota"]);
        var submitted = await host.Db(db => db.Problems.Where(problem => problem.OrganisationId == organisation.Id && problem.Status == ProblemStatus.Submitted)
            .OrderBy(problem => problem.QuotaSlot).Select(problem => new { problem.QuotaSlot, problem.Code }).ToListAsync());
        submitted.Select(problem => problem.QuotaSlot).ShouldBe([1, 2, 3]);
        submitted.Select(problem => problem.Code).ShouldBe([$"{round.Code}-P001", $"{round.Code}-P002", $"{round.Code}-P003"]);
    }

    [Fact]
    public async Task TwoContactsOfOneOrganisation_ShareTheQuota()
    {
        var (first, second) = (await _given.Person(Domain.People.Roles.Poser), await _given.Person(Domain.People.Roles.Poser));
        var round = await _given.Round();
        var organisation = await _given.Organisation(first);
        await host.Db(async db =>
        {
            (await db.Organisations.SingleAsync(known => known.Id == organisation.Id)).AddContact(second.Id, _given.By(first));
            await db.SaveChangesAsync();
        });
        List<BrokenRule?> outcomes = [];
        foreach (var contact in new[] { first, second, first, second })
        {
            outcomes.Add(await SubmitAsync((await _given.Problem(round, organisation, contact, ProblemStatus.Draft)).Id, _given.By(contact)));
        }

        outcomes.Select(rule => rule?.Code).ShouldBe([null, null, null, "problem.quota"]);
    }

    [Fact]
    public async Task AMendedProblem_KeepsItsPlaceAndItsNumber()
    {
        var poser = await _given.Person(Domain.People.Roles.Poser);
        var round = await _given.Round();
        var organisation = await _given.Organisation(poser);
        var problem = await _given.Problem(round, organisation, poser, ProblemStatus.Returned, slot: 2);

        (await SubmitAsync(problem.Id, _given.By(poser))).ShouldBeNull();

        var again = await host.Db(db => db.Problems.SingleAsync(found => found.Id == problem.Id));
        again.Code.ShouldBe(problem.Code);
        again.QuotaSlot.ShouldBe(2);
        again.Status.ShouldBe(ProblemStatus.Submitted);
    }

    [Fact]
    public async Task AWithdrawnProblemsPlace_IsTakenByTheNext()
    {
        var poser = await _given.Person(Domain.People.Roles.Poser);
        var round = await _given.Round();
        var organisation = await _given.Organisation(poser);
        await _given.Problem(round, organisation, poser, ProblemStatus.Withdrawn, slot: 1);
        await _given.Problem(round, organisation, poser, ProblemStatus.Submitted, slot: 2);
        var draft = await _given.Problem(round, organisation, poser, ProblemStatus.Draft);

        (await SubmitAsync(draft.Id, _given.By(poser))).ShouldBeNull();

        (await host.Db(db => db.Problems.SingleAsync(found => found.Id == draft.Id))).QuotaSlot.ShouldBe(1);
    }

    private async Task<BrokenRule?> SubmitAsync(Guid id, Domain.Trail.Actor by)
    {
        await using var scope = host.Services.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<SubmitProblem>().RunAsync(id, by, CancellationToken.None);
            return null;
        }
        catch (BrokenRuleException broken)
        {
            return broken.Rule;
        }
    }
}
