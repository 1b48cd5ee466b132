using AigoPortal.Domain.Reviews;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Reviews;

public sealed class ConflictTests
{
    private static readonly Guid Reviewer = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Other = new("00000000-0000-0000-0000-000000000002");

    [Fact]
    public void Stands_ForTheContactOfThePosingOrganisation() =>
        Conflict.Stands(new Affiliated(Reviewer, null), new EntryParties([], "醫院", [Other, Reviewer])).ShouldBeTrue();

    [Fact]
    public void Stands_ForAMemberOfTheTeam() =>
        Conflict.Stands(new Affiliated(Reviewer, null), new EntryParties([new Affiliated(Reviewer, null)], "醫院", [])).ShouldBeTrue();

    [Theory]
    [InlineData("台灣大學", "台灣大學", "醫院", true)]
    [InlineData("Acme Corp", "ACME CORP ", "醫院", true)]
    [InlineData("市立醫院", "台灣大學", "市立 醫院", true)]
    [InlineData("清華大學", "台灣大學", "醫院", false)]
    [InlineData(null, null, "醫院", false)]
    [InlineData(" ", "", "醫院", false)]
    public void Stands_ForAnAffiliationSharedWithTheTeamOrThePoser(string? reviewer, string? member, string organisation, bool stands) =>
        Conflict.Stands(new Affiliated(Reviewer, reviewer), new EntryParties([new Affiliated(Other, member)], organisation, [Guid.Empty])).ShouldBe(stands);
}
