using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Time;
using AigoPortal.Web.Documents;

namespace AigoPortal.Web.Demo;

/// <summary>What happens while an entry cooperates: documents are signed, visits arranged and held, deliverables handed in.</summary>
internal sealed class CooperationActs(RoundScene round)
{
    private const string Visitors = "巫志強委員、林承辦";

    private Scene Scene => round.Scene;

    /// <summary>The round of the cooperation as it stands today: visits in every state, deliverables begun, a copy returned.</summary>
    public void Play(Entry collecting, Entry choosing, Entry agreed, Entry signing)
    {
        var at = round.At;
        Put(collecting, "成果報告", at(-2, 10));
        Put(collecting, "操作手冊", at(-1, 10));
        Plan(choosing, at(-4, 9), at(5, 10), at(6, 14), at(8, 10)).AskAnotherTime("這三天隊員期中考，隔週三下午可以。", Scene.By(choosing, at(-2, 20)));
        Plan(agreed, at(-6, 9), at(2, 14)).Choose(0, Scene.By(agreed, at(-5, 9)));
        Sign(signing, PaperSide.Team, at(-6, 10));
        Scene.CooperationPapers[signing.Id].Return(PaperSide.Team, "缺隊長簽名，請補簽後再上傳。", signing, Scene.Office(at(-4, 11)));
    }

    /// <summary>A side signs the version in force, which is made when nobody has asked for it before.</summary>
    public void Sign(Entry entry, PaperSide side, DateTimeOffset at)
    {
        var person = side == PaperSide.Team ? Scene.LeaderOf(entry) : Scene.ContactOf(entry);
        var name = side == PaperSide.Team ? "團隊" : "出題單位";
        var file = Scene.Papers.Write($"{entry.Code}-{name}簽署頁.pdf", person, at, "合作文件 簽署頁", entry.Code, $"{name}代表：{person.Name}");
        if (!Scene.CooperationPapers.TryGetValue(entry.Id, out var paper))
        {
            Scene.CooperationPapers.Add(entry.Id, paper = new CooperationPaper(entry));
        }

        paper.Sign(side, paper.DrawUp(Words(entry), Scene.By(person, at.AddHours(-2))).Number, file.Id, entry, Scene.By(person, at));
    }

    /// <summary>A visit that was arranged ten days before, with its checklist and a picture.</summary>
    public void Visit(Entry entry, string notes, bool passed, DateTimeOffset at)
    {
        var visit = Plan(entry, at.AddDays(-10), at.AddHours(-1));
        visit.Choose(0, Scene.By(entry, at.AddDays(-8)));
        var findings = round.Round.Cooperation.VisitItems.Select((item, index) => new VisitFinding(
            item.Name, passed || index > 1 ? FindingMark.Meets : FindingMark.ToImprove, passed || index != 1 ? "" : "資料提供中斷，尚未補齊。"));
        visit.Hold(new VisitReport(passed ? VisitResult.Passed : VisitResult.ToImprove, notes, passed ? null : Taipei.DateOf(at).AddDays(14), [.. findings]), Scene.Office(at));
        visit.AddPhoto(Scene.Papers.Picture($"{entry.Code}-訪視.png", Scene.Cast.Officer, at).Id, Scene.Office(at));
        entry.RecordVisit(Taipei.DateOf(at), Visitors, notes, passed, Scene.Office(at));
    }

    /// <summary>Everything that is required, handed in.</summary>
    public void HandIn(Entry entry, DateTimeOffset at)
    {
        foreach (var item in round.Round.Cooperation.Deliverables.Where(item => item.Required))
        {
            Put(entry, item.Name, at.AddHours(-1));
        }

        Scene.DeliverySheets[entry.Id].HandIn(entry, Scene.By(entry, at));
    }

    /// <summary>An officer accepts all of it.</summary>
    public void Accept(Entry entry, DateTimeOffset at)
    {
        Scene.DeliverySheets[entry.Id].Check(new Dictionary<int, string>(), entry, Scene.Office(at));
        entry.AcceptDeliverables(Scene.Office(at));
    }

    private SiteVisit Plan(Entry entry, DateTimeOffset at, params DateTimeOffset[] times)
    {
        var visit = new SiteVisit(
            entry, new VisitPlan { Place = $"{Scene.Teams[entry.TeamId].Name} 工作室", Visitors = Visitors, Kind = VisitorKind.Both },
            [.. times.Select(begin => new VisitSlot(begin, begin.AddHours(2)))], Scene.Office(at));
        Scene.SiteVisits.Add(visit);
        return visit;
    }

    private void Put(Entry entry, string name, DateTimeOffset at)
    {
        var by = Scene.By(entry, at);
        if (!Scene.DeliverySheets.TryGetValue(entry.Id, out var sheet))
        {
            Scene.DeliverySheets.Add(entry.Id, sheet = new DeliverySheet(entry, round.Round, by));
        }

        var file = Scene.Papers.Write($"{entry.Code}-{name}.pdf", Scene.LeaderOf(entry), at, name, entry.Code);
        sheet.Put(sheet.Parts.First(part => part.Name == name).Order, file.Id, "", "", by);
    }

    private string Words(Entry entry)
    {
        var (problem, team) = (Scene.Problems[entry.ProblemId], Scene.Teams[entry.TeamId]);
        var organisation = Scene.Organisations.Values.First(poser => poser.Organisation.Id == problem.OrganisationId).Organisation;
        return CooperationWords.Of(entry, round.Round, round.Round.AwardItems, problem, organisation, team, [.. team.Members.Select(member => Scene.Person(member.PersonId))]).Write();
    }
}
