using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.TestKit;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Shouldly;

namespace AigoPortal.Web.Tests.Mail;

public sealed class DecisionLettersByMailTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task EachReader_GetsTheDecisionInTheirLanguage_AsTextAndAsAPage()
    {
        await using var sink = await SmtpSink.StartAsync();
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var entry = season.Entries[0];
        var leader = await season.LeaderAsync(entry);
        await host.Db(async db =>
        {
            var poser = await db.People.SingleAsync(person => person.Id == season.Poser.Id);
            poser.Describe(new PersonProfile("Ms Chen <b>", null, poser.BirthDate, "TW", poser.Gender, "en"), season.Given.By(poser));
            await db.SaveChangesAsync();
        });
        var panelId = await season.ReviewingAsync();
        await season.ScoreAsync(season.Reviewers[0], entry, 80, 80, 80, 80);
        await season.PassOnAsync(panelId, entry, season.Reviewers[0], "# 先補資料\n<img src=x> [連結](http://evil.test)");
        await season.DecideAsync(panelId, entry, Outcome.NotShortlisted);
        await season.ReleaseAsync(panelId);

        using var sender = new LetterSender(
            host.Services.GetRequiredService<IServiceScopeFactory>(),
            Options.Create(new MailSettings { From = "AIGO <portal@aigo.test>", Smtp = new MailSettings.SmtpSettings { Host = "127.0.0.1", Port = sink.Port } }),
            host.Services.GetRequiredService<IHostEnvironment>(), new LetterSignal(), TimeProvider.System, NullLogger<LetterSender>.Instance);
        while (await sender.SendDueAsync(CancellationToken.None) > 0)
        {
        }

        var chinese = (await sink.MessagesAsync(leader.Email)).Single(letter => letter.Subject.Contains("審查結果", StringComparison.Ordinal));
        chinese.Subject.ShouldBe($"構想審查結果：{entry.Code}");
        chinese.ContentType.ShouldContain("multipart/alternative");
        chinese.Text.ShouldContain("未入圍");
        chinese.Text.ShouldContain("# 先補資料\n<img src=x> [連結](http://evil.test)");
        chinese.Html.ShouldContain("<strong>未入圍</strong>");
        chinese.Html.ShouldContain("lang=\"zh-Hant\"");
        chinese.Html.ShouldNotContain("<img");
        chinese.Html.ShouldNotContain("href=\"http://evil.test");
        chinese.Html.ShouldContain($"/team/entries/{entry.Code}");

        var english = (await sink.MessagesAsync(season.Poser.Email)).Single(letter => letter.Subject.StartsWith("Result of the", StringComparison.Ordinal));
        english.Text.ShouldContain("Ms Chen <b>");
        english.Html.ShouldNotContain("<b>");
        english.Html.ShouldContain("lang=\"en\"");
        english.Text.ShouldNotContain("先補資料");
    }
}
