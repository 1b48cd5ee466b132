using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;

namespace AigoPortal.Web.Demo;

/// <summary>The round that runs now: problems are listed, teams apply and hand in their concepts; days count from today.</summary>
internal static class MatchingRound
{
    private static readonly string[] Listed = ["cell", "luggage", "laundering", "ticket", "tower", "resume", "gift", "fresh", "flood", "solar", "banana", "signal", "dryer"];

    public static void Play(RoundScene round)
    {
        var at = round.At;
        var problems = Listed.Index().ToDictionary(
            problem => problem.Item, problem => round.Problems.List(problem.Item, at(-30 + (problem.Index / 2), 9 + (problem.Index % 2)), (Grade)(problem.Index % 3), (Grade)(problem.Index / 2 % 3)));
        problems[ProblemActs.Sample] = round.Problems.List(ProblemActs.Sample, at(-23, 10), Grade.High, Grade.High);
        Screen(round);
        Match(round, problems);
        TalentActs.Play(round, problems);
        PitchActs.Play(round, problems);
        TeammateActs.Play(round);
        GatheringActs.Play(round);
        TalkActs.Play(round, problems);
        Ask(round, problems);
        var panel = round.Panels.Prepare(ReviewStage.Concept, at(-4, 10), 1, 0, 2, 3, 4, 5, 6);
        panel.Convene(null, round.Scene.Office(at(-1, 10)));
    }

    private static void Screen(RoundScene round)
    {
        var at = round.At;
        round.Problems.Draft("shift", at(-4, 20), complete: false);
        round.Problems.Return(round.Problems.Submit("emergency", at(-9, 10)), "資料欄位請補上「住院等待時間」的定義，並說明可提供的期間。", at(-3, 15),
            new FieldReason("DataSets", "「住院等待時間」從哪一刻算到哪一刻？"), new FieldReason("ReadinessDetail", "請說明去識別化由誰完成。"));
        ProblemActs.Take(round.Problems.Submit("rail", at(-6, 9)), round.Scene.Cast.SecondOfficer, at(-2, 10));
        round.Problems.Submit("helmet", at(-2, 17));
        var fish = round.Problems.Submit("fish", at(-15, 9));
        fish.Optimise(round.Scene.Office(at(-8, 10)));
        fish.AskForDataIntern(round.Scene.Office(at(-8, 11)));
        var oral = round.Problems.Submit("oral", at(-13, 9));
        oral.Optimise(round.Scene.Office(at(-7, 10)));
        round.Problems.Sharpen(oral, at(-6, 10));
        round.Problems.Submit("speech", at(-18, 9)).Reject("錄音尚未取得當事人同意，資料無法提供，請取得同意後於下一場再提出。", round.Scene.Office(at(-11, 10)));
        var route = round.Problems.Submit("route", at(-20, 9));
        route.Withdraw(round.Scene.By(route, at(-16, 14)));
    }

    private static void Ask(RoundScene round, Dictionary<string, Problem> problems)
    {
        var at = round.At;
        var leader = round.Scene.Cast.Everybody.First(one => one.Account.Email == Cast.Leader).Person;
        var sample = problems[ProblemActs.Sample];
        round.Problems.Ask(sample, leader, "影像可以帶回學校的機房訓練嗎？還是只能在院內？", at(-9, 10), "已去識別化的影像可以帶出，需先簽保密約定；原始影像只能在院內使用。")
            .Publish(round.Scene.Office(at(-7, 11)));
        round.Problems.Ask(sample, leader, "標註由幾位醫師完成？意見不同時以誰為準？", at(-6, 15), "每張由兩位醫師標註，意見不同時由第三位資深醫師決定。")
            .Publish(round.Scene.Office(at(-4, 9)));
        round.Problems.Ask(sample, leader, "獎金 20 萬會在什麼時候發？", at(-3, 9), "實證審查通過後一個月內，由院方直接發給團隊。");
        round.Problems.Ask(sample, leader, "急診的夜班影像有沒有包含在內？", at(-1, 16));
        round.Problems.Follow(sample, leader, at(-9, 10));
        round.Problems.Follow(problems["signal"], leader, at(-8, 20));
    }

    private static void Match(RoundScene round, Dictionary<string, Problem> problems)
    {
        var at = round.At;
        var entries = round.Entries;
        var bird = round.Teams.Form("青鳥智慧", at(-20, 9));
        var drying = entries.Match(bird, problems["dryer"], at(-12, 10));
        entries.SaveDraft(drying, ReviewStage.Concept, at(-1, 22));
        entries.Apply(bird, problems["cell"], at(-2, 11));

        var early = entries.Match(round.Teams.Form("影像診間", at(-19, 9)), problems[ProblemActs.Sample], at(-13, 10));
        entries.Submit(early, ReviewStage.Concept, at(-2, 21));
        var signal = entries.Match(round.Teams.Form("第三個紅燈", at(-19, 14)), problems["signal"], at(-12, 15));
        entries.Submit(signal, ReviewStage.Concept, at(-3, 15));
        var water = entries.Match(round.Teams.Form("深水區", at(-18, 9)), problems["flood"], at(-11, 10));
        entries.Submit(water, ReviewStage.Concept, at(-5, 18));
        entries.Submit(water, ReviewStage.Concept, at(-1, 9));

        entries.Match(round.Teams.Form("黃葉追蹤隊", at(-17, 9)), problems["banana"], at(-10, 10));
        entries.Match(round.Teams.Form("根因偵探社", at(-16, 9)), problems["tower"], at(-9, 10));
        entries.Match(round.Teams.Form("不知道就說不知道", at(-15, 9)), problems["ticket"], at(-8, 10));
        entries.Apply(round.Teams.Form("向光性", at(-14, 9)), problems["solar"], at(-3, 10));
        var reason = round.Teams.Form("一句話理由", at(-13, 9));
        entries.Apply(reason, problems["resume"], at(-4, 16));
        entries.Apply(reason, problems[ProblemActs.Sample], at(-1, 14));
        entries.Accept(entries.Apply(round.Scene.Teams.Values.First(team => team.Name == "向光性"), problems[ProblemActs.Sample], at(-6, 9)), "想先看您們在診間實作，請確認後約時間。", at(-2, 16));
        entries.Decline(entries.Apply(round.Teams.Form("禮輕情意重", at(-12, 9)), problems["gift"], at(-7, 10)), "很喜歡您們的想法，但本題需要有線上實驗經驗的團隊，這次先不合作。", at(-5, 11));
        var fresh = round.Teams.Form("報廢清零", at(-11, 9));
        var scrap = entries.Match(fresh, problems["fresh"], at(-8, 14));
        scrap.Withdraw("與原單位的保密約定衝突，無法參與本題。", round.Scene.By(scrap, at(-2, 9)));
        round.Teams.Invite(fresh, "friend@aigo.example", at(-1, 20));
    }
}
