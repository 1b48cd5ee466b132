using System.Security.Cryptography;
using System.Text;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rounds;
using Shouldly;
using Xunit;
using static AigoPortal.Domain.Rounds.ReviewStage;

namespace AigoPortal.Domain.Tests.Entries;

public class SubmissionTests
{
    private readonly Round _round = Given.Round();

    [Theory]
    [InlineData(Concept)]
    [InlineData(Proof)]
    public void Submit_ASecondBeforeTheDeadline_IsReceived(ReviewStage stage)
    {
        var (entry, at) = (Ready(stage), _round.DeadlineOf(stage).AddSeconds(-1));
        var receipt = entry.Submit(stage, "說明", Given.File(), _round, Given.Actor(at));
        (receipt.ReceivedAt, receipt.Deadline, receipt.Number).ShouldBe((at, _round.DeadlineOf(stage), 1));
    }

    [Theory]
    [InlineData(Concept)]
    [InlineData(Proof)]
    public void Submit_OneTickBeforeTheDeadline_IsReceived(ReviewStage stage) =>
        Ready(stage).Submit(stage, "說明", Given.File(), _round, Given.Actor(_round.DeadlineOf(stage).AddTicks(-1))).Number.ShouldBe(1);

    [Theory]
    [InlineData(Concept)]
    [InlineData(Proof)]
    public void Submit_AtTheDeadlinesInstant_IsLate(ReviewStage stage) => IsLate(stage, TimeSpan.Zero);

    [Theory]
    [InlineData(Concept)]
    [InlineData(Proof)]
    public void Submit_ASecondAfterTheDeadline_IsLate(ReviewStage stage) => IsLate(stage, TimeSpan.FromSeconds(1));

    [Fact]
    public void Submit_AtTheDeadlinesInstantOnAnotherClock_IsLate()
    {
        Action submit = () => Ready(Concept).Submit(Concept, "說明", Given.File(), _round, Given.Actor(Given.ConceptDeadline.ToUniversalTime()));
        submit.ShouldBeRefused("entry.late");
    }

    [Fact]
    public void Submit_Late_SaysTheDeadlineAndTheInstantOfReceipt()
    {
        var at = Given.ConceptDeadline.AddMilliseconds(250);
        Refusals.Of(() => Ready(Concept).Submit(Concept, "說明", Given.File(), _round, Given.Actor(at))).Arguments.ShouldBe([Given.ConceptDeadline, at]);
    }

    [Fact]
    public void Submit_Again_IsNumberedOnwardsAndTheLastCounts()
    {
        var entry = Ready(Concept);
        var numbers = Enumerable.Range(1, 3).Select(time => entry.Submit(Concept, $"第 {time} 版", Given.File(), _round, Given.Actor()).Number).ToList();
        numbers.ShouldBe([1, 2, 3]);
        entry.Last(Concept)!.Text.ShouldBe("第 3 版");
        entry.Submissions.Count.ShouldBe(3);
    }

    [Fact]
    public void TheProof_IsNumberedByItself()
    {
        var entry = Ready(Proof);
        entry.Submit(Proof, "實證", Given.File(), _round, Given.Actor()).Number.ShouldBe(1);
        entry.Last(Concept)!.Number.ShouldBe(1);
    }

    [Fact]
    public void TheReceipt_CarriesTheHashesOfTextAndFile()
    {
        var file = Given.File();
        var receipt = Ready(Concept).Submit(Concept, "構想", file, _round, Given.Actor());
        receipt.FileSha256.ShouldBe(file.Sha256);
        receipt.TextSha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("構想"))));
    }

    [Theory]
    [InlineData("", true, "entry.text")]
    [InlineData("  ", true, "entry.text")]
    [InlineData("說明", false, "entry.file")]
    public void Submit_WithoutTextOrFile_IsRefused(string text, bool hasFile, string code)
    {
        Action submit = () => Ready(Concept).Submit(Concept, text, hasFile ? Given.File() : null, _round, Given.Actor());
        submit.ShouldBeRefused(code);
    }

    [Fact]
    public void SaveDraft_AfterTheDeadline_IsKept()
    {
        var (entry, file) = (Ready(Concept), Guid.NewGuid());
        entry.SaveDraft(Concept, "晚了一步", file, Given.Actor(Given.ConceptDeadline.AddHours(1)));
        Action submit = () => entry.Submit(Concept, "晚了一步", Given.File(), _round, Given.Actor(Given.ConceptDeadline.AddHours(1)));

        submit.ShouldBeRefused("entry.late");
        (entry.Draft(Concept)!.Text, entry.Draft(Concept)!.FileId).ShouldBe(("晚了一步", file));
        entry.Submissions.ShouldBeEmpty();
    }

    [Fact]
    public void SaveDraft_WithoutANewFile_KeepsTheEarlierOne()
    {
        var (entry, file) = (Ready(Concept), Guid.NewGuid());
        entry.SaveDraft(Concept, "一", file, Given.Actor());
        entry.SaveDraft(Concept, "二", null, Given.Actor());
        entry.SaveDraft(Proof, "實證", null, Given.Actor());

        entry.Drafts.Count.ShouldBe(2);
        (entry.Draft(Concept)!.Text, entry.Draft(Concept)!.FileId).ShouldBe(("二", file));
    }

    private Entry Ready(ReviewStage stage) => Given.Entry(stage == Concept ? EntryStatus.Matched : EntryStatus.Cooperating, _round);

    private void IsLate(ReviewStage stage, TimeSpan after)
    {
        var entry = Ready(stage);
        var before = (entry.Status, entry.Submissions.Count);
        Action submit = () => entry.Submit(stage, "說明", Given.File(), _round, Given.Actor(_round.DeadlineOf(stage) + after));
        submit.ShouldBeRefused("entry.late");
        (entry.Status, entry.Submissions.Count).ShouldBe(before);
    }
}
