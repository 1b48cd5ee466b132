using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Teams;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AigoPortal.Web.Tests.Workflows;

/// <summary>A cooperating entry with its milestones, a team of three and two officers.</summary>
internal sealed record Awarded(PortalHost Host, Given Given, Entry Entry, Team Team, Person Leader, Person Member, Person Foreigner, Person Approver, Person Releaser)
{
    public static async Task<Awarded> ByAsync(PortalHost host, EntryStatus status = EntryStatus.Cooperating)
    {
        var given = new Given(host);
        var poser = await given.Person(Roles.Poser);
        var (leader, member, foreigner) = (await given.Person(name: "林隊長"), await given.Person(name: "王組員"), await given.Person(name: "John Smith", nationality: "US"));
        var round = await given.Round();
        var problem = await given.Problem(round, await given.Organisation(poser), poser);
        var team = await given.Team(round, leader, member, foreigner);
        var entry = await given.Entry(round, problem, team, status);
        return new Awarded(host, given, entry, team, leader, member, foreigner, await given.Person(Roles.Officer, "核准人"), await given.Person(Roles.Officer, "撥付人"));
    }

    public Task<Milestone> Milestone(int order) => Host.Db(db => db.Milestones.AsNoTracking().SingleAsync(milestone => milestone.EntryId == Entry.Id && milestone.Order == order));

    public async Task<string> Address(int order) => $"/team/milestone/{(await Milestone(order)).Id}";

    public async Task<string> OfficeAddress(int order) => $"/office/milestones/{(await Milestone(order)).Id}";

    /// <summary>The scheme asks for a paper and allows legal entities; gives the team's address of the milestone.</summary>
    public async Task<string> AskForAsync(int order, string paper)
    {
        await Host.Db(async db =>
        {
            var milestone = await db.Milestones.SingleAsync(found => found.EntryId == Entry.Id && found.Order == order);
            db.Entry(milestone).Property(found => found.Papers).CurrentValue = [paper];
            db.Entry(milestone).Property(found => found.AllowsLegalEntity).CurrentValue = true;
            if (milestone.Status == MilestoneStatus.NotDue)
            {
                milestone.FallDue(Given.Portal());
            }

            await db.SaveChangesAsync();
        });
        return await Address(order);
    }

    public async Task StateAsync(Person person, TaxStatus status = TaxStatus.Resident)
    {
        var secrets = Host.Services.GetRequiredService<SecretText>();
        await Host.Db(async db =>
        {
            db.PayeeProfiles.Add(new PayeeProfile(person.Id, new PayeeStatement(
                status, secrets.Seal("A123456789"), SecretText.Mask("A123456789"), "臺北市中正區", "700", secrets.Seal("00012345678901"), SecretText.Mask("00012345678901", 1)), Given.By(person)));
            await db.SaveChangesAsync();
        });
    }

    /// <summary>The finalist award (no evidence needed), divided over the members, approved and ready to be paid.</summary>
    public async Task<Guid> ApprovedAsync(params (Person Person, long Amount)[] shares)
    {
        var id = (await Milestone(1)).Id;
        await Host.Db(async db =>
        {
            var milestone = await db.Milestones.SingleAsync(found => found.Id == id);
            var team = await db.Teams.Include(found => found.Members).SingleAsync(found => found.Id == Team.Id);
            milestone.Divide([.. shares.Select(share => new PayeeShare(share.Person.Id, new Twd(share.Amount)))], team, Given.By(Leader));
            milestone.SubmitEvidence(shares.Select(share => share.Person.Id).ToHashSet(), Given.By(Leader));
            milestone.Approve(Given.By(Approver));
            await db.SaveChangesAsync();
        });
        return id;
    }

    /// <summary>The finalist award paid out to leader and member, whose accounts are stated if they weren't.</summary>
    public async Task<Guid> PaidAsync(long leader = 30_000, long member = 20_000)
    {
        foreach (var person in new[] { Leader, Member })
        {
            if (!await Host.Db(db => db.PayeeProfiles.AnyAsync(profile => profile.Id == person.Id)))
            {
                await StateAsync(person);
            }
        }

        var id = await ApprovedAsync((Leader, leader), (Member, member));
        await Run<ReleaseMilestone>(work => work.RunAsync(id, Given.By(Releaser), CancellationToken.None));
        return id;
    }

    /// <summary>A batch of this award's transfers (and whatever else waits), built by the approver and sent by the releaser; its address.</summary>
    public async Task<string> SentBatchAsync()
    {
        await PaidAsync();
        var batch = await Run<BuildPaymentBatch, PaymentBatch>(work => work.RunAsync(null, Given.By(Approver), CancellationToken.None));
        await Host.Db(async db =>
        {
            var found = await db.PaymentBatches.SingleAsync(known => known.Id == batch.Id);
            found.Send(await db.Transfers.Where(transfer => transfer.BatchId == batch.Id).ToListAsync(), Given.By(Releaser));
            await db.SaveChangesAsync();
        });
        return $"/office/payments/{batch.Id}";
    }

    /// <summary>Runs a workflow in a scope of its own.</summary>
    public async Task<TResult> Run<TWorkflow, TResult>(Func<TWorkflow, Task<TResult>> work)
        where TWorkflow : notnull
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TWorkflow>());
    }

    /// <summary>Runs a workflow in a scope of its own.</summary>
    public Task Run<TWorkflow>(Func<TWorkflow, Task> work)
        where TWorkflow : notnull => Run<TWorkflow, bool>(async workflow =>
    {
        await work(workflow);
        return true;
    });
}
