using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Localization;

namespace AigoPortal.Web.Demo;

/// <summary>Panels: convening, scoring, deciding and releasing.</summary>
internal sealed class PanelActs(RoundScene round)
{
    private static readonly string[] Comments =
    [
        "方法扎實，資料條件也到位。建議補上模型不確定時的處理方式。",
        "題目掌握得很好，現場流程講得清楚。時程稍緊，請預留整理資料的時間。",
        "創新之處說得明白，效益估算有根據。後續維運由誰負責還要寫清楚。",
        "團隊分工合理。測試集的切法要避免同一批資料同時出現在訓練與測試。",
        "與現有做法的比較略少，建議加上一個簡單的基準。",
    ];

    private Scene Scene => round.Scene;

    public Panel Prepare(ReviewStage stage, DateTimeOffset at, params int[] reviewers)
    {
        var panel = new Panel(round.Round, stage, $"{round.Round.Code} {Words.KeyOf(stage)}審查會", Scene.Office(at));
        foreach (var reviewer in reviewers.Select(index => Scene.File.Reviewers[index]))
        {
            var person = Person(reviewer);
            panel.Invite(person, reviewer.Kind, chairs: reviewer == Scene.File.Reviewers[reviewers[0]], Scene.Office(at));
            panel.Accept(person.Id, "", Scene.By(person, at.AddHours(5)));
        }

        Scene.Panels.Add(panel);
        return panel;
    }

    /// <summary>Closes the intake, opens the review and gives every entry to every reviewer without a conflict of interest.</summary>
    public void Open(Panel panel, IEnumerable<Entry> entries, DateTimeOffset at)
    {
        var by = Actor.Portal(at);
        round.Round.CloseIntake(panel.Stage, by);
        round.Round.OpenReview(panel.Stage, by);
        panel.Open(by);
        foreach (var entry in entries)
        {
            Scene.Reviews.AddRange(panel.Members.Select(member => Scene.Person(member.PersonId))
                .Where(reviewer => !Detect(panel, reviewer, entry, by))
                .Select(reviewer => new Review(panel.Id, entry.Id, reviewer.Id, by)));
        }
    }

    /// <summary>Some reviewers score an entry around a level of quality.</summary>
    public void Score(Panel panel, Entry entry, int quality, DateTimeOffset at, params int[] reviewers)
    {
        foreach (var reviewer in reviewers)
        {
            var review = ReviewOf(panel, entry, reviewer);
            var scores = panel.Criteria.Select(criterion => new Score(criterion.Order, Math.Clamp(quality + ((reviewer * 7 + criterion.Order * 5 + quality) % 11) - 5, 0, 100))).ToList();
            var person = Scene.Person(review.ReviewerId);
            review.Submit(scores, Comments[(reviewer + quality) % Comments.Length], panel, Scene.By(person, at.AddHours(reviewer)));
        }
    }

    public void Recuse(Panel panel, Entry entry, int reviewer, string reason, DateTimeOffset at)
    {
        var review = ReviewOf(panel, entry, reviewer);
        var by = Scene.By(Scene.Person(review.ReviewerId), at);
        review.Recuse(reason, panel, by);
        Scene.Conflicts.Add(new ConflictOfInterest(review.ReviewerId, entry.Id, ConflictKind.Business, ConflictSource.Declared, reason, by));
    }

    public void Decide(Panel panel, Entry entry, Outcome outcome, AwardLevel? level, string reason, DateTimeOffset at)
    {
        var by = Scene.Office(at);
        var amount = round.Round.ItemsFor(outcome, level).Sum(item => item.Amount);
        if (amount > Twd.Zero)
        {
            entry.Commit(amount);
            round.Round.Commit(amount, by);
        }

        panel.Decide(new Decision(entry.Id, outcome, level, amount, reason, by.PersonId, at, round.Round.SchemeVersion), by);
    }

    /// <summary>Makes the decisions known: entries learn them, awards become milestones, leaders get a letter.</summary>
    public void Release(Panel panel, DateTimeOffset at)
    {
        var by = Scene.Office(at);
        panel.Release([.. panel.Decisions.Select(decision => decision.EntryId)], by, round.Round.AppealDays);
        foreach (var decision in panel.Decisions)
        {
            var entry = Scene.Entries[decision.EntryId];
            if (panel.Stage == ReviewStage.Concept)
            {
                entry.LearnConceptDecision(decision.Outcome == Outcome.Shortlisted, decision.Reason, by);
            }
            else
            {
                entry.LearnProofDecision(decision.Level, decision.Reason, by);
            }

            foreach (var item in round.Round.ItemsFor(decision.Outcome, decision.Level))
            {
                var milestone = new Milestone(entry, item, round.Round.SchemeVersion, by);
                if (item.Condition == ReleaseCondition.ProofDecision)
                {
                    milestone.FallDue(by);
                }

                Scene.Milestones.Add(milestone);
            }

            Scene.Write(Scene.LeaderOf(entry), $"{Words.KeyOf(panel.Stage)}審查結果：{entry.Code}", $"結果：{Words.KeyOf(decision.Outcome)}。{decision.Reason}", at);
        }
    }

    // What the portal's own comparison would record when the review opens.
    private bool Detect(Panel panel, Person reviewer, Entry entry, Actor by)
    {
        var ties = panel.Members.First(member => member.PersonId == reviewer.Id).Ties;
        var findings = ConflictDetection.Find(new Affiliated(reviewer.Id, reviewer.Name, reviewer.Email, reviewer.Affiliation, ties), PartiesOf(entry));
        if (findings.Count > 0 && !Scene.Conflicts.Any(known => known.PersonId == reviewer.Id && known.EntryId == entry.Id && known.Source == ConflictSource.Detected))
        {
            Scene.Conflicts.Add(new ConflictOfInterest(reviewer.Id, entry.Id, findings.Min(finding => finding.Kind), ConflictSource.Detected, ConflictFinding.NoteOf(findings), by));
        }

        return findings.Count > 0;
    }

    private EntryParties PartiesOf(Entry entry)
    {
        var members = Scene.Teams[entry.TeamId].Members.Select(member => Scene.Person(member.PersonId));
        var contact = Scene.ContactOf(entry);
        return new EntryParties(
            [.. members.Select(AsParty)], contact.Affiliation ?? "", [AsParty(contact)],
            [.. Scene.Workshops.Where(workshop => workshop.Id == entry.ProblemId).SelectMany(workshop => workshop.Mentors).Select(mentor => mentor.PersonId)]);
    }

    private static Affiliated AsParty(Person person) => new(person.Id, person.Name, person.Email, person.Affiliation);

    private Review ReviewOf(Panel panel, Entry entry, int reviewer) =>
        Scene.Reviews.First(review => review.PanelId == panel.Id && review.EntryId == entry.Id && review.ReviewerId == Person(Scene.File.Reviewers[reviewer]).Id);

    private Person Person(DemonstrationReviewer reviewer) => Scene.Cast[reviewer.Name];
}
