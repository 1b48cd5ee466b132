using AigoPortal.Data;
using AigoPortal.Domain.Postings;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>A participant applies to a posting, accepts an offer or takes the application back; the poser answers. The other side gets a letter.</summary>
public sealed class ApplyForJob(PortalDbContext db, Letters letters)
{
    /// <summary>Applies with what the person's profile says now.</summary>
    /// <returns>False when there is no such public posting.</returns>
    /// <exception cref="BrokenRuleException">It takes no applications, or the person applied before.</exception>
    public async Task<bool> ApplyAsync(Guid postingId, string letter, Guid? cvFileId, Actor by, CancellationToken cancel)
    {
        if (await db.Postings.FirstOrDefaultAsync(posting => posting.Id == postingId && posting.Status != PostingStatus.Draft, cancel) is not { } posting)
        {
            return false;
        }

        var person = await db.People.AsNoTracking().Include(person => person.Skills).SingleAsync(person => person.Id == by.PersonId, cancel);
        Rule.Require(await db.JobApplications.AnyAsync(known => known.PostingId == postingId && known.PersonId == by.PersonId, cancel) ? PostingRules.AppliedAlready() : null);
        var application = new JobApplication(posting, person, letter, cvFileId, by);
        db.JobApplications.Add(application);
        await TellPoserAsync(posting, new LetterText("有人應徵「{0}」", "{1} 應徵「{0}」。請看應徵說明並給一句回覆。", PageOf(application), posting.Content.Title, application.Name), by.At, cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>The poser invites, offers or declines.</summary>
    /// <param name="application">Of a posting of the poser's.</param>
    /// <param name="action">Invite, Offer or Decline.</param>
    /// <param name="word">What the applicant reads.</param>
    /// <param name="by">The poser.</param>
    /// <param name="cancel">Ends the request.</param>
    /// <exception cref="BrokenRuleException">It is not the time for it, or there are no words.</exception>
    public async Task AnswerAsync(JobApplication application, ApplicationAction action, string word, Actor by, CancellationToken cancel)
    {
        application.AnswerWith(action, word, by);
        var title = await db.Postings.Where(posting => posting.Id == application.PostingId).Select(posting => posting.Content.Title).SingleAsync(cancel);
        var person = await db.People.AsNoTracking().SingleAsync(person => person.Id == application.PersonId, cancel);
        letters.Write(person, Answer(application.Status, title, word), by.At);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The applicant accepts the offer; the last opening fills the posting.</summary>
    /// <returns>False when there is no such application of the person's.</returns>
    /// <exception cref="BrokenRuleException">There is no offer, or every opening is taken.</exception>
    public async Task<bool> AcceptAsync(Guid applicationId, Actor by, CancellationToken cancel)
    {
        if (await MineAsync(applicationId, by, cancel) is not { } application)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Changing the posting's row first makes others who accept wait here until this one is counted.
        await db.Postings.Where(posting => posting.Id == application.PostingId).ExecuteUpdateAsync(set => set.SetProperty(posting => posting.Taken, posting => posting.Taken), cancel);
        var posting = await db.Postings.SingleAsync(posting => posting.Id == application.PostingId, cancel);
        application.Accept(posting, by);
        await TellPoserAsync(posting, new LetterText("{1} 接受錄取：{0}", "{1} 接受了「{0}」的錄取，請與對方聯絡報到。", PageOf(application), posting.Content.Title, application.Name), by.At, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>The applicant takes the application back.</summary>
    /// <returns>False when there is no such application of the person's.</returns>
    /// <exception cref="BrokenRuleException">It was accepted or declined before.</exception>
    public async Task<bool> WithdrawAsync(Guid applicationId, Actor by, CancellationToken cancel)
    {
        if (await MineAsync(applicationId, by, cancel) is not { } application)
        {
            return false;
        }

        application.Withdraw(by);
        var posting = await db.Postings.SingleAsync(posting => posting.Id == application.PostingId, cancel);
        await TellPoserAsync(posting, new LetterText("{1} 撤回了應徵：{0}", "{1} 撤回了「{0}」的應徵。", PageOf(application), posting.Content.Title, application.Name), by.At, cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private static LetterText Answer(ApplicationStatus status, string title, string word) => status switch
    {
        ApplicationStatus.Interview => new LetterText("邀請您面試：{0}", "您應徵的「{0}」邀請您面試：\n\n{1}", "/team/jobs", title, word),
        ApplicationStatus.Offered => new LetterText("您已錄取：{0}", "您應徵的「{0}」通知您錄取，請登入後回覆是否接受：\n\n{1}", "/team/jobs", title, word),
        _ => new LetterText("應徵結果：{0}", "您應徵的「{0}」這次沒有錄取：\n\n{1}", "/team/jobs", title, word),
    };

    private static string PageOf(JobApplication application) => $"/poser/postings/applications/{application.Id:D}";

    private Task<JobApplication?> MineAsync(Guid applicationId, Actor by, CancellationToken cancel) =>
        db.JobApplications.FirstOrDefaultAsync(application => application.Id == applicationId && application.PersonId == by.PersonId, cancel);

    private async Task TellPoserAsync(Posting posting, LetterText letter, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var contact in await db.ContactsOfAsync(posting.OrganisationId, cancel))
        {
            letters.Write(contact, letter, at);
        }
    }
}
