using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Teams;

namespace AigoPortal.Domain.Tests;

/// <summary>Leads things along their lives with their own verbs, each called with everything it asks for.</summary>
public static class Lives
{
    private static readonly Guid Approver = Guid.NewGuid();

    public static Problem Led(this Problem problem, ProblemStatus status, Round round, int slot = 1) => Along(problem, status switch
    {
        ProblemStatus.Submitted => [ProblemAction.Submit],
        ProblemStatus.Returned => [ProblemAction.Submit, ProblemAction.Return],
        ProblemStatus.Optimising => [ProblemAction.Submit, ProblemAction.Optimise],
        ProblemStatus.Listed => [ProblemAction.Submit, ProblemAction.List],
        ProblemStatus.Closed => [ProblemAction.Submit, ProblemAction.List, ProblemAction.Close],
        ProblemStatus.Rejected => [ProblemAction.Submit, ProblemAction.Reject],
        ProblemStatus.Withdrawn => [ProblemAction.Withdraw],
        _ => (ProblemAction[])[],
    }, action => problem.Do(action, round, slot));

    public static void Do(this Problem problem, ProblemAction action, Round round, int slot = 1)
    {
        Action verb = action switch
        {
            ProblemAction.Submit => () => problem.Submit(round, slot, $"{round.Code}-P{Given.Number():D3}", Given.Actor()),
            ProblemAction.Return => () => problem.Return("資料欄位不完整", Given.Actor()),
            ProblemAction.Optimise => () => problem.Optimise(Given.Actor()),
            ProblemAction.List => () => problem.List(Grade.Medium, Grade.High, Given.Actor()),
            ProblemAction.Close => () => problem.Close(Given.Actor()),
            ProblemAction.Reject => () => problem.Reject("尚不能以 AI 解題", Given.Actor()),
            _ => () => problem.Withdraw(Given.Actor()),
        };
        verb();
    }

    public static Entry Led(this Entry entry, EntryStatus status, Round round, StoredFile? file = null) => Along(entry, status switch
    {
        EntryStatus.Declined => [EntryAction.Decline],
        EntryStatus.Matched => [EntryAction.Accept, EntryAction.Confirm],
        EntryStatus.ConceptSubmitted => [EntryAction.Accept, EntryAction.Confirm, EntryAction.SubmitConcept],
        EntryStatus.NotShortlisted => [EntryAction.Accept, EntryAction.Confirm, EntryAction.SubmitConcept, EntryAction.PassOver],
        EntryStatus.Shortlisted => [EntryAction.Accept, EntryAction.Confirm, EntryAction.SubmitConcept, EntryAction.Shortlist],
        EntryStatus.Cooperating => [EntryAction.Accept, EntryAction.Confirm, EntryAction.SubmitConcept, EntryAction.Shortlist, EntryAction.Cooperate],
        EntryStatus.ProofSubmitted => [EntryAction.Accept, EntryAction.Confirm, EntryAction.SubmitConcept, EntryAction.Shortlist, EntryAction.Cooperate, EntryAction.SubmitProof],
        EntryStatus.Decided or EntryStatus.Closed =>
        [
            EntryAction.Accept, EntryAction.Confirm, EntryAction.SubmitConcept, EntryAction.Shortlist, EntryAction.Cooperate, EntryAction.SubmitProof, EntryAction.DecideProof,
            .. status == EntryStatus.Closed ? [EntryAction.Close] : (EntryAction[])[],
        ],
        EntryStatus.Withdrawn => [EntryAction.Withdraw],
        EntryStatus.Terminated => [EntryAction.Terminate],
        _ => (EntryAction[])[],
    }, action => entry.Do(action, round, file));

    public static void Do(this Entry entry, EntryAction action, Round round, StoredFile? file = null)
    {
        Action verb = action switch
        {
            EntryAction.Accept => () => entry.Accept("歡迎一起解題", round, Given.Actor()),
            EntryAction.Confirm => () => Confirm(entry, round),
            EntryAction.Mediate => () => entry.Mediate("三方會議談定", round, Given.Actor()),
            EntryAction.Decline => () => entry.Decline("已有合作團隊", Given.Actor()),
            EntryAction.SubmitConcept => () => entry.Submit(ReviewStage.Concept, "構想說明", file ?? Given.File(), round, Given.Actor()),
            EntryAction.Shortlist => () => entry.LearnConceptDecision(shortlisted: true, "可行", Given.Actor()),
            EntryAction.PassOver => () => entry.LearnConceptDecision(shortlisted: false, "資料不足", Given.Actor()),
            EntryAction.Cooperate => () => Cooperate(entry),
            EntryAction.SubmitProof => () => entry.Submit(ReviewStage.Proof, "實證說明", file ?? Given.File(), round, Given.Actor()),
            EntryAction.DecideProof => () => entry.LearnProofDecision(AwardLevel.Excellent, "成效良好", Given.Actor()),
            EntryAction.Close => () => entry.Close(Given.Actor()),
            EntryAction.Withdraw => () => entry.Withdraw("另有規劃", Given.Actor()),
            _ => () => entry.Terminate("未依約合作", Given.Actor()),
        };
        verb();
    }

