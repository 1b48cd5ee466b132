using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Rules;
using Shouldly;
using Xunit;
using static AigoPortal.Domain.Awards.AwardSchemeAction;
using static AigoPortal.Domain.Awards.AwardSchemeStatus;

namespace AigoPortal.Domain.Tests.Awards;

public class AwardSchemeStatusTests
{
    private static readonly Dictionary<(AwardSchemeStatus, AwardSchemeAction), AwardSchemeStatus> Expected = new()
    {
        [(Draft, Propose)] = Proposed,
        [(Draft, Discard)] = Discarded,
        [(Proposed, SendBack)] = Draft,
        [(Proposed, Activate)] = Active,
        [(Active, Supersede)] = Superseded,
    };

    public static TheoryData<AwardSchemeStatus, AwardSchemeAction> Everything => Matrix.Of<AwardSchemeStatus, AwardSchemeAction>();

    [Theory]
    [MemberData(nameof(Everything))]
    public void Following_IsTheExpectedTable(AwardSchemeStatus status, AwardSchemeAction action) =>
        AwardSchemeStatuses.Following(status, action).ShouldBe(Expected.TryGetValue((status, action), out var next) ? next : null);

    [Theory]
    [MemberData(nameof(Everything))]
    public void Verbs_FollowTheTableAndKeepTheStateTheyRefuse(AwardSchemeStatus status, AwardSchemeAction action)
    {
        var round = Given.Round();
        var scheme = Schemes.In(status, round);
        scheme.Status.ShouldBe(status);
        var before = scheme.PreviousStatus;

        if (Expected.TryGetValue((status, action), out var next))
        {
            Schemes.Do(scheme, action, round);
            (scheme.PreviousStatus, scheme.Status).ShouldBe((status, next));
        }
        else
        {
            Should.Throw<BrokenRuleException>(() => Schemes.Do(scheme, action, round)).Rule.Code.ShouldBe("scheme.transition");
            (scheme.PreviousStatus, scheme.Status).ShouldBe((before, status));
        }
    }
}
