using AigoPortal.Domain.Problems;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Problems;

public class ProblemTests
{
    private static readonly string[] Needed =
    [
        "Title", "Summary", "Detail", "Technology", "Industry", "DataSetType", "ReadinessDetail", "TargetMetric", "TargetValue",
        "Resources", "ContactName", "ContactPhone", "ContactEmail", "BriefingFileId",
    ];

    public static TheoryData<string> NeededFields => [.. Needed];

    public static TheoryData<string> NeededTexts => [.. Needed.Where(name => name is not ("TargetValue" or "BriefingFileId"))];

    [Theory]
    [MemberData(nameof(NeededFields))]
    public void Submit_WithoutANeededField_NamesTheField(string field) => SubmitWith(field, null).ShouldBe(("problem.incomplete", field));

    [Theory]
    [MemberData(nameof(NeededTexts))]
    public void Submit_WithAFieldOfSpaces_NamesTheField(string field) => SubmitWith(field, " \n　").ShouldBe(("problem.incomplete", field));

    [Fact]
    public void Submit_WithoutOptionalWords_IsTaken()
    {
        var round = Given.Round();
        var content = Given.Content() with { Region = "", TargetUnit = "", IncentiveNote = "" };
        var problem = new Problem(round, Given.Organisation(), content, [Given.DataSet()], Given.Actor());
        problem.Submit(round, 1, "116-1-P001", Given.Actor());
        problem.Status.ShouldBe(ProblemStatus.Submitted);
    }

