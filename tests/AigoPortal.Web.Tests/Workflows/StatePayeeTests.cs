using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Workflows;

public sealed class StatePayeeTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task AChangeAfterTheApproval_SendsItBackToBeChecked_AndTellsTheApprover()
    {
        var award = await Awarded.ByAsync(host);
        await award.StateAsync(award.Leader);
        await award.StateAsync(award.Member);
        var id = await award.ApprovedAsync((award.Leader, 50_000));

        await StateAsync(award, award.Member, "99990000"); // without a share there
        (await award.Milestone(1)).Status.ShouldBe(MilestoneStatus.Approved);
        await StateAsync(award, award.Leader, null); // says the same again
        (await award.Milestone(1)).Status.ShouldBe(MilestoneStatus.Approved);
        await StateAsync(award, award.Leader, "99991234");

        var milestone = await award.Milestone(1);
        (milestone.Status, milestone.ApprovedBy).ShouldBe((MilestoneStatus.EvidenceSubmitted, null));
        var letter = await host.Db(db => db.Letters.SingleAsync(letter => letter.To == award.Approver.Email && letter.Subject.StartsWith("請重新核對")));
        letter.Body.ShouldContain("林隊長");
        var trail = await host.Db(db => db.AuditEvents.Where(line => line.SubjectId == award.Leader.Id && line.Verb == "payee.state").OrderBy(line => line.At).Select(line => line.Why).ToListAsync());
        trail[^1].ShouldNotBeNull();
        trail[^1]!.ShouldContain("****1234");
        trail[^1]!.ShouldNotContain("99991234");
        (await ReleaseAsync(id, award)).ShouldBe("milestone.transition");
    }

    [Fact]
    public async Task APayeeChangesWhileOthersApproveAndRelease_NeverPaidOnFactsNobodyApproved()
    {
        for (var i = 0; i < 6; i++)
        {
            var award = await Awarded.ByAsync(host);
            await award.StateAsync(award.Leader);
            var id = await award.ApprovedAsync((award.Leader, 50_000));
            var account = $"8888{i:D4}";

            var work = new List<Task> { StateAsync(award, award.Leader, account) };
            work.AddRange(Enumerable.Range(0, 4).Select(_ => ReleaseAsync(id, award)));
            await Task.WhenAll(work);

            var milestone = await award.Milestone(1);
            var profile = await host.Db(db => db.PayeeProfiles.AsNoTracking().SingleAsync(found => found.Id == award.Leader.Id));
            profile.AccountHint.ShouldBe($"****{account[^4..]}");
            if (milestone.Status == MilestoneStatus.Paid)
            {
                // Paid first: the change came after and found nothing to recheck.
                (await host.Db(db => db.AuditEvents.AnyAsync(line => line.SubjectId == id && line.Verb == "milestone.recheck"))).ShouldBeFalse();
            }
            else
            {
                milestone.Status.ShouldBe(MilestoneStatus.EvidenceSubmitted);
                (await host.Db(db => db.Ledger.AnyAsync(row => row.MilestoneId == id))).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public async Task AnApproval_OfFactsThatChangedMeanwhile_IsRefused()
    {
        var award = await Awarded.ByAsync(host);
        await award.StateAsync(award.Leader);
        var id = await award.ApprovedAsync((award.Leader, 50_000));
        await StateAsync(award, award.Leader, "77770001");
        var officer = await host.As(award.Approver);
        var url = await award.OfficeAddress(1);
        var seen = (await award.Milestone(1)).Version.ToString();
        await StateAsync(award, award.Leader, "77770002");

        var stale = await officer.ForgeAsync(url, $"{url}?handler=approve", new Dictionary<string, string> { ["Input.Seen"] = seen });

        stale.Text.ShouldContain("資料剛剛被其他人更新");
        (await officer.PostAsync(url, form: "handler=approve")).WasAccepted.ShouldBeTrue();
        (await ReleaseAsync(id, award)).ShouldBeNull();
    }

    private async Task StateAsync(Awarded award, Person person, string? account)
    {
        await Task.Yield();
        await using var scope = host.Services.CreateAsyncScope();
        var secrets = scope.ServiceProvider.GetRequiredService<SecretText>();
        await scope.ServiceProvider.GetRequiredService<StatePayee>().PersonAsync(
            person.Id,
            before => new PayeeStatement(
                TaxStatus.Resident, before!.SealedIdNumber, before.IdNumberHint, before.Address, before.BankCode,
                account is null ? before.SealedAccount : secrets.Seal(account), account is null ? before.AccountHint : $"****{account[^4..]}"),
            new Actor(person.Id, person.Name, TimeProvider.System.GetUtcNow()), CancellationToken.None);
    }

    private async Task<string?> ReleaseAsync(Guid id, Awarded award)
    {
        await Task.Yield();
        await using var scope = host.Services.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<ReleaseMilestone>().RunAsync(
                id, new Actor(award.Releaser.Id, award.Releaser.Name, TimeProvider.System.GetUtcNow()), CancellationToken.None);
            return null;
        }
        catch (BrokenRuleException refused)
        {
            return refused.Rule.Code;
        }
    }
}
