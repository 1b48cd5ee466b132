using AigoPortal.Data;
using AigoPortal.Data.Providers;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Components;
using AigoPortal.Web.Entries;
using AigoPortal.Web.Files;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team.Entries;

/// <summary>The pitch as sent; the leader amends it until the poser has answered, and each earlier version is kept.</summary>
public sealed class PitchModel(PortalDbContext db, CurrentPerson me, Uploads uploads) : PortalPage
{
    [BindProperty]
    public AmendInput Input { get; set; } = new();

    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    public Entry Entry { get; private set; } = null!;

    public string Problem { get; private set; } = "";

    public bool Leads { get; private set; }

    public bool CanAmend => Leads && EntryRules.CanBeAmended(Entry) is null;

    public IReadOnlyList<KeptFile> Attachments { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await Mine().AsNoTracking().Include(entry => entry.EarlierPitches).AsSplitQuery().FirstOrDefaultAsync(cancellation) is not { } entry)
        {
            return NotFound();
        }

        Entry = entry;
        Problem = await db.Problems.Where(problem => problem.Id == entry.ProblemId).Select(problem => problem.Content.Title).SingleAsync(cancellation);
        Leads = await db.Teams.AnyAsync(team => team.Id == entry.TeamId && team.LeaderId == me.Id, cancellation);
        var ids = entry.Attachments.OrderBy(attachment => attachment.Order).Select(attachment => attachment.FileId).ToList();
        var files = await db.Files.Where(file => ids.Contains(file.Id)).Select(file => new { file.Id, file.Name, file.Size }).ToDictionaryAsync(file => file.Id, cancellation);
        Attachments = [.. ids.Select(id => new KeptFile(id, new ListedFile(files[id].Name, files[id].Size, FileEndpoint.UrlOf(id), null)))];
        if (FirstShow)
        {
            Input.Take(entry.Pitch);
            (Input.Version, Input.Kept) = (entry.Version, ids);
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } missing)
        {
            return missing;
        }

        if (!Check(new PitchInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var entry = await Mine().Include(entry => entry.EarlierPitches).AsSplitQuery().SingleAsync(cancellation);
        Rule.Require(EntryRules.IsLeader(await db.Teams.AsNoTracking().SingleAsync(team => team.Id == entry.TeamId, cancellation), me.Id));
        Rule.Require(EntryRules.CanBeAmended(entry));
        Rule.Require(Input.Version == entry.Version ? null : BrokenConstraints.ChangedByAnother());
        List<Guid> files = [.. entry.Attachments.OrderBy(attachment => attachment.Order).Select(attachment => attachment.FileId).Where(Input.Kept.Contains)];
        Rule.Require(EntryRules.AttachmentsAreFew(files.Count + Input.Files.Count)); // before the bytes are stored
        foreach (var upload in Input.Files)
        {
            files.Add((await uploads.TakeAsync(upload, "Files", PitchParts.Kinds, me.Actor, cancellation))!.Id);
        }

        entry.Amend(Input.ToPitch(), files, me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("提案已更新，出題單位會看到更新時間。");
        return Redirect(Url.Content($"~/team/entries/{Code}/pitch"));
    }

    private IQueryable<Entry> Mine() => db.OfMember(me.Id).Where(entry => entry.Code == Code);
}

/// <summary>The amended pitch, and which of its files stay.</summary>
public sealed class AmendInput : PitchInput
{
    public List<Guid> Kept { get; set; } = [];
}
