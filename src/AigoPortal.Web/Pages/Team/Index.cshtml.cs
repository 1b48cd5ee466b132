using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Entries;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team;

/// <summary>Home of a participant: the team, its invitations and its entries.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me, InviteToTeam invite, AnswerInvitation answer, FindTeammates find) : PortalPage
{
    [BindProperty]
    public InviteInput Input { get; set; } = new();

    public Round Round { get; private set; } = null!;

    public Domain.Teams.Team? Team { get; private set; }

    public IReadOnlyList<MemberStanding> Members { get; private set; } = [];

    public IReadOnlyList<TeamInvitation> Invitations { get; private set; } = [];

    /// <summary>Who asked to join the team I lead.</summary>
    public IReadOnlyList<ReceivedRequest> Requests { get; private set; } = [];

    /// <summary>The documents of my exceptions.</summary>
    public IReadOnlyList<Guid> Documents { get; private set; } = [];

    public IReadOnlyList<ReceivedInvitation> Received { get; private set; } = [];

    public IReadOnlyList<TeamEntry> Entries { get; private set; } = [];

    public IReadOnlyList<Followed> Followed { get; private set; } = [];

    /// <summary>Problems whose posers ask my team to apply, as long as it has not.</summary>
    public IReadOnlyList<Called> Calls { get; private set; } = [];

    /// <summary>Pitches the team is writing.</summary>
    public IReadOnlyList<WrittenPitch> Drafts { get; private set; } = [];

    public Guid MyId => me.Id;

    public DateTimeOffset Now => me.Now;

    public bool Leads => Team?.LeaderId == me.Id;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        Team = await db.Teams.AsNoTracking().OfPersonAsync(me.Id, Round.Id, cancellation);
        if (Team is null)
        {
            Received = await ReceivedAsync(cancellation);
        }
        else
        {
            Members = await db.StandingsAsync(Team, Round, me.Now, cancellation);
            Calls = await CallsAsync(Team.Id, cancellation);
            Invitations = [.. Team.Invitations.Where(invitation => invitation.Status == InvitationStatus.Pending).OrderByDescending(invitation => invitation.InvitedAt)
                .DistinctBy(invitation => (invitation.Email, invitation.PersonId))];
            Drafts = await (
                from draft in db.PitchDrafts.AsNoTracking()
                join problem in db.Problems on draft.ProblemId equals problem.Id
                where draft.TeamId == Team.Id
                orderby draft.SavedAt descending
                select new WrittenPitch(problem.Code!, problem.Content.Title, draft.SavedByName, draft.SavedAt)).ToListAsync(cancellation);
            await LoadOthersAsync(Team, cancellation);
        }

        Entries = await db.EntriesOfMemberAsync(me.Id, me.Now, cancellation);
        Followed = await (
            from follow in db.ProblemFollows
            join problem in db.Problems on follow.ProblemId equals problem.Id
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            where follow.PersonId == me.Id
            orderby follow.FollowedAt descending
            select new Followed(problem.Code!, problem.Content.Title, organisation.Name, problem.Status)).ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellation)
    {
        if (!Check(new InviteInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var (team, round) = await MineAsync(cancellation);
        if (team is null)
        {
            return NotFound();
        }

        Rule.Require(await IsMemberAsync(team, Input.Email, cancellation) ? new BrokenRule("team.member-already", "Email", "這位已經是團隊成員。") : null);
        await invite.RunAsync(team, round, Input.Email, cancellation);
        Say("已寄出邀請給 {0}", Input.Email);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostResendAsync(Guid id, CancellationToken cancellation)
    {
        var (team, round) = await MineAsync(cancellation);
        if (team?.Invitations.FirstOrDefault(invitation => invitation.Id == id) is not { } invitation)
        {
            return NotFound();
        }

        if (invitation.IsOpen(me.Now))
        {
            team.Withdraw(invitation, me.Actor);
        }

        if (invitation.PersonId is { } personId)
        {
            await invite.RunAsync(team, round, await db.People.AsNoTracking().FirstAsync(person => person.Id == personId, cancellation), cancellation);
        }
        else
        {
            await invite.RunAsync(team, round, invitation.Email, cancellation);
        }

        Say("已重新寄出邀請給 {0}，先前的連結不能再用。", await NameAsync(invitation, cancellation));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellation)
    {
        var (team, _) = await MineAsync(cancellation);
        if (team?.Invitations.FirstOrDefault(invitation => invitation.Id == id) is not { } invitation)
        {
            return NotFound();
        }

        team.Withdraw(invitation, me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("已收回給 {0} 的邀請", await NameAsync(invitation, cancellation));
        return RedirectToPage();
    }

    public Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken cancellation) => AnswerAsync(id, joins: true, cancellation);

    public Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken cancellation) => AnswerAsync(id, joins: false, cancellation);

    public Task<IActionResult> OnPostWelcomeAsync(Guid id, CancellationToken cancellation) => AnswerRequestAsync(id, welcome: true, cancellation);

    public Task<IActionResult> OnPostRefuseAsync(Guid id, CancellationToken cancellation) => AnswerRequestAsync(id, welcome: false, cancellation);

    /// <summary>Whom an invitation was sent to: the address the leader typed, or the name of who was found on the board.</summary>
    public string Addressee(TeamInvitation invitation) => invitation.PersonId is { } personId ? Invited.GetValueOrDefault(personId, "") : invitation.Email;

    private Dictionary<Guid, string> Invited { get; set; } = [];

    private async Task LoadOthersAsync(Domain.Teams.Team team, CancellationToken cancellation)
    {
        var ids = Invitations.Select(invitation => invitation.PersonId).OfType<Guid>().ToList();
        Invited = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellation);
        Documents = await db.EligibilityWaivers.Where(waiver => waiver.TeamId == team.Id && waiver.PersonId == me.Id && waiver.RevokedAt == null)
            .OrderBy(waiver => waiver.GrantedAt).Where(waiver => waiver.DocumentId != null).Select(waiver => waiver.DocumentId!.Value).ToListAsync(cancellation);
        if (Leads)
        {
            Requests = await (
                from request in db.JoinRequests
                join person in db.People on request.PersonId equals person.Id
                where request.TeamId == team.Id && request.Status == JoinRequestStatus.Pending
                orderby request.AskedAt
                select new ReceivedRequest(request.Id, person.Id, person.Name, person.Affiliation, request.Word)).ToListAsync(cancellation);
        }
    }

    private async Task<IActionResult> AnswerRequestAsync(Guid id, bool welcome, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        if (await find.AnswerAsync(round, id, welcome, cancellation) is not { } name)
        {
            return NotFound();
        }

        if (welcome)
        {
            Say("已邀請 {0}", name);
        }
        else
        {
            Say("已婉拒 {0}", name);
        }

        return RedirectToPage();
    }

    private async Task<string> NameAsync(TeamInvitation invitation, CancellationToken cancellation) => invitation.PersonId is { } personId
        ? await db.People.Where(person => person.Id == personId).Select(person => person.Name).FirstAsync(cancellation)
        : invitation.Email;

    private async Task<IActionResult> AnswerAsync(Guid id, bool joins, CancellationToken cancellation)
    {
        if (!await db.TeamInvitations.AnyAsync(invitation => invitation.Id == id, cancellation))
        {
            return NotFound();
        }

        var team = await answer.RunAsync(id, joins, cancellation);
        if (joins)
        {
            Say("歡迎加入「{0}」", team.Name);
        }
        else
        {
            Say("已婉拒「{0}」的邀請", team.Name);
        }

        return RedirectToPage();
    }

    private async Task<(Domain.Teams.Team? Team, Round Round)> MineAsync(CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        return (await db.Teams.OfPersonAsync(me.Id, round.Id, cancellation), round);
    }

    private Task<bool> IsMemberAsync(Domain.Teams.Team team, string email, CancellationToken cancellation)
    {
        var address = email.Trim().ToUpperInvariant();
        return db.TeamMembers.AnyAsync(
            member => member.TeamId == team.Id && db.Users.Any(account => account.Id == member.PersonId && account.NormalizedEmail == address), cancellation);
    }

    private Task<List<Called>> CallsAsync(Guid teamId, CancellationToken cancellation) => (
        from call in db.TeamCalls
        join problem in db.Problems on call.ProblemId equals problem.Id
        join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
        where call.TeamId == teamId && problem.Status == ProblemStatus.Listed
            && !db.Entries.Any(entry => entry.TeamId == teamId && entry.ProblemId == problem.Id)
        orderby call.CalledAt descending
        select new Called(problem.Code!, problem.Content.Title, organisation.Name, call.CalledAt)).ToListAsync(cancellation);

    private async Task<List<ReceivedInvitation>> ReceivedAsync(CancellationToken cancellation)
    {
        var email = await db.People.Where(person => person.Id == me.Id).Select(person => person.Email).FirstAsync(cancellation);
        var address = email.ToLowerInvariant(); // as invitations keep it
        return await (
            from invitation in db.TeamInvitations
            join team in db.Teams on invitation.TeamId equals team.Id
            join leader in db.People on team.LeaderId equals leader.Id
            where (invitation.PersonId == me.Id || invitation.Email == address || invitation.Email == email) && team.RoundId == Round.Id
                && invitation.Status == InvitationStatus.Pending && invitation.ExpiresAt > me.Now
            orderby invitation.ExpiresAt
            select new ReceivedInvitation(invitation.Id, team.Name, team.Introduction, leader.Name, invitation.ExpiresAt)).ToListAsync(cancellation);
    }
}

