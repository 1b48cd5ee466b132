using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Matching;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Components;
using AigoPortal.Web.Files;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Matching;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team;

/// <summary>申請解題: any member writes at the pitch, which saves itself; the leader sends it. Nothing that another wrote is lost unseen.</summary>
public sealed class ApplyModel(PortalDbContext db, CurrentPerson me, Uploads uploads, ApplyToSolve apply) : PortalPage
{
    [BindProperty]
    public PitchInput Input { get; set; } = new();

    [FromRoute]
    public string ProblemCode { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    public AppliedProblem Problem { get; private set; } = null!;

    public Domain.Teams.Team? Team { get; private set; }

    public IReadOnlyList<MemberStanding> Members { get; private set; } = [];

    /// <summary>Everything that keeps the team from applying now.</summary>
    public IReadOnlyList<BrokenRule> Blocks { get; private set; } = [];

    /// <summary>Code of the entry when the team has applied already.</summary>
    public string? Applied { get; private set; }

    public DateTimeOffset MatchingEndsAt { get; private set; }

    public bool Leads => Team?.LeaderId == me.Id;

    /// <summary>The files of the draft.</summary>
    public IReadOnlyList<KeptFile> Attachments { get; private set; } = [];

    public DateTimeOffset? SavedAt { get; private set; }

    public string SavedBy { get; private set; } = "";

    /// <summary>What another wrote since the form was filled.</summary>
    public PitchClash? Clash { get; private set; }

    /// <summary>The other's version that was looked at before saving over it.</summary>
    [BindProperty]
    public Guid? Seen { get; set; }

    /// <summary>Under which name the browser keeps what it could not send: mine alone, and of this problem.</summary>
    public string Keeper => $"aigo-pitch:{me.Id:N}:{ProblemCode}";

    /// <summary>What the team brings to the problem and what it lacks; it never keeps anybody from applying.</summary>
    public Fit? Fit { get; private set; }

    private Problem Asked { get; set; } = null!;

    /// <summary>Where a button of the form leads.</summary>
    public string Address(string handler) => Url.Content($"~/team/apply/{ProblemCode}?handler={handler}");

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var found = await (
            from problem in db.Problems.AsNoTracking()
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            where problem.Code == ProblemCode && ProblemStatuses.Public.Contains(problem.Status)
            select new { Problem = problem, Organisation = organisation.Name }).FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return NotFound();
        }

