using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Entries;
using AigoPortal.Web.Files;
using AigoPortal.Web.Localization;
using CsvHelper;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Documents.SpreadsheetText;

namespace AigoPortal.Web.Documents;

/// <summary>
/// An entry's dossier as a zip: folders by stage, every file as it was handed in, what the portal knows as text, and at the end an index with the SHA-256 and
/// the instant of each. It is written while it is read; nothing but the index is kept meanwhile.
/// </summary>
internal sealed class DossierZip(EntryDossier dossier, FileStore store, IStringLocalizer<Portal> T)
{
    private readonly List<Item> _items = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private ZipArchive _zip = null!;

    public async Task WriteAsync(Stream output, DateTimeOffset now, CancellationToken cancel)
    {
        await using var zipped = new ZipOutput(output);
        await using var zip = await ZipArchive.CreateAsync(zipped, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: Encoding.UTF8, cancel);
        _zip = zip;
        await ApplicationAsync(cancel);
        await SubmissionsAsync("2-concept", ReviewStage.Concept, cancel);
        await CooperationAsync(cancel);
        await SubmissionsAsync("4-proof", ReviewStage.Proof, cancel);
        await DecisionsAsync(cancel);
        await AwardsAsync(cancel);
        await TrailAsync(cancel);
        await IndexAsync(now, cancel);
    }

    private async Task ApplicationAsync(CancellationToken cancel)
    {
        const string folder = "1-application";
        var entry = dossier.Entry;
        await TextAsync($"{folder}/application.txt", entry.PitchWrittenAt,
        [
            (T["案號"], entry.Code), (T["場次"], dossier.Parties.RoundCode), (T["題目名稱"], $"{dossier.Parties.ProblemCode} {dossier.Parties.Problem}"),
            (T["出題單位"], dossier.Parties.Organisation), (T["團隊名稱"], dossier.Parties.Team), (T["狀態"], T.Word(entry.Status)),
            (T["申請"], When(entry.AppliedAt)), (T["出題單位的回覆"], $"{When(entry.AnsweredAt)} {entry.Answer}"), (T["媒合"], When(entry.ConfirmedAt)),
            (T["計畫辦公室的協調"], entry.Mediation ?? ""), .. Pages.PitchParts.Of(entry.Pitch).Select(part => (T[part.Title].Value, part.Text)),
        ], cancel);
        foreach (var version in entry.EarlierPitches.OrderBy(version => version.Number))
        {
            await TextAsync(Name($"{folder}/pitch-v{version.Number}.txt"), version.WrittenAt, Pages.PitchParts.Of(version.Pitch).Select(part => (T[part.Title].Value, part.Text)), cancel);
        }

        foreach (var attachment in entry.Attachments.OrderBy(attachment => attachment.Order))
        {
            await FileAsync(folder, attachment.FileId, cancel);
        }
    }

    private async Task SubmissionsAsync(string folder, ReviewStage stage, CancellationToken cancel)
    {
        foreach (var submission in dossier.Entry.Submissions.Where(submission => submission.Stage == stage).OrderBy(submission => submission.Number))
        {
            await TextAsync($"{folder}/{submission.Number}/text.txt", submission.ReceivedAt,
                [(T["送出"], When(submission.ReceivedAt)), (T["收件截止"], When(submission.Deadline)), ("SHA-256", submission.FileSha256), (T["內容"], submission.Text)], cancel);
            await FileAsync($"{folder}/{submission.Number}", submission.FileId, cancel);
        }
    }

