using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;

namespace AigoPortal.Web.Demo;

/// <summary>An entry from the application to its end.</summary>
internal sealed class EntryActs(RoundScene round)
{
    private Scene Scene => round.Scene;

    public Entry Apply(Team team, Problem problem, DateTimeOffset at)
    {
        foreach (var member in team.Members)
        {
            Rule.Require(TeamRules.MemberIsEligible(team, Scene.Person(member.PersonId), round.Round, at));
        }

        var entry = new Entry(round.Round, problem, team, EntryTexts.Pitch(team, problem.Content), Scene.NextCode($"{round.Round.Code}-E"), Scene.By(Scene.Person(team.LeaderId), at));
        Scene.Entries.Add(entry.Id, entry);
        Scene.Write(Scene.ContactOf(entry), $"有團隊申請解題：{entry.Code}", $"「{team.Name}」申請解「{problem.Content.Title}」，請登入後回覆。", at);
        return entry;
    }

    public Entry Accept(Entry entry, string word, DateTimeOffset at)
    {
        entry.Accept(word, round.Round, Scene.By(Scene.ContactOf(entry), at));
        Scene.Write(Scene.LeaderOf(entry), $"申請已接受，請確認媒合：{entry.Code}", $"出題單位接受了您的申請：{word}", at);
        return entry;
    }

    public Entry Confirm(Entry entry, DateTimeOffset at)
    {
        entry.Confirm(round.Round, Scene.By(entry, at));
        Scene.Write(Scene.ContactOf(entry), $"團隊已確認媒合：{entry.Code}", "雙方已媒合，請準備提供資料。", at);
        return entry;
    }

    public void Decline(Entry entry, string word, DateTimeOffset at)
    {
        entry.Decline(word, Scene.By(Scene.ContactOf(entry), at));
        Scene.Write(Scene.LeaderOf(entry), $"申請未獲接受：{entry.Code}", $"出題單位的說明：{word}", at);
    }

    /// <summary>Applied, accepted two days later and confirmed on the same day.</summary>
    public Entry Match(Team team, Problem problem, DateTimeOffset at) =>
        Confirm(Accept(Apply(team, problem, at), "團隊的經驗和我們的資料很合，歡迎到現場看看。", at.AddDays(2)), at.AddDays(2).AddHours(4));

    public void SaveDraft(Entry entry, ReviewStage stage, DateTimeOffset at) =>
        entry.SaveDraft(stage, EntryTexts.Draft(Scene.Problems[entry.ProblemId].Content), null, Scene.By(Scene.LeaderOf(entry), at));

    public void Submit(Entry entry, ReviewStage stage, DateTimeOffset at)
    {
        var (leader, content, team) = (Scene.LeaderOf(entry), Scene.Problems[entry.ProblemId].Content, Scene.Teams[entry.TeamId]);
        var paper = stage == ReviewStage.Concept ? "構想書" : "實證報告";
        var text = stage == ReviewStage.Concept ? EntryTexts.Concept(content) : EntryTexts.Proof(content);
        var number = (entry.Last(stage)?.Number ?? 0) + 1;
        var file = Scene.Papers.Write($"{entry.Code}-{paper}-{number}.pdf", leader, at, $"{entry.Code} {paper}", content.Title, $"團隊：{team.Name}", $"第 {number} 次送件");
        entry.SaveDraft(stage, text, file.Id, Scene.By(leader, at.AddHours(-2)));
        entry.Submit(stage, text, file, round.Round, Scene.By(leader, at));
        Scene.Write(leader, $"{paper}已收到：{entry.Code}", $"第 {number} 次送件已收到，檔案 SHA-256：{file.Sha256}", at);
    }

    public void SignByTeam(Entry entry, DateTimeOffset at) => round.Cooperation.Sign(entry, PaperSide.Team, at);

    public void SignByPoser(Entry entry, DateTimeOffset at) => round.Cooperation.Sign(entry, PaperSide.Poser, at);

    /// <summary>Both sides signed and an officer checked: the cooperation begins and its amounts fall due.</summary>
    public void Cooperate(Entry entry, DateTimeOffset at)
    {
        SignByTeam(entry, at.AddDays(-3));
        SignByPoser(entry, at.AddDays(-1));
        entry.CheckCooperation(Scene.Office(at));
        FallDue(entry, ReleaseCondition.CooperationDocumentSigned, at);
    }

    public void Visit(Entry entry, string notes, bool passed, DateTimeOffset at)
    {
        round.Cooperation.Visit(entry, notes, passed, at);
        if (passed)
        {
            FallDue(entry, ReleaseCondition.SiteVisitPassed, at);
        }
    }

    public void HandIn(Entry entry, DateTimeOffset at) => round.Cooperation.HandIn(entry, at);

    public void AcceptDeliverables(Entry entry, DateTimeOffset at)
    {
        round.Cooperation.Accept(entry, at);
        FallDue(entry, ReleaseCondition.DeliverablesAccepted, at);
    }

    public void Terminate(Entry entry, string reason, DateTimeOffset at)
    {
        entry.Terminate(reason, Scene.Office(at));
        foreach (var milestone in Scene.Milestones.Where(milestone => milestone.EntryId == entry.Id && milestone.Status is not (MilestoneStatus.Paid or MilestoneStatus.Forfeited)))
        {
            milestone.Forfeit(reason, Scene.Office(at));
            entry.Release(milestone.Amount);
            round.Round.Release(milestone.Amount, Scene.Office(at));
        }

        Scene.Write(Scene.LeaderOf(entry), $"案件已終止：{entry.Code}", reason, at);
    }

    private void FallDue(Entry entry, ReleaseCondition condition, DateTimeOffset at)
    {
        foreach (var milestone in Scene.Milestones.Where(milestone => milestone.EntryId == entry.Id && milestone.Condition == condition))
        {
            milestone.FallDue(Scene.Office(at));
        }
    }
}
