using AigoPortal.Domain.Reviews;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Reviews;

public sealed class ConflictDetectionTests
{
    private static readonly Guid Reviewer = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Other = new("00000000-0000-0000-0000-000000000002");

    [Fact]
    public void Nothing_TiesStrangers() => Find(Me(), Entry(team: [Them("王小明", "a@gmail.com", "清華大學")])).ShouldBeEmpty();

    [Fact]
    public void AMemberOfTheTeam_IsInvolved_OnceAndNotAlsoAColleagueOfThemselves() =>
        Find(Me("台灣大學"), Entry(team: [new Affiliated(Reviewer, "林審查", "lin@ntu.edu.tw", "台灣大學")])).ShouldBe([(ConflictKind.Involved, FindingReason.Member, "林審查")]);

    [Fact]
    public void AContactOfThePoser_IsInvolved() =>
        Find(Me(), Entry(contacts: [new Affiliated(Reviewer, "林審查", "x@gmail.com", null)])).ShouldBe([(ConflictKind.Involved, FindingReason.Contact, "市立醫院")]);

    [Fact]
    public void TheNameOfAMember_IsToBeLookedAt() =>
        Find(Me(), Entry(team: [Them("林 審查", "a@gmail.com", null)])).ShouldBe([(ConflictKind.Involved, FindingReason.SameName, "林 審查")]);

    [Fact]
    public void TheMentorOfTheProblem_IsInConflict() =>
        Find(Me(), Entry(mentors: [Reviewer])).ShouldBe([(ConflictKind.Mentor, FindingReason.Mentor, "")]);

    [Theory]
    [InlineData("台灣大學", "台灣大學", true)]
    [InlineData("國立臺灣大學", "台灣大學", true)]
    [InlineData("國立臺灣大學資訊工程學系", "臺灣大學", true)]
    [InlineData("台灣大學", "國立 臺灣大學 醫學院", true)]
    [InlineData("Acme Corp", "ACME Corporation ", true)]
    [InlineData("Ａｃｍｅ, Inc.", "acme", true)]
    [InlineData("宏達電子股份有限公司", "宏達電子", true)]
    [InlineData("宏達電子股份有限公司", "宏達電子 研發處", true)]
    [InlineData("財團法人工業技術研究院", "工業技術研究院", true)]
    [InlineData("Data Systems", "DataSystemsAsia", false)]
    [InlineData("Data", "Databricks", false)]
    [InlineData("Acme", "Acme Research", true)]
    [InlineData("台大", "台大醫院", false)]
    [InlineData("清華大學", "台灣大學", false)]
    [InlineData("公司", "台灣大學", false)]
    [InlineData(null, null, false)]
    [InlineData(" ", "", false)]
    [InlineData("國立", "國立", true)]
    public void AHouse_IsKnownByItsName_AlsoWithADepartment(string? reviewer, string? member, bool same)
    {
        Find(Me(reviewer), Entry(team: [Them("王小明", "a@gmail.com", member)])).Any(found => found.Kind == ConflictKind.Affiliation).ShouldBe(same);
        Find(Me(member), Entry(team: [Them("王小明", "a@gmail.com", reviewer)])).Any(found => found.Kind == ConflictKind.Affiliation).ShouldBe(same);
    }

    [Fact]
    public void AffiliationAndTies_AreComparedWithThePoser()
    {
        Find(Me("市立 醫院"), Entry()).ShouldBe([(ConflictKind.Organisation, FindingReason.Organisation, "市立醫院")]);
        Find(Me("清華大學", ties: "某公司\n 市立醫院 \n"), Entry()).ShouldBe([(ConflictKind.Organisation, FindingReason.OrganisationTie, "市立醫院")]);
    }

    [Fact]
    public void Ties_AreComparedWithMembers() =>
        Find(Me("清華大學", ties: "臺灣大學"), Entry(team: [Them("王小明", "a@gmail.com", "國立台灣大學電機系")])).ShouldBe([(ConflictKind.Affiliation, FindingReason.AffiliationTie, "國立台灣大學電機系")]);

    [Theory]
    [InlineData("a@ntu.edu.tw", "b@cs.ntu.edu.tw", "ntu.edu.tw")]
    [InlineData("a@NTU.edu.tw", "b@ntu.edu.tw", "ntu.edu.tw")]
    [InlineData("a@mail.acme.com", "b@acme.com", "acme.com")]
    [InlineData("a@acme.com.tw", "b@other.com.tw", null)]
    [InlineData("a@cs.ox.ac.uk", "b@ox.ac.uk", "ox.ac.uk")]
    [InlineData("a@gmail.com", "b@gmail.com", null)]
    [InlineData("a@yahoo.com.tw", "b@yahoo.com.tw", null)]
    [InlineData("a@ms1.hinet.net", "b@ms2.hinet.net", null)]
    [InlineData("a@pchome.com.tw", "b@pchome.com.tw", null)]
    [InlineData("a@aigo.example", "b@aigo.example", null)]
    [InlineData("a@edu.tw", "b@edu.tw", null)]
    [InlineData("nobody", "nobody", null)]
    public void AMailDomain_TellsTheInstitution_FreeMailDoesNot(string reviewer, string other, string? domain)
    {
        var me = new Affiliated(Reviewer, "林審查", reviewer, null);
        var them = new Affiliated(Other, "王小明", other, null);
        Find(me, Entry(team: [them])).ShouldBe(domain is null ? [] : [(ConflictKind.Affiliation, FindingReason.AffiliationMail, domain)]);
        Find(me, Entry(contacts: [them])).ShouldBe(domain is null ? [] : [(ConflictKind.Organisation, FindingReason.OrganisationMail, domain)]);
    }

    [Fact]
    public void ANote_IsReadBack()
    {
        ConflictFinding[] findings = [new(ConflictKind.Involved, FindingReason.SameName, "林：審查"), new(ConflictKind.Mentor, FindingReason.Mentor, "")];
        ConflictFinding.Read(ConflictFinding.NoteOf(findings)).ShouldBe([(FindingReason.SameName, "林：審查"), (FindingReason.Mentor, "")]);
        ConflictFinding.Read("任職\nOther:x").ShouldBeEmpty();
        ConflictFinding.NoteOf(Enumerable.Repeat(findings[0] with { What = new string('長', 300) }, 9)).Length.ShouldBe(1000);
    }

    private static IEnumerable<(ConflictKind Kind, FindingReason Reason, string What)> Find(Affiliated reviewer, EntryParties entry) =>
        ConflictDetection.Find(reviewer, entry).Select(found => (found.Kind, found.Reason, found.What));

    private static Affiliated Me(string? affiliation = null, string ties = "") => new(Reviewer, "林審查", "lin@gmail.com", affiliation, ties);

    private static Affiliated Them(string name, string email, string? affiliation) => new(Other, name, email, affiliation);

    private static EntryParties Entry(IReadOnlyList<Affiliated>? team = null, IReadOnlyList<Affiliated>? contacts = null, IReadOnlyList<Guid>? mentors = null) =>
        new(team ?? [], "市立醫院", contacts ?? [], mentors ?? []);
}
