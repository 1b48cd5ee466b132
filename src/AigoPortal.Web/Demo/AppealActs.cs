using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Reviews;

namespace AigoPortal.Web.Demo;

/// <summary>What follows a release: comments passed on to the team, and appeals.</summary>
internal sealed class AppealActs(RoundScene round)
{
    private Scene Scene => round.Scene;

    /// <summary>The office passes on what the first reviewers wrote; done before the release.</summary>
    public void PassOn(Panel panel, Entry entry, int comments, DateTimeOffset at)
    {
        var written = Scene.Reviews.Where(review => review.PanelId == panel.Id && review.EntryId == entry.Id && review.Status == ReviewStatus.Submitted).Take(comments);
        var feedback = new EntryFeedback(panel.Id, entry.Id, Scene.Office(at));
        panel.NoteFeedback(entry.Code, Scene.Office(at));
        feedback.Choose([.. written.Select((review, index) => new FeedbackComment(index + 1, review.ReviewerId, review.Comment))], Scene.Office(at));
        Scene.Feedback.Add(feedback);
    }

    public Appeal File(Panel panel, Entry entry, string reasons, DateTimeOffset at)
    {
        var appeal = new Appeal(entry, panel, Scene.Teams[entry.TeamId], reasons, null, Scene.By(entry, at));
        Scene.Appeals.Add(appeal);
        return appeal;
    }

    public void Dismiss(Appeal appeal, string answer, DateTimeOffset at) => appeal.Dismiss(answer, Scene.Office(at));
}
