using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Demo;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office;

/// <summary>The office's day: what needs an officer, by due time, and how the round stands.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : PageModel
{
    private const int Shown = 20;

    public DateTimeOffset Now => me.Now;

    public Round? Round { get; private set; }

    /// <summary>Everything that waits, the most urgent first.</summary>
    public IReadOnlyList<Duty> Duties { get; private set; } = [];

    public IEnumerable<Duty> First => Duties.Take(Shown);

    public IReadOnlyDictionary<ProblemStatus, int> Problems { get; private set; } = new Dictionary<ProblemStatus, int>();

    public YearTarget Target { get; private set; } = SeasonFile.Known.Targets[^1];

    public int Matched { get; private set; }

    public int Concepts { get; private set; }

    public IReadOnlyList<PanelGenders> Panels { get; private set; } = [];

    public int Screening => Problems.GetValueOrDefault(ProblemStatus.Submitted);

    public int Collected => Problems.Where(group => group.Key is not (ProblemStatus.Draft or ProblemStatus.Withdrawn)).Sum(group => group.Value);

    public int Public => Problems.Where(group => group.Key.IsPublic()).Sum(group => group.Value);

    public RoundStep? NextDeadline => Round?.Steps.Where(step => step.IsDeadline && step.EndsAt > Now).MinBy(step => step.EndsAt);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Duties = await new OfficeDuties(db, me).FindAsync(cancellation);
        if (!await db.Rounds.AnyAsync(cancellation))
        {
            return;
        }

        Round = await db.Rounds.AsNoTracking().CurrentAsync(Now, cancellation);
        Target = SeasonFile.Known.TargetOf(TaipeiTime.RocYear(TaipeiTime.DateOf(Now)));
        Problems = await db.Problems.Where(problem => problem.RoundId == Round.Id).GroupBy(problem => problem.Status)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var entries = await db.Entries.Where(entry => entry.RoundId == Round.Id).GroupBy(entry => entry.Status)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        Matched = entries.Where(group => group.Key.IsLiving() && group.Key != EntryStatus.Applied).Sum(group => group.Value);
        Concepts = entries.Where(group => group.Key.IsLiving() && group.Key is not (EntryStatus.Applied or EntryStatus.Matched)).Sum(group => group.Value);
        Panels = await (
            from panel in db.Panels.AsNoTracking()
            join round in db.Rounds on panel.RoundId equals round.Id
            where panel.Status != PanelStatus.Released
            orderby round.StartsAt, panel.Stage
            select new PanelGenders(
                panel.Id, panel.Name, panel.Status, panel.Members.Count(member => member.Status == SeatStatus.Invited || member.Status == SeatStatus.Accepted), panel.Members.Count(member => member.Gender == Gender.Female && (member.Status == SeatStatus.Invited || member.Status == SeatStatus.Accepted)),
                panel.Members.Count(member => member.Gender == Gender.Male && (member.Status == SeatStatus.Invited || member.Status == SeatStatus.Accepted)))).ToListAsync(cancellation);
    }
}

/// <summary>A panel's composition by gender.</summary>
public sealed record PanelGenders(Guid Id, string Name, PanelStatus Status, int Members, int Women, int Men)
{
    /// <summary>Any gender at least one third (programme plan).</summary>
    public bool IsFair => Members > 0 && Math.Min(Women, Men) * 3 >= Members;
}
