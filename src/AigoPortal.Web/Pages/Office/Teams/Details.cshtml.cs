using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Teams;

/// <summary>A team for the office: who may take part, and the documented exceptions.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [BindProperty]
    public ExceptionInput Input { get; set; } = new();

    [FromRoute]
    public Guid Id { get; set; }

    public Domain.Teams.Team Team { get; private set; } = null!;

    public Round Round { get; private set; } = null!;

    public IReadOnlyList<MemberStanding> Members { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public IReadOnlyList<EntryOfTeam> Entries { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.Teams.AsNoTracking().Include(team => team.Members).FirstOrDefaultAsync(team => team.Id == Id, cancellation) is not { } team)
        {
            return NotFound();
        }

        Team = team;
        Round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == team.RoundId, cancellation);
        Members = await db.StandingsAsync(team, Round, me.Now, cancellation);
        Choices = [.. Members.Where(standing => standing.Blocks is not null)
            .Select(standing => new SelectListItem(standing.Person.Name, standing.Person.Id.ToString()))];
        Entries = await (
            from entry in db.Entries
            join problem in db.Problems on entry.ProblemId equals problem.Id
            where entry.TeamId == team.Id
            orderby entry.Code
            select new EntryOfTeam(entry.Code, problem.Content.Title, entry.Status)).ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await db.Teams.Include(team => team.Members).FirstOrDefaultAsync(team => team.Id == Id, cancellation) is not { } team)
        {
            return NotFound();
        }

        if (Check(new ExceptionInputValidator(), Input) && !team.Has(Input.PersonId ?? Guid.Empty))
        {
            Refuse("Input.PersonId", "請選擇團隊成員");
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(cancellation);
        }

        team.GrantException(Input.PersonId!.Value, Input.Reason.Trim(), me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("已記錄例外同意");
        return RedirectToPage();
    }
}

/// <summary>An entry of the team.</summary>
public sealed record EntryOfTeam(string Code, string Problem, EntryStatus Status);

/// <summary>Whom to let in, and why.</summary>
public sealed class ExceptionInput
{
    public Guid? PersonId { get; set; }

    public string Reason { get; set; } = "";
}

/// <summary>Its shape.</summary>
public sealed class ExceptionInputValidator : AbstractValidator<ExceptionInput>
{
    public ExceptionInputValidator()
    {
        RuleFor(input => input.PersonId).NotNull().WithMessage("請選擇團隊成員");
        RuleFor(input => input.Reason).Must(reason => !string.IsNullOrWhiteSpace(reason)).WithMessage("請寫明同意例外的理由。");
        RuleFor(input => input.Reason).MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
    }
}
