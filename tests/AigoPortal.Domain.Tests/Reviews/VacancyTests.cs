using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Reviews;

public class VacancyTests
{
    [Fact]
    public void ALevelThatAnEntryHolds_IsNotVacant_AndAVacantOneIsTakenBackFirst()
    {
        var panel = Given.Panel(PanelStatus.Reviewing, stage: ReviewStage.Proof);
        var entry = Guid.NewGuid();
        panel.LeaveVacant(AwardLevel.Outstanding, "沒有達到標準的案件", Given.Actor());
        Refused("vacancy.known", () => panel.LeaveVacant(AwardLevel.Outstanding, "再一次", Given.Actor()));
        Refused("vacancy.stands", () => panel.Decide(Award(entry, AwardLevel.Outstanding), Given.Actor()));
        panel.Decide(Award(entry, AwardLevel.Excellent), Given.Actor());
        Refused("vacancy.held", () => panel.LeaveVacant(AwardLevel.Excellent, "理由", Given.Actor()));

        panel.FillAgain(AwardLevel.Outstanding, Given.Actor());
        panel.Decide(Award(entry, AwardLevel.Outstanding), Given.Actor());
        panel.LeaveVacant(AwardLevel.Excellent, "理由", Given.Actor());

        panel.Vacancies.Select(vacancy => vacancy.Level).ShouldBe([AwardLevel.Excellent]);
    }

    [Fact]
    public void AVacancy_IsOfAProofThatIsReviewed_AndExplained()
    {
        Refused("vacancy.stage", () => Given.Panel(PanelStatus.Reviewing, stage: ReviewStage.Concept).LeaveVacant(AwardLevel.Excellent, "理由", Given.Actor()));
        Refused("vacancy.reason", () => Given.Panel(PanelStatus.Reviewing, stage: ReviewStage.Proof).LeaveVacant(AwardLevel.Excellent, " ", Given.Actor()));
        Refused("panel.not-reviewing", () => Given.Panel(PanelStatus.Convened, stage: ReviewStage.Proof).LeaveVacant(AwardLevel.Excellent, "理由", Given.Actor()));
    }

    private static Decision Award(Guid entry, AwardLevel level) => new(entry, Outcome.Awarded, level, new Twd(1), "理由", Guid.NewGuid(), Given.Actor().At);

    private static void Refused(string code, Action act) => act.ShouldBeRefused(code);
}
