using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Poser;

public class OrganisationTests(PortalHost host) : IClassFixture<PortalHost>, IAsyncLifetime
{
    private const string Url = "/poser/organisation";

    private readonly Given _given = new(host);
    private Person _poser = null!;
    private Organisation _organisation = null!;
    private PortalClient _client = null!;

    public async Task InitializeAsync()
    {
        _poser = await _given.Person(Roles.Poser);
        _organisation = await _given.Organisation(_poser);
        _client = await host.As(_poser);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task AnInvitedContact_GetsALetter_AndWorksOnTheSameProblems()
    {
        var problem = await _given.Problem(await _given.Round(), _organisation, _poser, ProblemStatus.Draft);
        var email = $"new-contact-{Guid.NewGuid():N}@aigo.test";

        var answer = await _client.PostAsync(Url, new Dictionary<string, string> { ["Input.Email"] = email, ["Input.Name"] = "林小姐" }, form: "handler=Invite");

        answer.WasAccepted.ShouldBeTrue(answer.Text);
        (await _client.GetAsync(Url)).Text.ShouldContain("林小姐");
        var person = await host.Db(db => db.People.SingleAsync(person => person.Email == email));
        (await host.Db(db => db.Letters.Where(letter => letter.To == email).Select(letter => letter.Body).ToListAsync())).ShouldContain(body => body.Contains("/account/accept"));
        (await (await host.As(person)).GetAsync($"/poser/problems/edit/{problem.Id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task WhoWorksForTheProgrammeOrPosesElsewhere_CantBeInvited()
    {
        var elsewhere = await _given.Person(Roles.Poser);
        await _given.Organisation(elsewhere);
        foreach (var person in new[] { await _given.Person(Roles.Reviewer), await _given.Person(Roles.Officer), elsewhere })
        {
            var answer = await _client.PostAsync(Url, new Dictionary<string, string> { ["Input.Email"] = person.Email, ["Input.Name"] = "某人" }, form: "handler=Invite");

            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            answer.Text.ShouldContain("這個帳號不能加入為窗口");
            answer.ValueOf("Input.Email").ShouldBe(person.Email);
        }

        (await ContactsAsync()).ShouldBe([_poser.Id]);
    }

    [Fact]
    public async Task AContact_IsRemoved_NeverTheLast_AndNobodyElses()
    {
        var colleague = await ColleagueAsync();
        var theirs = await host.As(colleague);
        (await _client.PostAsync(Url, form: "handler=Remove")).WasAccepted.ShouldBeTrue();
        (await ContactsAsync()).ShouldBe([_poser.Id]);
        (await theirs.ForgeAsync("/account/profile", $"{Url}?handler=Invite", new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.NotFound);

        var last = await _client.ForgeAsync(Url, $"{Url}?handler=Remove&id={_poser.Id}", new Dictionary<string, string>());
        last.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        last.Text.ShouldContain("這是最後一位窗口");
        (await _client.ForgeAsync(Url, $"{Url}?handler=Remove&id={colleague.Id}", new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task HandingOver_LeavesThePlaceToTheOther()
    {
        var colleague = await ColleagueAsync();

        (await _client.PostAsync(Url, form: "handler=HandOver")).WasAccepted.ShouldBeTrue();

        (await ContactsAsync()).ShouldBe([colleague.Id]);
        (await host.Db(db => db.Letters.Where(letter => letter.To == colleague.Email).Select(letter => letter.Subject).SingleAsync())).ShouldContain("交接給您");
        (await _client.GetAsync(Url)).Text.ShouldContain("還沒有出題單位");
    }

    [Fact]
    public async Task CorrectingTheKind_MakesItsProblemsPublicIssues_AndDropsTheNumber()
    {
        var problem = await _given.Problem(await _given.Round(), _organisation, _poser, ProblemStatus.Draft);

        (await _client.PostAsync(Url, new Dictionary<string, string> { ["Input.OrganisationKind"] = nameof(OrganisationKind.Ministry) }, form: "handler=Describe")).WasAccepted.ShouldBeTrue();

        (await host.Db(db => db.Problems.SingleAsync(known => known.Id == problem.Id))).IsPublicIssue.ShouldBeTrue();
        (await host.Db(db => db.Organisations.SingleAsync(known => known.Id == _organisation.Id))).CompanyNumber.ShouldBeNull();
    }

    [Fact]
    public async Task AnotherCompanysNumber_IsRefusedAtItsField()
    {
        var other = await _given.Organisation(await _given.Person(Roles.Poser));

        var answer = await _client.PostAsync(Url, new Dictionary<string, string> { ["Input.CompanyNumber"] = other.CompanyNumber! }, form: "handler=Describe");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Page.QuerySelector("[name='Input.CompanyNumber']")!.Closest(".field")!.TextContent.ShouldContain("這個統一編號已經有出題單位");
        answer.Text.ShouldNotContain(other.Name);
    }

    private async Task<Person> ColleagueAsync()
    {
        var colleague = await _given.Person(Roles.Poser);
        await host.Db(async db =>
        {
            (await db.Organisations.SingleAsync(known => known.Id == _organisation.Id)).AddContact(colleague.Id, _given.By(_poser));
            await db.SaveChangesAsync();
        });
        return colleague;
    }

    private Task<List<Guid>> ContactsAsync() => host.Db(async db =>
        (await db.Organisations.SingleAsync(known => known.Id == _organisation.Id)).Contacts.Select(contact => contact.PersonId).ToList());
}