    [Theory]
    [InlineData(DataReadiness.Complete, 0, false)]
    [InlineData(DataReadiness.NeedsCleaning, 0, false)]
    [InlineData(DataReadiness.None, 0, true)]
    [InlineData(DataReadiness.Complete, 1, true)]
    public void Submit_NeedsADataSetUnlessThereAreNoUsableData(DataReadiness readiness, int sets, bool taken)
    {
        var round = Given.Round();
        var content = Given.Content() with { Readiness = readiness };
        var problem = new Problem(round, Given.Organisation(), content, [.. Enumerable.Repeat(Given.DataSet(), sets)], Given.Actor());
        var submit = () => problem.Submit(round, 1, "116-1-P001", Given.Actor());

        if (taken)
        {
            submit();
            problem.Status.ShouldBe(ProblemStatus.Submitted);
        }
        else
        {
            submit.ShouldBeRefused("problem.data");
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Submit_TakesAPlaceWithinTheRoundsQuota(int slot, bool taken)
    {
        var round = Given.Round(quota: 3);
        var problem = Given.Problem(ProblemStatus.Draft, round);
        var submit = () => problem.Submit(round, slot, "116-1-P001", Given.Actor());

        if (taken)
        {
            submit();
            (problem.QuotaSlot, problem.QuotaLimit, problem.Code).ShouldBe((slot, 3, "116-1-P001"));
        }
        else
        {
            submit.ShouldBeRefused("problem.quota");
            (problem.Status, problem.QuotaSlot, problem.Code).ShouldBe((ProblemStatus.Draft, (int?)null, (string?)null));
        }
    }

    [Fact]
    public void Submit_AgainAfterAReturn_KeepsPlaceAndNumberAndForgetsTheReason()
    {
        var round = Given.Round();
        var problem = Given.Problem(ProblemStatus.Returned, round, slot: 2);
        var code = problem.Code;
        problem.Reason.ShouldBe("資料欄位不完整");

        problem.Submit(round, slot: 9, "116-1-P999", Given.Actor(Given.Now.AddDays(1)));

        (problem.QuotaSlot, problem.Code, problem.Reason, problem.SubmittedAt).ShouldBe((2, code, (string?)null, Given.Now.AddDays(1)));
    }

    [Fact]
    public void RejectedAndWithdrawnProblems_GiveTheirPlaceBack()
    {
        Given.Problem(ProblemStatus.Rejected).QuotaSlot.ShouldBeNull();
        var withdrawn = Given.Problem(ProblemStatus.Submitted);
        withdrawn.Withdraw(Given.Actor());
        (withdrawn.QuotaSlot, withdrawn.QuotaLimit).ShouldBe(((int?)null, (int?)null));
    }

    [Fact]
    public void Write_OnceHandedIn_IsRefused()
    {
        var problem = Given.Problem(ProblemStatus.Submitted);
        Action write = () => problem.Write(Given.Content() with { Title = "別的題目" }, [], Given.Actor());
        write.ShouldBeRefused("problem.locked");
        (problem.Content.Title, problem.DataSets.Count).ShouldBe(("良率預測", 1));
    }

    [Fact]
    public void Write_NumbersTheDataSetsFromOne()
    {
        var problem = Given.Problem(ProblemStatus.Draft);
        problem.Write(Given.Content(), [Given.DataSet("影像"), Given.DataSet("標註")], Given.Actor());
        problem.DataSets.Select(set => (set.Order, set.Name)).ShouldBe([(1, "影像"), (2, "標註")]);
    }

    [Fact]
    public void Write_WithTheProblemsOwnDataSets_KeepsThem()
    {
        var problem = Given.Problem(ProblemStatus.Draft);
        problem.Write(Given.Content() with { Title = "新題名" }, problem.DataSets, Given.Actor());
        problem.DataSets.Single().Name.ShouldBe("製程參數");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void ReturningAndRejecting_NeedAReason(string reason)
    {
        var problem = Given.Problem(ProblemStatus.Submitted);
        Action turnBack = () => problem.Return(reason, Given.Actor());
        Action reject = () => problem.Reject(reason, Given.Actor());
        turnBack.ShouldBeRefused("problem.reason");
        reject.ShouldBeRefused("problem.reason");
        problem.Status.ShouldBe(ProblemStatus.Submitted);
    }

    [Theory]
    [InlineData(OrganisationKind.Industry, false)]
    [InlineData(OrganisationKind.LocalGovernment, true)]
    [InlineData(OrganisationKind.Ministry, true)]
    [InlineData(OrganisationKind.PublicSite, true)]
    public void APublicBodysProblem_IsAPublicIssue(OrganisationKind kind, bool isPublic) =>
        Given.Problem(organisation: Given.Organisation(kind)).IsPublicIssue.ShouldBe(isPublic);

    [Fact]
    public void List_KeepsGradesAndInstant()
    {
        var problem = Given.Problem(ProblemStatus.Optimising);
        problem.List(Grade.High, Grade.Low, Given.Actor());
        (problem.Difficulty, problem.Maturity, problem.ListedAt).ShouldBe((Grade.High, Grade.Low, Given.Now));
    }

    [Fact]
    public void OrganisationNames_AreComparedWithoutSpacesAndCase() =>
        Organisation.Normalize(" Taiwan　ai Lab ").ShouldBe(Organisation.Normalize("TaiwanAI lab"));

    [Fact]
    public void EveryVerb_LeavesATrace()
    {
        var problem = Given.Problem(ProblemStatus.Closed);
        problem.Traces.Select(trace => trace.Verb).ShouldBe(["problem.write", "problem.submit", "problem.list", "problem.close"]);
    }

    private static (string Code, string Field) SubmitWith(string field, string? value)
    {
        var (round, content) = (Given.Round(), Given.Content());
        var property = typeof(ProblemContent).GetProperty(field)!;
        property.SetValue(content, property.PropertyType == typeof(string) ? value ?? "" : null);
        var problem = new Problem(round, Given.Organisation(), content, [Given.DataSet()], Given.Actor());
        var rule = Refusals.Of(() => problem.Submit(round, 1, "116-1-P001", Given.Actor()));
        problem.Status.ShouldBe(ProblemStatus.Draft);
        return (rule.Code, rule.Field);
    }
}