        var (asked, content) = (found.Problem, found.Problem.Content);
        Asked = asked;
        var round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == asked.RoundId, cancellation);
        Problem = new AppliedProblem(content.Title, found.Organisation, content.Summary, Target(content), content.Resources, content.DataSetType, content.Readiness);
        MatchingEndsAt = round.MatchingEndsAt;
        Team = await db.Teams.AsNoTracking().OfPersonAsync(me.Id, round.Id, cancellation);
        if (Team is null)
        {
            Blocks = [ApplyToSolve.NoTeam()];
            return null;
        }

        Members = await db.StandingsAsync(Team, round, me.Now, cancellation);
        Applied = await db.Entries.Where(entry => entry.TeamId == Team.Id && entry.ProblemId == asked.Id).Select(entry => entry.Code).FirstOrDefaultAsync(cancellation);
        BrokenRule?[] rules =
        [
            Applied is null ? null : EntryRules.AppliedAlready(),
            EntryRules.ProblemIsListed(asked),
            EntryRules.DataAreUsable(asked),
            EntryRules.MatchingIsOpen(round, me.Now),
            TeamRules.IsLeader(Team, me.Id),
            TeamRules.HasItsSize(Team, round),
            await db.ConsentRuleAsync(me.Id, cancellation),
            .. Members.Select(member => member.Blocks),
        ];
        Blocks = [.. rules.OfType<BrokenRule>()];
        Fit = Fit.Of(await db.TalentOfAsync([.. Team.Members.Select(member => member.PersonId)], cancellation), Need.Of(asked), Kinships.Known);
        await ShowDraftAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>Sends it. What was typed is saved first, so that a refusal costs nothing.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } missing)
        {
            return missing;
        }

        var isKept = await KeepAsync(cancellation);
        if (!Check(new PitchInputValidator(), Input) || !isKept)
        {
            return await AgainAsync(cancellation);
        }

        var entry = await apply.RunAsync(ProblemCode, Input.ToPitch(), cancellation);
        Say("已申請，案號 {0}。出題單位會收到通知。", entry.Code);
        return Redirect(Url.Content($"~/team/entries/{entry.Code}"));
    }

    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } missing)
        {
            return missing;
        }

        if (!await KeepAsync(cancellation))
        {
            return await AgainAsync(cancellation);
        }

        Say("提案已儲存，隊員都可以接著寫。");
        return Redirect(Url.Content($"~/team/apply/{ProblemCode}"));
    }

    /// <summary>Saves while the person types; answers with the mark, and with what in the form has to know of it.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } missing)
        {
            return missing;
        }

        try
        {
            await KeepAsync(cancellation);
        }
        catch (BrokenRuleException broken)
        {
            Refuse("", broken.Rule.Sentence, broken.Rule.Arguments);
        }

        var fragment = Partial("_PitchSaved", this);
        fragment.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return fragment;
    }

    public async Task<IActionResult> OnPostRemoveFileAsync(Guid file, CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } missing)
        {
            return missing;
        }

        if (!await KeepAsync(cancellation, file))
        {
            return await AgainAsync(cancellation);
        }

        Say("附件已移除。");
        return Redirect(Url.Content($"~/team/apply/{ProblemCode}#files"));
    }

    /// <summary>The leader throws the draft away.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } missing)
        {
            return missing;
        }

        Rule.Require(Team is null ? ApplyToSolve.NoTeam() : TeamRules.IsLeader(Team, me.Id));
        if (await DraftAsync(cancellation) is { } draft)
        {
            db.PitchDrafts.Remove(draft);
            await db.SaveChangesAsync(cancellation);
        }

        Say("提案草稿已捨棄。");
        return RedirectToPage("/Team/Index");
    }

    // False when it was not saved, with the reason at the form.
    private async Task<bool> KeepAsync(CancellationToken cancellation, Guid? without = null)
    {
        Rule.Require(Team is null ? ApplyToSolve.NoTeam() : Applied is null ? null : EntryRules.AppliedAlready());
        if (!Check(new PitchDraftValidator(), Input))
        {
            return false;
        }

        var draft = await DraftAsync(cancellation);
        if (draft is not null && draft.Version != Input.Version && draft.Version != Seen)
        {
            Clash = PitchClash.Between(draft, Input.ToPitch());
            Refuse("", "{0} 在 {1} 存了別的內容，您這一頁還沒有儲存。請看差異再決定。", draft.SavedByName, draft.SavedAt);
            return false;
        }

        if (draft is null)
        {
            db.PitchDrafts.Add(draft = new PitchDraft(Asked, Team!, me.Actor));
        }

        draft.Write(Input.ToPitch(), me.Actor);
        List<Guid> files = [.. draft.Attachments.OrderBy(attachment => attachment.Order).Select(attachment => attachment.FileId).Where(file => file != without)];
        Rule.Require(EntryRules.AttachmentsAreFew(files.Count + Input.Files.Count)); // before the bytes are stored
        foreach (var upload in Input.Files)
        {
            files.Add((await uploads.TakeAsync(upload, "Files", PitchParts.Kinds, me.Actor, cancellation))!.Id);
        }

        draft.Attach(files, me.Actor);
        await db.SaveChangesAsync(cancellation);
        Input.Files.Clear();
        (Input.Version, SavedAt, SavedBy) = (draft.Version, me.Now, me.Name);
        ModelState.Remove("Input.Version");
        return true;
    }

    private Task<PitchDraft?> DraftAsync(CancellationToken cancellation) =>
        db.PitchDrafts.FirstOrDefaultAsync(draft => draft.TeamId == Team!.Id && draft.ProblemId == Asked.Id, cancellation);

    private async Task ShowDraftAsync(CancellationToken cancellation)
    {
        if (await db.PitchDrafts.AsNoTracking().FirstOrDefaultAsync(draft => draft.TeamId == Team!.Id && draft.ProblemId == Asked.Id, cancellation) is not { } draft)
        {
            return;
        }

        (SavedAt, SavedBy) = (draft.SavedAt, draft.SavedByName);
        var ids = draft.Attachments.Select(attachment => attachment.FileId).ToList();
        Attachments = await db.Files.Where(file => ids.Contains(file.Id)).OrderBy(file => file.Id)
            .Select(file => new KeptFile(file.Id, new ListedFile(file.Name, file.Size, FileEndpoint.UrlOf(file.Id), null))).ToListAsync(cancellation);
        if (FirstShow)
        {
            Input.Take(draft.Pitch);
            Input.Version = draft.Version;
        }
    }

    private string Target(ProblemContent content) => content.TargetValue is { } value
        ? $"{content.TargetMetric} {T.Word(content.TargetComparator)} {value:0.##} {content.TargetUnit}".Trim()
        : content.TargetMetric;
}

/// <summary>A file of a form, with its identity for the button beside it.</summary>
public sealed record KeptFile(Guid Id, ListedFile File);

/// <summary>Another member saved while this form was open.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Version">Their version.</param>
/// <param name="Parts">Their words where they differ from those of the form.</param>
public sealed record PitchClash(string By, DateTimeOffset At, Guid Version, IReadOnlyList<(string Title, string Text)> Parts)
{
    public static PitchClash Between(PitchDraft theirs, Pitch mine) => new(theirs.SavedByName, theirs.SavedAt, theirs.Version,
        [.. PitchParts.Of(theirs.Pitch).Zip(mine.Parts).Where(pair => pair.First.Text != pair.Second).Select(pair => pair.First)]);
}

/// <summary>What the applicant reads of the problem while writing.</summary>
public sealed record AppliedProblem(
    string Title, string Organisation, string Summary, string Target, string Resources, string DataSetType, DataReadiness Readiness);
