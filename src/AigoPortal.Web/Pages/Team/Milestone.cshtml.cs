using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Time;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Files;
using AigoPortal.Web.Security;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team;

public sealed class MilestoneModel(PortalDbContext db, CurrentPerson me, Uploads uploads) : PortalPage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public MilestoneInput Input { get; set; } = new();

    public MilestoneSheet Sheet { get; private set; } = null!;

    public bool CanEdit => Sheet.Context.LeaderId == me.Id && Sheet.Milestone.Status.TakesEvidence();

    public DateOnly Today => Taipei.DateOf(me.Now);

    public SplitCheck Split { get; private set; } = null!;

    /// <summary>Papers without a file that counts.</summary>
    public IEnumerable<string> PapersLeft => Sheet.Milestone.Papers.Where(name => !Sheet.Milestone.HandedPapers.Any(paper => paper.Name == name && paper.Rejection is null));

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.SheetAsync(db.MilestonesOf(me.Id), Id, me.Now, cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        Split = SplitCheck.Of(sheet, Input.Shares, Today);
        if (Input.Paper.Length == 0 && PapersLeft.FirstOrDefault() is { } next)
        {
            Input.Paper = next;
        }

        if (Input.Shares.Count == 0)
        {
            Input.Shares = [.. sheet.Payees.Select(payee => new ShareInput { PersonId = payee.PersonId, Amount = payee.Share?.Dollars })];
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>The live check beside the form; changes nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Partial("_SplitCheck", Split);

    public Task<IActionResult> OnPostDivideAsync(CancellationToken cancellation) => ChangeAsync("payees", new SharesValidator(),
        (milestone, team, entities) => milestone.Divide([.. Input.Shares.Select(share => new PayeeShare(share.PersonId, new Twd(share.Amount ?? 0)))], team, me.Actor, entities), cancellation);

    public Task<IActionResult> OnPostEvenlyAsync(CancellationToken cancellation)
    {
        ModelState.Clear(); // what stood in the boxes is replaced
        return ChangeAsync("payees", null, (milestone, team, _) =>
        {
            var members = team.Members.OrderBy(member => member.JoinedAt).ThenBy(member => member.PersonId).ToList();
            var parts = Domain.Money.Split.Evenly(milestone.Amount, members.Count);
            milestone.Divide([.. members.Zip(parts, (member, part) => new PayeeShare(member.PersonId, part))], team, me.Actor);
        }, cancellation);
    }

    public Task<IActionResult> OnPostAddExpenseAsync(CancellationToken cancellation) => ChangeAsync("expenses", new ExpenseValidator(),
        (milestone, _, _) => milestone.AddExpense(Input.Purpose.Trim(), new Twd(Input.Amount!.Value), me.Actor), cancellation);

    public Task<IActionResult> OnPostRemoveExpenseAsync(Guid item, CancellationToken cancellation) =>
        ChangeAsync("expenses", null, (milestone, _, _) => milestone.RemoveExpense(item), cancellation);

    public async Task<IActionResult> OnPostAddReceiptAsync(CancellationToken cancellation)
    {
        if (!Check(new ReceiptValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (await FindAsync(cancellation) is not { } found)
        {
            return NotFound();
        }

        var file = await uploads.TakeAsync(Input.File, "File", FileKind.Scans, me.Actor, cancellation);
        var vendorNumber = CompanyNumber.Clean(Input.VendorNumber);
        found.Milestone.AddReceipt(
            Input.Number.Trim(), Input.Date!.Value, Input.Vendor.Trim(), new Twd(Input.ReceiptAmount!.Value), file!.Id, me.Actor, vendorNumber.Length == 0 ? null : vendorNumber);
        return await SaveAsync(found.Milestone, "receipts", cancellation);
    }

    public Task<IActionResult> OnPostRemoveReceiptAsync(Guid item, CancellationToken cancellation) =>
        ChangeAsync("receipts", null, (milestone, _, _) => milestone.RemoveReceipt(item), cancellation);

    /// <summary>The file of a paper the scheme asks for, in place of an earlier one.</summary>
    public async Task<IActionResult> OnPostPutPaperAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } found)
        {
            return NotFound();
        }

        if (!Check(new PaperValidator(found.Milestone.Papers), Input))
        {
            return await AgainAsync(cancellation);
        }

        var file = await uploads.TakeAsync(Input.PaperFile, "PaperFile", FileKind.Scans, me.Actor, cancellation);
        found.Milestone.PutPaper(Input.Paper, file!.Id, me.Actor);
        return await SaveAsync(found.Milestone, "papers", cancellation);
    }

    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } found)
        {
            return NotFound();
        }

        var stated = await db.PayeesAsync([.. found.Milestone.Shares.Select(share => share.PayeeId)], cancellation);
        var rules = (await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == found.Milestone.RoundId, cancellation)).Withholding;
        found.Milestone.SubmitEvidence(stated.Keys.ToHashSet(), me.Actor);
        Rule.Require(MilestoneRules.PayeesHaveARate(stated.Values.Select(payee => payee.TaxStatus), rules, Today));
        await db.SaveChangesAsync(cancellation);
        Say("已送出，計畫辦公室會接著核銷");
        return RedirectToPage(new { Id });
    }

    private async Task<IActionResult> ChangeAsync(string section, IValidator<MilestoneInput>? shape, Action<Milestone, Domain.Teams.Team, IReadOnlyCollection<Guid>> change, CancellationToken cancellation)
    {
        if (shape is null ? !ModelState.IsValid : !Check(shape, Input))
        {
            return await AgainAsync(cancellation);
        }

        if (await FindAsync(cancellation) is not { } found)
        {
            return NotFound();
        }

        var entities = found.Milestone.AllowsLegalEntity
            ? await db.LegalPayees.Where(payee => payee.TeamId == found.Team.Id).Select(payee => payee.Id).ToListAsync(cancellation) : [];
        change(found.Milestone, found.Team, entities);
        return await SaveAsync(found.Milestone, section, cancellation);
    }

    private async Task<IActionResult> SaveAsync(Milestone milestone, string section, CancellationToken cancellation)
    {
        // A line more or less is a new version of the whole: nothing slips in beside a submission.
        db.Entry(milestone).State = EntityState.Modified;
        await db.SaveChangesAsync(cancellation);
        Say("已儲存");
        return RedirectToPage(null, null, new { Id }, section);
    }

    private async Task<Found?> FindAsync(CancellationToken cancellation)
    {
        var milestone = await db.MilestonesOf(me.Id).AsSplitQuery().FirstOrDefaultAsync(found => found.Id == Id, cancellation);
        if (milestone is null)
        {
            return null;
        }

        var team = await db.Teams.Include(team => team.Members).SingleAsync(team => db.Entries.Any(entry => entry.Id == milestone.EntryId && entry.TeamId == team.Id), cancellation);
        Rule.Require(TeamRules.IsLeader(team, me.Id));
        Rule.Require(MilestoneRules.TakesEvidence(milestone.Status));
        return new Found(milestone, team);
    }

    private sealed record Found(Milestone Milestone, Domain.Teams.Team Team);
}
