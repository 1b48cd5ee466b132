using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team;

/// <summary>What a participant shows to those who may team up with them; neither address, birthday nor nationality.</summary>
public sealed class PeopleModel(PortalDbContext db, CurrentPerson me, FindTeammates find) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public ShownPerson Person { get; private set; } = null!;

    /// <summary>Whether I lead a team the person could join.</summary>
    public bool CanInvite { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        if (await db.ReadableBy(me.Id, round.Id).AsNoTracking().Include(person => person.Skills).FirstOrDefaultAsync(person => person.Id == Id, cancellation) is not { } person)
        {
            return NotFound();
        }

        Person = new ShownPerson(person.Name, person.Affiliation, person.SearchRoundId == round.Id ? person.Brings : null, person.SearchRoundId == round.Id ? person.LooksFor : null,
            [.. person.Skills.OrderBy(skill => skill.Kind).ThenByDescending(skill => skill.Level)], person.Works, person.Links);
        CanInvite = await db.Searching(round.Id).AnyAsync(other => other.Id == Id && other.Id != me.Id, cancellation)
            && await db.Teams.AnyAsync(team => team.RoundId == round.Id && team.LeaderId == me.Id && team.Status == TeamStatus.Active, cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        if (await find.InviteAsync(round, Id, cancellation) is not { } name)
        {
            return NotFound();
        }

        Say("已邀請 {0}", name);
        return RedirectToPage("/Team/Index");
    }
}

/// <summary>A person as other participants see them.</summary>
public sealed record ShownPerson(
    string Name, string? Affiliation, string? Brings, string? LooksFor, IReadOnlyList<PersonSkill> Skills, IReadOnlyList<PersonWork> Works, IReadOnlyList<PersonLink> Links);