    private async Task CooperationAsync(CancellationToken cancel)
    {
        const string folder = "3-cooperation";
        foreach (var version in dossier.Paper?.Versions.OrderBy(version => version.Number).ToList() ?? [])
        {
            await TextAsync($"{folder}/document-v{version.Number}.txt", version.MadeAt, [("SHA-256", version.Sha256), (T["內容"], version.Words)], cancel);
        }

        foreach (var signature in dossier.Paper?.Signatures.OrderBy(signature => signature.Number).ToList() ?? [])
        {
            await FileAsync($"{folder}/{signature.Number}-{(signature.Side == Domain.Entries.PaperSide.Team ? "team" : "poser")}{(signature.ReturnedAt is null ? "" : "-returned")}", signature.FileId, cancel);
        }

        foreach (var file in new[] { dossier.Entry.Cooperation.PoserFileId, dossier.Entry.Cooperation.TeamFileId }.OfType<Guid>()
            .Except(dossier.Paper?.Signatures.Select(signature => signature.FileId) ?? []))
        {
            await FileAsync(folder, file, cancel);
        }

        foreach (var access in dossier.DataAccesses)
        {
            await FileAsync($"{folder}/data", Guid.Parse(access.File.Url[(access.File.Url.LastIndexOf('/') + 1)..]), cancel);
        }

        foreach (var (index, visit) in dossier.Visits.Index())
        {
            await TextAsync($"{folder}/visit-{index + 1}/visit.txt", visit.RecordedAt ?? visit.PlannedAt,
            [
                (T["狀態"], T.Word(visit.Status)), (T["時間"], When(visit.StartsAt)), (T["地點"], visit.Plan.Place), (T["訪視人員"], visit.Plan.Visitors),
                (T["結果"], visit.Result is { } result ? T.Word(result) : ""), (T["訪視意見"], visit.Notes),
                .. visit.Findings.Select(finding => (finding.Item, $"{T.Word(finding.Mark)} {finding.Remark}")),
            ], cancel);
            foreach (var photo in visit.Photos)
            {
                await FileAsync($"{folder}/visit-{index + 1}", photo.FileId, cancel);
            }
        }

        if (dossier.Delivery is { } sheet)
        {
            await TextAsync($"{folder}/deliverables/deliverables.txt", dossier.Entry.Deliverables.HandedInAt ?? dossier.Entry.AppliedAt,
                sheet.Parts.OrderBy(part => part.Order).Select(part => (part.Name, $"{T.Word(part.Status)} {part.Link} {part.Note}".Trim())), cancel);
            foreach (var part in sheet.Parts.Where(part => part.FileId is not null).OrderBy(part => part.Order))
            {
                await FileAsync($"{folder}/deliverables/{part.Order}", part.FileId!.Value, cancel);
            }
        }
    }

    private async Task DecisionsAsync(CancellationToken cancel)
    {
        const string folder = "5-decisions";
        foreach (var (index, decision) in dossier.Decisions.Index())
        {
            await TextAsync($"{folder}/{index + 1}-{(decision.Stage == ReviewStage.Concept ? "concept" : "proof")}.txt", decision.Panel.ReleasedAt ?? decision.Decision.DecidedAt,
            [
                (T["審查會"], decision.Panel.Name), (T["決議"], decision.Verdict is { } verdict ? T.Word(verdict) : ""), (T["金額"], decision.Decision.Amount.ToString()),
                (T["表決"], decision.Votes(T)), (T["理由"], decision.Decision.Reason), (T["公布"], When(decision.Panel.ReleasedAt)),
            ], cancel);
            if (decision.Minutes is { } minutes)
            {
                await StoredAsync($"{folder}/{index + 1}-minutes-v{minutes.Number}.pdf", minutes.MadeAt, minutes.Sha256, cancel);
            }
        }

        foreach (var (index, appeal) in dossier.Appeals.Index())
        {
            await TextAsync($"{folder}/appeal-{index + 1}/appeal.txt", appeal.FiledAt,
                [(T["狀態"], T.Word(appeal.Status)), (T["理由"], appeal.Reasons), (T["答覆"], appeal.Answer), (T["後續處理"], appeal.Consequence)], cancel);
            if (appeal.FileId is { } file)
            {
                await FileAsync($"{folder}/appeal-{index + 1}", file, cancel);
            }
        }
    }

