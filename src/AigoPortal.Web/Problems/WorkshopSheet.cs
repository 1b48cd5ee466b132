using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Components;
using AigoPortal.Web.Localization;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Problems;

/// <summary>A problem's workshop as its pages show it; a problem that was never optimised has none yet.</summary>
public sealed record WorkshopSheet(
    Guid Id, string? Code, string Title, ProblemStatus Status, bool HasUnkeptChanges, Workshop? Workshop, IReadOnlyList<MentorLine> Mentors)
{
    public bool IsOpen => Status == ProblemStatus.Optimising;

    public IReadOnlyList<Advice> Advice => [.. (Workshop?.Advice ?? []).OrderBy(advice => advice.Status).ThenByDescending(advice => advice.GivenAt)];

    public IEnumerable<WorkshopRecord> RecordsOf(WorkshopStep step) => (Workshop?.Records ?? []).Where(record => record.Step == step).OrderBy(record => record.DoneOn).ThenBy(record => record.RecordedAt);

    /// <summary>The four steps: done once something is noted, now the first without a note.</summary>
    public IReadOnlyList<StepLine> Steps
    {
        get
        {
            var done = Enum.GetValues<WorkshopStep>().Where(step => RecordsOf(step).Any()).ToList();
            var now = IsOpen ? Enum.GetValues<WorkshopStep>().Except(done).Cast<WorkshopStep?>().FirstOrDefault() : null;
            return [.. Enum.GetValues<WorkshopStep>().Select(step => new StepLine(Words.KeyOf(step),
                done.Contains(step) ? StepState.Done : step == now ? StepState.Now : StepState.Todo,
                RecordsOf(step).LastOrDefault() is { } last ? TaipeiTime.ShortText(last.DoneOn) : null))];
        }
    }

    public static async Task<WorkshopSheet?> FindAsync(PortalDbContext db, IQueryable<Problem> problems, CancellationToken cancel)
    {
        if (await problems.Select(problem => new { problem.Id, problem.Code, problem.Content.Title, problem.Status, problem.HasUnkeptChanges }).FirstOrDefaultAsync(cancel) is not { } problem)
        {
            return null;
        }

        var workshop = await db.Workshops.AsNoTracking().FirstOrDefaultAsync(workshop => workshop.Id == problem.Id, cancel);
        return new WorkshopSheet(problem.Id, problem.Code, problem.Title, problem.Status, problem.HasUnkeptChanges, workshop, await db.MentorsOfAsync(workshop, cancel));
    }
}
