using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Rounds;

/// <summary>One version of a round's award scheme: written as a draft, brought into force by a second officer, read ever after.</summary>
public sealed class AwardsVersionModel(PortalDbContext db, CurrentPerson me, ActivateScheme activate) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AwardSchemeInput Input { get; set; } = new();

    public AwardScheme Scheme { get; private set; } = null!;

    public Round Round { get; private set; } = null!;

    /// <summary>What a version on its way would change.</summary>
    public IReadOnlyList<SchemeChange> Changes { get; private set; } = [];

    public bool IsOwn => Scheme.ProposedBy == me.Id;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.AwardSchemes.AsNoTracking().FirstOrDefaultAsync(scheme => scheme.Id == Id, cancellation) is not { } scheme)
        {
            return NotFound();
        }

        Scheme = scheme;
        Round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == scheme.RoundId, cancellation);
        if (scheme.Status.IsOpen())
        {
            Changes = SchemeChanges.Between(new AwardSchemeTerms(Round.Budget, Round.CapPerEntry, Round.AwardItems, Round.Withholding), scheme.Terms, T);
        }

        if (FirstShow || Input.Items.Count == 0)
        {
            var reason = Input.Reason;
            Input = AwardSchemeInput.Of(scheme);
            Input.Reason = reason;
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation) => ReviseAsync(
        async _ =>
        {
            await db.SaveChangesAsync(cancellation);
            Say("草稿已儲存");
        },
        cancellation);

    public Task<IActionResult> OnPostProposeAsync(CancellationToken cancellation) => ReviseAsync(
        async scheme =>
        {
            var round = await db.Rounds.FirstAsync(round => round.Id == scheme.RoundId, cancellation);
            var earlier = await db.AwardSchemes.AsNoTracking()
                .Where(known => known.RoundId == round.Id && (known.Status == AwardSchemeStatus.Active || known.Status == AwardSchemeStatus.Superseded)).ToListAsync(cancellation);
            scheme.Propose(round, earlier, me.Actor);
            await db.SaveChangesAsync(cancellation);
            Say("已提出，請另一位承辦核對後生效");
        },
        cancellation);

    public Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellation) => ActAsync(
        async scheme =>
        {
            scheme.Discard(me.Actor);
            await db.SaveChangesAsync(cancellation);
            Say("這一版已作廢");
        },
        cancellation);

    public async Task<IActionResult> OnPostSendBackAsync(CancellationToken cancellation) => Check(new SendSchemeBackValidator(), Input)
        ? await ActAsync(
            async scheme =>
            {
                scheme.SendBack(Input.Reason, me.Actor);
                await db.SaveChangesAsync(cancellation);
                Say("已退回");
            },
            cancellation)
        : await AgainAsync(cancellation);

    public Task<IActionResult> OnPostActivateAsync(CancellationToken cancellation) => ActAsync(
        async scheme =>
        {
            await activate.RunAsync(scheme, me.Actor, cancellation);
            Say("已生效，之後的決議照這一版");
        },
        cancellation);

    private async Task<IActionResult> ReviseAsync(Func<AwardScheme, Task> then, CancellationToken cancellation) => Check(new AwardSchemeValidator(), Input)
        ? await ActAsync(
            scheme =>
            {
                scheme.Revise(Input.ToTerms(), me.Actor);
                return then(scheme);
            },
            cancellation)
        : await AgainAsync(cancellation);

    private async Task<IActionResult> ActAsync(Func<AwardScheme, Task> act, CancellationToken cancellation)
    {
        if (await db.AwardSchemes.FirstOrDefaultAsync(scheme => scheme.Id == Id, cancellation) is not { } scheme)
        {
            return NotFound();
        }

        if (scheme.Version != Input.Version)
        {
            Refuse("", "資料剛剛被其他人更新，請重新整理後再試一次。");
            return await AgainAsync(cancellation);
        }

        await act(scheme);
        return RedirectToPage(new { id = Id });
    }
}
