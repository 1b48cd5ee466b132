using AigoPortal.Domain.Events;
using AigoPortal.Domain.People;

namespace AigoPortal.Web.Demo;

/// <summary>Events of the round that runs: one over, one full with a waiting list, one to come, one being planned.</summary>
internal static class GatheringActs
{
    public static void Play(RoundScene round)
    {
        var scene = round.Scene;
        var at = round.At;
        var people = scene.Cast.Everybody.Where(one => one.Role == Roles.Participant).Select(one => one.Person).ToList();
        var contacts = scene.Cast.Everybody.Where(one => one.Role == Roles.Poser).Select(one => one.Person).ToList();

        var briefing = Plan(round, EventKind.Briefing, "北部場說明會", "臺北市松山區南京東路三段 國際會議中心 201 室", "介紹賽制、獎金核發與題目，現場可與出題單位交流。", -22, 14, 60, -30);
        foreach (var person in people.Take(18))
        {
            briefing.Register(person.Id, Scene.By(person, at(-26, 10)));
        }

        briefing.NoteAttendance(people.Take(15).Select(person => person.Id).ToHashSet(), scene.Office(at(-22, 17)));
        briefing.Hold(scene.Office(at(-22, 18)));

        var workshop = Plan(round, EventKind.Workshop, "出題工作坊：把痛點寫成題目", "臺中市西屯區 智慧製造試營運場域", "四個步驟走一遍：盤點需求、確認能否 AI 化、訂出命題方向、聽專家建議。請帶著資料樣本來。", 6, 13, 6, -12);
        foreach (var person in contacts.Take(9))
        {
            workshop.Register(person.Id, Scene.By(person, at(-4, 9)));
        }

        var table = Plan(round, EventKind.RoundTable, "大型輪桌接洽會", "高雄市前鎮區 亞灣新創園 3 樓", "團隊輪流與出題單位面談，每桌十五分鐘。", 9, 10, 80, -10);
        foreach (var person in people.Take(11).Concat(contacts.Take(4)))
        {
            table.Register(person.Id, Scene.By(person, at(-2, 20)));
        }

        scene.Events.Add(new ProgrammeEvent(round.Round, Text(round, EventKind.Briefing, "南部場說明會", "臺南市（場地洽談中）", "內容同北部場。", 20, 14, 60), scene.Office(at(-1, 11))));
    }

    private static ProgrammeEvent Plan(RoundScene round, EventKind kind, string title, string venue, string description, int day, int hour, int capacity, int published)
    {
        var planned = new ProgrammeEvent(round.Round, Text(round, kind, title, venue, description, day, hour, capacity), round.Scene.Office(round.At(published, 9)));
        planned.Publish(round.Scene.Office(round.At(published, 10)));
        round.Scene.Events.Add(planned);
        return planned;
    }

    private static EventPlan Text(RoundScene round, EventKind kind, string title, string venue, string description, int day, int hour, int capacity) => new()
    {
        Kind = kind,
        Title = title,
        Venue = venue,
        Description = description,
        StartsAt = round.At(day, hour),
        EndsAt = round.At(day, hour + 3),
        RegistrationEndsAt = round.At(day - 1, 17),
        Capacity = capacity,
    };
}
