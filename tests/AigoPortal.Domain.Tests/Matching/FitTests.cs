using AigoPortal.Domain.Matching;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Training;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Matching;

public class FitTests
{
    private static readonly Kinship Kin = new(
        new Dictionary<string, string[]>(StringComparer.Ordinal) { ["預測分析"] = ["數據分析"], ["醫療保健"] = ["醫療生技"] },
        new HashSet<string>(["數據分析"], StringComparer.Ordinal));

    private static readonly Need Vision = new("電腦視覺", "醫療保健", DataReadiness.Complete, Grade.Medium);

    [Theory]
    [InlineData(SkillLevel.Learned, SkillLevel.Learned, 20 + 14 + 10)]
    [InlineData(SkillLevel.Practised, SkillLevel.Expert, 35 + 30 + 10)]
    [InlineData(SkillLevel.Expert, SkillLevel.Practised, 45 + 24 + 10)]
    public void LevelsOfTechnologyAndIndustry_GivePoints(SkillLevel technology, SkillLevel industry, int points) =>
        Fit.Of(Talent([Knows("電腦視覺", technology), Field("醫療保健", industry)]), Vision, Kin).Points.ShouldBe(points);

    [Fact]
    public void EverythingKnownAndProved_IsAHundred_AndNothingIsLacking()
    {
        var fit = Fit.Of(Talent([Knows("電腦視覺", SkillLevel.Expert), Field("醫療保健", SkillLevel.Expert)], "電腦視覺", "醫療保健"), Vision, Kin);

        fit.Points.ShouldBe(100);
        fit.Lacks.ShouldBeEmpty();
    }

    [Fact]
    public void NothingKnown_NamesWhatIsLackingAndItsCourse()
    {
        var fit = Fit.Of(Talent([]), Vision with { Readiness = DataReadiness.NeedsCleaning }, Kin);

        fit.Points.ShouldBe(0);
        fit.Lacks.ShouldBe(
        [
            new(FitAspect.Technology, "電腦視覺", CourseKind.Technique), new(FitAspect.Industry, "醫療保健", CourseKind.Integration),
            new(FitAspect.Data, null, CourseKind.Practice),
        ]);
    }

    [Fact]
    public void AWordNearToIt_GivesHalf_AndSaysWhichWord_ButIsStillLacking()
    {
        var fit = Fit.Of(Talent([Knows("數據分析", SkillLevel.Practised), Field("醫療生技", SkillLevel.Learned)]), Vision with { Technology = "預測分析" }, Kin);

        fit.Parts[0].ShouldBe(new FitPart(FitAspect.Technology, 17, 45, "數據分析", SkillLevel.Practised));
        fit.Parts[1].ShouldBe(new FitPart(FitAspect.Industry, 7, 30, "醫療生技", SkillLevel.Learned));
        fit.Lacks.Select(lack => lack.Word).ShouldBe(["預測分析", "醫療保健"]);
    }

    [Fact]
    public void WhoPutsDataInOrder_MakesUpForDataThatNeedWork()
    {
        var need = Vision with { Readiness = DataReadiness.NeedsCleaning };

        Fit.Of(Talent([Knows("數據分析", SkillLevel.Learned)]), need, Kin).Parts[3].ShouldBe(new FitPart(FitAspect.Data, 10, 10, "數據分析", SkillLevel.Learned));
        Fit.Of(Talent([Knows("電腦視覺", SkillLevel.Expert)]), need, Kin).Parts[3].Points.ShouldBe(0);
    }

    [Fact]
    public void AHardProblem_AsksForPracticeOfThoseWhoOnlyLearned()
    {
        var learned = Talent([Knows("電腦視覺", SkillLevel.Learned), Field("醫療保健", SkillLevel.Learned)]);

        Fit.Of(learned, Vision with { Difficulty = Grade.High }, Kin).Lacks.ShouldBe([new(FitAspect.Technology, "電腦視覺", CourseKind.Practice)]);
        Fit.Of(learned, Vision, Kin).Lacks.ShouldBeEmpty();
    }

    [Fact]
    public void ATeam_HasTheBestLevelOfItsMembers()
    {
        var talent = Talent([Knows("電腦視覺", SkillLevel.Learned), Knows("電腦視覺", SkillLevel.Expert), Field("醫療保健", SkillLevel.Practised)]);

        talent.Technologies["電腦視覺"].ShouldBe(SkillLevel.Expert);
        Fit.Of(talent, Vision, Kin).Points.ShouldBe(45 + 24 + 10);
    }

    [Fact]
    public void ThePoints_AreTheSumOfTheirLines_WithinAHundred_AndNeverFallWithASkillMore() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        (from skills in Skill.ListOf() from more in Skill from need in Needs from proved in Gen.Elements("電腦視覺", "醫療保健", "交通").ListOf() select (skills, more, need, proved)).ToArbitrary(),
        drawn =>
        {
            var before = Fit.Of(Talent(drawn.skills, [.. drawn.proved]), drawn.need, Kin);
            var after = Fit.Of(Talent([.. drawn.skills, drawn.more], [.. drawn.proved]), drawn.need, Kin);

            before.Points.ShouldBe(before.Parts.Sum(part => part.Points));
            before.Points.ShouldBeInRange(0, 100);
            before.Parts.ShouldAllBe(part => part.Points >= 0 && part.Points <= part.Most);
            before.Parts.Sum(part => part.Most).ShouldBe(100);
            after.Points.ShouldBeGreaterThanOrEqualTo(before.Points);
            after.Lacks.Count.ShouldBeLessThanOrEqualTo(before.Lacks.Count);
        }));

    private static Gen<PersonSkill> Skill =>
        from kind in Gen.Elements(Enum.GetValues<SkillKind>())
        from word in kind == SkillKind.Technology ? Gen.Elements("電腦視覺", "數據分析", "預測分析") : Gen.Elements("醫療保健", "醫療生技", "交通")
        from level in Gen.Elements(Enum.GetValues<SkillLevel>())
        select new PersonSkill(kind, word, level);

    private static Gen<Need> Needs =>
        from technology in Gen.Elements("電腦視覺", "數據分析", "預測分析", "語音辨識")
        from industry in Gen.Elements("醫療保健", "醫療生技", "交通", "農業")
        from readiness in Gen.Elements(DataReadiness.Complete, DataReadiness.NeedsCleaning)
        from grade in Gen.Elements<Grade?>(null, Grade.Low, Grade.High)
        select new Need(technology, industry, readiness, grade);

    private static Talent Talent(IEnumerable<PersonSkill> skills, params string[] proved) => Domain.Matching.Talent.Of(skills, proved.ToHashSet(StringComparer.Ordinal));

    private static PersonSkill Knows(string word, SkillLevel level) => new(SkillKind.Technology, word, level);

    private static PersonSkill Field(string word, SkillLevel level) => new(SkillKind.Industry, word, level);
}
