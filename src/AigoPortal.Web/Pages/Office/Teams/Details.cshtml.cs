using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Files;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Teams;

/// <summary>A team for the office: who may take part, and the documented exceptions.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, Uploads uploads) : PortalPage
{
    [BindProperty]
    public ExceptionInput Input { get; set; } = new();

    [BindProperty]
    public RevocationInput Revocation { get; set; } = new();

    [FromRoute]
    public Guid Id { get; set; }

    public Domain.Teams.Team Team { get; private set; } = null!;

    public Round Round { get; private set; } = null!;

    public IReadOnlyList<MemberStanding> Members { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public IReadOnlyList<WaiverOfTeam> Waivers { get; private set; } = [];

    /// <summary>The rules the round sets.</summary>
    public IReadOnlyList<SelectListItem> Rules { get; private set; } = [];

    public bool HasSubmitted { get; private set; }

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
        Rules = [.. Eligibility.AskedBy(Round).Where(rule => rule != EligibilityRule.NaturalPerson).Select(rule => new SelectListItem(T.Word(rule), rule.ToString()))];
        HasSubmitted = await db.HasSubmittedAsync(team.Id, cancellation);
        Waivers = await (
            from waiver in db.EligibilityWaivers
            join person in db.People on waiver.PersonId equals person.Id
            join officer in db.People on waiver.GrantedBy equals officer.Id
            where waiver.TeamId == team.Id
            orderby waiver.GrantedAt descending
            select new WaiverOfTeam(waiver.Id, person.Name, waiver.Rule, waiver.Reason, waiver.DocumentId, officer.Name, waiver.GrantedAt, waiver.RevokedAt, waiver.RevokeReason)).ToListAsync(cancellation);
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

        if (await uploads.TakeAsync(Input.Document, "Document", FileKind.Scans, me.Actor, cancellation) is not { } document)
        {
            Refuse("Input.Document", "請附上同意例外所依據的文件。");
            return await AgainAsync(cancellation);
        }

        team.GrantException(Input.PersonId!.Value, Input.Rule, Input.Reason.Trim(), document.Id, me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("已記錄例外同意");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellation)
    {
        if (!Check(new RevocationInputValidator(), Revocation, "Revocation"))
        {
            return await AgainAsync(cancellation);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.HoldTeamAsync(Id, cancellation);
        if (await db.Teams.Include(team => team.Exceptions).FirstOrDefaultAsync(team => team.Id == Id, cancellation) is not { } team
            || team.Exceptions.FirstOrDefault(waiver => waiver.Id == Revocation.Id) is not { } revoked)
        {
            return NotFound();
        }

        team.RevokeException(revoked, Written.Text(Revocation.Reason), await db.HasSubmittedAsync(team.Id, cancellation), me.Actor);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        Say("已撤銷例外");
        return RedirectToPage();
    }
}

/// <summary>An exception granted in the team.</summary>
public sealed record WaiverOfTeam(
    Guid Id, string Person, EligibilityRule? Rule, string Reason, Guid? DocumentId, string Officer, DateTimeOffset GrantedAt, DateTimeOffset? RevokedAt, string? RevokeReason);

/// <summary>Which exception is taken back, and why.</summary>
public sealed class RevocationInput
{
    public Guid Id { get; set; }

    public string Reason { get; set; } = "";
}

/// <summary>Its shape.</summary>
public sealed class RevocationInputValidator : AbstractValidator<RevocationInput>
{
    public RevocationInputValidator()
    {
        RuleFor(input => input.Reason).Must(reason => !string.IsNullOrWhiteSpace(reason)).WithMessage("請寫明撤銷的理由。");
        RuleFor(input => input.Reason).MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
    }
}

/// <summary>An entry of the team.</summary>
public sealed record EntryOfTeam(string Code, string Problem, EntryStatus Status);

/// <summary>Whom to let in, and why.</summary>
public sealed class ExceptionInput
{
    public Guid? PersonId { get; set; }

    /// <summary>The rule that is set aside; null for all.</summary>
    public EligibilityRule? Rule { get; set; }

    public string Reason { get; set; } = "";

    public IFormFile? Document { get; set; }
}

/// <summary>Its shape.</summary>
public sealed class ExceptionInputValidator : AbstractValidator<ExceptionInput>
{
    public ExceptionInputValidator()
    {
        RuleFor(input => input.PersonId).NotNull().WithMessage("請選擇團隊成員");
        RuleFor(input => input.Rule).IsInEnum().WithMessage("這個值無法使用，請重新填寫。");
        RuleFor(input => input.Reason).Must(reason => !string.IsNullOrWhiteSpace(reason)).WithMessage("請寫明同意例外的理由。");
        RuleFor(input => input.Reason).MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
    }
}
