using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Scored = AigoPortal.Domain.Reviews.Review;

namespace AigoPortal.Web.Pages.Review;

/// <summary>One entry's dossier beside the reviewer's scores and comment, which save themselves; handed in they count. Nothing that another tab saved is lost unseen.</summary>
public sealed class ScoreModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ScoreInput Input { get; set; } = new();

    /// <summary>The other tab's version that was looked at before saving over it.</summary>
    [BindProperty]
    public Guid? Seen { get; set; }

    public Dossier Dossier { get; private set; } = null!;

    public Panel Panel { get; private set; } = null!;

    public Scored Mine { get; private set; } = null!;

    /// <summary>The reviewer's entries of this panel, by code.</summary>
    public IReadOnlyList<DeskLine> Desk { get; private set; } = [];

    /// <summary>What another tab saved since the form was filled.</summary>
    public ScoreClash? Clash { get; private set; }

    public DateTimeOffset? SavedAt { get; private set; }

    public bool CanScore => Panel.Status == PanelStatus.Reviewing && !HasEnded;

    /// <summary>The scoring's end has come, the release has not.</summary>
    public bool HasEnded => Panel.ScoringEndsAt is { } end && me.Now >= end;

    public bool CanRecuse => Panel.Status == PanelStatus.Reviewing;

    public IReadOnlyList<PanelCriterion> Criteria => [.. Panel.Criteria.OrderBy(criterion => criterion.Order)];

    /// <summary>What the scores in the form add up to; null while one is missing.</summary>
    public decimal? Total => Scoring.Total(Given(), Panel.Criteria);

    /// <summary>Under which name the browser keeps what it could not send: mine alone, and of this review.</summary>
    public string Keeper => $"aigo-review:{me.Id:N}:{Id:N}";

    public DeskLine? Before => Desk.TakeWhile(line => line.Id != Id).LastOrDefault();

    public DeskLine? After => Desk.SkipWhile(line => line.Id != Id).Skip(1).FirstOrDefault();

    /// <summary>The next one to be handed in, from this one on and then from the first.</summary>
    public DeskLine? NextOpen => Desk.SkipWhile(line => line.Id != Id).Skip(1).Concat(Desk).FirstOrDefault(line => line.Status == ReviewStatus.Assigned && line.Id != Id);

    /// <summary>Where a button of the form leads.</summary>
    public string Address(string handler) => Url.Content($"~/review/score/{Id:D}?handler={handler}");

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await FindAsync(db.OpenTo(me.Id).AsNoTracking(), cancellation) is { } missing)
        {
            return missing;
        }

        Dossier = await db.DossierAsync(Mine.EntryId, Panel.Stage, cancellation);
        Desk = await db.DeskAsync(me.Id, Panel.Id, cancellation);
        SavedAt = Mine.Draft is null ? null : Mine.WrittenAt;
        if (FirstShow)
        {
            Input.Take(Mine, Criteria);
        }
        else
        {
            Input.Scores = [.. Criteria.Select((_, index) => Input.Scores.ElementAtOrDefault(index))];
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>Hands it in.</summary>
    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancellation)
    {
        if (await FindAsync(db.OpenTo(me.Id), cancellation) is { } missing)
        {
            return missing;
        }

        Rule.Require(PanelRules.TakesScores(Panel, me.Now));
        if (!Check(new ScoreInputValidator(Panel.Criteria.Count), Input) || Clashes())
        {
            return await AgainAsync(cancellation);
        }

        Mine.Submit(Given(), Input.Comment, Panel, me.Actor, Input.Note);
        await db.SaveChangesAsync(cancellation);
        if (Panel.ScoringEndsAt is null)
        {
            Say("評分已送出，公布決議前可以修改");
        }
        else
        {
            Say("評分已送出，評分截止前可以修改");
        }

        if (then == "next")
        {
            Desk = await db.DeskAsync(me.Id, Panel.Id, cancellation);
            if (NextOpen is { } next)
            {
                return RedirectToPage(new { next.Id });
            }
        }

        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancellation)
    {
        if (await FindAsync(db.OpenTo(me.Id), cancellation) is { } missing)
        {
            return missing;
        }

        if (!await KeepAsync(cancellation))
        {
            return await AgainAsync(cancellation);
        }

        Say("草稿已儲存，還沒有送出。");
        return RedirectToPage(new { Id });
    }

    /// <summary>Saves while the reviewer types; answers with the mark, and with what in the form has to know of it.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken cancellation)
    {
        if (await FindAsync(db.OpenTo(me.Id), cancellation) is { } missing)
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

        var fragment = Partial("_ScoreSaved", this);
        fragment.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return fragment;
    }

    public async Task<IActionResult> OnPostRecuseAsync(CancellationToken cancellation)
    {
        if (await FindAsync(db.OpenTo(me.Id), cancellation) is { } missing)
        {
            return missing;
        }

        Rule.Require(ReviewRules.ReleaseIsAhead(Panel.Status));
        if (!Check(new RecusalValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        Mine.Recuse(Input.Reason, Panel, me.Actor);
        await db.DeclareAsync(Mine, Input.Kind!.Value, Input.Reason, me.Actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        Say("已迴避，這一案不再顯示給您");
        return RedirectToPage("Index");
    }

    // False when it was not saved, with the reason at the form.
    private async Task<bool> KeepAsync(CancellationToken cancellation)
    {
        Rule.Require(PanelRules.TakesScores(Panel, me.Now));
        if (!Check(new ScoreDraftValidator(Panel.Criteria.Count), Input) || Clashes())
        {
            return false;
        }

        Mine.Write(new ReviewDraft(Given(), Input.Comment, Input.Note), Panel, me.Actor);
        await db.SaveChangesAsync(cancellation);
        (Input.Version, SavedAt) = (Mine.Version, me.Now);
        ModelState.Remove("Input.Version");
        return true;
    }

    private bool Clashes()
    {
        if (Mine.Version == Input.Version || Mine.Version == Seen)
        {
            return false;
        }

        var theirs = new ScoreInput();
        theirs.Take(Mine, Criteria);
        var differs = ScoreClash.Between(theirs, Input, Criteria);
        if (differs.Count == 0)
        {
            return false;
        }

        Clash = new ScoreClash(Mine.Version, Mine.Draft is null ? Mine.SubmittedAt : Mine.WrittenAt, differs);
        Refuse("", "另一個分頁或裝置存了別的內容，這一頁還沒有儲存。請看差異再決定。");
        return true;
    }

    private Score[] Given() =>
        [.. Criteria.Zip(Input.Scores).Where(pair => pair.Second is not null).Select(pair => new Score(pair.First.Order, pair.Second!.Value))];

    private async Task<IActionResult?> FindAsync(IQueryable<Scored> open, CancellationToken cancellation)
    {
        if (await open.FirstOrDefaultAsync(review => review.Id == Id, cancellation) is not { } review)
        {
            return NotFound();
        }

        Mine = review;
        Panel = await db.Panels.AsNoTracking().FirstAsync(panel => panel.Id == review.PanelId, cancellation);
        return null;
    }
}

/// <summary>Another tab or device saved while this form was open.</summary>
/// <param name="Version">Its version.</param>
/// <param name="At">When.</param>
/// <param name="Parts">What it saved where that differs from the form.</param>
public sealed record ScoreClash(Guid Version, DateTimeOffset? At, IReadOnlyList<(string Title, string Text)> Parts)
{
    /// <summary>What differs between two forms.</summary>
    public static IReadOnlyList<(string Title, string Text)> Between(ScoreInput theirs, ScoreInput mine, IReadOnlyList<PanelCriterion> criteria)
    {
        List<(string Title, string Text)> parts = [];
        for (var i = 0; i < criteria.Count; i++)
        {
            if (theirs.Scores[i] != mine.Scores.ElementAtOrDefault(i))
            {
                parts.Add((criteria[i].Name, theirs.Scores[i]?.ToString(CultureInfo.InvariantCulture) ?? ""));
            }
        }

        if (theirs.Comment != mine.Comment)
        {
            parts.Add(("評語", theirs.Comment));
        }

        if (theirs.Note != mine.Note)
        {
            parts.Add(("給計畫辦公室的話", theirs.Note));
        }

        return parts;
    }
}
