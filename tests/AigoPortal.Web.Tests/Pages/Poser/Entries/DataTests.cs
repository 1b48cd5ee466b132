using System.Net;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Poser.Entries;

/// <summary>On which paper a matched team gets to data: noted by the poser or the office, seen by the team, revoked with a reason.</summary>
public sealed class DataTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);

    [Theory]
    [InlineData("poser")]
    [InlineData("office")]
    public async Task ANotedAccess_IsSeenByTheTeam_AndRevokedWithAReason(string side)
    {
        var (entry, poser, leader) = await ArrangeAsync(EntryStatus.Matched);
        var (noting, team) = (await host.As(side == "poser" ? poser : await _given.Person(Roles.Officer)), await host.As(leader));
        var address = $"/{side}/entries/{entry.Code}/data";

        (await noting.PostAsync(address, Fields())).Text.ShouldContain("請選擇合約或保密協議的檔案");
        (await noting.PostAsync(address, new Dictionary<string, string>(Fields()) { ["Input.Until"] = "2025-01-01" })).Text.ShouldContain("迄日不能早於起日");
        (await noting.PostAsync(address, Fields(), files: new Dictionary<string, Upload> { ["Input.Paper"] = Upload.Pdf("保密協議.pdf") })).WasAccepted.ShouldBeTrue();

        var seen = await team.GetAsync($"/team/entries/{entry.Code}");
        seen.Text.ShouldContain("保密協議.pdf");
        seen.Text.ShouldContain("X 光照片");
        (await team.GetRawAsync(seen.Page.QuerySelector("section:has(#data-access) a[href^='/files/']")!.GetAttribute("href")!)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var id = await host.Db(db => db.DataAccesses.Where(access => access.EntryId == entry.Id).Select(access => access.Id).SingleAsync());
        (await noting.PostAsync($"{address}?revoke={id}", form: "handler=Revoke")).Text.ShouldContain("請寫明原因");
        (await noting.PostAsync($"{address}?revoke={id}", new Dictionary<string, string> { ["Input.Reason"] = "合作中止" }, "handler=Revoke")).WasAccepted.ShouldBeTrue();
        (await team.GetAsync($"/team/entries/{entry.Code}")).Text.ShouldContain("合作中止");
        (await noting.ForgeAsync(address, $"{address}?revoke={id}&handler=Revoke", new Dictionary<string, string> { ["Input.Reason"] = "再一次" })).Text.ShouldContain("已經撤銷");
        (await host.Db(db => db.AuditEvents.Where(line => line.SubjectId == id).Select(line => line.Verb).ToListAsync())).ShouldBe(["data-access.record", "data-access.revoke"], ignoreOrder: true);
    }

    [Fact]
    public async Task BeforeTheMatch_NothingIsNoted()
    {
        var (entry, poser, _) = await ArrangeAsync(EntryStatus.Applied);
        var answer = await (await host.As(poser)).ForgeAsync("/poser/organisation", $"/poser/entries/{entry.Code}/data", Fields());
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("媒合成功後才能登錄資料取用");
    }

    private static Dictionary<string, string> Fields() => new()
    {
        ["Input.Kind"] = "Nda",
        ["Input.DataSets"] = "X 光照片",
        ["Input.From"] = "2026-01-01",
        ["Input.Until"] = "2026-12-31",
    };

    private async Task<(Entry Entry, Person Poser, Person Leader)> ArrangeAsync(EntryStatus status)
    {
        var (round, poser, leader) = (await _given.Round(), await _given.Person(Roles.Poser), await _given.Person());
        var problem = await _given.Problem(round, await _given.Organisation(poser), poser);
        return (await _given.Entry(round, problem, await _given.Team(round, leader, await _given.Person()), status), poser, leader);
    }
}
