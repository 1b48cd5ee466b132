using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Time;

namespace AigoPortal.Web.Demo;

/// <summary>What goes on between posers and teams while they match: drafts, files, an amendment, notes, an acceptance that waits, access to data.</summary>
internal static class PitchActs
{
    public static void Play(RoundScene round, Dictionary<string, Problem> problems)
    {
        var (scene, sample) = (round.Scene, problems[ProblemActs.Sample]);
        var at = round.At;
        var leader = scene.Cast.Everybody.First(one => one.Account.Email == Cast.Leader).Person;
        var bird = scene.Teams.Values.Last(team => team.LeaderId == leader.Id);
        Draft(round, bird, problems["luggage"], at(-1, 21));
        var waiting = round.Entries.Apply(bird, problems["tower"], at(-4, 11));
        Amend(round, waiting, at(-3, 9));
        round.Entries.Accept(waiting, "提案很具體，想請您們先到機房看看設備。", at(-1, 10));

        var applications = scene.Entries.Values.Where(entry => entry.ProblemId == sample.Id).ToList();
        Note(scene, applications[0], "資料工程扎實，可以先談場域時間。", 5, at(-1, 11));
        Note(scene, applications[1], "醫療經驗少，但方法新；請問清楚標註怎麼做。", 3, at(-1, 11));
        Amend(round, applications.Last(entry => entry is { Status: EntryStatus.Applied, AnsweredAt: null }), at(-1, 16));
        Give(round, applications.First(entry => entry.ConfirmedAt is not null), at(-6, 14));
    }

    private static void Note(Scene scene, Entry entry, string text, int stars, DateTimeOffset at)
    {
        var by = Scene.By(scene.ContactOf(entry), at);
        var note = new PoserNote(entry, by);
        note.Write(text, stars, by);
        scene.Notes.Add(note);
    }

    private static void Draft(RoundScene round, Team team, Problem problem, DateTimeOffset at)
    {
        var member = round.Scene.Person(team.Members[^1].PersonId);
        var draft = new PitchDraft(problem, team, Scene.By(member, at.AddHours(-2)));
        draft.Write(EntryTexts.Pitch(team, problem.Content) with { DataPlan = "", ExpectedBenefit = "" }, Scene.By(member, at));
        round.Scene.PitchDrafts.Add(draft);
    }

    // The leader adds a file and a sentence; what stood before is kept.
    private static void Amend(RoundScene round, Entry entry, DateTimeOffset at)
    {
        var leader = round.Scene.LeaderOf(entry);
        var file = round.Scene.Papers.Write($"{entry.Code}-作品集.pdf", leader, at, "作品集", entry.Code, "近三年的專案與成果");
        entry.Amend(entry.Pitch with { TrackRecord = $"{entry.Pitch.TrackRecord}作品集見附件。" }, [file.Id], Scene.By(leader, at));
    }

    private static void Give(RoundScene round, Entry entry, DateTimeOffset at)
    {
        var (scene, problem) = (round.Scene, round.Scene.Problems[entry.ProblemId]);
        var contact = scene.ContactOf(entry);
        var paper = scene.Papers.Write($"{entry.Code}-保密協議.pdf", contact, at, "保密協議", entry.Code, "雙方已簽署");
        var day = Taipei.DateOf(at);
        scene.DataAccesses.Add(new DataAccess(entry, DataAccessKind.Nda, paper, string.Join('\n', problem.DataSets.Select(set => set.Name)), day, day.AddMonths(6), Scene.By(contact, at)));
    }
}
