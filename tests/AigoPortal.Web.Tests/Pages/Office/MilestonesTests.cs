using System.Net;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Tests.Workflows;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office;

public sealed class MilestonesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task TwoOfficers_ApproveAndRelease_AndTheTeamIsTold()
    {
        var award = await SubmittedAsync();
        var (approver, releaser) = (await host.As(award.Approver), await host.As(award.Releaser));
        var url = await award.OfficeAddress(1);
        (await approver.GetAsync("/office/milestones")).Text.ShouldContain(award.Entry.Code);
        (await approver.GetAsync(url)).Text.ShouldContain("A12*****89");

        (await approver.PostAsync(url, form: "handler=approve")).WasAccepted.ShouldBeTrue();

        var mine = await approver.GetAsync(url);
        mine.Text.ShouldContain("這筆由你核准，請另一位承辦撥付。");
        mine.Page.QuerySelector("form[action*='handler=Release' i]").ShouldBeNull();
        var forged = await approver.ForgeAsync(url, $"{url}?handler=release", Empty);
        forged.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        forged.Text.ShouldContain("核准與撥付要由不同的人辦理");

        (await releaser.GetAsync("/office/milestones?queue=release")).Text.ShouldContain(award.Entry.Code);
        (await releaser.PostAsync(url, form: "handler=release")).WasAccepted.ShouldBeTrue();
        var paid = await releaser.GetAsync(url);
        paid.Text.ShouldContain("已撥付");
        paid.Text.ShouldContain("-000");
        var again = await releaser.ForgeAsync(url, $"{url}?handler=release", Empty);
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var letter = await host.Db(db => db.Letters.SingleAsync(letter => letter.To == award.Foreigner.Email && letter.Subject.StartsWith("獎金已撥付")));
        letter.Body.ShouldContain("給付總額 20,000 元，扣繳稅額 4,000 元，實付 16,000 元");
        (await (await host.As(award.Leader)).GetAsync(await award.Address(1))).Text.ShouldContain("27,000"); // 29,999 − ⌊2,999.9⌋
    }

    [Fact]
    public async Task AReturn_NeedsAReason_AndReachesTheTeam()
    {
        var award = await SubmittedAsync();
        var officer = await host.As(award.Approver);
        var url = await award.OfficeAddress(1);
        (await officer.PostAsync(url, form: "handler=return")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var tooLong = await officer.PostAsync(url, form: "handler=return", fields: new Dictionary<string, string> { ["Input.Reason"] = new('長', 2001) });
        tooLong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        tooLong.ValueOf("Input.Reason")!.Length.ShouldBe(2001);

        (await officer.PostAsync(url, form: "handler=return", fields: new Dictionary<string, string> { ["Input.Reason"] = "單據 <b>模糊</b> 🧾" })).WasAccepted.ShouldBeTrue();

        (await award.Milestone(1)).Status.ShouldBe(MilestoneStatus.Returned);
        var team = await (await host.As(award.Leader)).GetAsync(await award.Address(1));
        team.Text.ShouldContain("單據 <b>模糊</b> 🧾");
        (await host.Db(db => db.Letters.AnyAsync(letter => letter.To == award.Leader.Email && letter.Subject.StartsWith("請補正")))).ShouldBeTrue();
    }

    [Fact]
    public async Task AnApproval_OfSomethingThatChangedSince_IsRefused()
    {
        var award = await SubmittedAsync();
        var officer = await host.As(award.Approver);
        var url = await award.OfficeAddress(1);
        var stale = await officer.PostAsync(url, form: "handler=approve", fields: new Dictionary<string, string> { ["Input.Seen"] = Guid.NewGuid().ToString() });
        stale.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        stale.Text.ShouldContain("資料剛剛被其他人更新");
        (await award.Milestone(1)).Status.ShouldBe(MilestoneStatus.EvidenceSubmitted);
    }

    [Fact]
    public async Task ARevealedNumber_NeedsAReason_AndIsWrittenDown()
    {
        var award = await SubmittedAsync();
        var officer = await host.As(award.Approver);
        var url = await award.OfficeAddress(1);
        var person = new Dictionary<string, string> { ["Input.PersonId"] = award.Leader.Id.ToString() };
        var refused = await officer.PostAsync(url, form: "handler=reveal", fields: person);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Body.ShouldNotContain("A123456789");

        person["Input.Why"] = "核對帳戶";
        var shown = await officer.PostAsync(url, form: "handler=reveal", fields: person);

        shown.Status.ShouldBe(HttpStatusCode.OK);
        shown.Text.ShouldContain("A123456789");
        (await officer.GetAsync(url)).Body.ShouldNotContain("A123456789");
        var written = await host.Db(db => db.AuditEvents.SingleAsync(line => line.Verb == "payee.reveal" && line.SubjectId == award.Leader.Id));
        (written.PersonId, written.Why).ShouldBe((award.Approver.Id, "核對帳戶"));
        var other = await Awarded.ByAsync(host);
        person["Input.PersonId"] = other.Leader.Id.ToString();
        (await officer.PostAsync(url, form: "handler=reveal", fields: person)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AddressesThatLeadNowhere_AreAnswered()
    {
        var award = await SubmittedAsync();
        var officer = await host.As(award.Approver);
        (await officer.GetAsync($"/office/milestones/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync("/office/milestones?queue=Nonsense")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await officer.GetAsync("/office/milestones?queue=overdue&p=99")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var queue in new[] { "team", "paid", "release" })
        {
            (await officer.GetAsync($"/office/milestones?queue={queue}")).Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    private static readonly Dictionary<string, string> Empty = [];

    private async Task<Awarded> SubmittedAsync()
    {
        var award = await Awarded.ByAsync(host);
        await award.StateAsync(award.Leader);
        await award.StateAsync(award.Member);
        await award.StateAsync(award.Foreigner, TaxStatus.Foreigner);
        var leader = await host.As(award.Leader);
        var url = await award.Address(1);
        (Guid Id, string Amount)[] shares = [(award.Leader.Id, "29999"), (award.Member.Id, "1"), (award.Foreigner.Id, "20000")];
        var fields = shares.SelectMany((share, index) => new[] { ($"Input.Shares[{index}].PersonId", share.Id.ToString()), ($"Input.Shares[{index}].Amount", share.Amount) }).ToDictionary();
        (await leader.PostAsync(url, form: "handler=divide", fields: fields)).WasAccepted.ShouldBeTrue();
        (await leader.PostAsync(url, form: "handler=submit")).WasAccepted.ShouldBeTrue();
        return award;
    }
}
