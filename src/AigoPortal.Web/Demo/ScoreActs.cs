using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Reviews;

namespace AigoPortal.Web.Demo;

/// <summary>What makes scores worth a look: reviewers who disagree, one who is still writing, a total agreed on.</summary>
internal static class ScoreActs
{
    public static void Differ(RoundScene round, Panel panel, Entry disputed, Entry settled, Entry begun)
    {
        var at = round.At;
        panel.Arrange(new PanelTerms(null, at(6, 17), false), round.Scene.Office(at(-6, 10)));
        Hand(round, panel, disputed, 4, [48, 60, 55, 70], "測試期太短，只在一條路線驗證；換季後是否準確沒有說明。", "測試資料的切法建議會前請團隊補充。", at(-2, 20));
        Hand(round, panel, settled, 0, [92, 88, 90, 85], "成果完整，現場人員已經自己操作。", "", at(-2, 21));
        panel.Agree(settled.Id, 90, "討論後，四位委員同意以實測結果為準。", round.Scene.Office(at(-1, 15)));
        var draft = Of(round, panel, begun, 0);
        draft.Write(new ReviewDraft([new Score(1, 78), new Score(2, 82)], "路線最佳化的基準說明清楚，", ""), panel, Scene.By(round.Scene.Person(draft.ReviewerId), at(-1, 22)));
    }

    private static void Hand(RoundScene round, Panel panel, Entry entry, int reviewer, int[] scores, string comment, string note, DateTimeOffset at)
    {
        var review = Of(round, panel, entry, reviewer);
        review.Submit([.. panel.Criteria.Select((criterion, index) => new Score(criterion.Order, scores[index]))], comment, panel, Scene.By(round.Scene.Person(review.ReviewerId), at), note);
    }

    private static Review Of(RoundScene round, Panel panel, Entry entry, int reviewer) => round.Scene.Reviews.First(review =>
        review.PanelId == panel.Id && review.EntryId == entry.Id && review.ReviewerId == round.Scene.Cast[round.Scene.File.Reviewers[reviewer].Name].Id);
}
