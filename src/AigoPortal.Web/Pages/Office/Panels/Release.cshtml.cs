using AigoPortal.Data;
using AigoPortal.Domain.Letters;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>The release of a panel's decisions: what is missing, every letter beforehand, the one act; afterwards the letters that were sent.</summary>
public sealed class ReleaseModel(PortalDbContext db, CurrentPerson me, ReleaseDecisions release, ComposeDecisionLetters compose, Letters letters) : PortalPage
{
    private const int OnPage = 20;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The code of the entry whose letters are looked at.</summary>
    [BindProperty(SupportsGet = true, Name = "entry")]
    public string? EntryCode { get; set => field = value?.ToUpperInvariant(); }

    /// <summary>Whose letter is looked at; the first of the entry without one.</summary>
    [BindProperty(SupportsGet = true, Name = "reader")]
    public Guid? ReaderId { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int P { get; set; } = 1;

    public Panel Panel { get; private set; } = null!;

    public Round Round { get; private set; } = null!;

    /// <summary>The entries of this page.</summary>
    public IReadOnlyList<DecidedEntry> Entries { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => (Total + OnPage - 1) / OnPage;

    /// <summary>Entries without a decision.</summary>
    public IReadOnlyList<string> Undecided { get; private set; } = [];

    /// <summary>Reviews that were asked for and are not handed in.</summary>
    public int UnwrittenReviews { get; private set; }

    /// <summary>How many letters a release sends.</summary>
    public int Letters { get; private set; }

    public IReadOnlyList<LetterKind> OwnWordings { get; private set; } = [];

    public DecidedEntry? Chosen { get; private set; }

    public LetterReader? Reader { get; private set; }

    public ComposedLetter? Preview { get; private set; }

    /// <summary>After the release: the letters of this page's entries.</summary>
    public ILookup<Guid, SentLetter> Sent { get; private set; } = Array.Empty<SentLetter>().ToLookup(letter => letter.EntryId);

    public bool IsReviewing => Panel.Status == PanelStatus.Reviewing;

    public bool IsReleased => Panel.Status == PanelStatus.Released;

    /// <summary>The intake was opened again, and what comes in has to be reviewed too.</summary>
    public bool IntakeIsOpen => Round.ReviewOpenedAt(Panel.Stage) is null;

    /// <summary>The end of the appeals; before the release, as it would be now.</summary>
    public DateTimeOffset AppealsUntil => Panel.AppealsUntil ?? Appeal.PeriodEnd(me.Now, Round.AppealDays);

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel)
        {
            return NotFound();
        }

        Panel = panel;
        Round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == panel.RoundId, cancellation);
        if (!IsReviewing && !IsReleased)
        {
            return null;
        }

        var all = db.EntriesOf(panel).AsNoTracking();
        var known = await all.OrderBy(entry => entry.Code).Select(entry => new { entry.Id, entry.Code }).ToListAsync(cancellation);
        Total = known.Count;
        P = Math.Clamp(P, 1, Math.Max(Pages, 1));
        var shown = known.Skip((P - 1) * OnPage).Take(OnPage).Select(entry => entry.Id).ToList();
        Entries = await compose.DecidedAsync(panel, all.Where(entry => shown.Contains(entry.Id)), cancellation);
        if (IsReleased)
        {
            Sent = (await db.Letters.AsNoTracking().Where(letter => letter.PanelId == Id && letter.EntryId != null && shown.Contains(letter.EntryId.Value)).OrderBy(letter => letter.WrittenAt).ThenBy(letter => letter.Id)
                .Select(letter => new SentLetter(letter.Id, letter.EntryId!.Value, letter.To, letter.Status, letter.SentAt ?? letter.WrittenAt)).ToListAsync(cancellation)).ToLookup(letter => letter.EntryId);
        }
        else
        {
            Undecided = [.. known.Where(entry => panel.Decisions.All(decision => decision.EntryId != entry.Id)).Select(entry => entry.Code)];
            UnwrittenReviews = await db.Reviews.CountAsync(review => review.PanelId == Id && review.Status == ReviewStatus.Assigned, cancellation);
            Letters = await db.LettersOfReleaseAsync(panel, cancellation);
            OwnWordings = await db.DecisionLetters.Where(letter => letter.PanelId == Id).Select(letter => letter.Kind).ToListAsync(cancellation);
        }

        return EntryCode is null || known.FirstOrDefault(entry => entry.Code == EntryCode) is { } chosen && await ChooseAsync(chosen.Id, cancellation) ? null : NotFound();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken cancellation)
    {
        if (!await db.Panels.AnyAsync(panel => panel.Id == Id, cancellation))
        {
            return NotFound();
        }

        EntryCode = null;
        await release.RunAsync(Id, me.Actor, cancellation);
        Say("決議已公布，通知信已寄給團隊與出題單位");
        return RedirectToPage(new { Id, entry = (string?)null });
    }

    public async Task<IActionResult> OnPostResendAsync(Guid letterId, CancellationToken cancellation)
    {
        if (await db.Panels.FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel
            || await db.Letters.AsNoTracking().FirstOrDefaultAsync(letter => letter.Id == letterId && letter.PanelId == Id, cancellation) is not { } letter)
        {
            return NotFound();
        }

        panel.NoteResent(letter.To, me.Actor);
        letters.Write(letter.Again(me.Now));
        await db.SaveChangesAsync(cancellation);
        Say("通知信已重寄給 {0}", letter.To);
        return RedirectToPage(new { Id, P, entry = EntryCode });
    }

    private async Task<bool> ChooseAsync(Guid entryId, CancellationToken cancel)
    {
        Chosen = (await compose.DecidedAsync(Panel, db.Entries.AsNoTracking().Where(entry => entry.Id == entryId), cancel)).Single();
        Reader = ReaderId is null ? (Chosen.Readers is [var first, ..] ? first : null) : Chosen.Readers.FirstOrDefault(reader => reader.PersonId == ReaderId);
        if (Reader is not null && Chosen.Decision is not null && IsReviewing)
        {
            Preview = compose.Compose(Panel.Stage, Chosen, Reader, await compose.TemplatesAsync(Panel, cancel), AppealsUntil);
        }

        return ReaderId is null || Reader is not null;
    }
}

/// <summary>A letter of the release.</summary>
public sealed record SentLetter(Guid Id, Guid EntryId, string To, LetterStatus Status, DateTimeOffset At);
