using System.Text.Json;
using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Workflows;

/// <summary>Writes a panel's scores as CSV, in the reader's language, and writes into the audit trail who took them.</summary>
public sealed class ExportScores(PortalDbContext db, IStringLocalizer<Portal> T)
{
    public async Task RunAsync(Panel panel, Actor by, Stream output, CancellationToken cancel)
    {
        db.AuditEvents.Add(new AuditEvent(new Trace(by, "panel.export-scores", null), nameof(Panel), panel.Id));
        await db.SaveChangesAsync(cancel);

        var scores = await PanelScores.OfAsync(db, panel, cancel);
        List<PanelCriterion> criteria = [.. panel.Criteria.OrderBy(criterion => criterion.Order)];
        await ScoresCsv.WriteAsync(
            [
                T["案號"], T["題目名稱"], T["委員"], .. criteria.Select(criterion => T["{0}（{1}%）", criterion.Name, criterion.Weight].Value),
                T["總分"], T["標準化總分"], T["與其他委員差距大"], T["合議分數"], T["評語"], T["給計畫辦公室的話"], T["送出時間"],
            ],
            LinesAsync(panel, scores, criteria, cancel), output, cancel);
    }

    private async IAsyncEnumerable<ScoreRow> LinesAsync(
        Panel panel, PanelScores scores, List<PanelCriterion> criteria, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var names = scores.Reviewers.ToDictionary(reviewer => reviewer.PersonId, reviewer => reviewer.Name);
        var lines = scores.Entries.ToDictionary(line => line.Scored.EntryId);
        var scored = scores.Entries.SelectMany(line => line.Scored.Reviews).ToDictionary(review => (review.EntryId, review.ReviewerId));
        // The scores as the text they are stored as, in SQL that both databases read: as objects they take longer than everything else.
        var submitted = nameof(ReviewStatus.Submitted);
        var reviews = db.Database.SqlQuery<Written>($"""
            SELECT review."EntryId", review."ReviewerId", CONCAT(review."Scores", '') AS "Scores", review."Comment", review."Note", review."SubmittedAt"
            FROM "Reviews" review JOIN "Entries" entry ON entry."Id" = review."EntryId"
            WHERE review."PanelId" = {panel.Id} AND review."Status" = {submitted}
            ORDER BY entry."Code", review."ReviewerId"
            """).AsAsyncEnumerable();
        await foreach (var review in reviews.WithCancellation(cancel))
        {
            if (!scored.TryGetValue((review.EntryId, review.ReviewerId), out var score))
            {
                continue; // handed in since, a team that left, or a conflict of interest
            }

            var line = lines[review.EntryId];
            var given = JsonSerializer.Deserialize<List<Score>>(review.Scores) ?? [];
            yield return new ScoreRow(
                line.Code, line.Title, names[review.ReviewerId],
                [.. criteria.Select(criterion => given.Find(score => score.Criterion == criterion.Order)?.Value)],
                score.Total, Scoring.Shown(score.Normalised), score.IsOutlier, line.Scored.Agreed, review.Comment, review.Note, review.SubmittedAt);
        }
    }

    private sealed record Written(Guid EntryId, Guid ReviewerId, string Scores, string Comment, string Note, DateTimeOffset SubmittedAt);
}
