using AigoPortal.Data;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team;

/// <summary>The invited person sees the team and answers; the address carries the token of the letter.</summary>
public sealed class InvitationModel(PortalDbContext db, CurrentPerson me, AnswerInvitation answer) : PortalPage
{
    public Domain.Teams.Team Team { get; private set; } = null!;

    public TeamInvitation Invitation { get; private set; } = null!;

    public IReadOnlyList<MemberName> Members { get; private set; } = [];

    /// <summary>Why it can't be answered; null when it can.</summary>
    public BrokenRule? Closed { get; private set; }

    [FromRoute]
    public string Token { get; set; } = "";

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var hash = InviteToTeam.HashOf(Token);
        if (await db.TeamInvitations.AsNoTracking().FirstOrDefaultAsync(invitation => invitation.TokenHash == hash, cancellation) is not { } invitation)
        {
            return NotFound();
        }

        Invitation = invitation;
        Team = await db.Teams.AsNoTracking().FirstAsync(team => team.Id == invitation.TeamId, cancellation);
        Members = await (
            from member in db.TeamMembers
            join person in db.People on member.PersonId equals person.Id
            where member.TeamId == Team.Id
            orderby member.JoinedAt
            select new MemberName(person.Name, person.Affiliation, person.Id == Team.LeaderId)).ToListAsync(cancellation);
        var self = await db.People.AsNoTracking().FirstAsync(person => person.Id == me.Id, cancellation);
        Closed = TeamRules.IsFor(invitation, self) ?? TeamRules.IsOpen(invitation, me.Now) ?? await ElsewhereAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellation) => await AnswerAsync(joins: true, cancellation);

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellation) => await AnswerAsync(joins: false, cancellation);

    private async Task<IActionResult> AnswerAsync(bool joins, CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } missing)
        {
            return missing;
        }

        await answer.RunAsync(Invitation.Id, joins, cancellation);
        if (joins)
        {
            Say("歡迎加入「{0}」", Team.Name);
        }
        else
        {
            Say("已婉拒「{0}」的邀請", Team.Name);
        }

        return RedirectToPage("/Team/Index");
    }

    private async Task<BrokenRule?> ElsewhereAsync(CancellationToken cancellation) =>
        await db.TeamMembers.AnyAsync(member => member.RoundId == Team.RoundId && member.PersonId == me.Id, cancellation) ? TeamRules.OneTeamPerPerson() : null;
}

/// <summary>A member as an invited person sees them.</summary>
public sealed record MemberName(string Name, string? Affiliation, bool Leads);
