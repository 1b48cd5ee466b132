using AigoPortal.Domain.People;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Rounds;

namespace AigoPortal.Web.Demo;

/// <summary>What people know and made, who looks for whom, and a team that gave up, in the round that runs.</summary>
internal static class TeammateActs
{
    private static readonly (string Line, string Brings, string LooksFor, int Technology, int Industry)[] Searching =
    [
        ("蕭語彤|Female|國立成功大學 資訊工程研究所|2001-04-18", "兩年電腦視覺專題，訓練過缺陷偵測模型，也會寫標註工具。", "有工廠或醫院現場經驗的隊友，想把模型真的用起來。", 0, 3),
        ("戴宇恆|Male|聯合醫務管理顧問公司|1991-09-02", "十年醫院流程改善，知道急診與病房怎麼運作，能找到願意試用的科室。", "缺一起做 AI 的人，自然語言或預測都可以。", 6, 1),
        ("Nguyen Thi Mai|Female|國立臺北科技大學 電資學院|2000-12-05", "語音辨識與大型語言模型，做過越南語客服機器人。", "想解公共服務或交通的題目，每週可投入 15 小時。", 2, 14),
    ];

    public static void Play(RoundScene round)
    {
        var scene = round.Scene;
        var at = round.At;
        Describe(round);
        var people = Searching.Select(one => Search(round, one.Line, one.Brings, one.LooksFor, one.Technology, one.Industry)).ToList();

        var leader = scene.Cast.Everybody.First(one => one.Account.Email == Cast.Leader).Person;
        var mine = scene.Teams.Values.First(team => team.RoundId == round.Round.Id && team.LeaderId == leader.Id);
        mine.Recruit("我們有影像模型，缺一位懂設備保養或製程的隊友，題目是乾燥設備保養預測。",
            [new TeamWant(SkillKind.Technology, "預測分析"), new TeamWant(SkillKind.Industry, "製造")], Scene.By(leader, at(-6, 20)));
        mine.Ask("我在成大做缺陷偵測，去年暑假在面板廠實習，對設備訊號有興趣，想跟你們聊聊。", Scene.By(people[0], at(-2, 21)));

        var other = scene.Teams.Values.First(team => team.RoundId == round.Round.Id && team.Name == "第三個紅燈");
        other.Recruit("想找會做強化學習或交通模擬的人，路口資料已經在手上。",
            [new TeamWant(SkillKind.Technology, "強化學習"), new TeamWant(SkillKind.Industry, "交通")], Scene.By(scene.Person(other.LeaderId), at(-5, 12)));

        var founder = scene.Cast.Participant("尤承恩|Male|國立中山大學 資訊管理學系|2002-02-11", at(-16, 9));
        var ended = new Team(round.Round, "週末工程師", "利用週末解題。", founder.Id, Scene.By(founder, at(-15, 9)));
        ended.Dissolve(hasSubmitted: false, Scene.By(founder, at(-9, 21)));
        scene.Teams.Add(ended.Id, ended);
    }

    private static Person Search(RoundScene round, string line, string brings, string looksFor, int technology, int industry)
    {
        var person = round.Scene.Cast.Participant(line, round.At(-9, 10));
        person.Know(
            [
                new PersonSkill(SkillKind.Technology, Vocabulary.Technologies[technology].Name, SkillLevel.Practised),
                new PersonSkill(SkillKind.Technology, "數據分析", SkillLevel.Learned),
                new PersonSkill(SkillKind.Industry, Vocabulary.Industries[industry].Name, SkillLevel.Practised),
            ], Scene.By(person, round.At(-9, 11)));
        person.SearchTeam(round.Round.Id, brings, looksFor, Scene.By(person, round.At(-8, 19)));
        return person;
    }

    private static void Describe(RoundScene round)
    {
        var leader = round.Scene.Cast.Everybody.First(one => one.Account.Email == Cast.Leader).Person;
        leader.Show(
            [
                new PersonWork("胸腔影像輔助判讀", 2023, "負責模型訓練與驗證，與兩位放射科醫師合作，敏感度 93%。", "https://example.org/chest"),
                new PersonWork("校園能源儀表板", 2022, "帶四人小組完成，從感測器到預測，學校沿用至今。", null),
            ],
            [new PersonLink("GitHub", "https://github.com/example"), new PersonLink("Google Scholar", "https://scholar.google.com/citations?user=example")], Scene.By(leader, round.At(-21, 10)));
    }
}
