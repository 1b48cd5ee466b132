using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;

namespace AigoPortal.Web.Demo;

/// <summary>The season's first round: proofs are in and reviewers score; days count from today.</summary>
internal static class ProvingRound
{
    public static void Play(RoundScene round)
    {
        var at = round.At;
        var bus = round.Problems.List("bus", at(-231, 10));
        var pick = round.Problems.List("pick", at(-231, 11));
        var steel = round.Problems.List("steel", at(-230, 10), Grade.High, Grade.High);
        var load = round.Problems.List("load", at(-230, 11), Grade.Low);
        var onTime = round.Entries.Match(round.Teams.Form("準點俱樂部", at(-220, 9)), bus, at(-205, 10));
        var picker = round.Entries.Match(round.Teams.Form("揀選者", at(-219, 9)), pick, at(-204, 10));
        var eye = round.Entries.Match(round.Teams.Form("鋼鐵之眼", at(-218, 9)), steel, at(-203, 10));
        var wave = round.Entries.Match(round.Teams.Form("電波小隊", at(-217, 9)), load, at(-202, 10));
        var rainy = round.Entries.Match(round.Teams.Form("雨天備案", at(-215, 9)), bus, at(-200, 10));
        Entry[] kept = [onTime, picker, eye, wave];
        Shortlist(round, kept, rainy);
        foreach (var problem in new[] { bus, pick, steel, load })
        {
            problem.Close(round.Scene.Office(at(-160, 9)));
        }

        foreach (var entry in kept)
        {
            round.Entries.Cooperate(entry, at(-130, 11));
            round.Payments.Settle(entry, 1, at(-124, 10));
        }

        round.Payments.Settle(onTime, 2, at(-122, 10));
        round.Payments.Settle(picker, 2, at(-121, 10));
        round.Payments.Settle(eye, 2, at(-120, 10));
        round.Entries.Visit(wave, "資料取得中斷兩個月，尚無可檢核的成果。", passed: false, at(-88, 14));
        round.Entries.Terminate(wave, "訪視未通過且逾改善期限，雙方同意終止合作。", at(-70, 10));
        foreach (var entry in new[] { onTime, picker, eye })
        {
            round.Entries.Visit(entry, "進度符合規劃，已在現場試行。", passed: true, at(-90, 10));
            round.Payments.Settle(entry, 3, at(-80, 10));
            round.Entries.HandIn(entry, at(-16, 15));
        }

        Prove(round, onTime, picker, eye);
    }

    private static void Shortlist(RoundScene round, Entry[] kept, Entry rainy)
    {
        var at = round.At;
        var panel = round.Panels.Prepare(ReviewStage.Concept, at(-185, 10), 0, 1, 2, 3, 4, 5);
        panel.Convene(null, round.Scene.Office(at(-180, 10)));
        foreach (var (index, entry) in kept.Append(rainy).Index())
        {
            round.Entries.Submit(entry, ReviewStage.Concept, at(-168 + (index / 2), 9 + index, 20));
        }

        round.Panels.Open(panel, kept.Append(rainy), round.Round.ConceptDeadline.AddMinutes(1));
        foreach (var (index, entry) in kept.Index())
        {
            round.Panels.Score(panel, entry, 88 - (index * 3), at(-158, 9), 0, 1, 2, 3, 4, 5);
            round.Panels.Decide(panel, entry, Outcome.Shortlisted, null, "問題掌握清楚，方法可行，資料已確認可取得。", at(-148, 15, index));
        }

        round.Panels.Score(panel, rainy, 66, at(-157, 9), 0, 1, 2, 3, 4, 5);
        round.Panels.Decide(panel, rainy, Outcome.NotShortlisted, null, "與同題另一隊相比，驗證方式較不完整。", at(-148, 15, 30));
        round.Appeals.PassOn(panel, kept[0], 2, at(-148, 16));
        round.Appeals.PassOn(panel, rainy, 3, at(-148, 16, 5));
        round.Panels.Release(panel, at(-147, 10));
        var appeal = round.Appeals.File(panel, rainy, "評語提到驗證方式不完整，但構想書第 9 頁已列出三種情境的測試計畫，請再確認。", at(-143, 20));
        round.Appeals.Dismiss(appeal, "委員已看過第 9 頁的測試計畫。計畫只涵蓋晴天班表，未說明雨天資料如何取得，原決議維持。", at(-136, 11));
    }

    private static void Prove(RoundScene round, Entry onTime, Entry picker, Entry eye)
    {
        var at = round.At;
        round.Entries.AcceptDeliverables(onTime, at(-13, 10));
        round.Entries.AcceptDeliverables(eye, at(-13, 11));
        round.Payments.Evidence(onTime, 4, at(-7, 10));
        round.Payments.Evidence(eye, 4, at(-9, 10));
        round.Payments.Approve(eye, 4, at(-4, 10));

        var panel = round.Panels.Prepare(ReviewStage.Proof, at(-25, 10), 0, 1, 3, 4, 6);
        panel.Convene(null, round.Scene.Office(at(-20, 10)));
        round.Entries.Submit(onTime, ReviewStage.Proof, at(-9, 16));
        round.Entries.Submit(picker, ReviewStage.Proof, at(-8, 22, 40));
        round.Entries.Submit(eye, ReviewStage.Proof, at(-7, 11));
        round.Panels.Open(panel, [onTime, picker, eye], round.Round.ProofDeadline.AddMinutes(1));
        round.Declarations.Prefer(picker, PreferenceLevel.Wanted, at(-5, 10), 1, 4);
        round.Declarations.Prefer(eye, PreferenceLevel.Unwanted, at(-5, 11), 0);
        round.Panels.Score(panel, onTime, 86, at(-3, 9), 0, 1, 3);
        round.Panels.Score(panel, picker, 80, at(-3, 9), 1, 4);
        round.Panels.Score(panel, eye, 90, at(-2, 9), 1, 3, 4);
        round.Panels.Recuse(panel, picker, 6, "所屬基金投資了出題單位的關係企業。", at(-4, 11));
        ScoreActs.Differ(round, panel, onTime, eye, picker);
        round.Meetings.Discuss(panel, onTime, at(-2, 9),
            (0, "預測誤差的改善很明顯，但只測了平日。假日班次少，結果會不會不同？"),
            (1, "附件第 12 頁有週末的數字，改善幅度略小，仍達標。"),
            (3, "同意。建議在會議上請團隊補充維運由哪個單位負責。"));
        round.Meetings.Arrange(panel, at(3, 14), at(-1, 10), eye, onTime, picker);
    }
}
