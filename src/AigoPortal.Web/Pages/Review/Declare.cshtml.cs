using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Review;

/// <summary>Before and while a panel reviews, a reviewer declares conflicts of interest and says which entries they would like to review.</summary>
public sealed class DeclareModel(PortalDbContext db, CurrentPerson me, StateConflict stateConflict) : PortalPage
{
    public const int EntriesAPage = 20;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int P { get; set; } = 1;

    [BindProperty]
    public DeclareInput Input { get; set; } = new();

    public Panel Panel { get; private set; } = null!;

    public IReadOnlyList<EntryToDeclare> Entries { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages { get; private set; }

    /// <summary>From wanting to not wanting.</summary>
    public IReadOnlyList<SelectListItem> Levels => [.. new[] { PreferenceLevel.Wanted, PreferenceLevel.Fine, PreferenceLevel.Unwanted }.Select(level => new SelectListItem(T.Word(level), level.ToString()))];

    /// <summary>Teams have no names here.</summary>
    public bool HidesTeams { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } panel)
        {
            return NotFound();
        }

        Panel = panel;
        HidesTeams = await db.Rounds.AnyAsync(round => round.Id == panel.RoundId && round.Blindness == Blindness.Double, cancellation);
        var text = Search?.Trim() ?? "";
        var code = text.ToUpperInvariant();
        var visible =
            from entry in Visible(panel)
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where text == "" || entry.Code.Contains(code) || problem.Content.Title.Contains(text) || organisation.Name.Contains(text) || (!HidesTeams && team.Name.Contains(text))
            orderby entry.Code
            select new { entry.Id, entry.Code, entry.TeamId, problem.Content.Title, Organisation = organisation.Name, Team = team.Name };
        Count = await visible.CountAsync(cancellation);
        Pages = (Count + EntriesAPage - 1) / EntriesAPage;
        P = Math.Clamp(P, 1, Math.Max(1, Pages));
        var shown = await visible.Skip((P - 1) * EntriesAPage).Take(EntriesAPage).ToListAsync(cancellation);
        var (ids, teams) = (shown.Select(entry => entry.Id).ToList(), shown.Select(entry => entry.TeamId).ToList());
        var houses = HidesTeams ? null : (await (
            from member in db.TeamMembers.AsNoTracking()
            join person in db.People on member.PersonId equals person.Id
            where teams.Contains(member.TeamId) && person.Affiliation != null && person.Affiliation != ""
            select new { member.TeamId, person.Affiliation }).Distinct().ToListAsync(cancellation)).ToLookup(member => member.TeamId, member => member.Affiliation!);
        var said = await db.Preferences.AsNoTracking().Where(preference => preference.PersonId == me.Id && ids.Contains(preference.EntryId))
            .ToDictionaryAsync(preference => preference.EntryId, preference => preference.Level, cancellation);
        Entries = [.. shown.Select(entry => new EntryToDeclare(
            entry.Code, entry.Title, entry.Organisation, HidesTeams ? null : entry.Team, [.. houses?[entry.TeamId].Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>()]))];
        var typed = Input.Entries;
        Input.Entries = shown.ToDictionary(
            entry => entry.Code, entry => typed.GetValueOrDefault(entry.Code) ?? new DeclaredEntry { Preference = said.GetValueOrDefault(entry.Id) }, StringComparer.Ordinal);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } panel)
        {
            return NotFound();
        }

        Check(new DeclareInputValidator(), Input);
        foreach (var (code, entry) in Input.Entries)
        {
            Check(new DeclaredEntryValidator(), entry, $"Input.Entries[{code}]");
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(cancellation);
        }

        var codes = Input.Entries.Keys.ToList();
        var known = await Visible(panel).Where(entry => codes.Contains(entry.Code)).ToDictionaryAsync(entry => entry.Code, entry => entry.Id, StringComparer.Ordinal, cancellation);
        var ids = known.Values.ToList();
        var said = await db.Preferences.Where(preference => preference.PersonId == me.Id && ids.Contains(preference.EntryId)).ToDictionaryAsync(preference => preference.EntryId, cancellation);
        var declared = 0;
        foreach (var (code, entryId) in known)
        {
            var entry = Input.Entries[code];
            if (entry.Conflicts)
            {
                declared++;
                await stateConflict.RunAsync(me.Id, entryId, entry.Kind!.Value, ConflictSource.Declared, entry.Note.Trim(), me.Actor, cancellation);
            }
            else if (said.TryGetValue(entryId, out var preference))
            {
                preference.Become(entry.Preference, me.Now);
            }
            else if (entry.Preference != PreferenceLevel.Fine)
            {
                db.Preferences.Add(new Preference(me.Id, entryId, entry.Preference, me.Now));
            }
        }

        await db.SaveChangesAsync(cancellation);
        if (declared == 0)
        {
            Say("已儲存，謝謝您");
        }
        else
        {
            Say("已儲存；有利益關係的 {0} 案不再顯示給您", declared);
        }

        return RedirectToPage(new { Id, q = Search, p = P });
    }

    // Accepted seats of panels whose entries are in and whose decisions are not out.
    private Task<Panel?> FindAsync(CancellationToken cancellation) => db.SeatedOn(me.Id).AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id
        && (panel.Status == PanelStatus.Reviewing || (panel.Status == PanelStatus.Convened && db.Rounds.Any(round => round.Id == panel.RoundId
            && (panel.Stage == ReviewStage.Concept ? round.ConceptClosedAt : round.ProofClosedAt) != null))), cancellation);

    private IQueryable<Entry> Visible(Panel panel) => db.EntriesOf(panel).WithoutConflict(db, me.Id).AsNoTracking();
}

/// <summary>An entry as a reviewer knows it before reviewing.</summary>
public sealed record EntryToDeclare(string Code, string Title, string Organisation, string? Team, IReadOnlyList<string> Houses);
