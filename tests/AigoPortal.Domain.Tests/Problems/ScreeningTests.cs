using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Problems;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Problems;

public class ScreeningTests
{
    [Fact]
    public void EverySubmissionAndEveryKeptChange_IsAVersionWithTheWordsOfThatMoment()
    {
        var round = Given.Round();
        var problem = Given.Problem(ProblemStatus.Returned, round);
        problem.Write(Given.Content() with { Title = "良率與缺陷預測" }, [Given.DataSet()], Given.Actor());
        problem.Submit(round, 1, "", Given.Actor());
        problem.Optimise(Given.Actor());
        problem.Write(problem.Content with { Summary = "改寫摘要" }, problem.DataSets, Given.Actor());
        problem.KeepChange("依建議改寫", Given.Actor());
        problem.Write(problem.Content with { Summary = "再改一次" }, problem.DataSets, Given.Actor());
        problem.List(Grade.Low, Grade.Low, Given.Actor());

        problem.Versions.Select(version => (version.Number, version.Occasion, version.Snapshot.Content.Title, version.Snapshot.Content.Summary)).ShouldBe(
        [
            (1, VersionOccasion.Submitted, "良率預測", "以製程資料預測良率"),
            (2, VersionOccasion.Submitted, "良率與缺陷預測", "以製程資料預測良率"),
            (3, VersionOccasion.Improved, "良率與缺陷預測", "改寫摘要"),
            (4, VersionOccasion.Listed, "良率與缺陷預測", "再改一次"),
        ]);
        (problem.LastVersion, problem.HasUnkeptChanges).ShouldBe((4, false));
    }

    [Fact]
    public void KeepChange_NeedsAChangeAndAReason()
    {
        var problem = Given.Problem(ProblemStatus.Optimising);
        Action nothing = () => problem.KeepChange("沒有改", Given.Actor());
        nothing.ShouldBeRefused("problem.no-changes");
        problem.Write(Given.Content(), [], Given.Actor());
        Action wordless = () => problem.KeepChange(" ", Given.Actor());
        wordless.ShouldBeRefused("problem.change-reason");
    }

    [Fact]
    public void WhoTookAProblem_DecidesOnIt_OthersTakeItOverFirst()
    {
        var (problem, colleague) = (Given.Problem(ProblemStatus.Submitted), Given.Actor());
        problem.Take(Given.Actor());

        foreach (var act in (Action[])[() => problem.Optimise(colleague), () => problem.Return("補件", colleague), () => problem.Reject("不合", colleague),
            () => problem.Check([], colleague), () => problem.Classify(DataReadiness.Complete, Grade.Low, Grade.Low, "清楚", colleague), () => problem.PutBack(colleague),
            () => problem.List(Grade.Low, Grade.Low, colleague)])
        {
            act.ShouldBeRefused("problem.taken");
        }

        problem.Status.ShouldBe(ProblemStatus.Submitted);
        problem.Take(colleague);
        problem.Optimise(colleague);
        problem.Status.ShouldBe(ProblemStatus.Optimising);
    }

    [Fact]
    public void List_WithoutGrades_IsRefused()
    {
        var problem = Given.Problem(ProblemStatus.Optimising);
        Action list = () => problem.List(Given.Actor());
        list.ShouldBeRefused("problem.ungraded");
        problem.Classify(DataReadiness.NeedsCleaning, Grade.High, Grade.Low, "資料待清", Given.Actor());
        list();
        (problem.Status, problem.GradedReadiness, problem.GradeReason).ShouldBe((ProblemStatus.Listed, DataReadiness.NeedsCleaning, "資料待清"));
    }

    [Fact]
    public void Return_AtFields_NeedsNoReasonInGeneral_AndTheNextSubmissionForgetsThem()
    {
        var round = Given.Round();
        var problem = Given.Problem(ProblemStatus.Submitted, round);
        problem.Return("", Given.Actor(), [new FieldReason("Title", "太短")]);
        (problem.Reason, problem.FieldReasons.Single().Field).ShouldBe((null, "Title"));
        problem.Submit(round, 1, "", Given.Actor());
        problem.FieldReasons.ShouldBeEmpty();
    }

    [Fact]
    public void TeamsApply_OnlyOnceTheDataAreUsable()
    {
        var round = Given.Round();
        var problem = Given.Problem(ProblemStatus.Optimising, round);
        problem.Classify(DataReadiness.None, Grade.Medium, Grade.Low, "資料尚未蒐集", Given.Actor());
        problem.List(Given.Actor());
        Action apply = () => Given.Entry(EntryStatus.Applied, round, problem);
        apply.ShouldBeRefused("entry.data-waiting");
        problem.AskForDataIntern(Given.Actor());
        Action unusable = () => problem.ConfirmData(DataReadiness.None, "還沒有", Given.Actor());
        unusable.ShouldBeRefused("problem.data-unusable");

        problem.ConfirmData(DataReadiness.NeedsCleaning, "已蒐集三個月", Given.Actor());

        problem.WaitsForData.ShouldBeFalse();
        apply();
        Action again = () => problem.AskForDataIntern(Given.Actor());
        again.ShouldBeRefused("problem.data-not-waiting");
    }
}
