using System.Net;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.People;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Tests.Workflows;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office;

public sealed class PaymentsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task ABatch_IsBuilt_SentByAnother_AnsweredByTheBank_AndWhatCameBackIsTriedAgain()
    {
        var award = await Awarded.ByAsync(host);
        await award.PaidAsync();
        var (builder, sender) = (await host.As(award.Approver), await host.As(award.Releaser));

        (await builder.GetAsync("/office/payments")).Text.ShouldContain("2 筆待匯，共 45,000 元");
        var built = await builder.PostAsync("/office/payments", form: "handler=Build");
        built.WasAccepted.ShouldBeTrue();
        var address = built.Location!;
        (await builder.GetAsync(address)).Text.ShouldContain("請另一位承辦送件");
        (await builder.ForgeAsync("/office/payments", $"{address}?handler=Send", new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await sender.PostAsync(address, form: "handler=Send")).WasAccepted.ShouldBeTrue();

        var bad = await sender.PostAsync(address, new Dictionary<string, string> { ["Input.PaidOn"] = "2999-01-01", ["Input.Reference"] = "R-1" }, "handler=Pay");
        bad.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        bad.ValueOf("Input.Reference").ShouldBe("R-1");
        var transfers = await TransfersAsync(award);
        var returned = $"{address}?transfer={transfers[0].Id}";
        (await sender.PostAsync(returned, new Dictionary<string, string> { ["Input.Reason"] = "" }, "handler=Return")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await sender.PostAsync(returned, new Dictionary<string, string> { ["Input.Reason"] = "戶名不符" }, "handler=Return")).WasAccepted.ShouldBeTrue();
        (await sender.PostAsync(address, new Dictionary<string, string> { ["Input.PaidOn"] = $"{award.Given.Now.AddDays(-1):yyyy-MM-dd}", ["Input.Reference"] = "R-1" }, "handler=Pay")).WasAccepted.ShouldBeTrue();
        (await sender.GetAsync(address)).Text.ShouldContain("已結案");

        transfers = await TransfersAsync(award);
        transfers.Select(transfer => transfer.Status).ShouldBe([TransferStatus.Returned, TransferStatus.Paid]);
        var subjects = await host.Db(db => db.Letters.Where(letter => letter.Subject.Contains(award.Entry.Code)).Select(letter => letter.Subject).ToListAsync());
        subjects.ShouldContain(subject => subject.StartsWith("匯款遭退回"));
        subjects.ShouldContain(subject => subject.StartsWith("獎金已匯入"));
        var team = await host.As(award.Leader);
        (await team.GetAsync(await award.Address(1))).Text.ShouldContain("戶名不符");

        (await sender.GetAsync("/office/payments")).Text.ShouldContain("尚未更新");
        (await sender.PostAsync("/office/payments", form: "handler=Reissue")).WasAccepted.ShouldBeTrue();
        (await TransfersAsync(award)).Select(transfer => (transfer.Status, transfer.Attempt)).ShouldBe(
            [(TransferStatus.Reissued, 1), (TransferStatus.Waiting, 2), (TransferStatus.Paid, 1)]);
        var second = (await builder.PostAsync("/office/payments", form: "handler=Build")).Location!;
        (await sender.PostAsync(second, form: "handler=Send")).Text.ShouldContain("您核准的重新匯款");

        var auditor = await host.As(await award.Given.Person(Roles.Auditor));
        (await auditor.GetAsync("/audit/payments")).Text.ShouldContain("-B001");
        (await auditor.GetAsync(address.Replace("/office/", "/audit/", StringComparison.Ordinal))).Text.ShouldContain("R-1");
    }

    [Fact]
    public async Task TheBankFile_OpensTheAccounts_AndTheTrailSaysWhoTookIt()
    {
        var award = await Awarded.ByAsync(host);
        var address = await award.SentBatchAsync();
        var officer = await host.As(award.Approver);

        using var file = await officer.GetRawAsync($"{address}/bank.csv");
        var text = await file.Content.ReadAsStringAsync();

        text.TrimStart('\uFEFF').ShouldStartWith("銀行代碼,帳號,戶名,金額,憑證號\r\n");
        text.ShouldContain("700,00012345678901,林隊長,27000,");
        file.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var id = Guid.Parse(address[^36..]);
        (await host.Db(db => db.AuditEvents.CountAsync(one => one.Verb == "batch.export" && one.SubjectId == id && one.PersonId == award.Approver.Id))).ShouldBe(1);
        var page = await officer.GetAsync(address);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldNotContain("00012345678901");
    }

    [Fact]
    public async Task AReversal_IsAskedByOne_AndPostedByAnother()
    {
        var award = await Awarded.ByAsync(host);
        await award.PaidAsync();
        var address = $"{await award.OfficeAddress(1)}/reversal";
        var (asker, poster) = (await host.As(award.Approver), await host.As(award.Releaser));

        (await asker.PostAsync(address, form: "handler=Ask")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await asker.PostAsync(address, new Dictionary<string, string> { ["Input.Reason"] = "分配有誤" }, "handler=Ask")).WasAccepted.ShouldBeTrue();
        (await asker.GetAsync(address)).Text.ShouldContain("請另一位承辦登錄");
        (await poster.PostAsync(address, form: "handler=Post")).WasAccepted.ShouldBeTrue();

        (await award.Milestone(1)).Status.ShouldBe(MilestoneStatus.Returned);
        (await poster.GetAsync(address)).Text.ShouldContain("−27,000");
        var auditor = await host.As(await award.Given.Person(Roles.Auditor));
        (await auditor.GetAsync($"/audit/ledger?entry={award.Entry.Code}")).Text.ShouldContain("分配有誤");
        using var csv = await auditor.GetRawAsync($"/audit/ledger/csv?entry={award.Entry.Code}");
        (await csv.Content.ReadAsStringAsync()).ShouldContain(",分配有誤\r\n");
        using var pdf = await auditor.GetRawAsync($"/audit/ledger/pdf?entry={award.Entry.Code}");
        pdf.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task WhatIsNotThere_IsNotFound()
    {
        var award = await Awarded.ByAsync(host);
        var officer = await host.As(award.Approver);
        foreach (var url in new[] { $"/office/payments/{Guid.NewGuid()}", $"/office/payments/{Guid.NewGuid()}/bank.csv", $"/office/milestones/{Guid.NewGuid()}/reversal" })
        {
            (await officer.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private Task<List<Transfer>> TransfersAsync(Awarded award) => host.Db(db => db.Transfers.AsNoTracking()
        .Where(transfer => transfer.EntryCode == award.Entry.Code).OrderBy(transfer => transfer.LedgerSequence).ThenBy(transfer => transfer.Attempt).ToListAsync());
}
