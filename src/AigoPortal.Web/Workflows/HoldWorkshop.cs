using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Acts in the workshop of a problem; it opens with the first of them, and whoever is concerned gets a letter.</summary>
public sealed class HoldWorkshop(PortalDbContext db, InvitePerson invitePerson, Letters letters)
{
    /// <summary>Notes that a step was done.</summary>
    public async Task RecordAsync(Guid problemId, WorkshopStep step, DateOnly doneOn, string doneBy, string notes, Actor by, CancellationToken cancel)
    {
        var (problem, workshop) = await OpenAsync(problemId, by, cancel);
        workshop.Record(problem, step, doneOn, doneBy, notes, by);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Invites a mentor by e-mail; who has no account gets one to accept.</summary>
    public async Task<Person> InviteAsync(Guid problemId, string email, string name, MentorKind kind, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (problem, workshop) = await OpenAsync(problemId, by, cancel);
        var mentor = await MentorAsync(email, cancel) ?? await invitePerson.RunAsync(name, email, Roles.Mentor, null, by, cancel);
        workshop.Invite(problem, await db.Organisations.SingleAsync(organisation => organisation.Id == problem.OrganisationId, cancel), mentor, kind, by);
        letters.Write(mentor, new LetterText("請您擔任題目 {0} 的業師", "AIGO 計畫辦公室邀請您以{2}身分，為題目「{1}」提供優化建議。登入後可以看到題目內容，並逐項留下建議。",
            $"/mentor/problems/{problemId}", problem.Code!, problem.Content.Title, kind), by.At);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return mentor;
    }

    /// <summary>Ends a mentor's part in a problem; from then on it does not exist for them.</summary>
    /// <returns>False when the person is no mentor of it.</returns>
    public async Task<bool> DismissAsync(Guid problemId, Guid mentorId, Actor by, CancellationToken cancel)
    {
        var workshop = await db.Workshops.FirstOrDefaultAsync(workshop => workshop.Id == problemId, cancel);
        var mentor = await db.People.AsNoTracking().FirstOrDefaultAsync(person => person.Id == mentorId, cancel);
        if (workshop is null || mentor is null || !workshop.Dismiss(mentorId, mentor.Name, by))
        {
            return false;
        }

        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>A mentor advises; the organisation's contacts are told.</summary>
    public async Task AdviseAsync(Guid problemId, ProblemPart part, string text, Actor by, CancellationToken cancel)
    {
        var (problem, workshop) = await OpenAsync(problemId, by, cancel);
        workshop.Advise(problem, part, text, by);
        foreach (var contact in await db.ContactsOfAsync(problem.OrganisationId, cancel))
        {
            letters.Write(contact, new LetterText("題目 {0} 有新的業師建議", "{2} 對「{1}」的{3}留下建議，請採納並修改題目，或說明不採納的原因。",
                $"/poser/problems/workshop/{problemId}", problem.Code!, problem.Content.Title, by.Name, part), by.At);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The poser answers an advice; its mentor is told.</summary>
    public async Task AnswerAsync(Guid problemId, Guid adviceId, AdviceAction action, string answer, Actor by, CancellationToken cancel)
    {
        var (problem, workshop) = await OpenAsync(problemId, by, cancel);
        var advice = workshop.Answer(adviceId, action, answer, by);
        var mentor = await db.People.AsNoTracking().SingleAsync(person => person.Id == advice.MentorId, cancel);
        letters.Write(mentor, new LetterText("題目 {0} 的建議有回覆：{1}", "出題單位已回覆您對「{2}」的建議（{1}）。\n\n{3}",
            $"/mentor/problems/{problemId}", problem.Code!, advice.Status, problem.Content.Title, answer), by.At);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<(Problem Problem, Workshop Workshop)> OpenAsync(Guid problemId, Actor by, CancellationToken cancel)
    {
        var problem = await db.Problems.SingleAsync(problem => problem.Id == problemId, cancel);
        if (await db.Workshops.FirstOrDefaultAsync(workshop => workshop.Id == problemId, cancel) is { } known)
        {
            return (problem, known);
        }

        var workshop = new Workshop(problem, by);
        db.Workshops.Add(workshop);
        return (problem, workshop);
    }

    private Task<Person?> MentorAsync(string email, CancellationToken cancel)
    {
        var normal = email.ToUpperInvariant();
        return (
            from person in db.People
            join account in db.Users on person.Id equals account.Id
            where account.NormalizedEmail == normal
                && db.UserRoles.Any(held => held.UserId == account.Id && db.Roles.Any(role => role.Id == held.RoleId && role.Name == Roles.Mentor))
            select person).FirstOrDefaultAsync(cancel);
    }
}
