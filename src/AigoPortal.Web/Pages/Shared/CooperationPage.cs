using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Components;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Files;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Shared;

/// <summary>The cooperation document of an entry: its version in force, as PDF, and the signed copies of both sides; from the shortlist on.</summary>
public abstract class CooperationPage(PortalDbContext db, CurrentPerson me, DrawUpCooperation drawUp) : PortalPage
{
    private static readonly EntryStatus[] Shown = [EntryStatus.Shortlisted, EntryStatus.Cooperating, EntryStatus.ProofSubmitted, EntryStatus.Decided, EntryStatus.Closed];

    /// <summary>The database.</summary>
    protected PortalDbContext Db => db;

    /// <summary>Who asks.</summary>
    protected CurrentPerson Me => me;

    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    public Entry Entry { get; private set; } = null!;

    public CooperationPaper? Paper { get; private set; }

    public string Problem { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    public string Team { get; private set; } = "";

    public DateTimeOffset Due { get; private set; }

    public IReadOnlyDictionary<Guid, StoredFile> Files { get; private set; } = new Dictionary<Guid, StoredFile>();

    public DateTimeOffset Now => me.Now;

    /// <summary>Whether both sides still sign.</summary>
    public bool IsOpen => Entry.Status == EntryStatus.Shortlisted;

    /// <summary>The number of the version in force.</summary>
    public int? InForce => Paper?.Latest?.Number;

    /// <summary>The side whose page this is; the office has none.</summary>
    public virtual PaperSide? Side => null;

    /// <summary>The address of the PDF.</summary>
    public string PdfUrl(int version) => $"?handler=Pdf&version={version}";

    /// <summary>The entry's page for this audience.</summary>
    public abstract string EntryUrl { get; }

    /// <summary>The entries this audience may see.</summary>
    protected abstract IQueryable<Entry> Mine();

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        db.ChangeTracker.Clear(); // of an act that was refused nothing is kept
        if (await Mine().AsNoTracking().FirstOrDefaultAsync(entry => entry.Code == Code && Shown.Contains(entry.Status), cancellation) is not { } entry)
        {
            return NotFound();
        }

        Entry = entry;
        Paper = await drawUp.RunAsync(entry.Id, me.Actor, cancellation);
        (Problem, Organisation, Team) = await (
            from problem in db.Problems
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            from team in db.Teams
            where problem.Id == entry.ProblemId && team.Id == entry.TeamId
            select new ValueTuple<string, string, string>(problem.Content.Title, organisation.Name, team.Name)).SingleAsync(cancellation);
        Due = (await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == entry.RoundId, cancellation)).CooperationDeadline;
        Guid?[] files = [entry.Cooperation.PoserFileId, entry.Cooperation.TeamFileId, .. (Paper?.Signatures ?? []).Select(signature => (Guid?)signature.FileId)];
        Files = await db.Files.AsNoTracking().Where(file => files.Contains(file.Id)).ToDictionaryAsync(file => file.Id, cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>The document as PDF: a version, or the one in force.</summary>
    public async Task<IActionResult> OnGetPdfAsync(int? version, CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } refused)
        {
            return refused;
        }

        return Paper?.Versions.FirstOrDefault(one => one.Number == (version ?? InForce)) is { } wanted
            ? File(CooperationPdf.Write(wanted, T), FileKind.Pdf.ContentType, $"{CooperationPdf.Number(Code, wanted.Number)}.pdf")
            : NotFound();
    }

    public ListedFile? FileOf(Guid? id) => id is { } known && Files.TryGetValue(known, out var file)
        ? new ListedFile(file.Name, file.Size, FileEndpoint.UrlOf(file.Id))
        : null;

    /// <summary>Takes a side's signed copy.</summary>
    protected async Task SignAsync(Entry entry, PaperSide side, SignatureInput input, Uploads uploads, CancellationToken cancellation)
    {
        var paper = await drawUp.RunAsync(entry.Id, me.Actor, cancellation);
        Rule.Require(EntryRules.TakesCooperationPapers(entry.Status));
        Rule.Require(PaperRules.IsInForce(paper!, input.Signs));
        var file = await uploads.TakeAsync(input.Signature, nameof(input.Signature), FileKind.Scans, me.Actor, cancellation)
            ?? throw new BrokenRuleException(new BrokenRule("entry.no-signature", nameof(input.Signature), "請選擇簽署頁的掃描檔再上傳。"));
        paper!.Sign(side, input.Signs, file.Id, entry, me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("簽署頁已上傳。雙方都上傳後，由計畫辦公室確認。");
    }
}

/// <summary>A side's signed copy.</summary>
public sealed class SignatureInput
{
    /// <summary>The version that was signed.</summary>
    public int Signs { get; set; }

    public IFormFile? Signature { get; set; }
}
