using AigoPortal.Domain.People;
using AigoPortal.Domain.Postings;
using AigoPortal.Domain.Rules;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Postings;

public class PostingTests
{
    private static readonly Dictionary<(PostingStatus, PostingAction), PostingStatus> Life = new()
    {
        [(PostingStatus.Draft, PostingAction.Open)] = PostingStatus.Open,
        [(PostingStatus.Closed, PostingAction.Open)] = PostingStatus.Open,
        [(PostingStatus.Open, PostingAction.Close)] = PostingStatus.Closed,
        [(PostingStatus.Open, PostingAction.Fill)] = PostingStatus.Filled,
        [(PostingStatus.Closed, PostingAction.Fill)] = PostingStatus.Filled,
    };

    private static readonly Dictionary<(ApplicationStatus, ApplicationAction), ApplicationStatus> Answers = new()
    {
        [(ApplicationStatus.Applied, ApplicationAction.Invite)] = ApplicationStatus.Interview,
        [(ApplicationStatus.Applied, ApplicationAction.Offer)] = ApplicationStatus.Offered,
        [(ApplicationStatus.Applied, ApplicationAction.Decline)] = ApplicationStatus.Declined,
        [(ApplicationStatus.Applied, ApplicationAction.Withdraw)] = ApplicationStatus.Withdrawn,
        [(ApplicationStatus.Interview, ApplicationAction.Offer)] = ApplicationStatus.Offered,
        [(ApplicationStatus.Interview, ApplicationAction.Decline)] = ApplicationStatus.Declined,
        [(ApplicationStatus.Interview, ApplicationAction.Withdraw)] = ApplicationStatus.Withdrawn,
        [(ApplicationStatus.Offered, ApplicationAction.Accept)] = ApplicationStatus.Accepted,
        [(ApplicationStatus.Offered, ApplicationAction.Decline)] = ApplicationStatus.Declined,
        [(ApplicationStatus.Offered, ApplicationAction.Withdraw)] = ApplicationStatus.Withdrawn,
    };

    public static TheoryData<PostingStatus, PostingAction> EveryPosting => Matrix.Of<PostingStatus, PostingAction>();

    public static TheoryData<ApplicationStatus, ApplicationAction> EveryApplication => Matrix.Of<ApplicationStatus, ApplicationAction>();

    [Theory]
    [MemberData(nameof(EveryPosting))]
    public void Following_OfPostings_IsTheExpectedTable(PostingStatus status, PostingAction action) =>
        PostingStatuses.Following(status, action).ShouldBe(Life.TryGetValue((status, action), out var next) ? next : null);

    [Theory]
    [MemberData(nameof(EveryApplication))]
    public void Following_OfApplications_IsTheExpectedTable(ApplicationStatus status, ApplicationAction action) =>
        ApplicationStatuses.Following(status, action).ShouldBe(Answers.TryGetValue((status, action), out var next) ? next : null);

    [Fact]
    public void APosting_IsPublicOnlyWhenComplete()
    {
        var posting = new Posting(Given.Problem(), new PostingContent { Title = "實習生" }, [], Given.Actor());

        Code(() => posting.Open(Given.Actor())).ShouldBe("posting.duties");
        posting.Write(Content(), [], Given.Actor());
        Code(() => posting.Open(Given.Actor(Content().ApplyUntil))).ShouldBe("posting.until-past");
        posting.Open(Given.Actor());
        posting.Status.ShouldBe(PostingStatus.Open);
    }

    [Fact]
    public void Applying_AtTheClosingInstant_IsLate_AndKeepsWhatTheProfileSaidBefore()
    {
        var (posting, person) = (Opened(), Given.Person());
        person.Know([new PersonSkill(SkillKind.Technology, "語音辨識", SkillLevel.Practised)], Given.Actor());

        Code(() => _ = new JobApplication(posting, person, "想試試", null, Given.Actor(posting.Content.ApplyUntil))).ShouldBe("posting.over");
        var application = new JobApplication(posting, person, "想試試", null, Given.Actor(posting.Content.ApplyUntil!.Value.AddSeconds(-1)));
        person.Know([], Given.Actor());
        application.Skills.ShouldBe([new ApplicantSkill(SkillKind.Technology, "語音辨識", SkillLevel.Practised)]);
    }

    [Fact]
    public void TheLastAccepted_FillsThePosting_AndNoneComesAfter()
    {
        var posting = Opened(openings: 1);
        var (first, second) = (Offered(posting), Offered(posting));

        first.Accept(posting, Given.Actor(person: first.PersonId));

        (posting.Status, posting.Taken).ShouldBe((PostingStatus.Filled, 1));
        Code(() => second.Accept(posting, Given.Actor(person: second.PersonId))).ShouldBe("posting.full");
        second.Status.ShouldBe(ApplicationStatus.Offered);
    }

    [Fact]
    public void OnlyTheApplicant_AcceptsAndWithdraws_AndAnAnswerHasWords()
    {
        var posting = Opened();
        var application = Offered(posting);

        Code(() => application.Accept(posting, Given.Actor())).ShouldBe("application.others");
        Code(() => application.Withdraw(Given.Actor())).ShouldBe("application.others");
        Code(() => application.AnswerWith(ApplicationAction.Decline, " ", Given.Actor())).ShouldBe("application.word");
    }

    private static PostingContent Content(int openings = 2) => new()
    {
        Title = "影像實習生",
        Openings = openings,
        Duties = "標註影像",
        Place = "臺中",
        Pay = "時薪 220 元",
        ApplyUntil = Given.Now.AddDays(10),
    };

    private static Posting Opened(int openings = 2)
    {
        var posting = new Posting(Given.Problem(), Content(openings), [], Given.Actor());
        posting.Open(Given.Actor());
        return posting;
    }

    private static JobApplication Offered(Posting posting)
    {
        var application = new JobApplication(posting, Given.Person(), "想試試", null, Given.Actor());
        application.AnswerWith(ApplicationAction.Offer, "歡迎", Given.Actor());
        return application;
    }

    private static string Code(Action act) => Should.Throw<BrokenRuleException>(act).Rule.Code;
}
