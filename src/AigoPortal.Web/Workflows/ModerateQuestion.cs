using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>The office publishes an answered question or hides it; who asked learns of it, and of a published answer everybody who follows the problem.</summary>
public sealed class ModerateQuestion(PortalDbContext db, Letters letters, TellFollowers tell)
{
    /// <exception cref="BrokenRuleException">It is not answered yet, or already decided.</exception>
    public async Task PublishAsync(ProblemQuestion question, Actor by, CancellationToken cancel)
    {
        question.Publish(by);
        var problem = await ProblemOfAsync(question, cancel);
        await WriteToAskerAsync(question, new LetterText("題目 {0} 的提問有回答了", "您問「{1}」：\n\n{2}\n\n回答：\n\n{3}",
            $"/problems/{problem.Code}", problem.Code!, problem.Content.Title, question.Text, question.Answer!), by, cancel);
        await tell.RunAsync(
            db.Problems.Where(followed => followed.Id == question.ProblemId),
            followed => new LetterText("題目 {0} 有新的問與答", "您關注的「{1}」公開了新的問與答：\n\n問：{2}\n\n答：{3}", $"/problems/{followed.Code}", followed.Code, followed.Title, question.Text, question.Answer!),
            by.At, question.AskerId, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <exception cref="BrokenRuleException">It is hidden already, or there is no reason.</exception>
    public async Task HideAsync(ProblemQuestion question, string reason, Actor by, CancellationToken cancel)
    {
        question.Hide(reason, by);
        var problem = await ProblemOfAsync(question, cancel);
        await WriteToAskerAsync(question, new LetterText("題目 {0} 的提問不公開", "您問「{1}」：\n\n{2}\n\n這則提問不公開，原因：{3}",
            "/team/questions", problem.Code!, problem.Content.Title, question.Text, reason), by, cancel);
        await db.SaveChangesAsync(cancel);
    }

    private Task<Problem> ProblemOfAsync(ProblemQuestion question, CancellationToken cancel) =>
        db.Problems.AsNoTracking().SingleAsync(problem => problem.Id == question.ProblemId, cancel);

    private async Task WriteToAskerAsync(ProblemQuestion question, LetterText letter, Actor by, CancellationToken cancel) =>
        letters.Write(await db.People.AsNoTracking().SingleAsync(person => person.Id == question.AskerId, cancel), letter, by.At);
}
