using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;

namespace AigoPortal.TestKit.Givens;

/// <summary>Takes an entry along its life, booking what each decision books.</summary>
internal sealed class EntryJourneyTo(Given given, Round round, Entry entry, Person leader, StoredFile? file, PortalDbContext db)
{
    public void Reach(EntryStatus status)
    {
        switch (status)
        {
            case EntryStatus.Applied: return;
            case EntryStatus.Declined: entry.Decline("方向不同。", given.Portal(19)); return;
            case EntryStatus.Withdrawn: entry.Withdraw("時間不足。", given.By(leader, 19)); return;
            case EntryStatus.Terminated: entry.Terminate("未依約執行。", given.Portal(19)); return;
        }

        var early = new Reached(round, given);
        entry.Accept("方向相符，歡迎。", early.Open(ReviewStage.Concept), given.Portal(19));
        entry.Confirm(early.Open(ReviewStage.Concept), given.By(leader, 19));
        if (status == EntryStatus.Matched)
        {
            return;
        }

        entry.Submit(ReviewStage.Concept, "構想內容", file, early.Open(ReviewStage.Concept), given.By(leader, 18));
        if (status is EntryStatus.ConceptSubmitted or EntryStatus.NotShortlisted)
        {
            if (status == EntryStatus.NotShortlisted)
            {
                entry.LearnConceptDecision(false, "創新性不足。", given.Portal(15));
            }

            return;
        }

        var booked = Book(item => item.Tier is AwardTier.Finalist or AwardTier.Subsidy);
        entry.LearnConceptDecision(true, "構想可行。", given.Portal(15));
        if (status == EntryStatus.Shortlisted)
        {
            return;
        }

        entry.SignByPoser(file!.Id, given.Portal(14));
        entry.SignByTeam(file.Id, given.By(leader, 14));
        entry.CheckCooperation(given.Portal(13));
        foreach (var milestone in booked.Where(milestone => milestone.Condition == ReleaseCondition.CooperationDocumentSigned))
        {
            milestone.FallDue(given.Portal(13));
        }

        if (status == EntryStatus.Cooperating)
        {
            return;
        }

        entry.Submit(ReviewStage.Proof, "實證內容", file, early.Open(ReviewStage.Proof), given.By(leader, 10));
        if (status == EntryStatus.ProofSubmitted)
        {
            return;
        }

        Book(item => item.Level == AwardLevel.Outstanding).Single().FallDue(given.Portal(5));
        entry.LearnProofDecision(AwardLevel.Outstanding, "成果傑出。", given.Portal(5));
        if (status == EntryStatus.Closed)
        {
            entry.Close(given.Portal(1));
        }
    }

    private List<Milestone> Book(Func<AwardItem, bool> chosen)
    {
        var items = round.AwardItems.Where(chosen).ToList();
        var sum = items.Sum(item => item.Amount);
        round.Commit(sum, given.Portal(15));
        entry.Commit(sum);
        var milestones = items.Select(item => new Milestone(entry, item, schemeVersion: 1, given.Portal(15))).ToList();
        db.Milestones.AddRange(milestones);
        return milestones;
    }

    // A round as it stood while the stage was open, when the arranged one's deadline has passed already.
    private sealed class Reached(Round round, Given given)
    {
        public Round Open(ReviewStage stage) => round.DeadlineOf(stage) > given.Now.AddDays(-10)
            ? round
            : new Round(Given.Terms(round.Code, given.Now.AddDays(1), given.Now.AddDays(2), given.Now.AddDays(-60), round.Budget), given.Portal(30));
    }
}
