using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>A panel's reviewers and criteria, until it is convened.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, ConvenePanel convenePanel, OpenReview openReview, Letters letters) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PanelForms Input { get; set; } = new();

    public Panel Panel { get; private set; } = null!;

    public string RoundCode { get; private set; } = "";

    public DateTimeOffset Deadline { get; private set; }

    public IReadOnlyList<MemberLine> Members { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Reviewers { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel)
        {
            return NotFound();
        }

        var round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == panel.RoundId, cancellation);
        (Panel, RoundCode, Deadline) = (panel, round.Code, round.DeadlineOf(panel.Stage));
        var memberIds = panel.Members.Select(member => member.PersonId).ToList();
        var sitting = panel.Members.Where(member => member.Sits).Select(member => member.PersonId).ToList();
        var people = await db.People.AsNoTracking().Where(person => memberIds.Contains(person.Id))
            .Select(person => new { person.Id, person.Name, person.Affiliation }).ToDictionaryAsync(person => person.Id, cancellation);
        Members = [.. panel.Members.OrderByDescending(member => member.Chairs).ThenBy(member => people[member.PersonId].Name, StringComparer.Ordinal)
            .Select(member => new MemberLine(member.PersonId, people[member.PersonId].Name, people[member.PersonId].Affiliation, member.Kind, member.Gender, member.Chairs, member.Status))];
        Reviewers = await (
            from person in db.People.AsNoTracking()
            join link in db.UserRoles on person.Id equals link.UserId
            join role in db.Roles on link.RoleId equals role.Id
            where role.Name == Roles.Reviewer && !sitting.Contains(person.Id)
            orderby person.Name
            select new SelectListItem(person.Affiliation == null ? person.Name : person.Name + " · " + person.Affiliation, person.Id.ToString())).ToListAsync(cancellation);
        if (Input.Criteria.Count == 0)
        {
            Input.Criteria = [.. panel.Criteria.OrderBy(criterion => criterion.Order)
                .Select(criterion => new CriterionInput { Name = criterion.Name, Weight = criterion.Weight, Guidance = criterion.Guidance }), new CriterionInput()];
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

        if (!await ChangeAsync(
            panel =>
            {
                panel.Invite(reviewer, Input.Kind!.Value, Input.Chairs, me.Actor);
                letters.Write(reviewer, new LetterText(
                    "邀請您擔任「{0}」的審查委員", "計畫辦公室邀請您擔任「{0}」的審查委員。請登入後閱讀保密與利益迴避聲明，並回覆是否接受。", $"/review/panels/{panel.Id:D}", panel.Name), me.Now);
            },
            cancellation))
        {
            return NotFound();
        }

        Say("已邀請 {0}", reviewer.Name);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid personId, CancellationToken cancellation)
    {
        if (!await ChangeAsync(panel => panel.Remove(personId, me.Actor), cancellation))
        {
            return NotFound();
        }

        Say("委員已移除");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostWeighAsync(CancellationToken cancellation)
    {
        if (!Check(new CriteriaValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (!await ChangeAsync(panel => panel.Weigh(Input.Named(), me.Actor), cancellation))
        {
            return NotFound();
        }

        Say("準則已儲存");
        return RedirectToPage();
    }

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

        await convenePanel.RunAsync(Id, Input.CompositionReason?.Trim(), me.Actor, cancellation);
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

    private async Task<bool> ChangeAsync(Action<Panel> change, CancellationToken cancellation)
    {
        if (await db.Panels.FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel)
        {
            return false;
        }

        change(panel);
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}

/// <summary>A reviewer of the panel.</summary>
public sealed record MemberLine(Guid PersonId, string Name, string? Affiliation, ReviewerKind Kind, Gender Gender, bool Chairs, SeatStatus Status)
{
    public bool Sits => Status is SeatStatus.Invited or SeatStatus.Accepted;
}
