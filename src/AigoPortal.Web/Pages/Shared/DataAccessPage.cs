using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Entries;
using AigoPortal.Web.Files;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Shared;

/// <summary>資料取用: on which paper a matched team gets to which data; the poser and the office note it on pages of their own.</summary>
public abstract class DataAccessPage(PortalDbContext db, CurrentPerson me, Uploads uploads) : PortalPage
{
    [BindProperty]
    public DataAccessInput Input { get; set; } = new();

    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    /// <summary>The one that is being revoked.</summary>
    [BindProperty(SupportsGet = true, Name = "revoke")]
    public Guid? Revoked { get; set; }

    public string Team { get; private set; } = "";

    /// <summary>The names of the problem's data sets.</summary>
    public IReadOnlyList<string> Known { get; private set; } = [];

    public IReadOnlyList<DataAccessLine> Accesses { get; private set; } = [];

    public bool IsMatched { get; private set; }

    /// <summary>The entry's page of this side, without the code.</summary>
    public abstract string Root { get; }

    /// <summary>The entries this side may note it for; all others do not exist for them.</summary>
    protected abstract IQueryable<Entry> Mine { get; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var found = await (
            from entry in Mine.AsNoTracking()
            join team in db.Teams on entry.TeamId equals team.Id
            join problem in db.Problems on entry.ProblemId equals problem.Id
            where entry.Code == Code
            select new { entry.Id, entry.Status, team.Name, Problem = problem }).FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return NotFound();
        }

        Team = found.Name;
        Known = [.. found.Problem.DataSets.OrderBy(set => set.Order).Select(set => set.Name)];
        IsMatched = EntryStatuses.Matched.Contains(found.Status);
        Accesses = await db.DataAccessesOfAsync(found.Id, cancellation);
        if (FirstShow)
        {
            Input.DataSets = string.Join('\n', Known);
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await Mine.FirstOrDefaultAsync(entry => entry.Code == Code, cancellation) is not { } entry)
        {
            return NotFound();
        }

        Rule.Require(DataAccessRules.IsOfMatchedTeam(entry));
        if (!Check(new DataAccessValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (await uploads.TakeAsync(Input.Paper, nameof(Input.Paper), FileKind.Scans, me.Actor, cancellation) is not { } paper)
        {
            Refuse("Input.Paper", "請選擇合約或保密協議的檔案。");
            return await AgainAsync(cancellation);
        }

        db.DataAccesses.Add(new DataAccess(entry, Input.Kind!.Value, paper, Input.DataSets, Input.From!.Value, Input.Until!.Value, me.Actor));
        await db.SaveChangesAsync(cancellation);
        Say("資料取用已登錄，團隊看得到。");
        return Redirect(Url.Content($"{Root}/{Code}/data"));
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellation)
    {
        var access = await db.DataAccesses.FirstOrDefaultAsync(
            access => access.Id == Revoked && Mine.Any(entry => entry.Id == access.EntryId && entry.Code == Code), cancellation);
        if (access is null)
        {
            return NotFound();
        }

        if (!Check(new RevocationValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        access.Revoke(Input.Reason, me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("資料取用已撤銷，團隊看得到原因。");
        return Redirect(Url.Content($"{Root}/{Code}/data"));
    }
}

/// <summary>What is noted, or why it is revoked.</summary>
public sealed class DataAccessInput
{
    public DataAccessKind? Kind { get; set; }

    public string DataSets { get; set => field = Written.Text(value); } = "";

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public IFormFile? Paper { get; set; }

    public string Reason { get; set => field = Written.Text(value); } = "";
}

/// <summary>The shape of what is noted.</summary>
public sealed class DataAccessValidator : AbstractValidator<DataAccessInput>
{
    public DataAccessValidator()
    {
        RuleFor(input => input.Kind).Must(kind => kind is { } known && Enum.IsDefined(known)).WithMessage("請選擇依據");
        RuleFor(input => input.DataSets).NotEmpty().WithMessage("請寫明是哪些資料。");
        RuleFor(input => input.DataSets).MaximumLength(2000).Sentence("最多 {0} 個字。", 2000);
        RuleFor(input => input.From).NotNull().WithMessage("請填寫起日");
        RuleFor(input => input.Until).NotNull().WithMessage("請填寫迄日");
        RuleFor(input => input.Until).Must((input, until) => until is null || input.From is null || until >= input.From).WithMessage("迄日不能早於起日。");
    }
}

/// <summary>The shape of a revocation.</summary>
public sealed class RevocationValidator : AbstractValidator<DataAccessInput>
{
    public RevocationValidator()
    {
        RuleFor(input => input.Reason).NotEmpty().WithMessage("請寫明原因。");
        RuleFor(input => input.Reason).MaximumLength(2000).Sentence("最多 {0} 個字。", 2000);
    }
}
