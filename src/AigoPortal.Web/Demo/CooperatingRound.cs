using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;

namespace AigoPortal.Web.Demo;

/// <summary>The season's second round: teams and posers sign and begin; days count from today.</summary>
internal static class CooperatingRound
{
    public static void Play(RoundScene round)
    {
        var at = round.At;
        var aoi = round.Problems.List("aoi", at(-106, 10));
        var summary = round.Problems.List("summary", at(-106, 11));
        var call = round.Problems.List("call", at(-105, 10));
        var pothole = round.Problems.List("pothole", at(-105, 11));
        var cold = round.Problems.List("cold", at(-104, 10));
        var bird = round.Entries.Match(round.Teams.Form("青鳥智慧", at(-98, 9)), aoi, at(-90, 10));
        var notes = round.Entries.Match(round.Teams.Form("杏林筆記", at(-97, 9)), summary, at(-89, 10));
        var wind = round.Entries.Match(round.Teams.Form("聽風者", at(-96, 9)), call, at(-88, 10));
        var flat = round.Entries.Match(round.Teams.Form("平路計畫", at(-95, 9)), pothole, at(-87, 10));
        var frost = round.Entries.Match(round.Teams.Form("零下四度", at(-94, 9)), cold, at(-86, 10));
        var again = round.Entries.Match(round.Teams.Form("再看一眼", at(-93, 9)), aoi, at(-85, 10));
        var hunters = round.Entries.Match(round.Teams.Form("坑洞獵人", at(-92, 9)), pothole, at(-84, 10));
        hunters.Withdraw("成員工作異動，無法如期投入。", round.Scene.By(hunters, at(-60, 10)));
        Shortlist(round, [bird, notes, wind, flat, frost], again);
        foreach (var problem in new[] { aoi, summary, call, pothole, cold })
        {
            problem.Close(round.Scene.Office(at(-40, 9)));
        }

        foreach (var (index, entry) in new[] { bird, notes, frost }.Index())
        {
            round.Entries.Cooperate(entry, at(-16 + (index * 2), 11));
        }

        Pay(round, bird, notes);
        round.Entries.Visit(bird, "複判模型已於產線旁路試跑，尚未漏檢。", passed: true, at(-3, 14));
        round.Cooperation.Play(bird, notes, frost, flat);
        round.Entries.SignByTeam(wind, at(-5, 10));
        round.Entries.SignByPoser(wind, at(-1, 16));
        round.Entries.SignByTeam(flat, at(-2, 10));
        round.Panels.Prepare(ReviewStage.Proof, at(-1, 10), 2, 6, 4);
    }

    private static void Shortlist(RoundScene round, Entry[] kept, Entry again)
    {
        var at = round.At;
        var panel = round.Panels.Prepare(ReviewStage.Concept, at(-62, 10), 1, 0, 2, 3, 5);
        panel.Convene(null, round.Scene.Office(at(-58, 10)));
        foreach (var (index, entry) in kept.Append(again).Index())
        {
            round.Entries.Submit(entry, ReviewStage.Concept, at(-49 + (index / 2), 9 + index, 10));
        }

        round.Panels.Open(panel, kept.Append(again), round.Round.ConceptDeadline.AddMinutes(1));
        foreach (var (index, entry) in kept.Index())
        {
            round.Panels.Score(panel, entry, 89 - (index * 2), at(-38, 9), 0, 1, 2, 3, 5);
            round.Panels.Decide(panel, entry, Outcome.Shortlisted, null, "現場需求清楚，團隊已取得試行條件。", at(-23, 15, index));
        }

        round.Panels.Score(panel, again, 64, at(-37, 9), 0, 1, 2, 3, 5);
        round.Panels.Decide(panel, again, Outcome.NotShortlisted, null, "漏檢風險的控制方式說明不足。", at(-23, 15, 30));
        round.Appeals.PassOn(panel, kept[0], 2, at(-23, 16));
        round.Appeals.PassOn(panel, again, 2, at(-23, 16, 5));
        round.Panels.Release(panel, at(-22, 10));
        round.Appeals.File(panel, again, "漏檢風險的控制寫在構想書附錄，審查時可能沒有附上，請一併考量。", at(-16, 21));
    }

    private static void Pay(RoundScene round, Entry bird, Entry notes)
    {
        var at = round.At;
        round.Payments.Evidence(bird, 1, at(-12, 10));
        round.Payments.Approve(bird, 1, at(-8, 10));
        round.Payments.Pay(bird, 1, at(-4, 10));
        round.Payments.Evidence(notes, 1, at(-6, 10));
        round.Payments.Approve(notes, 1, at(-3, 11));
        var returned = round.Payments.Evidence(notes, 2, at(-5, 10));
        returned.Reject(returned.Receipts[1].Id, "買受人不是團隊成員，請更換或說明。", round.Scene.Office(at(-2, 9)));
        returned.Return("其他單據沒有問題。", round.Scene.Office(at(-2, 10)));
        round.Payments.Evidence(bird, 2, at(-3, 10), usedElsewhere: returned.Receipts[0].Number);
    }
}
