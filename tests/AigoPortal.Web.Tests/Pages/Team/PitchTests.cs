using System.Net;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Team;

/// <summary>The pitch while it is written, sent and amended: nothing is lost unseen, and only the team, the poser and the office read it.</summary>
public sealed class PitchTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);
    private Round _round = null!;
    private Problem _problem = null!;
    private Person _poser = null!;
    private Person _leader = null!;
    private Person _member = null!;
    private Domain.Teams.Team _team = null!;

    private string Address => $"/team/apply/{_problem.Code}";

    [Fact]
    public async Task AMemberWrites_TheLeaderGoesOn_AndSendsItWithItsFile()
    {
        await ArrangeAsync();
        var (member, leader) = (await host.As(_member), await host.As(_leader));

        (await member.PostAsync(Address, Pitch("隊員寫的"), files: One("作品集.pdf"), press: "儲存並上傳")).WasAccepted.ShouldBeTrue();
        (await leader.GetAsync("/team")).Page.QuerySelector($"a[href='/team/apply/{_problem.Code!.ToLowerInvariant()}'], a[href='/team/apply/{_problem.Code}']").ShouldNotBeNull();
        var form = await leader.GetAsync(Address);
        form.ValueOf("Input.Scenario").ShouldBe("隊員寫的");
        form.Text.ShouldContain("作品集.pdf");
        form.Text.ShouldContain("4／4000");
        (await member.PostAsync(Address, Pitch("隊員想送出"))).Text.ShouldContain("這件事要由隊長來做");
        (await leader.PostAsync(Address, Pitch("隊長改過"))).WasAccepted.ShouldBeTrue();

        var entry = await host.Db(db => db.Entries.SingleAsync(entry => entry.ProblemId == _problem.Id));
        (entry.Pitch.Scenario, entry.Attachments.Count).ShouldBe(("隊長改過", 1));
        (await host.Db(db => db.PitchDrafts.CountAsync(draft => draft.ProblemId == _problem.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task Autosave_KeepsWhatIsTyped_AndTellsTheSecondTab()
    {
        await ArrangeAsync();
        var (leader, member) = (await host.As(_leader), await host.As(_member));
        var first = await leader.ForgeAsync("/team/payee", $"{Address}?handler=Autosave", Pitch("第一頁"));
        first.Status.ShouldBe(HttpStatusCode.OK);
        first.Text.ShouldContain("已自動儲存");

        var second = await member.ForgeAsync("/team/payee", $"{Address}?handler=Autosave", Pitch("第二頁"));

        second.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        second.Text.ShouldContain(_leader.Name);
        second.Text.ShouldContain("第一頁");
        var seen = second.Page.QuerySelector("button[name=Seen]")!.GetAttribute("value")!;
        (await DraftAsync()).Pitch.Scenario.ShouldBe("第一頁");
        (await member.ForgeAsync("/team/payee", $"{Address}?handler=Draft", new Dictionary<string, string>(Pitch("第二頁")) { ["Seen"] = seen })).WasAccepted.ShouldBeTrue();
        (await DraftAsync()).Pitch.Scenario.ShouldBe("第二頁");
        var goesOn = new Dictionary<string, string>(Pitch("接著寫")) { ["Input.Version"] = (await DraftAsync()).Version.ToString() };
        (await leader.ForgeAsync("/team/payee", $"{Address}?handler=Autosave", goesOn)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ASixthFile_IsRefused_AndOneIsRemoved()
    {
        await ArrangeAsync();
        var leader = await host.As(_leader);
        for (var number = 1; number <= 5; number++)
        {
            (await leader.PostAsync(Address, Pitch("有附件"), files: One($"附件{number}.pdf"), press: "儲存並上傳")).WasAccepted.ShouldBeTrue();
        }

        (await leader.PostAsync(Address, Pitch("有附件"), files: One("第六個.pdf"), press: "儲存並上傳")).Text.ShouldContain("附件最多 5 個");
        (await leader.PostAsync(Address, Pitch("有附件"), press: "移除 附件1.pdf")).WasAccepted.ShouldBeTrue();
        (await DraftAsync()).Attachments.Count.ShouldBe(4);
    }

    [Fact]
    public async Task OnlyTheLeader_DiscardsTheDraft()
    {
        await ArrangeAsync();
        var (leader, member) = (await host.As(_leader), await host.As(_member));
        await member.PostAsync(Address, Pitch("草稿"), press: "儲存草稿");

        (await member.ForgeAsync("/team/payee", $"{Address}?handler=Discard", new Dictionary<string, string>())).Text.ShouldContain("這件事要由隊長來做");
        (await leader.PostAsync(Address, form: "handler=Discard")).WasAccepted.ShouldBeTrue();

        (await host.Db(db => db.PitchDrafts.CountAsync(draft => draft.TeamId == _team.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task AnAmendment_KeepsTheEarlierVersion_UntilThePoserAnswers()
    {
        await ArrangeAsync();
        var entry = await _given.Entry(_round, _problem, _team, EntryStatus.Applied);
        var (leader, poser) = (await host.As(_leader), await host.As(_poser));
        var address = $"/team/entries/{entry.Code}/pitch";
        var stale = (await leader.GetAsync(address)).ValueOf("Input.Version")!;

        (await leader.PostAsync(address, Pitch("改得更好"), files: One("補充.pdf"))).WasAccepted.ShouldBeTrue();
        (await leader.ForgeAsync(address, address, new Dictionary<string, string>(Pitch("舊的一頁")) { ["Input.Version"] = stale })).Text.ShouldContain("資料剛剛被其他人更新");
        (await (await host.As(_member)).ForgeAsync("/team/payee", address, Pitch("隊員改"))).Text.ShouldContain("這件事要由隊長來做");

        var read = await poser.GetAsync($"/poser/entries/{entry.Code}");
        foreach (var said in new[] { "改得更好", "補充.pdf", "更新於", "先前的第 1 版", "急診判讀" })
        {
            read.Text.ShouldContain(said);
        }

        (await poser.PostAsync($"/poser/entries/{entry.Code}", new Dictionary<string, string> { ["Input.Word"] = "好" }, "handler=Accept", press: "接受申請")).WasAccepted.ShouldBeTrue();
        (await leader.ForgeAsync("/team/payee", address, Pitch("太晚了"))).Text.ShouldContain("提案不能再修改");
    }

    [Fact]
    public async Task EachRoleAndRelation_ReadsWhatIsTheirs_AndNothingElse()
    {
        await ArrangeAsync();
        var (leader, wrong) = (await host.As(_leader), new List<string>());
        await leader.PostAsync(Address, Pitch("秘密草稿"), files: One("草稿.pdf"), press: "儲存並上傳");
        var draftFile = (await DraftAsync()).Attachments[0].FileId;
        var matched = await _given.Entry(_round, await SecondAsync(), _team);
        var (pitchFile, paper) = (await _given.File(_leader, "提案.pdf"), await _given.File(_poser, "合約.pdf"));
        await host.Db(async db =>
        {
            var entry = await db.Entries.SingleAsync(found => found.Id == matched.Id);
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "EntryAttachments" ("EntryId", "FileId", "Order") VALUES ({matched.Id}, {pitchFile.Id}, 1)""");
            var note = new PoserNote(entry, _given.By(_poser));
            note.Write("內部評語", 4, _given.By(_poser));
            db.PoserNotes.Add(note);
            db.DataAccesses.Add(new DataAccess(entry, DataAccessKind.Nda, paper, "X 光", new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30), _given.By(_poser)));
            await db.SaveChangesAsync();
        });
        var rival = await _given.Person();
        await _given.Team(_round, rival, await _given.Person());
        var stranger = await _given.Person(Roles.Poser);
        await _given.Organisation(stranger);
        var readers = new (string Role, PortalClient Browser, string Reads)[]
        {
            ("leader", leader, "draft pitch draft-file pitch-file paper"),
            ("member", await host.As(_member), "draft pitch draft-file pitch-file paper"),
            ("poser", await host.As(_poser), "answer notes data pitch-file paper"),
            ("another team", await host.As(rival), ""),
            ("another organisation", await host.As(stranger), ""),
            ("officer", await host.As(await _given.Person(Roles.Officer)), "office pitch-file paper"),
            ("auditor", await host.As(await _given.Person(Roles.Auditor)), "pitch-file paper"),
            ("reviewer without the entry", await host.As(await _given.Person(Roles.Reviewer)), ""),
            ("visitor", host.Visitor(), ""),
        };
        var things = new (string Thing, string Address, string Shows)[]
        {
            ("draft", Address, "秘密草稿"), ("pitch", $"/team/entries/{matched.Code}/pitch", "急診判讀"), ("answer", $"/poser/entries/{matched.Code}", "急診判讀"),
            ("notes", $"/poser/problems/{matched.ProblemId}/applications", "內部評語"), ("data", $"/poser/entries/{matched.Code}/data", "合約.pdf"),
            ("office", $"/office/entries/{matched.Code}", "合約.pdf"), ("draft-file", $"/files/{draftFile}", ""), ("pitch-file", $"/files/{pitchFile.Id}", ""), ("paper", $"/files/{paper.Id}", ""),
        };
        foreach (var (role, browser, reads) in readers)
        {
            foreach (var (thing, address, shows) in things)
            {
                using var answer = await browser.GetRawAsync(address);
                var body = await answer.Content.ReadAsStringAsync();
                var has = answer.StatusCode == HttpStatusCode.OK && body.Contains(shows, StringComparison.Ordinal);
                if (has != reads.Split(' ').Contains(thing))
                {
                    wrong.Add($"{role}, {thing}: {(int)answer.StatusCode}");
                }

                if (thing != "notes" && body.Contains("內部評語", StringComparison.Ordinal))
                {
                    wrong.Add($"{role} reads the notes on {address}");
                }
            }
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private static Dictionary<string, string> Pitch(string scenario) => new()
    {
        ["Input.TrackRecord"] = "曾獲獎",
        ["Input.Expertise"] = "電腦視覺",
        ["Input.Scenario"] = scenario,
        ["Input.Technique"] = "3D-CNN",
        ["Input.DataPlan"] = "三個月",
        ["Input.ExpectedBenefit"] = "縮短判讀時間",
    };

    private static Dictionary<string, Upload> One(string name) => new() { ["Input.Files"] = Upload.Pdf(name) };

    private Task<PitchDraft> DraftAsync() => host.Db(db => db.PitchDrafts.AsNoTracking().SingleAsync(draft => draft.TeamId == _team.Id));

    private async Task<Problem> SecondAsync()
    {
        var organisation = await host.Db(db => db.Organisations.AsNoTracking().SingleAsync(found => found.Id == _problem.OrganisationId));
        return await _given.Problem(_round, organisation, _poser, slot: 2);
    }

    private async Task ArrangeAsync()
    {
        _round = await _given.Round();
        (_poser, _leader, _member) = (await _given.Person(Roles.Poser), await _given.Person(), await _given.Person());
        _problem = await _given.Problem(_round, await _given.Organisation(_poser), _poser);
        _team = await _given.Team(_round, _leader, _member);
    }
}
