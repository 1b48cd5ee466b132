using AigoPortal.Data;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team;

/// <summary>Forming a team.</summary>
public sealed class FormModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [BindProperty]
    public TeamInput Input { get; set; } = new();

    public Round Round { get; private set; } = null!;

    public bool HasTeam { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        HasTeam = await db.TeamMembers.AnyAsync(member => member.RoundId == Round.Id && member.PersonId == me.Id, cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return HasTeam ? RedirectToPage("/Team/Index") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Check(new TeamInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        await LoadAsync(cancellation);
        Rule.Require(await db.ConsentRuleAsync(me.Id, cancellation));
        Rule.Require(HasTeam ? TeamRules.OneTeamPerPerson() : null);
        db.Teams.Add(new Domain.Teams.Team(Round, Input.Name, Input.Introduction.Trim(), me.Id, me.Actor));
        await db.SaveChangesAsync(cancellation);
        Say("團隊「{0}」成立了。接著邀請隊友。", Input.Name.Trim());
        return RedirectToPage("/Team/Index");
    }
}

/// <summary>What a team says of itself.</summary>
public sealed class TeamInput
{
    public string Name { get; set; } = "";

    public string Introduction { get; set; } = "";
}

/// <summary>Its shape.</summary>
public sealed class TeamInputValidator : AbstractValidator<TeamInput>
{
    public TeamInputValidator()
    {
        RuleFor(input => input.Name).Must(name => !string.IsNullOrWhiteSpace(name)).WithMessage("請填寫團隊名稱");
        RuleFor(input => input.Name).MaximumLength(100).Sentence("最多 {0} 個字", 100);
        RuleFor(input => input.Name).Must(name => !name.Any(char.IsControl)).WithMessage("團隊名稱不能換行");
        RuleFor(input => input.Introduction).MaximumLength(2000).Sentence("最多 {0} 個字", 2000);
    }
}
