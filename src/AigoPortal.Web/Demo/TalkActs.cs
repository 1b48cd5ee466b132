using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Events;
using AigoPortal.Domain.Messages;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Postings;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.RoundTables;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Web.Demo;

/// <summary>What both sides write to each other, when they meet, and the work they offer.</summary>
internal static class TalkActs
{
    public static void Play(RoundScene round, Dictionary<string, Problem> problems)
    {
        var scene = round.Scene;
        var entries = scene.Entries.Values.Where(entry => entry.RoundId == round.Round.Id).ToList();
        Entry Of(string key, EntryStatus status) => entries.First(entry => entry.ProblemId == problems[key].Id && entry.Status == status);
        var (bird, early, late) = (Of("dryer", EntryStatus.Matched), Of(ProblemActs.Sample, EntryStatus.ConceptSubmitted), Of(ProblemActs.Sample, EntryStatus.Applied));
        Talk(round, bird);
        Talk(round, early);
        Ask(round, late);
        Meet(round, problems["dryer"], bird, 0);
        Meet(round, problems[ProblemActs.Sample], early, 2);
        Offer(round, problems);
    }

    private static void Talk(RoundScene round, Entry entry)
    {
        var scene = round.Scene;
        var at = round.At;
        var (leader, contact) = (scene.LeaderOf(entry), scene.ContactOf(entry));
        var talk = Open(scene, entry, leader, at(-6, 9));
        talk.Write(entry, MessageSide.Team, "您好，想確認**標註的格式**，以及能不能先拿到十筆樣本試跑？", [], Scene.By(leader, at(-6, 9)));
        var sample = scene.Papers.Write("樣本欄位說明.pdf", contact, at(-5, 14), "樣本欄位說明", entry.Code);
        talk.Write(entry, MessageSide.Poser, "可以。欄位說明在附件，樣本請到現場領取：\n\n- 帶證件\n- 先簽保密約定", [sample.Id], Scene.By(contact, at(-5, 14)));
        var slip = talk.Write(entry, MessageSide.Team, "（貼錯了）", [], Scene.By(leader, at(-5, 15)));
        talk.Retract(slip, Scene.By(leader, at(-5, 15, 2)));
        talk.Write(entry, MessageSide.Office, "提醒雙方：資料交付請留下合約或保密約定的影本。", [], scene.Office(at(-4, 10)));
        scene.ReadMarks.Add(ReadMark.At(entry.Id, leader.Id, talk.LastNumber));
        talk.Write(entry, MessageSide.Poser, "週四下午現場有人，歡迎過來看資料。", [], Scene.By(contact, at(-1, 17)));
        scene.ReadMarks.Add(ReadMark.At(entry.Id, contact.Id, talk.LastNumber));
    }

    private static void Ask(RoundScene round, Entry entry)
    {
        var leader = round.Scene.LeaderOf(entry);
        Open(round.Scene, entry, leader, round.At(-1, 15)).Write(entry, MessageSide.Team, "申請已送出，想約時間說明我們的做法。", [], Scene.By(leader, round.At(-1, 15)));
    }

    private static Conversation Open(Scene scene, Entry entry, Person by, DateTimeOffset at)
    {
        var talk = new Conversation(entry, Scene.By(by, at));
        scene.Conversations.Add(talk);
        return talk;
    }

    private static void Meet(RoundScene round, Problem problem, Entry entry, int stranger)
    {
        var scene = round.Scene;
        var at = round.At;
        var (contact, leader, team) = (scene.ContactOf(problem), scene.LeaderOf(entry), scene.Teams[entry.TeamId]);
        var table = scene.Events.First(known => known.RoundId == round.Round.Id && known.Plan.Kind == EventKind.RoundTable);
        if (stranger > 0)
        {
            scene.Slots.AddRange(Talked(round, problem, team, entry));
        }

        var coming = Slot.Open(problem, round.Round, table, new SlotPlan(table.Plan.StartsAt, 20, 5, 5, "第 12 桌"), opensToAll: true, Scene.By(contact, at(-3, 10)));
        var strangers = scene.Teams.Values.Where(known => known.RoundId == round.Round.Id && known.Members.Count > 0 && scene.Entries.Values.All(one => one.TeamId != known.Id || one.ProblemId != problem.Id)).ToList();
        var (other, third) = (strangers[stranger], strangers[^(stranger + 1)]);
        if (stranger == 0)
        {
            coming[0].Book(team, entry.Status, round.Round, Scene.By(leader, at(-2, 10)));
        }

        coming[1].Book(other, null, round.Round, Scene.By(scene.Person(other.LeaderId), at(-2, 11)));
        coming[2].Book(third, null, round.Round, Scene.By(scene.Person(third.LeaderId), at(-2, 12)));
        coming[2].Cancel("當天這個時間窗口要主持開幕，請改約其他時段。", Scene.By(contact, at(-1, 9)));
        scene.Slots.AddRange(coming);
    }

