using AigoPortal.Domain.Entries;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Entries;

public class CooperationPaperTests
{
    private readonly Entry _entry = Given.Entry(EntryStatus.Shortlisted);

    [Fact]
    public void TheSameWords_AreOneVersion_AndOtherWordsAreTheNext()
    {
        var paper = new CooperationPaper(_entry);

        var first = paper.DrawUp("甲", Given.Actor());
        paper.DrawUp("甲", Given.Actor()).ShouldBeSameAs(first);
        paper.DrawUp("乙", Given.Actor()).Number.ShouldBe(2);

        (paper.Versions.Count, first.Sha256.Length).ShouldBe((2, 64));
    }

    [Fact]
    public void OnlyTheVersionInForce_IsSigned()
    {
        var paper = new CooperationPaper(_entry);
        Action early = () => paper.Sign(PaperSide.Team, 1, Guid.NewGuid(), _entry, Given.Actor());
        early.ShouldBeRefused("cooperation.no-version");
        paper.DrawUp("甲", Given.Actor());
        paper.DrawUp("乙", Given.Actor());
        Action old = () => paper.Sign(PaperSide.Team, 1, Guid.NewGuid(), _entry, Given.Actor());

        old.ShouldBeRefused("cooperation.old-version");

        paper.Signatures.ShouldBeEmpty();
        _entry.Cooperation.TeamFileId.ShouldBeNull();
    }

    [Fact]
    public void AChangeAfterOneSideSigned_KeepsTheOfficeFromConfirming()
    {
        var paper = new CooperationPaper(_entry);
        paper.DrawUp("甲", Given.Actor());
        paper.Sign(PaperSide.Team, 1, Guid.NewGuid(), _entry, Given.Actor());
        paper.DrawUp("乙", Given.Actor());
        paper.Sign(PaperSide.Poser, 2, Guid.NewGuid(), _entry, Given.Actor());
        PaperRules.BothSignedTheSame(paper)!.Code.ShouldBe("cooperation.versions-differ");

        paper.Sign(PaperSide.Team, 2, Guid.NewGuid(), _entry, Given.Actor());

        PaperRules.BothSignedTheSame(paper).ShouldBeNull();
        paper.Signatures.Count.ShouldBe(3);
    }

    [Fact]
    public void Return_SaysWhy_KeepsTheHistory_AndLetsThatSideSignAgain()
    {
        var paper = new CooperationPaper(_entry);
        paper.DrawUp("甲", Given.Actor());
        Action nothing = () => paper.Return(PaperSide.Team, "缺簽名", _entry, Given.Actor());
        nothing.ShouldBeRefused("cooperation.nothing-to-return");
        paper.Sign(PaperSide.Team, 1, Guid.NewGuid(), _entry, Given.Actor());
        Action silent = () => paper.Return(PaperSide.Team, " ", _entry, Given.Actor());
        silent.ShouldBeRefused("cooperation.reason");

        paper.Return(PaperSide.Team, "缺簽名", _entry, Given.Actor());

        (paper.Signed(PaperSide.Team), _entry.Cooperation.TeamFileId).ShouldBe((null, null));
        paper.Signatures.Single().ReturnReason.ShouldBe("缺簽名");
        paper.Sign(PaperSide.Team, 1, Guid.NewGuid(), _entry, Given.Actor());
        paper.Signed(PaperSide.Team)!.Number.ShouldBe(2);
    }

    [Fact]
    public void AReminder_IsMarkedOnceASideAndKind()
    {
        var paper = new CooperationPaper(_entry);

        paper.Remind(PaperSide.Team, PaperReminderKind.Week, Given.Actor()).ShouldBeTrue();
        paper.Remind(PaperSide.Team, PaperReminderKind.Week, Given.Actor()).ShouldBeFalse();
        paper.Remind(PaperSide.Poser, PaperReminderKind.Week, Given.Actor()).ShouldBeTrue();
        paper.Remind(PaperSide.Team, PaperReminderKind.Day, Given.Actor()).ShouldBeTrue();
    }

    [Fact]
    public void Papers_BelongToShortlistedEntries()
    {
        Action early = () => _ = new CooperationPaper(Given.Entry(EntryStatus.ConceptSubmitted));
        early.ShouldBeRefused("entry.cooperation-closed");
    }
}