    public static Panel Led(this Panel panel, PanelStatus status) =>
        Along(panel, Enum.GetValues<PanelAction>().Take((int)status), panel.Do);

    public static void Do(this Panel panel, PanelAction action)
    {
        Action verb = action switch
        {
            PanelAction.Convene => () => panel.Convene(null, Given.Actor()),
            PanelAction.Open => () => panel.Open(Given.Actor()),
            _ => () => panel.Release([], Given.Actor()),
        };
        verb();
    }

    public static Milestone Led(this Milestone milestone, MilestoneStatus status, Team team, StoredFile? receipt = null) => Along(milestone, status switch
    {
        MilestoneStatus.Due => [MilestoneAction.FallDue],
        MilestoneStatus.EvidenceSubmitted => [MilestoneAction.FallDue, MilestoneAction.SubmitEvidence],
        MilestoneStatus.Returned => [MilestoneAction.FallDue, MilestoneAction.SubmitEvidence, MilestoneAction.Return],
        MilestoneStatus.Approved => [MilestoneAction.FallDue, MilestoneAction.SubmitEvidence, MilestoneAction.Approve],
        MilestoneStatus.Paid => [MilestoneAction.FallDue, MilestoneAction.SubmitEvidence, MilestoneAction.Approve, MilestoneAction.Pay],
        MilestoneStatus.Forfeited => [MilestoneAction.Forfeit],
        _ => (MilestoneAction[])[],
    }, action => milestone.Do(action, team, receipt));

    public static void Do(this Milestone milestone, MilestoneAction action, Team team, StoredFile? receipt = null)
    {
        Action verb = action switch
        {
            MilestoneAction.FallDue => () => milestone.FallDue(Given.Actor()),
            MilestoneAction.SubmitEvidence => () => SubmitEvidence(milestone, team, receipt),
            MilestoneAction.Return => () => milestone.Return("單據不清楚", Given.Actor()),
            MilestoneAction.Approve => () => milestone.Approve(Given.Actor(person: Approver)),
            MilestoneAction.Pay => () => milestone.Pay(Given.Actor()),
            MilestoneAction.Recheck => () => milestone.Recheck("受款帳戶已變更", Given.Actor()),
            MilestoneAction.Reverse => () => Reverse(milestone),
            _ => () => milestone.Forfeit("逾期未送憑證", Given.Actor()),
        };
        verb();
    }

    private static T Along<T, TAction>(T thing, IEnumerable<TAction> path, Action<TAction> act)
    {
        foreach (var action in path)
        {
            act(action);
        }

        return thing;
    }

    private static void Confirm(Entry entry, Round round)
    {
        if (entry is { Status: EntryStatus.Applied, AnsweredAt: null })
        {
            entry.Accept("歡迎一起解題", round, Given.Actor());
        }

        entry.Confirm(round, Given.Actor());
    }

    private static void Cooperate(Entry entry)
    {
        if (entry.Status == EntryStatus.Shortlisted)
        {
            entry.SignByTeam(Guid.NewGuid(), Given.Actor());
            entry.SignByPoser(Guid.NewGuid(), Given.Actor());
        }

        entry.CheckCooperation(Given.Actor());
    }

    private static void Reverse(Milestone milestone)
    {
        milestone.AskReversal("金額有誤", Given.Actor());
        milestone.Reverse(Given.Actor());
    }

    private static void SubmitEvidence(Milestone milestone, Team team, StoredFile? receipt)
    {
        if (milestone.Status == MilestoneStatus.Due)
        {
            milestone.Divide([new(team.LeaderId, milestone.Amount)], team, Given.Actor());
            milestone.AddExpense("設備租用", milestone.Amount, Given.Actor());
            milestone.AddReceipt("AB-12345678", new(2027, 5, 31), "全台設備", milestone.Amount, (receipt ?? Given.File()).Id, Given.Actor());
        }

        milestone.SubmitEvidence(new HashSet<Guid> { team.LeaderId }, Given.Actor());
    }
}