    private static IReadOnlyList<Slot> Talked(RoundScene round, Problem problem, Team team, Entry entry)
    {
        var (contact, leader) = (round.Scene.ContactOf(problem), round.Scene.LeaderOf(entry));
        var at = round.At;
        var past = Slot.Open(problem, round.Round, null, new SlotPlan(at(-2, 14), 20, 10, 2, "第 3 會議室"), opensToAll: false, Scene.By(contact, at(-8, 9)));
        past[0].Book(team, entry.Status, round.Round, Scene.By(leader, at(-7, 9)));
        past[0].NoteTalk(forPoser: true, "團隊對產線很熟，下次帶資料工程師一起談。", Scene.By(contact, at(-2, 15)));
        past[0].NoteTalk(forPoser: false, "對方可以先給三個月的資料。", Scene.By(leader, at(-2, 16)));
        past[1].Close(Scene.By(contact, at(-3, 9)));
        return past;
    }

    private static void Offer(RoundScene round, Dictionary<string, Problem> problems)
    {
        var scene = round.Scene;
        var at = round.At;
        var intern = Post(round, problems[ProblemActs.Sample], PostingKind.Internship, 2, "影像標註與模型評估實習生", "協助整理影像與標註、跑評估報表。\n\n- 每週兩天，可遠端一天\n- 和放射科醫師一起", "臺中市・可部分遠端", "時薪 220 元");
        var engineer = Post(round, problems["dryer"], PostingKind.Job, 2, "製程資料工程師", "維護產線的資料管線，和解題團隊一起把模型放上線。", "桃園市", "月薪 52,000 至 68,000 元");
        Post(round, problems["signal"], PostingKind.Internship, 1, "交通數據實習生", "整理路口偵測器的資料，做每週報表。", "海灣市", "月津貼 20,000 元");
        var people = scene.Cast.Everybody.Where(one => one.Role == Roles.Participant).Select(one => one.Person).Take(6).ToList();
        foreach (var (index, person) in people.Index())
        {
            var posting = index < 4 ? intern : engineer;
            var contact = scene.ContactOf(problems[index < 4 ? ProblemActs.Sample : "dryer"]);
            var cv = index % 2 == 0 ? scene.Papers.Write($"履歷-{index + 1}.pdf", person, at(-4, 9), "履歷", person.Name).Id : (Guid?)null;
            var application = new JobApplication(posting, person, "我做過相近的專題，每週可以投入兩天，希望把學到的用在現場。", cv, Scene.By(person, at(-4, 9 + index)));
            scene.Applications.Add(application);
            Answer(application, posting, index, Scene.By(contact, at(-3, 9 + index)), Scene.By(person, at(-2, 9 + index)));
        }
    }

    private static void Answer(JobApplication application, Posting posting, int index, Actor poser, Actor person)
    {
        switch (index)
        {
            case 0:
                application.AnswerWith(ApplicationAction.Offer, "歡迎加入，請回覆可以開始的日期。", poser);
                break;
            case 1:
                application.AnswerWith(ApplicationAction.Invite, "想請您週三下午兩點線上面談。", poser);
                break;
            case 2:
                application.AnswerWith(ApplicationAction.Decline, "這次需要每週三天，時間不合，謝謝您。", poser);
                break;
            case 4:
                application.AnswerWith(ApplicationAction.Offer, "面談愉快，歡迎加入。", poser);
                application.Accept(posting, person);
                break;
        }
    }

    private static Posting Post(RoundScene round, Problem problem, PostingKind kind, int openings, string title, string duties, string place, string pay)
    {
        var contact = round.Scene.ContactOf(problem);
        var content = new PostingContent { Kind = kind, Openings = openings, Title = title, Duties = duties, Place = place, Pay = pay, ApplyUntil = round.At(14, 17) };
        var posting = new Posting(problem, content, [new(SkillKind.Technology, problem.Content.Technology), new(SkillKind.Industry, problem.Content.Industry)], Scene.By(contact, round.At(-6, 9)));
        posting.Open(Scene.By(contact, round.At(-6, 10)));
        round.Scene.Postings.Add(posting);
        return posting;
    }
}
