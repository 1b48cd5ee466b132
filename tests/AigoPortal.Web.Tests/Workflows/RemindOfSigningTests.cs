using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Trail;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Workflows;

public sealed class RemindOfSigningTests(PortalHost host) : IClassFixture<PortalHost>
{
    private Round _round = null!;
    private Person _leader = null!;
    private Person _poser = null!;
    private Entry _entry = null!;

    [Fact]
    public async Task EachReminder_IsWrittenOnce_AlsoWhenTheJobRunsTwice()
    {
        await ArrangeAsync();
        var due = _round.CooperationDeadline;

        await RunAsync(due.AddDays(-8));
        (await CountsAsync()).ShouldBe((0, 0));
        await RunAsync(due.AddDays(-7));
        await RunAsync(due.AddDays(-6));
        (await CountsAsync()).ShouldBe((1, 1));
        await RunAsync(due.AddDays(-1));
        await RunAsync(due.AddMinutes(-1));
        (await CountsAsync()).ShouldBe((2, 2));
        await RunAsync(due);
        await RunAsync(due.AddDays(9));

        (await CountsAsync()).ShouldBe((2, 2));
    }

    [Fact]
    public async Task RunLate_OnlyTheNearerReminderIsWritten()
    {
        await ArrangeAsync();

        await RunAsync(_round.CooperationDeadline.AddHours(-3));

        (await CountsAsync()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task TwoNodesAtOnce_WriteOneReminder()
    {
        await ArrangeAsync();
        var at = _round.CooperationDeadline.AddDays(-7);

        await Task.WhenAll(QuietlyAsync(at), QuietlyAsync(at));

        (await CountsAsync()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task WhoHasSigned_IsLeftAlone()
    {
        await ArrangeAsync();
        var given = new Given(host);
        var file = await given.File(_leader);
        await host.Db(async db =>
        {
            (await db.Entries.SingleAsync(entry => entry.Id == _entry.Id)).SignByTeam(file.Id, given.By(_leader));
            await db.SaveChangesAsync();
        });

        await RunAsync(_round.CooperationDeadline.AddDays(-2));

        (await CountsAsync()).ShouldBe((0, 1));
    }

    private async Task<(int Team, int Poser)> CountsAsync() => (await CountAsync(_leader), await CountAsync(_poser));

    private Task<int> CountAsync(Person person) => host.Db(db => db.Letters.CountAsync(letter => letter.To == person.Email && letter.Subject.Contains("前簽署")));

    private async Task RunAsync(DateTimeOffset at)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RemindOfSigning>().RunAsync(Actor.Portal(at), CancellationToken.None);
    }

    // The one that comes second is refused by the reminder's key or the paper's version, and finds the mark the next time.
    private async Task QuietlyAsync(DateTimeOffset at)
    {
        try
        {
            await RunAsync(at);
        }
        catch (Domain.Rules.BrokenRuleException)
        {
        }
    }

    private async Task ArrangeAsync()
    {
        var given = new Given(host);
        _round = await given.Round();
        (_poser, _leader) = (await given.Person(Roles.Poser), await given.Person());
        var problem = await given.Problem(_round, await given.Organisation(_poser), _poser);
        _entry = await given.Entry(_round, problem, await given.Team(_round, _leader, await given.Person()), EntryStatus.Shortlisted);
    }
}
