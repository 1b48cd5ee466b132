using System.Collections;
using System.Net;
using System.Reflection;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Postings;
using AigoPortal.Domain.Problems;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Tests.Workflows;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages;

/// <summary>
/// Every field that takes a file gets files it must not take. The list of fields comes from the pages' inputs, so that a new one
/// without an address here fails.
/// </summary>
public sealed class BadFileTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Typed = "這段話不能不見 🤖";

    private static readonly Dictionary<string, Upload> Bad = new(StringComparer.Ordinal)
    {
        ["只收"] = new("程式.exe", "MZ\u0090\0"u8.ToArray()),
        ["檔案內容和副檔名"] = new("改名的程式.pdf", "MZ\u0090\0"u8.ToArray()),
        ["空的"] = new("空白.pdf", []),
        ["檔案太大"] = new("三十MB.pdf", [.. "%PDF-1.4\n"u8, .. new byte[30 * 1024 * 1024]]),
    };

    [Fact]
    public async Task EveryFileField_RefusesWrongEmptyAndOversizedFiles_AtTheField_AndKeepsWhatWasTyped()
    {
        var places = await ArrangeAsync();
        FileFields().ShouldBe(places.Keys, ignoreOrder: true);
        var wrong = new List<string>();
        foreach (var (field, place) in places)
        {
            var browser = await host.As(place.Person);
            var name = field[(field.IndexOf(' ', StringComparison.Ordinal) + 1)..];
            foreach (var (sentence, file) in Bad)
            {
                var files = await host.Db(db => db.Files.CountAsync());

                var chosen = file with { Name = file.Name.Replace(".pdf", place.Ending, StringComparison.Ordinal) };
                var answer = await browser.PostAsync(place.Address, place.Fields, place.Form, new Dictionary<string, Upload> { [name] = chosen }, place.Press);

                var said = answer.Page.QuerySelector($"[name='{name}']")?.Closest(".field")?.TextContent ?? "";
                var complaint = answer.Status != HttpStatusCode.UnprocessableEntity ? $"{(int)answer.Status}"
                    : !said.Contains(sentence, StringComparison.Ordinal) ? $"says «{said.Trim()}»"
                    : place.Fields.Any(typed => answer.ValueOf(typed.Key) != typed.Value) ? "lost what was typed"
                    : await host.Db(db => db.Files.CountAsync()) != files ? "keeps the file"
                    : null;
                if (complaint is not null)
                {
                    wrong.Add($"{field}, {file.Name}: {complaint}");
                }
            }
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private static IEnumerable<string> FileFields() =>
        from model in typeof(Program).Assembly.GetTypes()
        where model.IsSubclassOf(typeof(PageModel)) && !model.IsAbstract
        from bound in model.GetProperties()
        where bound.GetCustomAttribute<BindPropertyAttribute>() is not null
        from field in Within(bound.Name, bound.PropertyType)
        select $"{model.FullName!["AigoPortal.Web.Pages".Length..^"Model".Length].Replace('.', '/')} {field}";

    private static IEnumerable<string> Within(string name, Type type)
    {
        if (type == typeof(IFormFile) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(type))
        {
            return [name];
        }

        return type.IsClass && type != typeof(string) && !typeof(IEnumerable).IsAssignableFrom(type)
            ? type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }).SelectMany(property => Within($"{name}.{property.Name}", property.PropertyType))
            : [];
    }

    private async Task<Dictionary<string, Place>> ArrangeAsync()
    {
        var given = new Given(host);
        var round = await given.Round();
        var poser = await given.Person(Roles.Poser);
        var organisation = await given.Organisation(poser);
        var draft = await given.Problem(round, organisation, poser, ProblemStatus.Draft);
        var (writing, signing, awarded) = (await Awarded.ByAsync(host, EntryStatus.Matched), await Awarded.ByAsync(host, EntryStatus.Shortlisted), await Awarded.ByAsync(host));
        var contact = await host.Db(async db =>
        {
            var organisationId = (await db.Problems.SingleAsync(problem => problem.Id == signing.Entry.ProblemId)).OrganisationId;
            return await db.People.SingleAsync(person => db.Organisations.Any(known => known.Id == organisationId && known.Contacts.Any(one => one.PersonId == person.Id)));
        });
        var text = new Dictionary<string, string> { ["Input.Text"] = Typed };
        var posting = new Posting(draft, new PostingContent { Title = "實習生", Duties = "標註", Place = "臺中", Pay = "時薪 220 元", ApplyUntil = given.Now.AddDays(5) }, [], given.By(poser));
        posting.Open(given.By(poser));
        await host.Db(async db =>
        {
            db.Postings.Add(posting);
            await db.SaveChangesAsync();
        });
        var (applicant, officer) = (await given.Person(), await given.Person(Roles.Officer));
        var team = await given.Team(round, applicant, await given.Person());
        var listed = await given.Problem(round, organisation, poser);
        var applied = await given.Entry(round, await given.Problem(round, organisation, poser, slot: 2), team, EntryStatus.Applied);
        var paper = new Dictionary<string, string> { ["Input.Kind"] = "Nda", ["Input.DataSets"] = Typed, ["Input.From"] = "2026-01-01", ["Input.Until"] = "2026-12-31" };
        var note = new Dictionary<string, string> { ["Input.Order"] = "1", ["Input.Note"] = Typed };
        var visit = await given.Visit(awarded.Entry, VisitStatus.Confirmed);
        var receipt = new Dictionary<string, string>
        {
            ["Input.Number"] = "AB12345678",
            ["Input.Date"] = given.Now.AddDays(-3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["Input.Vendor"] = Typed,
            ["Input.ReceiptAmount"] = "1200",
        };
        var young = await given.Person(age: 19);
        var waiting = await given.Team(round, await given.Person(), young);
        var released = await PanelSeason.BeginAsync(host, entries: 1);
        await released.ReleasedAsync(Domain.Reviews.Outcome.NotShortlisted);
        var panels = await PanelSeason.BeginAsync(host, entries: 1);
        var panelId = await panels.ReviewingAsync();
        return new Dictionary<string, Place>(StringComparer.Ordinal)
        {
            ["/Team/Entries/Appeal Input.File"] = new(await released.LeaderAsync(released.Entries[0]), $"/team/entries/{released.Entries[0].Code}/appeal", null, new() { ["Input.Reasons"] = Typed }),
            ["/Office/Panels/ImportAssignment Input.File"] = new(panels.Officer, $"/office/panels/{panelId}/assignment/import", "handler=Preview", new() { ["Input.Lines"] = Typed }, Ending: ".csv"),
            ["/Poser/Problems/Edit Input.Briefing"] = new(poser, $"/poser/problems/edit/{draft.Id}", null, new() { ["Input.Detail"] = Typed }),
            ["/Poser/Problems/Edit Input.More"] = new(poser, $"/poser/problems/edit/{draft.Id}", null, new() { ["Input.Detail"] = Typed }, "上傳選好的檔案"),
            ["/Team/Apply Input.Files"] = new(applicant, $"/team/apply/{listed.Code}", null, new() { ["Input.Scenario"] = Typed }, "儲存並上傳"),
            ["/Team/Entries/Pitch Input.Files"] = new(applicant, $"/team/entries/{applied.Code}/pitch", null, new() { ["Input.Scenario"] = Typed }, "更新提案"),
            ["/Poser/Entries/Data Input.Paper"] = new(contact, $"/poser/entries/{signing.Entry.Code}/data", null, paper),
            ["/Office/Entries/Data Input.Paper"] = new(officer, $"/office/entries/{signing.Entry.Code}/data", null, paper),
            ["/Team/Entries/Messages Input.Files"] = new(signing.Leader, $"/team/entries/{signing.Entry.Code}/messages", "#write", text),
            ["/Poser/Entries/Messages Input.Files"] = new(contact, $"/poser/entries/{signing.Entry.Code}/messages", "#write", text),
            ["/Office/Entries/Messages Input.Files"] = new(await given.Person(Roles.Officer), $"/office/entries/{signing.Entry.Code}/messages", "#write", text),
            ["/Team/Jobs/Apply Input.Cv"] = new(await given.Person(), $"/team/jobs/apply/{posting.Id}", null, new() { ["Input.Letter"] = Typed }),
            ["/Poser/Entries/Cooperation Input.Signature"] = new(contact, $"/poser/entries/{signing.Entry.Code}/cooperation", "handler=Sign", []),
            ["/Team/Submit Input.File"] = new(writing.Leader, $"/team/submit/concept/{writing.Entry.Code}", null, new() { ["Input.Text"] = Typed }, "送出"),
            ["/Team/Entries/Cooperation Input.Signature"] = new(signing.Leader, $"/team/entries/{signing.Entry.Code}/cooperation", "handler=Sign", []),
            ["/Team/Entries/Deliverables Input.File"] = new(awarded.Leader, $"/team/entries/{awarded.Entry.Code}/deliverables", "handler=Put", note),
            ["/Office/Visits/Details Input.Photos"] = new(awarded.Approver, $"/office/visits/{visit.Id}", "handler=Photos", [], Ending: ".png"),
            ["/Office/Teams/Details Input.Document"] = new(await given.Person(Roles.Officer), $"/office/teams/{waiting.Id}", null, new() { ["Input.PersonId"] = young.Id.ToString(), ["Input.Reason"] = Typed }),
            ["/Team/Milestone Input.PaperFile"] = new(awarded.Leader, await awarded.AskForAsync(4, "成果照片"), "handler=PutPaper", []),
            ["/Team/Milestone Input.File"] = new(awarded.Leader, await awarded.Address(2), "handler=AddReceipt", receipt),
        };
    }

    /// <summary>Who opens which page, what else is typed into the form, and which button is pressed.</summary>
    private sealed record Place(Person Person, string Address, string? Form, Dictionary<string, string> Fields, string? Press = null, string Ending = ".pdf");
}
