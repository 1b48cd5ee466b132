using AigoPortal.Data;
using AigoPortal.Data.Providers;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Milestones;

public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, Letters letters, ReleaseMilestone release, SecretText secrets) : PortalPage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public DetailsInput Input { get; set; } = new();

    public MilestoneSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<string> Missing { get; private set; } = [];

    public Secrets? Revealed { get; private set; }

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
            letters.Write(leader, new LetterText(
                "請補正：{0} {1}", "{0}「{1}」的憑證請補正後再送出。退回原因：{2}",
                $"/team/milestone/{milestone.Id:D}", code, milestone.Name, Input.Reason.Trim()), me.Now);
            Say("已退回，團隊會收到通知");
        }, cancellation);

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

        if (Sheet.Sharing.FirstOrDefault(line => line.PersonId == Input.PersonId) is not { Profile: { } profile } payee)
        {
            return NotFound();
        }

        db.AuditEvents.Add(new AuditEvent(new Trace(me.Actor, "payee.reveal", Input.Why.Trim()), nameof(PayeeProfile), profile.Id));
        await db.SaveChangesAsync(cancellation);
        Revealed = new Secrets(payee.Name, secrets.Open(profile.SealedIdNumber), profile.Address, profile.BankCode, secrets.Open(profile.SealedAccount));
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private async Task<IActionResult> DecideAsync(Func<Milestone, Task> decide, CancellationToken cancellation)
    {
        var milestone = await db.Milestones.AsSplitQuery().FirstOrDefaultAsync(found => found.Id == Id, cancellation);
        if (milestone is null)
        {
            return NotFound();
        }

        // What was looked at is what is decided on, even if the team handed in anew meanwhile.
        Rule.Require(milestone.Version == Input.Seen ? null : BrokenConstraints.ChangedByAnother());
        await decide(milestone);
        await db.SaveChangesAsync(cancellation);
        return RedirectToPage(new { Id });
    }

    public sealed record Secrets(string Name, string IdNumber, string Address, string BankCode, string Account);
}

public sealed class DetailsInput
{
    public Guid Seen { get; set; }

    public string Reason { get; set; } = "";

    public Guid PersonId { get; set; }

    public string Why { get; set; } = "";
}

public sealed class ReasonValidator : AbstractValidator<DetailsInput>
{
    public ReasonValidator()
    {
        RuleFor(input => input.Reason).NotEmpty().WithMessage("請寫明原因。");
        RuleFor(input => input.Reason).MaximumLength(2000).Sentence("最多 {0} 個字", 2000);
    }
}

public sealed class RevealValidator : AbstractValidator<DetailsInput>
{
    public RevealValidator()
    {
        RuleFor(input => input.Why).NotEmpty().WithMessage("請寫明查看的原因");
        RuleFor(input => input.Why).MaximumLength(400).Sentence("最多 {0} 個字", 400);
    }
}