    private async Task AwardsAsync(CancellationToken cancel)
    {
        const string folder = "6-awards";
        foreach (var milestone in dossier.Milestones)
        {
            var within = $"{folder}/{milestone.Order}";
            await TextAsync($"{within}/milestone.txt", milestone.ReleasedAt ?? milestone.ApprovedAt ?? milestone.SubmittedAt ?? milestone.DueSince ?? dossier.Entry.AppliedAt,
            [
                (T["獎項"], T.Word(milestone.Tier)), (T["款項"], milestone.Name.Length == 0 ? "" : T[milestone.Name].Value), (T["金額"], milestone.Amount.ToString()), (T["狀態"], T.Word(milestone.Status)),
                (T["條件"], T.Word(milestone.Condition)), (T["送出"], When(milestone.SubmittedAt)), (T["核准"], $"{milestone.ApproverName} {When(milestone.ApprovedAt)}"),
                (T["撥付"], When(milestone.ReleasedAt)), (T["理由"], milestone.Reason ?? ""),
                .. milestone.Expenses.OrderBy(item => item.Id).Select(item => (T["經費表"].Value, $"{item.Purpose} {item.Amount}")),
                .. milestone.Receipts.OrderBy(receipt => receipt.Id).Select(receipt => (T["單據"].Value, $"{receipt.Number} {receipt.Date:yyyy-MM-dd} {receipt.Vendor} {receipt.Amount}")),
            ], cancel);
            foreach (var receipt in milestone.Receipts.OrderBy(receipt => receipt.Id))
            {
                await FileAsync($"{within}/receipts", receipt.FileId, cancel);
            }
        }

        if (dossier.Ledger.Count > 0)
        {
            var head = dossier.Ledger[^1];
            var report = new LedgerReport(
                T["獎金清冊"], dossier.Parties.RoundCode, [T["案號 {0}", dossier.Entry.Code]], head.PostedAt, head.ReleaserName, head.Hash, AsyncEnumerable.Empty<LedgerLine>());
            using var json = new MemoryStream();
            await LedgerJson.WriteAsync(report, dossier.Ledger.ToAsyncEnumerable(), json, cancel);
            json.Position = 0;
            await CopyAsync(Name($"{folder}/ledger.json"), head.PostedAt, json, cancel);
            await TextAsync($"{folder}/ledger.txt", head.PostedAt, dossier.Ledger.Select(Line), cancel);
        }
    }

    private (string, string) Line(LedgerRow row) => (row.VoucherNumber, string.Create(CultureInfo.InvariantCulture,
        $"{row.Date:yyyy-MM-dd} {T.Word(row.Kind)} {row.PayeeName} {row.Gross} − {row.Tax} = {row.Net} {row.Reason}").TrimEnd());

    private async Task TrailAsync(CancellationToken cancel)
    {
        using var file = new MemoryStream();
        await using (var csv = CsvWriter.Create(file, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true))
        {
            await csv.WriteRecordAsync([T["時間"].Value, T["人員"].Value, T["動作代碼"].Value, T["對象"].Value, T["說明"].Value], cancel);
            foreach (var line in dossier.Trail)
            {
                await csv.WriteRecordAsync([When(line.At), Harmless(line.PersonName), line.Verb, line.SubjectKind, Harmless(line.Why ?? "")], cancel);
            }
        }

        file.Position = 0;
        await CopyAsync("7-trail/trail.csv", dossier.Trail.Count == 0 ? dossier.Entry.AppliedAt : dossier.Trail[^1].At, file, cancel);
    }

