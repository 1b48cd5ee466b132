using AigoPortal.Domain.Problems;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Problems;

public class OrganisationTests
{
    [Fact]
    public void TheLastContact_CantBeRemoved()
    {
        var contact = Guid.NewGuid();
        var organisation = Given.Organisation(contact: contact);
        var remove = () => organisation.RemoveContact(contact, Given.Actor());
        remove.ShouldBeRefused("organisation.last-contact");
    }

    [Fact]
    public void HandingOver_LeavesTheSuccessorOnly()
    {
        var by = Given.Actor();
        var organisation = Given.Organisation(contact: by.PersonId);
        var successor = Guid.NewGuid();
        organisation.AddContact(successor, by);

        organisation.HandOver(successor, by);

        organisation.Contacts.Select(contact => contact.PersonId).ShouldBe([successor]);
    }

    [Fact]
    public void OnlyACompany_HasANumber()
    {
        var organisation = Given.Organisation();
        organisation.Describe("市政府", OrganisationKind.LocalGovernment, "22099131", Given.Actor());
        organisation.CompanyNumber.ShouldBeNull();
        OrganisationRules.IsIdentified(organisation).ShouldBeNull();
        organisation.Describe("公司", OrganisationKind.Industry, "22099131", Given.Actor());
        organisation.CompanyNumber.ShouldBe("22099131");
        var wrong = () => organisation.Describe("公司", OrganisationKind.Industry, "22099132", Given.Actor());
        wrong.ShouldBeRefused("organisation.number");
    }
}
