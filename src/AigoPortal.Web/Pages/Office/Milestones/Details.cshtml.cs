using AigoPortal.Data;
using AigoPortal.Data.Providers;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Time;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Milestones;

public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, Letters letters, ReleaseMilestone release, ForfeitMilestone forfeit, SecretText secrets) : PortalPage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public DetailsInput Input { get; set; } = new();

    public MilestoneSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<string> Missing { get; private set; } = [];

    public Secrets? Revealed { get; private set; }

    public ILookup<string, OtherUse> OtherUses { get; private set; } = Array.Empty<OtherUse>().ToLookup(use => use.Key);

    /// <summary>The officer belongs to the team or to the posing organisation, and stays out of it.</summary>
    public bool IsOwnCase { get; private set; }

    /// <summary>The second step of declaring it lost.</summary>
    public bool Confirming { get; private set; }

    public bool CanCheck => Sheet.Milestone.Status == MilestoneStatus.EvidenceSubmitted && !IsOwnCase;

    public bool IsOverdue => MilestoneRules.IsOverdue(Sheet.Milestone.Status, Sheet.Milestone.EvidenceDueAt, me.Now) is null;

    public int DaysLate => Overdue.Days(Sheet.Milestone.EvidenceDueAt, me.Now);

    public DateOnly Today => Taipei.DateOf(me.Now);

    public bool IsApprover => Sheet.Milestone.ApprovedBy == me.Id;

    public Twd Tax => Sheet.Payees.Sum(payee => payee.Withheld?.Tax ?? Twd.Zero);

    public Twd Net => Sheet.Payees.Sum(payee => payee.Withheld?.Net ?? Twd.Zero);

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.SheetAsync(db.Milestones, Id, me.Now, cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        OtherUses = await db.OtherUsesAsync(sheet.Milestone, cancellation);
        IsOwnCase = await db.IsOwnCaseAsync(sheet.Milestone.EntryId, me.Id, cancellation);
        Missing = [.. sheet.Missing().Select(rule => T.Sentence(rule.Sentence, rule.Arguments))];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellation) => DecideAsync(milestone =>
    {
        milestone.Approve(me.Actor);
        Say("已核准，請另一位承辦撥付");
        return Task.CompletedTask;
    }, cancellation);

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancellation) => !Check(new ReasonValidator(), Input)
        ? await AgainAsync(cancellation)
        : await DecideAsync(async milestone =>
        {
            milestone.Return(Input.Reason.Trim(), me.Actor);
            var (leader, code) = await (
                from entry in db.Entries
                where entry.Id == milestone.EntryId
                join team in db.Teams on entry.TeamId equals team.Id
                join person in db.People on team.LeaderId equals person.Id
                select new ValueTuple<Domain.People.Person, string>(person, entry.Code)).SingleAsync(cancellation);
            string[] reasons = [.. milestone.Rejected.Take(50).Select(piece => $"{piece.Title}: {piece.Rejection}"), .. milestone.Reason is { } said ? [said] : Array.Empty<string>()];
            letters.Write(leader, new LetterText(
                "請補正：{0} {1}", "{0}「{1}」的憑證請補正後再送出。退回原因：{2}",
                $"/team/milestone/{milestone.Id:D}", code, milestone.Name, string.Join("\n", reasons)), me.Now);
            Say("已退回，團隊會收到通知");
        }, cancellation);

    /// <summary>Turns one piece down; the rest stays as it is.</summary>
    public async Task<IActionResult> OnPostRejectAsync(CancellationToken cancellation) => !Check(new RejectionValidator(), Input)
        ? await AgainAsync(cancellation)
        : await DecideAsync(milestone =>
        {
            milestone.Reject(Input.Item, Input.ItemReason.Trim(), me.Actor);
            Say("已標為退件；全部看完後按「退回補正」");
            return Task.CompletedTask;
        }, cancellation, $"piece-{Input.Item:N}");

    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancellation) => DecideAsync(milestone =>
    {
        milestone.TakeBackRejection(Input.Item, me.Actor);
        Say("已取消退件");
        return Task.CompletedTask;
    }, cancellation, $"piece-{Input.Item:N}");

    public async Task<IActionResult> OnPostExtendAsync(CancellationToken cancellation) => !Check(new ExtensionValidator(), Input)
        ? await AgainAsync(cancellation)
        : await DecideAsync(async milestone =>
        {
            var until = Taipei.EndOf(Input.Until!.Value);
            milestone.Extend(until, Input.ExtendReason.Trim(), me.Actor);
            var entry = await db.Entries.Where(found => found.Id == milestone.EntryId).Select(found => new { found.Code, found.TeamId }).SingleAsync(cancellation);
            foreach (var member in await db.MembersOfAsync(entry.TeamId, cancellation))
            {
                letters.Write(member, new LetterText(
                    "憑證期限延長：{0} {1}", "{0}「{1}」的憑證期限延到 {2}。原因：{3}",
                    $"/team/milestone/{milestone.Id:D}", entry.Code, milestone.Name, until, Input.ExtendReason.Trim()), me.Now);
            }

            Say("期限已延長，團隊會收到通知");
        }, cancellation);

    /// <summary>First asks whether it is meant, then declares it lost.</summary>
    public async Task<IActionResult> OnPostForfeitAsync(CancellationToken cancellation)
    {
        if (!Check(new ForfeitureValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (Input.Sure)
        {
            if (!await forfeit.RunAsync(Id, Input.Seen, Input.Reason.Trim(), me.Actor, cancellation))
            {
                return NotFound();
            }

            Say("已失權，款項已釋回預算，團隊會收到通知");
            return RedirectToPage(new { Id });
        }

        if (await LoadAsync(cancellation) is { } answer)
        {
            return answer;
        }

        Rule.Require(MoneyRules.IsNotOwnCase(IsOwnCase));
        Rule.Require(MilestoneRules.IsOverdue(Sheet.Milestone.Status, Sheet.Milestone.EvidenceDueAt, me.Now));
        Confirming = true;
        return Page();
    }

    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken cancellation)
    {
        if (await release.RunAsync(Id, me.Actor, cancellation) is not { } rows)
        {
            return NotFound();
        }

        Say("已撥付，登錄清冊 {0} 筆", rows.Count);
        return RedirectToPage(new { Id });
    }

    /// <summary>Shows one payee's numbers on this answer only, and writes down who looked and why.</summary>
    public async Task<IActionResult> OnPostRevealAsync(CancellationToken cancellation)
    {
        if (!Check(new RevealValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (await LoadAsync(cancellation) is { } answer)
        {
            return answer;
        }

        if (Sheet.Sharing.FirstOrDefault(line => line.PersonId == Input.PersonId) is not { Stated: not null } payee || await OpenAsync(payee, cancellation) is not { } shown)
        {
            return NotFound();
        }

        var kind = payee.TaxStatus == TaxStatus.LegalEntity ? nameof(LegalPayee) : nameof(PayeeProfile);
        db.AuditEvents.Add(new AuditEvent(new Trace(me.Actor, "payee.reveal", Input.Why.Trim()), kind, payee.PersonId));
        await db.SaveChangesAsync(cancellation);
        Revealed = shown;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private async Task<Secrets?> OpenAsync(PayeeLine payee, CancellationToken cancellation) => payee.TaxStatus == TaxStatus.LegalEntity
        ? await db.LegalPayees.AsNoTracking().FirstOrDefaultAsync(found => found.Id == payee.PersonId, cancellation) is { } entity
            ? new Secrets(entity.Name, entity.Number, entity.Address, entity.BankCode, secrets.Open(entity.SealedAccount)) : null
        : await db.PayeeProfiles.AsNoTracking().FirstOrDefaultAsync(found => found.Id == payee.PersonId, cancellation) is { } profile
            ? new Secrets(payee.Name, secrets.Open(profile.SealedIdNumber), profile.Address, profile.BankCode, secrets.Open(profile.SealedAccount)) : null;

    private async Task<IActionResult> DecideAsync(Func<Milestone, Task> decide, CancellationToken cancellation, string? place = null)
    {
        var milestone = await db.Milestones.AsSplitQuery().FirstOrDefaultAsync(found => found.Id == Id, cancellation);
        if (milestone is null)
        {
            return NotFound();
        }

        // What was looked at is what is decided on, even if the team handed in anew meanwhile.
        Rule.Require(milestone.Version == Input.Seen ? null : BrokenConstraints.ChangedByAnother());
        Rule.Require(MoneyRules.IsNotOwnCase(await db.IsOwnCaseAsync(milestone.EntryId, me.Id, cancellation)));
        await decide(milestone);
        db.Entry(milestone).State = EntityState.Modified; // a mark on a piece is a new version of the whole
        await db.SaveChangesAsync(cancellation);
        return RedirectToPage(null, null, new { Id }, place);
    }

    public sealed record Secrets(string Name, string IdNumber, string Address, string BankCode, string Account);
}