/// <summary>An invitation to me.</summary>
public sealed record ReceivedInvitation(Guid Id, string Team, string Introduction, string Leader, DateTimeOffset ExpiresAt);

/// <summary>A pitch that is being written.</summary>
public sealed record WrittenPitch(string ProblemCode, string Problem, string SavedBy, DateTimeOffset SavedAt);

/// <summary>Somebody who asked to join.</summary>
public sealed record ReceivedRequest(Guid Id, Guid PersonId, string Name, string? Affiliation, string Word);

/// <summary>A problem I follow.</summary>
public sealed record Followed(string Code, string Title, string Organisation, ProblemStatus Status);

/// <summary>A problem whose poser asks the team to apply.</summary>
public sealed record Called(string Code, string Title, string Organisation, DateTimeOffset CalledAt);

/// <summary>Whom to invite.</summary>
public sealed class InviteInput
{
    public string Email { get; set; } = "";
}

/// <summary>Its shape.</summary>
public sealed class InviteInputValidator : AbstractValidator<InviteInput>
{
    public InviteInputValidator()
    {
        RuleFor(input => input.Email).NotEmpty().WithMessage("請填寫要邀請的 Email");
        RuleFor(input => input.Email).MaximumLength(256).Sentence("最多 {0} 個字", 256);
        RuleFor(input => input.Email).Must(IsAddress).When(input => input.Email.Length > 0).WithMessage("這不像 Email，請再看一次，例如 name@example.com");
    }

    private static bool IsAddress(string email) =>
        System.Net.Mail.MailAddress.TryCreate(email.Trim(), out var address) && string.Equals(address.Address, email.Trim(), StringComparison.Ordinal)
        && address.Host.Contains('.', StringComparison.Ordinal) && !email.Any(char.IsControl);
}
