using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.People;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Tests.Workflows;
using AigoPortal.Web.Workflows;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Audit;

public sealed class LedgerExportTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task EveryFormat_HoldsTheRowsOfThePage()
    {
        var award = await PaidAsync();
        var rows = await RowsAsync(award);
        var auditor = await host.As(await new Given(host).Person(Roles.Auditor, "稽核員"));
        var query = $"?entry={award.Entry.Code}&payee=John&kind=Payment";
        var page = await auditor.GetAsync("/audit/ledger" + query);
        page.Text.ShouldContain("總計（1 筆）");
        page.Text.ShouldNotContain("林隊長");

        using var json = JsonDocument.Parse(await BytesAsync(auditor, "/audit/ledger/json" + query));
        json.RootElement.GetProperty("filters").EnumerateArray().Select(filter => filter.GetString()).ShouldBe([$"案號 {award.Entry.Code}", "受款人 John", "類別 撥付"]);
        var row = json.RootElement.GetProperty("rows").EnumerateArray().ShouldHaveSingleItem();
        row.GetProperty("voucherNumber").GetString().ShouldBe(rows.Single(known => known.PayeeName == "John Smith").VoucherNumber);
        HashOf(row).ShouldBe(row.GetProperty("hash").GetString());
        json.RootElement.GetProperty("totals").GetProperty("gross").GetInt64().ShouldBe(16_667);

        using var book = SpreadsheetDocument.Open(new MemoryStream(await BytesAsync(auditor, "/audit/ledger/xlsx" + query)), isEditable: false);
        var sheet = (WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Descendants<Sheet>().First().Id!.Value!);
        sheet.Worksheet.Descendants<Row>().Count().ShouldBe(2);
        sheet.Worksheet.InnerText.ShouldContain("John Smith");

        var trail = await auditor.GetAsync("/audit/trail?verb=ledger.&person=稽核員");
        trail.Text.ShouldContain("ledger.export-xlsx");
        trail.Text.ShouldContain("ledger.export-json");
    }

    [Fact]
    public async Task AReversal_IsInThePageAndInEveryFormat()
    {
        var award = await PaidAsync();
        var paid = (await RowsAsync(award))[0];
        await host.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var last = await db.LockLedgerAsync(CancellationToken.None);
            var asked = new ReversalRequest(award.Approver.Id, award.Approver.Name, award.Given.Now, "受款帳戶有誤");
            await db.PostAsync([new LedgerRow(last!, paid, asked, award.Given.By(award.Releaser))], CancellationToken.None);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        });
        var auditor = await host.As(await new Given(host).Person(Roles.Auditor));

        var page = await auditor.GetAsync($"/audit/ledger?entry={award.Entry.Code}&kind=Reversal");
        page.Text.ShouldContain($"第 {paid.Sequence} 筆");
        page.Text.ShouldContain("受款帳戶有誤");
        (await auditor.GetAsync($"/audit/milestones/{paid.MilestoneId}")).Text.ShouldContain("受款帳戶有誤");

        using var json = JsonDocument.Parse(await BytesAsync(auditor, $"/audit/ledger/json?entry={award.Entry.Code}"));
        var reversal = json.RootElement.GetProperty("rows").EnumerateArray().Last();
        reversal.GetProperty("reversalOf").GetInt64().ShouldBe(paid.Sequence);
        HashOf(reversal).ShouldBe(reversal.GetProperty("hash").GetString());
        Encoding.UTF8.GetString(await BytesAsync(auditor, $"/audit/ledger/csv?entry={award.Entry.Code}")).ShouldContain($",沖正,{paid.Sequence},受款帳戶有誤");
    }

    [Fact]
    public async Task APrint_IsCheckedAgainstTheLedger()
    {
        var award = await PaidAsync();
        var row = (await RowsAsync(award))[^1];
        var auditor = await host.As(await new Given(host).Person(Roles.Auditor));

        (await auditor.GetAsync($"/audit/ledger/verify?row={row.Sequence}&head={row.Hash[..16]}")).Text.ShouldContain("與列印本相符");
        (await auditor.GetAsync($"/audit/ledger/verify?row={row.Sequence}&head={new string('0', 16)}")).Text.ShouldContain("與列印本不符");
        (await auditor.GetAsync("/audit/ledger/verify")).Text.ShouldNotContain("列印本");
    }

    [Fact]
    public async Task ALongExport_IsWrittenInTheBackgroundAndFetched()
    {
        var award = await PaidAsync();
        var auditor = await host.As(await new Given(host).Person(Roles.Auditor));
        var asked = await auditor.ForgeAsync("/audit/exports", $"/audit/exports?entry={award.Entry.Code}", new Dictionary<string, string>(StringComparer.Ordinal) { ["Format"] = "Csv" });
        asked.WasAccepted.ShouldBeTrue();
        var address = asked.Location!;

        var export = await ReadyAsync(Guid.Parse(address[(address.LastIndexOf('/') + 1)..]));
        export.Done.ShouldBe(2);
        var page = await auditor.GetAsync(address);
        page.Text.ShouldContain("可以下載");
        page.Text.ShouldContain($"案號 {award.Entry.Code}");
        var file = await BytesAsync(auditor, address + "?handler=File");
        Convert.ToHexStringLower(SHA256.HashData(file)).ShouldBe(export.Sha256);
        Encoding.UTF8.GetString(file).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
        (await auditor.GetAsync("/audit/exports")).Text.ShouldContain("可以下載");
        (await host.Db(db => db.AuditEvents.AnyAsync(line => line.Verb == "ledger.take-export" && line.SubjectId == export.Id))).ShouldBeTrue();

        (await (await host.As(award.Releaser)).GetAsync(address + "?handler=File")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AnExportWhoseNodeStopped_IsBegunAnew()
    {
        var award = await PaidAsync();
        var export = new LedgerExport(award.Given.By(award.Releaser), LedgerFormat.Json, $"?entry={award.Entry.Code}", "zh-Hant-TW", "https://aigo.example", 2);
        var later = award.Given.Now.AddHours(1);
        await host.Db(async db =>
        {
            db.LedgerExports.Add(export);
            db.Entry(export).Property(asked => asked.Status).CurrentValue = ExportStatus.Running;
            db.Entry(export).Property(asked => asked.Attempts).CurrentValue = 1;
            db.Entry(export).Property(asked => asked.NextAttemptAt).CurrentValue = later; // the lease of whoever stopped
            await db.SaveChangesAsync();
        });
        (await host.Db(db => db.LedgerExports.SingleAsync(asked => asked.Id == export.Id))).Status.ShouldBe(ExportStatus.Running);

        await host.Db(db => db.LedgerExports.Where(asked => asked.Id == export.Id).ExecuteUpdateAsync(set => set.SetProperty(asked => asked.NextAttemptAt, award.Given.Now.AddMinutes(-1))));

        var written = await ReadyAsync(export.Id);
        written.Attempts.ShouldBe(2);
    }

    // By the table of docs/ledger.md and nothing else.
    private static string HashOf(JsonElement row)
    {
        string[] texts =
        [
            "sequence", "date", "postedAt", "kind", "entryId", "entryCode", "problemTitle", "teamName", "milestoneId", "tier", "milestoneName", "payeeId", "payeeName", "taxStatus",
            "gross", "taxRate", "tax", "net", "voucherNumber", "approverId", "approverName", "releaserId", "releaserName", "roundId", "previousHash",
        ];
        var canonical = string.Join('\u001F', texts.Select(name => Text(row, name)));
        if (row.TryGetProperty("reversalOf", out _) || row.GetProperty("issue").GetInt32() > 1)
        {
            canonical += string.Create(CultureInfo.InvariantCulture, $"\u001F{Text(row, "issue")}\u001F{Text(row, "reversalOf")}\u001F{Text(row, "reason")}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
    }

    private static string Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static async Task<byte[]> BytesAsync(PortalClient browser, string url)
    {
        using var answer = await browser.GetRawAsync(url);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, url);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<LedgerExport> ReadyAsync(Guid id)
    {
        for (var i = 0; i < 200; i++)
        {
            var export = await host.Db(db => db.LedgerExports.AsNoTracking().SingleAsync(asked => asked.Id == id));
            export.Status.ShouldNotBe(ExportStatus.Failed);
            if (export.Status == ExportStatus.Ready)
            {
                return export;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The export was not written.");
    }

    private Task<List<LedgerRow>> RowsAsync(Awarded award) => host.Db(db => db.Ledger.AsNoTracking().Where(row => row.EntryId == award.Entry.Id).OrderBy(row => row.Sequence).ToListAsync());

    private Task<Awarded> PaidAsync() => PaidAwards.ByAsync(host);
}
