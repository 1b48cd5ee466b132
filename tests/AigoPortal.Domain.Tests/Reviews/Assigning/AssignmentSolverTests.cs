using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Reviews.Assigning;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Reviews.Assigning;

public class AssignmentSolverTests
{
    [Fact]
    public void SmallCases_AreAsGoodAsTheBestOfAll() =>
        Prop.ForAll(Tasks(entries: 4, reviewers: 4, reviews: 3, barred: 25, locked: 12).ToArbitrary(), task =>
        {
            var found = AssignmentSolver.Solve(task, 7);
            (Squares(found), found.Cost).ShouldBe(OtherSolvers.ByTryingEverything(task));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void MiddlingCases_AreAsGoodAsByAnotherAlgorithm_AndHaveNoNegativeCycle() =>
        Prop.ForAll(Tasks(entries: 24, reviewers: 9, reviews: 4, barred: 15, locked: 8).ToArbitrary(), task =>
        {
            var found = AssignmentSolver.Solve(task, 7);
            (Squares(found), found.Cost).ShouldBe(OtherSolvers.ByShortestPaths(task));
            OtherSolvers.HasNoNegativeCycle(task, found).ShouldBeTrue();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void AThousandCases_NeverCrossAConflict_AndGiveEveryEntryItsDifferentReviewers() =>
        Prop.ForAll(Tasks(entries: 40, reviewers: 12, reviews: 4, barred: 10, locked: 5).ToArbitrary(), task =>
        {
            var found = AssignmentSolver.Solve(task, 1);
            found.Pairs.ShouldBeUnique();
            found.Pairs.ShouldAllBe(pair => !task.IsBarred(pair.Entry, pair.Reviewer) && !task.IsLocked(pair.Entry, pair.Reviewer));
            for (var entry = 0; entry < task.Entries; entry++)
            {
                var locked = Reviewers(task).Count(reviewer => task.IsLocked(entry, reviewer));
                var open = Reviewers(task).Count(reviewer => !task.IsLocked(entry, reviewer) && !task.IsBarred(entry, reviewer));
                var has = locked + found.Pairs.Count(pair => pair.Entry == entry);
                has.ShouldBe(Math.Max(locked, Math.Min(task.ReviewsPerEntry, locked + open)));
                found.Shortfalls.FirstOrDefault(shortfall => shortfall.Entry == entry)?.Possible.ShouldBe(has);
                found.Shortfalls.Any(shortfall => shortfall.Entry == entry).ShouldBe(has < task.ReviewsPerEntry);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Loads_DifferByOneAtMost_WhenConflictsAreFew() =>
        Prop.ForAll(Tasks(entries: 60, reviewers: 8, reviews: 3, barred: 5, locked: 0).Where(task => task.Entries >= 20 && task.Reviewers >= 5).ToArbitrary(), task =>
        {
            var found = AssignmentSolver.Solve(task, 3);
            (found.Loads.Max() - found.Loads.Min()).ShouldBeLessThanOrEqualTo(1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void ASeed_GivesTheSameAgain_AndAnotherTheSameCost()
    {
        var task = Task(new Random(5), 200, 12, 3, barred: 5, locked: 2, highest: 6);

        var (one, again, other) = (AssignmentSolver.Solve(task, 11), AssignmentSolver.Solve(task, 11), AssignmentSolver.Solve(task, 12));

        again.Pairs.ShouldBe(one.Pairs);
        other.Pairs.ShouldNotBe(one.Pairs);
        (other.Cost, Squares(other)).ShouldBe((one.Cost, Squares(one)));
    }

    [Fact]
    public void ALockAcrossLoads_IsKept_AndLoadsAreAsEvenAsTheyCanBe()
    {
        var task = new AssignmentTask(4, 3, 1);
        task.Lock(0, 0);
        task.Lock(1, 0);
        task.Lock(2, 0);

        var found = AssignmentSolver.Solve(task, 0);

        found.Loads[0].ShouldBe(3);
        found.Pairs.Count.ShouldBe(1);
        AssignmentSolver.Solve(task.WithoutLocks(), 0).Loads.Order().ShouldBe([1, 1, 2]);
    }

    [Fact]
    public void NothingToDo_IsDone()
    {
        AssignmentSolver.Solve(new AssignmentTask(0, 3, 2), 1).Pairs.ShouldBeEmpty();
        AssignmentSolver.Solve(new AssignmentTask(2, 0, 2), 1).Shortfalls.ShouldBe([new(0, 0), new(1, 0)]);
    }

    [Fact]
    public void Expertise_CountsBeforeMildPreferences()
    {
        AssignmentWeights.CostOf(SkillLevel.Expert, SkillLevel.Expert, PreferenceLevel.Wanted).ShouldBe(0);
        AssignmentWeights.CostOf(null, null, PreferenceLevel.Unwanted).ShouldBe(66);
        AssignmentWeights.CostOf(SkillLevel.Expert, null, PreferenceLevel.Fine).ShouldBeLessThan(AssignmentWeights.CostOf(SkillLevel.Practised, null, PreferenceLevel.Wanted));
        AssignmentWeights.CostOf(SkillLevel.Expert, SkillLevel.Expert, PreferenceLevel.Unwanted).ShouldBeLessThan(AssignmentWeights.CostOf(null, null, PreferenceLevel.Wanted));
        AssignmentWeights.CostOf(SkillLevel.Learned, SkillLevel.Practised, PreferenceLevel.Fine).ShouldBe(16 + 4 + 6);
    }

    private static long Squares(Assignment assignment) => assignment.Loads.Sum(load => (long)load * load);

    private static IEnumerable<int> Reviewers(AssignmentTask task) => Enumerable.Range(0, task.Reviewers);

    // Up to so many of each; bars and locks in per cent of the pairs. Few different costs, so that ties are common.
    private static Gen<AssignmentTask> Tasks(int entries, int reviewers, int reviews, int barred, int locked) =>
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from many in Gen.Choose(1, entries)
        from people in Gen.Choose(1, reviewers)
        from each in Gen.Choose(1, reviews)
        from highest in Gen.Elements(0, 2, 66, AssignmentTask.HighestCost)
        select Task(new Random(seed), many, people, each, barred, locked, highest);

    private static AssignmentTask Task(Random random, int entries, int reviewers, int reviews, int barred, int locked, int highest)
    {
        var task = new AssignmentTask(entries, reviewers, reviews);
        for (var entry = 0; entry < entries; entry++)
        {
            for (var reviewer = 0; reviewer < reviewers; reviewer++)
            {
                task.Cost(entry, reviewer, random.Next(highest + 1));
                switch (random.Next(100))
                {
                    case var chance when chance < barred: task.Bar(entry, reviewer); break;
                    case var chance when chance < barred + locked: task.Lock(entry, reviewer); break;
                }
            }
        }

        return task;
    }
}
