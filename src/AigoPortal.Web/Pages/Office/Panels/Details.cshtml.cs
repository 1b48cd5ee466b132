using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>A panel's reviewers, criteria and way of working.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, ConvenePanel convenePanel, OpenReview openReview, SeatReviewer seats) : PortalPage
{
    private bool _isArranging;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PanelForms Input { get; set; } = new();

    public Panel Panel { get; private set; } = null!;

    public string RoundCode { get; private set; } = "";

    public Blindness Blindness { get; private set; }

    public DateTimeOffset Deadline { get; private set; }

    public IReadOnlyList<MemberLine> Members { get; private set; } = [];

    /// <summary>People with the role who do not sit here.</summary>
    public IReadOnlyList<SelectListItem> Reviewers { get; private set; } = [];

    /// <summary>Members an announced panel can excuse.</summary>
    public IEnumerable<SelectListItem> Excusable => Members.Where(member => member.Sits).Select(member => new SelectListItem(member.Name, member.PersonId.ToString()));

    public bool Preparing => Panel.Status == PanelStatus.Preparing;

    public bool TakesMembers => PanelRules.TakesMembers(Panel.Status) is null;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel)
        {
            return NotFound();
        }

        var round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == panel.RoundId, cancellation);
        (Panel, RoundCode, Blindness, Deadline) = (panel, round.Code, round.Blindness, round.DeadlineOf(panel.Stage));
        var memberIds = panel.Members.Select(member => member.PersonId).ToList();
        var sitting = panel.Members.Where(member => member.Sits).Select(member => member.PersonId).ToList();
        var people = await db.People.AsNoTracking().Where(person => memberIds.Contains(person.Id))
            .Select(person => new { person.Id, person.Name, person.Affiliation }).ToDictionaryAsync(person => person.Id, cancellation);
        Members = [.. panel.Members.OrderBy(member => member.Sits ? 0 : 1).ThenByDescending(member => member.Chairs).ThenBy(member => people[member.PersonId].Name, StringComparer.Ordinal)
            .Select(member => new MemberLine(member, people[member.PersonId].Name, people[member.PersonId].Affiliation, PanelRules.ChairCanChange(panel) is null && !(member.Chairs && member.Sits)))];
        Reviewers = await (
            from person in db.People.AsNoTracking()
            join link in db.UserRoles on person.Id equals link.UserId
            join role in db.Roles on link.RoleId equals role.Id
            where role.Name == Roles.Reviewer && !sitting.Contains(person.Id)
            orderby person.Name
            select new SelectListItem(person.Affiliation == null ? person.Name : person.Name + " · " + person.Affiliation, person.Id.ToString())).ToListAsync(cancellation);
        if (Input.Criteria.Count == 0)
        {
            Input.Criteria = panel.Criteria.Lines();
        }

        if (!_isArranging)
        {
            (Input.ReviewsPerEntry, Input.ScoringEndsAt, Input.SharesScores) = (panel.ReviewsPerEntry, panel.ScoringEndsAt, panel.SharesScores);
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        if (!Check(new ReviewerValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var reviewer = await db.People.FirstOrDefaultAsync(person => person.Id == Input.ReviewerId && db.UserRoles.Any(link =>
            link.UserId == person.Id && db.Roles.Any(role => role.Id == link.RoleId && role.Name == Roles.Reviewer)), cancellation);
        if (reviewer is null)
        {
            Refuse("Input.ReviewerId", "請選擇審查委員");
            return await AgainAsync(cancellation);
        }

        return await ChangeAsync(panel =>
        {
            seats.Invite(panel, reviewer, Input.Kind!.Value, Input.Chairs, me.Actor);
            Say("已邀請 {0}", reviewer.Name);
        }, cancellation);
    }

    public async Task<IActionResult> OnPostRemindAsync(Guid personId, CancellationToken cancellation)
    {
        if (await db.People.AsNoTracking().FirstOrDefaultAsync(person => person.Id == personId, cancellation) is not { } reviewer)
        {
            return NotFound();
        }

        return await ChangeAsync(panel =>
        {
            seats.Remind(panel, reviewer, me.Actor);
            Say("邀請信已重寄給 {0}", reviewer.Name);
        }, cancellation);
    }

    public Task<IActionResult> OnPostChairAsync(Guid personId, CancellationToken cancellation) => ChangeAsync(panel =>
    {
        panel.Appoint(personId, me.Actor);
        Say("召集人已更新");
    }, cancellation);

    public Task<IActionResult> OnPostRemoveAsync(Guid personId, CancellationToken cancellation) => ChangeAsync(panel =>
    {
        panel.Remove(personId, me.Actor);
        Say("委員已移除");
    }, cancellation);

    public async Task<IActionResult> OnPostExcuseAsync(CancellationToken cancellation)
    {
        if (!Check(new ExcuseValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (await db.Panels.FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel)
        {
            return NotFound();
        }

        await seats.ExcuseAsync(panel, Input.PersonId!.Value, Input.ExcuseReason, me.Actor, cancellation);
        Say("委員已解任，並寄信通知");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCompositionAsync(CancellationToken cancellation) => Check(new CompositionValidator(), Input)
        ? await ChangeAsync(panel =>
        {
            panel.ExplainComposition(Input.CompositionReason!, me.Actor);
            Say("理由已記錄");
        }, cancellation)
        : await AgainAsync(cancellation);

    public async Task<IActionResult> OnPostArrangeAsync(CancellationToken cancellation)
    {
        _isArranging = true;
        return ModelState.IsValid
            ? await ChangeAsync(panel =>
            {
                panel.Arrange(Input.ToTerms(), me.Actor);
                Say("審查方式已儲存");
            }, cancellation)
            : await AgainAsync(cancellation);
    }

    public async Task<IActionResult> OnPostWeighAsync(CancellationToken cancellation) => Check(new CriteriaValidator(), Input)
        ? await ChangeAsync(panel =>
        {
            panel.Weigh(Input.Named(), me.Actor);
            Say("準則已儲存");
        }, cancellation)
        : await AgainAsync(cancellation);

    public async Task<IActionResult> OnPostConveneAsync(CancellationToken cancellation)
    {
        if (!Check(new ConveneValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (!await db.Panels.AnyAsync(panel => panel.Id == Id, cancellation))
        {
            return NotFound();
        }

        await convenePanel.RunAsync(Id, Input.CompositionReason, me.Actor, cancellation);
        Say("審查會已召集，通知信已寄給委員");
        return RedirectToPage();
    }

    /// <summary>Assigns entries that came under review after the panel was opened.</summary>
    public async Task<IActionResult> OnPostAssignAsync(CancellationToken cancellation)
    {
        if (await db.Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel)
        {
            return NotFound();
        }

        await openReview.RunAsync(panel.RoundId, panel.Stage, me.Actor, cancellation);
        Say("已補齊分派");
        return RedirectToPage();
    }

    private async Task<IActionResult> ChangeAsync(Action<Panel> change, CancellationToken cancellation)
    {
        if (await db.Panels.FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel)
        {
            return NotFound();
        }

        change(panel);
        await db.SaveChangesAsync(cancellation);
        return RedirectToPage();
    }
}

/// <summary>A reviewer of the panel.</summary>
/// <param name="Seat">Kind, gender and what became of the invitation.</param>
/// <param name="Name">Their name.</param>
/// <param name="Affiliation">Where they work.</param>
/// <param name="CanChair">Whether they can be made chair now.</param>
public sealed record MemberLine(PanelMember Seat, string Name, string? Affiliation, bool CanChair)
{
    public Guid PersonId => Seat.PersonId;

    public bool Sits => Seat.Sits;
}
