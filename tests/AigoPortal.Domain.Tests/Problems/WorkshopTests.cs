using AigoPortal.Domain.Problems;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Problems;

public class WorkshopTests
{
    public static TheoryData<AdviceStatus, AdviceAction> Everything => Matrix.Of<AdviceStatus, AdviceAction>();

    [Theory]
    [MemberData(nameof(Everything))]
    public void Advice_IsAnsweredOnce(AdviceStatus status, AdviceAction action) => AdviceStatuses.Following(status, action).ShouldBe(
        status != AdviceStatus.Pending ? null : action == AdviceAction.Accept ? AdviceStatus.Accepted : AdviceStatus.Declined);

    [Theory]
    [InlineData(ProblemStatus.Submitted)]
    [InlineData(ProblemStatus.Listed)]
    public void AWorkshop_BelongsToAProblemThatIsOptimised(ProblemStatus status)
    {
        Action open = () => _ = new Workshop(Given.Problem(status), Given.Actor());
        open.ShouldBeRefused("workshop.closed");
    }

    [Fact]
    public void Mentors_AreInvitedOnce_AndHaveNoPartInTheOrganisation()
    {
        var (mentor, contact) = (Given.Person(), Given.Person());
        var organisation = Given.Organisation(contact: contact.Id);
        var problem = Given.Problem(ProblemStatus.Optimising, organisation: organisation);
        var workshop = new Workshop(problem, Given.Actor());
        workshop.Invite(problem, organisation, mentor, MentorKind.Ai, Given.Actor());
        Action again = () => workshop.Invite(problem, organisation, mentor, MentorKind.Ai, Given.Actor());
        Action partial = () => workshop.Invite(problem, organisation, contact, MentorKind.Industry, Given.Actor());
        again.ShouldBeRefused("workshop.mentor-already");
        partial.ShouldBeRefused("workshop.conflict");
    }

    [Fact]
    public void Advice_ComesFromMentorsOnly_AndARefusalSaysWhy()
    {
        var (mentor, organisation) = (Given.Person(), Given.Organisation());
        var problem = Given.Problem(ProblemStatus.Optimising, organisation: organisation);
        var workshop = new Workshop(problem, Given.Actor());
        workshop.Invite(problem, organisation, mentor, MentorKind.Ai, Given.Actor());
        Action stranger = () => workshop.Advise(problem, ProblemPart.Data, "請補標註", Given.Actor());
        stranger.ShouldBeRefused("workshop.no-mentor");
        var advice = workshop.Advise(problem, ProblemPart.Data, "請補標註", Given.Actor(person: mentor.Id));
        Action wordless = () => workshop.Answer(advice.Id, AdviceAction.Decline, "", Given.Actor());
        wordless.ShouldBeRefused("advice.reason");
        workshop.Answer(advice.Id, AdviceAction.Decline, "涉及營業秘密", Given.Actor());
        (advice.Status, advice.Answer).ShouldBe((AdviceStatus.Declined, "涉及營業秘密"));
        Action again = () => workshop.Answer(advice.Id, AdviceAction.Accept, "", Given.Actor());
        again.ShouldBeRefused("advice.transition");
    }
}
