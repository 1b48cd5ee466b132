using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rounds;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Entries;

public class DeliverySheetTests
{
    private readonly Entry _entry = Given.Entry(EntryStatus.Cooperating);
    private readonly DeliverySheet _sheet;

    public DeliverySheetTests()
    {
        var round = Given.Round();
        round.SetCooperation(new CooperationTerms("條款", "", [new("進度")], [new("報告", true), new("影片", false), new("手冊", true)]), Given.Actor());
        _sheet = new DeliverySheet(_entry, round, Given.Actor());
    }

    [Fact]
    public void HandingIn_WaitsForWhatIsRequired()
    {
        Action handIn = () => _sheet.HandIn(_entry, Given.Actor());
        _sheet.Put(1, Guid.NewGuid(), "", "", Given.Actor());
        handIn.ShouldBeRefused("delivery.missing");
        _sheet.Missing.Single().Name.ShouldBe("手冊");

        _sheet.Put(3, null, "https://example.org/manual", "", Given.Actor());
        handIn();

        (_sheet.Status, _entry.Deliverables.HandedInAt).ShouldBe((DeliveryStatus.HandedIn, Given.Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    [InlineData("C:\\手冊.pdf")]
    public void AnItem_HasAFileOrALinkToTheWeb(string link)
    {
        Action put = () => _sheet.Put(1, null, link, "", Given.Actor());
        put.ShouldBeRefused(link.Length == 0 ? "delivery.empty" : "delivery.link");
    }

    [Fact]
    public void OneReturnedItem_ReturnsTheSheet_AndTheOthersStayAccepted()
    {
        _sheet.Put(1, Guid.NewGuid(), "", "", Given.Actor());
        _sheet.Put(3, Guid.NewGuid(), "", "", Given.Actor());
        _sheet.HandIn(_entry, Given.Actor());

        _sheet.Check(new Dictionary<int, string> { [3] = "缺第三章" }, _entry, Given.Actor()).ShouldBeFalse();

        (_sheet.Status, _entry.Deliverables.HandedInAt).ShouldBe((DeliveryStatus.Collecting, null));
        Action early = () => _sheet.HandIn(_entry, Given.Actor());
        early.ShouldBeRefused("delivery.missing");
        Action accepted = () => _sheet.Put(1, Guid.NewGuid(), "", "", Given.Actor());
        accepted.ShouldBeRefused("delivery.accepted-already");
        _sheet.Put(3, Guid.NewGuid(), "", "", Given.Actor());
        _sheet.HandIn(_entry, Given.Actor());
        _sheet.Check(new Dictionary<int, string>(), _entry, Given.Actor()).ShouldBeTrue();
        Action again = () => _sheet.Check(new Dictionary<int, string>(), _entry, Given.Actor());
        again.ShouldBeRefused("delivery.transition");
    }

    [Fact]
    public void TheRoundsTerms_SayTextChecklistAndDeliverables()
    {
        var round = Given.Round();
        Action silent = () => round.SetCooperation(new CooperationTerms(" ", "", [new("進度")], [new("報告", true)]), Given.Actor());
        Action blind = () => round.SetCooperation(new CooperationTerms("條款", "", [], [new("報告", true)]), Given.Actor());
        Action empty = () => round.SetCooperation(new CooperationTerms("條款", "", [new("進度")], [new("影片", false)]), Given.Actor());
        silent.ShouldBeRefused("round.cooperation-text");
        blind.ShouldBeRefused("round.visit-items");
        empty.ShouldBeRefused("round.deliverables");
        round.Cooperation.Deliverables.Count.ShouldBe(5);
    }
}
