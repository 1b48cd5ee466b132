using AigoPortal.Domain.Matching;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;

namespace AigoPortal.Web.Demo;

/// <summary>What people know, which teams show themselves, and whom posers ask to apply; days count from today.</summary>
internal static class TalentActs
{
    public static void Play(RoundScene round, Dictionary<string, Problem> problems)
    {
        var scene = round.Scene;
        foreach (var (person, skills) in SkillsOfAll(scene))
        {
            person.Know(skills, Scene.By(person, round.At(-21, 20)));
        }

        foreach (var (number, team) in scene.Teams.Values.Where(team => team.RoundId == round.Round.Id).Index())
        {
            if (number % 3 != 1)
            {
                team.ShowToPosers(true, Scene.By(scene.Person(team.LeaderId), round.At(-9, 21)));
            }
        }

        var bird = scene.Teams.Values.First(team => team.RoundId == round.Round.Id && team.Name == "青鳥智慧");
        var luggage = problems["luggage"];
        scene.Calls.Add(new TeamCall(luggage, bird, round.Round, earlier: 0, hasApplied: false, scene.By(luggage, round.At(-4, 11))));
    }

    // Everybody knows something of the problems their teams worked on, the leader most.
    private static Dictionary<Person, List<PersonSkill>> SkillsOfAll(Scene scene)
    {
        var all = new Dictionary<Person, List<PersonSkill>>();
        foreach (var entry in scene.Entries.Values)
        {
            var (content, team) = (scene.Problems[entry.ProblemId].Content, scene.Teams[entry.TeamId]);
            foreach (var (place, member) in team.Members.Index())
            {
                var skills = all.TryGetValue(scene.Person(member.PersonId), out var known) ? known : all[scene.Person(member.PersonId)] = [];
                skills.AddRange(Skills(content, place));
            }
        }

        return all;
    }

    private static IEnumerable<PersonSkill> Skills(ProblemContent content, int place) => (place % 3) switch
    {
        0 => [new(SkillKind.Technology, content.Technology, SkillLevel.Expert), new(SkillKind.Industry, content.Industry, SkillLevel.Learned)],
        1 => [new(SkillKind.Technology, content.Technology, SkillLevel.Practised), new(SkillKind.Technology, "數據分析", SkillLevel.Practised)],
        _ => [new(SkillKind.Industry, content.Industry, SkillLevel.Practised), new(SkillKind.Technology, content.Technology, SkillLevel.Learned)],
    };
}