    private async Task IndexAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var html = new StringBuilder("<!doctype html>\n<html lang=\"").Append(Languages.IsEnglish ? "en" : "zh-Hant-TW").Append("\">\n<head><meta charset=\"utf-8\"><title>")
            .Append(Html(dossier.Entry.Code)).Append("</title></head>\n<body>\n<h1>").Append(Html($"{dossier.Entry.Code} {dossier.Parties.Problem}")).Append("</h1>\n<p>")
            .Append(Html($"{dossier.Parties.Organisation} ／ {dossier.Parties.Team} ・ {When(now)}")).Append("</p>\n<table border=\"1\" cellpadding=\"4\">\n<tr><th>")
            .Append(Html(T["檔案"])).Append("</th><th>SHA-256</th><th>").Append(Html(T["時間"])).Append("</th></tr>\n");
        foreach (var item in _items)
        {
            html.Append("<tr><td><a href=\"").Append(string.Join('/', item.Name.Split('/').Select(Uri.EscapeDataString))).Append("\">").Append(Html(item.Name))
                .Append("</a></td><td><code>").Append(item.Sha256).Append("</code></td><td>").Append(Html(When(item.At))).Append("</td></tr>\n");
        }

        html.Append("</table>\n</body>\n</html>\n");
        await using (var index = await _zip.CreateEntry("index.html").OpenAsync(cancel))
        {
            await index.WriteAsync(Encoding.UTF8.GetBytes(html.ToString()), cancel);
        }

        await using var file = await _zip.CreateEntry("index.csv").OpenAsync(cancel);
        await using var csv = CsvWriter.Create(file, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync(["name", "sha256", "at"], cancel);
        foreach (var item in _items)
        {
            await csv.WriteRecordAsync([Harmless(item.Name), item.Sha256, TaipeiTime.Machine(item.At)], cancel);
        }
    }

    private async Task FileAsync(string folder, Guid id, CancellationToken cancel)
    {
        if (dossier.Files.TryGetValue(id, out var file))
        {
            await StoredAsync($"{folder}/{Plain(file.Name)}", file.UploadedAt, file.Sha256, cancel);
        }
    }

    // A file that is gone from the store doesn't take the rest with it: a note stands in its place.
    private async Task StoredAsync(string name, DateTimeOffset at, string sha256, CancellationToken cancel)
    {
        Stream content;
        try
        {
            content = store.Open(sha256);
        }
        catch (IOException)
        {
            await TextAsync(name + ".missing.txt", at, [(T["檔案不在"], sha256)], cancel);
            return;
        }

        await CopyAsync(Name(name), at, content, cancel);
    }

    private async Task TextAsync(string name, DateTimeOffset at, IEnumerable<(string Label, string Text)> facts, CancellationToken cancel)
    {
        var text = string.Join("\r\n", facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Text)).Select(fact => $"{fact.Label}：{fact.Text.Trim().ReplaceLineEndings("\r\n")}")) + "\r\n";
        using var bytes = new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);
        await CopyAsync(Name(name), at, bytes, cancel);
    }

    private async Task CopyAsync(string name, DateTimeOffset at, Stream content, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var source = content;
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = at.ToOffset(TaipeiTime.Offset);
        await using (var target = await entry.OpenAsync(cancel))
        {
            var buffer = new byte[81920];
            for (int read; (read = await source.ReadAsync(buffer, cancel)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
        }

        _items.Add(new Item(name, Convert.ToHexStringLower(hash.GetHashAndReset()), at));
    }

    // Two files of one name in a folder: the later one gets a number.
    private string Name(string wished)
    {
        var name = wished;
        for (var number = 2; !_names.Add(name); number++)
        {
            name = $"{wished[..^Path.GetExtension(wished).Length]} ({number}){Path.GetExtension(wished)}";
        }

        return name;
    }

    // A name that no system takes for a path.
    private static string Plain(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsControl(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c)).Trim(' ', '.');
        return plain.Length == 0 ? "file" : plain;
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    private static string When(DateTimeOffset? at) => at is { } instant ? TaipeiTime.Text(instant, seconds: true) : "";

    private sealed record Item(string Name, string Sha256, DateTimeOffset At);
}
