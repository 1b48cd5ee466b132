using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;

namespace AigoPortal.Web.Demo;

/// <summary>Round 108-2 with invented teams, from the application to the last payment; days count from its concept deadline.</summary>
internal static class FinishedRound
{
    public static void Play(RoundScene round)
    {
        var at = round.At;
        var sample = round.Problems.List(ProblemActs.Sample, at(-45, 10), Grade.High);
        var finger = round.Problems.List("finger", at(-45, 11), Grade.High, Grade.Low);
        var images = round.Entries.Match(round.Teams.Form("脈絡影像", at(-40, 9)), sample, at(-31, 10));
        var prints = round.Entries.Match(round.Teams.Form("指北針", at(-38, 9)), finger, at(-30, 15));
        var night = round.Entries.Match(round.Teams.Form("夜光實驗室", at(-35, 9)), sample, at(-28, 11));

        var panel = round.Panels.Prepare(ReviewStage.Concept, at(-12, 10), 1, 0, 2, 3, 6);
        panel.Convene(null, round.Scene.Office(at(-9, 14)));
        round.Entries.Submit(images, ReviewStage.Concept, at(-2, 20));
        round.Entries.Submit(prints, ReviewStage.Concept, at(-1, 16, 30));
        round.Entries.Submit(night, ReviewStage.Concept, at(0, 11, 52));
        round.Panels.Open(panel, [images, prints, night], at(0, 12, 1));
        round.Panels.Score(panel, images, 91, at(4, 9), 0, 1, 2, 3, 6);
        round.Panels.Score(panel, prints, 84, at(5, 9), 0, 1, 2, 3, 6);
        round.Panels.Score(panel, night, 62, at(6, 9), 0, 1, 2, 3, 6);
        round.Panels.Decide(panel, images, Outcome.Shortlisted, null, "方法與資料條件皆完備，現場配合度高。", at(10, 15));
        round.Panels.Decide(panel, prints, Outcome.Shortlisted, null, "特徵比對的做法可行，請與鑑識人員密切合作。", at(10, 15, 20));
        round.Panels.Decide(panel, night, Outcome.NotShortlisted, null, "構想有新意，但資料整理與驗證方式說明不足，歡迎下一場再來。", at(10, 15, 40));
        round.Panels.Release(panel, at(11, 10));

        foreach (var entry in new[] { images, prints })
        {
            round.Entries.Cooperate(entry, at(25, 11));
            round.Payments.Settle(entry, 1, at(30, 10));
            round.Payments.Settle(entry, 2, at(32, 10));
            round.Entries.Visit(entry, "進度符合規劃，已於現場試用，第一線意見回饋良好。", passed: true, at(60, 14));
            round.Payments.Settle(entry, 3, at(66, 10));
            round.Entries.HandIn(entry, at(110, 17));
            round.Entries.AcceptDeliverables(entry, at(114, 10));
            round.Payments.Settle(entry, 4, at(116, 10));
            round.Entries.Submit(entry, ReviewStage.Proof, at(121, 18));
        }

        var proof = round.Panels.Prepare(ReviewStage.Proof, at(100, 10), 1, 0, 3, 4, 5);
        proof.Convene(null, round.Scene.Office(at(105, 14)));
        round.Panels.Open(proof, [images, prints], at(123, 12, 1));
        round.Panels.Score(proof, images, 94, at(126, 9), 0, 1, 3, 4, 5);
        round.Panels.Score(proof, prints, 78, at(126, 13), 0, 1, 3, 4, 5);
        round.Panels.Decide(proof, images, Outcome.Awarded, AwardLevel.Outstanding, "實測正確率超過目標，醫師已在日常判讀中使用。", at(130, 16));
        round.Panels.Decide(proof, prints, Outcome.Awarded, AwardLevel.Honourable, "比對時間明顯縮短，命中率略低於目標，仍具實用價值。", at(130, 16, 15));
        round.Panels.Release(proof, at(133, 10));
        round.Payments.Settle(images, 5, at(140, 10));
        round.Payments.Settle(prints, 7, at(141, 10));
        images.Close(round.Scene.Office(at(160, 10)));
        sample.Close(round.Scene.Office(at(160, 11)));
        finger.Close(round.Scene.Office(at(160, 11, 5)));
    }
}
