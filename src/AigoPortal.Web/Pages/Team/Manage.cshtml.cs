using AigoPortal.Data;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team;

/// <summary>A team changes: its name, its leader, its members, its end. A member may leave; all else is the leader's.</summary>
public sealed class ManageModel(PortalDbContext db, CurrentPerson me, ChangeTeam change) : PortalPage
{
    [BindProperty]
    public TeamInput Input { get; set; } = new();

    [BindProperty]
    public HandOverInput Next { get; set; } = new();

    [BindProperty]
    public RemovalInput Removal { get; set; } = new();

    [BindProperty]
    public DissolutionInput End { get; set; } = new();

    public Round Round { get; private set; } = null!;

    public Domain.Teams.Team Team { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    public bool HasSubmitted { get; private set; }

    public bool Leads => Team.LeaderId == me.Id;

    /// <summary>Whether one member less is too few to apply.</summary>
    public bool IsAtMinimum => Team.Members.Count <= Round.MinimumTeamSize;

    private bool Renames { get; set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        if (await db.Teams.AsNoTracking().OfPersonAsync(me.Id, Round.Id, cancellation) is not { } team)
        {
            return RedirectToPage("/Team/Index");
        }

        Team = team;
        HasSubmitted = await db.HasSubmittedAsync(team.Id, cancellation);
        Others = [.. (await db.MembersOfAsync(team.Id, cancellation)).Where(person => person.Id != team.LeaderId).Select(person => new SelectListItem(person.Name, person.Id.ToString()))];
        if (!Renames)
        {
            Input = new TeamInput { Name = team.Name, Introduction = team.Introduction };
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostRenameAsync(CancellationToken cancellation)
    {
        Renames = true;
        if (await LoadAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!Check(new TeamInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var team = await db.Teams.FirstAsync(team => team.Id == Team.Id, cancellation);
        team.Rename(Input.Name, Input.Introduction.Trim(), me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("已儲存");
        return RedirectToPage("/Team/Index");
    }

    public Task<IActionResult> OnPostHandOverAsync(CancellationToken cancellation) => ChangeAsync(new HandOverInputValidator(), Next, "Next", async () =>
    {
        await change.HandOverAsync(Team.Id, Next.PersonId!.Value, cancellation);
        Say("已交接隊長");
    }, cancellation);

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation) => ChangeAsync(new RemovalInputValidator(), Removal, "Removal", async () =>
        SayLacking(await change.RemoveAsync(Team.Id, Removal.PersonId!.Value, Written.Text(Removal.Reason), cancellation)), cancellation);

    public Task<IActionResult> OnPostDissolveAsync(CancellationToken cancellation) => ChangeAsync(new DissolutionInputValidator(), End, "End", async () =>
    {
        await change.DissolveAsync(Team.Id, T["團隊解散"].Value, cancellation);
        Say("團隊已解散");
    }, cancellation);

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        await change.LeaveAsync(Team.Id, cancellation);
        Say("已離開「{0}」", Team.Name);
        return RedirectToPage("/Team/Index");
    }

    private void SayLacking(int lacking)
    {
        if (lacking > 0)
        {
            Say("已移除成員，團隊還差 {0} 人才能申請題目", lacking);
        }
        else
        {
            Say("已移除成員");
        }
    }

    private async Task<IActionResult> ChangeAsync<TInput>(IValidator<TInput> validator, TInput input, string prefix, Func<Task> act, CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!Check(validator, input, prefix))
        {
            return await AgainAsync(cancellation);
        }

        await act();
        return RedirectToPage("/Team/Index");
    }
}

/// <summary>Who leads from now on.</summary>
public sealed class HandOverInput
{
    public Guid? PersonId { get; set; }
}

/// <summary>Its shape.</summary>
public sealed class HandOverInputValidator : AbstractValidator<HandOverInput>
{
    public HandOverInputValidator() => RuleFor(input => input.PersonId).NotNull().WithMessage("請選擇團隊成員");
}

/// <summary>Who goes, and why.</summary>
public sealed class RemovalInput
{
    public Guid? PersonId { get; set; }

    public string Reason { get; set; } = "";
}

/// <summary>Its shape.</summary>
public sealed class RemovalInputValidator : AbstractValidator<RemovalInput>
{
    public RemovalInputValidator()
    {
        RuleFor(input => input.PersonId).NotNull().WithMessage("請選擇團隊成員");
        RuleFor(input => input.Reason).Must(reason => !string.IsNullOrWhiteSpace(reason)).WithMessage("請寫下移除的原因，會寫在給對方的信裡。");
        RuleFor(input => input.Reason).MaximumLength(500).Sentence("最多 {0} 個字", 500);
    }
}

/// <summary>That it is meant.</summary>
public sealed class DissolutionInput
{
    public bool Sure { get; set; }
}

/// <summary>Its shape.</summary>
public sealed class DissolutionInputValidator : AbstractValidator<DissolutionInput>
{
    public DissolutionInputValidator() => RuleFor(input => input.Sure).Equal(true).WithMessage("請先勾選，再解散團隊。");
}
