using AigoPortal.Data.Identity;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Demo;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;

namespace AigoPortal.Web.Tests.Demo;

public class DemonstrationSeasonTests(DemonstrationHost host) : IClassFixture<DemonstrationHost>
{
    [Fact]
    public async Task Entries_AreInEveryStatus() =>
        (await host.Db(db => db.Entries.Select(entry => entry.Status).Distinct().ToListAsync())).ShouldBe(Enum.GetValues<EntryStatus>(), ignoreOrder: true);

    [Fact]
    public async Task Problems_AreInEveryStatus() =>
        (await host.Db(db => db.Problems.Select(problem => problem.Status).Distinct().ToListAsync())).ShouldBe(Enum.GetValues<ProblemStatus>(), ignoreOrder: true);

    [Fact]
    public async Task Milestones_AreInEveryStatus() =>
        (await host.Db(db => db.Milestones.Select(milestone => milestone.Status).Distinct().ToListAsync())).ShouldBe(Enum.GetValues<MilestoneStatus>(), ignoreOrder: true);

    [Fact]
    public async Task Ledger_IsOneIntactChain_AndReconciles()
    {
        var rows = await host.Db(db => db.Ledger.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync());
        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => row.IsIntact && row.Gross == row.Tax + row.Net && row.ApproverId != row.ReleaserId);
        rows.Select(row => row.PreviousHash).ShouldBe(rows.Select(row => row.Hash).Prepend(LedgerRow.Origin).SkipLast(1));
        rows.Select(row => row.PostedAt).ShouldBeInOrder();
        var paid = await host.Db(db => db.Milestones.Where(milestone => milestone.Status == MilestoneStatus.Paid).Select(milestone => milestone.Amount).ToListAsync());
        rows.Sum(row => row.Gross).ShouldBe(paid.Sum());
    }

    [Fact]
    public async Task Rounds_HaveCommitted_WhatTheirEntriesHave()
    {
        var rounds = await host.Db(db => db.Rounds.AsNoTracking().ToListAsync());
        var entries = await host.Db(db => db.Entries.AsNoTracking().Select(entry => new { entry.RoundId, entry.Committed }).ToListAsync());
        rounds.ShouldAllBe(round => round.Committed == entries.Where(entry => entry.RoundId == round.Id).Sum(entry => entry.Committed));
    }

    [Fact]
    public async Task Files_AreStored()
    {
        var files = await host.Db(db => db.Files.AsNoTracking().ToListAsync());
        var store = host.Services.GetRequiredService<AigoPortal.Web.Files.FileStore>();
        files.Count.ShouldBeGreaterThan(50);
        foreach (var file in files)
        {
            using var content = store.Open(file.Sha256);
            content.Length.ShouldBe(file.Size);
        }
    }

    [Fact]
    public async Task NothingHappens_AfterNow()
    {
        var now = TimeProvider.System.GetUtcNow();
        (await host.Db(db => db.AuditEvents.CountAsync(line => line.At > now))).ShouldBe(0);
    }

    [Theory]
    [InlineData("participant@aigo.example", "Participant")]
    [InlineData("poser@aigo.example", "Poser")]
    [InlineData("mentor@aigo.example", "Mentor")]
    [InlineData("reviewer@aigo.example", "Reviewer")]
    [InlineData("officer@aigo.example", "Officer")]
    [InlineData("officer2@aigo.example", "Officer")]
    [InlineData("auditor@aigo.example", "Auditor")]
    [InlineData("admin@aigo.example", "Administrator")]
    public async Task Accounts_OpenWithThePassword(string email, string role)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await accounts.FindByEmailAsync(email)).ShouldNotBeNull();
        (await accounts.CheckPasswordAsync(account, "aigo-demo-2026")).ShouldBeTrue();
        (await accounts.GetRolesAsync(account)).ShouldBe([role]);
    }

    [Fact]
    public async Task Loading_ASecondTime_ChangesNothing()
    {
        var before = await host.Db(db => db.AuditEvents.CountAsync());
        await using var scope = host.Services.CreateAsyncScope();
        (await DemonstrationSeason.LoadAsync(scope.ServiceProvider, NullLogger.Instance)).ShouldBeTrue();
        (await host.Db(db => db.AuditEvents.CountAsync())).ShouldBe(before);
    }
}
