using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Messages;
using AigoPortal.Web.Components;
using AigoPortal.Web.Files;
using AigoPortal.Web.Messages;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Shared;

/// <summary>The conversation of an entry; each side has a page of its own over it, with its own entries.</summary>
public abstract class ConversationPage(PortalDbContext db, CurrentPerson me, Uploads uploads, WriteMessage write) : PortalPage
{
    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    [BindProperty]
    public MessageInput Input { get; set; } = new();

    /// <summary>For whom the reader writes.</summary>
    public abstract MessageSide Side { get; }

    public ConversationHead Head { get; private set; } = null!;

    public IReadOnlyList<MessageLine> Lines { get; private set; } = [];

    public int Last => Lines.Count == 0 ? 0 : Lines[^1].Number;

    /// <summary>The page itself, and the entry above it.</summary>
    public string Address => $"{EntryAddress}/messages";

    public string EntryAddress => $"~/{Side.ToString().ToLowerInvariant()}/entries/{Code}";

    protected PortalDbContext Db => db;

    protected CurrentPerson Me => me;

    /// <summary>The entries whose conversation the reader may see; all others do not exist.</summary>
    protected abstract IQueryable<Entry> Entries { get; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await HeadAsync(cancellation) is not { } head)
        {
            return NotFound();
        }

        Head = head;
        Lines = await LinesAsync(head.Id, 0, cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } missing)
        {
            return missing;
        }

        await db.MarkReadAsync(Head.Id, me.Id, Last, cancellation);
        return Page();
    }

    /// <summary>What came after a number, for a page that is open.</summary>
    public async Task<IActionResult> OnGetNewAsync(int after, CancellationToken cancellation)
    {
        if (await HeadAsync(cancellation) is not { } head)
        {
            return NotFound();
        }

        Head = head;
        Lines = await LinesAsync(head.Id, after, cancellation);
        return Lines.Count == 0 ? new NoContentResult() : Partial("_Messages", this);
    }

    /// <summary>What was shown afterwards came into view.</summary>
    public async Task<IActionResult> OnPostReadAsync(int number, CancellationToken cancellation)
    {
        if (await HeadAsync(cancellation) is not { } head)
        {
            return NotFound();
        }

        var last = await db.Conversations.Where(known => known.Id == head.Id).Select(known => known.LastNumber).FirstOrDefaultAsync(cancellation);
        await db.MarkReadAsync(head.Id, me.Id, Math.Clamp(number, 0, last), cancellation);
        return new NoContentResult();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await HeadAsync(cancellation) is not { } head)
        {
            return NotFound();
        }

        if (!Check(new MessageInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        List<Guid> files = [];
        foreach (var upload in Input.Files)
        {
            if (await uploads.TakeAsync(upload, nameof(Input.Files), FileKind.ProblemFiles, me.Actor, cancellation) is { } file)
            {
                files.Add(file.Id);
            }
        }

        await write.WriteAsync(head.Id, Side, Input.Text, files, me.Actor, cancellation);
        return Redirect(Url.Content(Address) + "#write");
    }

    public async Task<IActionResult> OnPostRetractAsync(int number, CancellationToken cancellation)
    {
        if (await HeadAsync(cancellation) is not { } head || !await write.RetractAsync(head.Id, number, me.Actor, cancellation))
        {
            return NotFound();
        }

        Say("訊息已收回");
        return Redirect(Url.Content(Address));
    }

    private Task<ConversationHead?> HeadAsync(CancellationToken cancellation) => (
        from entry in Entries
        join problem in db.Problems on entry.ProblemId equals problem.Id
        join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
        join team in db.Teams on entry.TeamId equals team.Id
        where entry.Code == Code
        select new ConversationHead(entry.Id, entry.Status, problem.Content.Title, organisation.Name, team.Name)).FirstOrDefaultAsync(cancellation);

    private async Task<IReadOnlyList<MessageLine>> LinesAsync(Guid entryId, int after, CancellationToken cancellation)
    {
        var messages = await db.Messages.AsNoTracking().Where(message => message.EntryId == entryId && message.Number > after)
            .OrderBy(message => message.Number).ToListAsync(cancellation);
        var ids = messages.SelectMany(message => message.Attachments).Select(attachment => attachment.FileId).ToList();
        var files = ids.Count == 0 ? [] : await db.Files.Where(file => ids.Contains(file.Id)).Select(file => new { file.Id, file.Name, file.Size })
            .ToDictionaryAsync(file => file.Id, file => new ListedFile(file.Name, file.Size, FileEndpoint.UrlOf(file.Id)), cancellation);
        return [.. messages.Select(message => new MessageLine(
            message.Number, message.Side, message.AuthorName, message.Text, message.At, message.RetractedAt is not null, message.AuthorId == me.Id,
            message.AuthorId == me.Id && MessageRules.CanBeRetracted(message, me.Now) is null,
            [.. message.Attachments.OrderBy(attachment => attachment.Place).Select(attachment => files[attachment.FileId])]))];
    }
}

/// <summary>What a conversation is about.</summary>
public sealed record ConversationHead(Guid Id, EntryStatus Status, string Problem, string Organisation, string Team);

/// <summary>A message as the reader sees it.</summary>
public sealed record MessageLine(
    int Number, MessageSide Side, string Author, string Text, DateTimeOffset At, bool IsRetracted, bool IsMine, bool CanBeRetracted, IReadOnlyList<ListedFile> Files);

/// <summary>A message being written.</summary>
public sealed class MessageInput
{
    public string Text { get; set => field = Written.Text(value); } = "";

    public List<IFormFile> Files { get; set; } = [];
}

/// <summary>Its shape.</summary>
public sealed class MessageInputValidator : AbstractValidator<MessageInput>
{
    public MessageInputValidator()
    {
        RuleFor(input => input.Text).NotEmpty().WithMessage("請寫下訊息。");
        RuleFor(input => input.Text).MaximumLength(MessageRules.LongestText).Sentence("最多 {0} 個字。", MessageRules.LongestText);
        RuleFor(input => input.Files).Must(files => files.Count <= MessageRules.MostAttachments).Sentence("一則訊息最多附 {0} 個檔案。", MessageRules.MostAttachments);
    }
}
