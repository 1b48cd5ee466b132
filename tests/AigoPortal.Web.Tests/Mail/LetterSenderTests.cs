using System.Collections.Concurrent;
using AigoPortal.Domain.Letters;
using AigoPortal.TestKit;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Shouldly;

namespace AigoPortal.Web.Tests.Mail;

/// <summary>The host's own sender has no mail server here; the tests run theirs.</summary>
public sealed class LetterSenderTests(PortalHost host) : IClassFixture<PortalHost>, IAsyncLifetime
{
    private SmtpSink sink = null!;

    public async Task InitializeAsync()
    {
        sink = await SmtpSink.StartAsync();
        await host.Db(db => db.Letters.ExecuteDeleteAsync());
    }

    public async Task DisposeAsync() => await sink.DisposeAsync();

    [Fact]
    public async Task ALetter_Arrives_AsPlainText_InChinese_WithItsOwnId()
    {
        var letter = await Write("lin@aigo.test", "構想審查結果😀 與很長很長很長很長很長很長很長的主旨", "林小姐 您好：\n\n.單獨一點開頭\n.\nhttps://aigo.test/team?a=1&b=2\n");
        (await Sender().SendDueAsync(CancellationToken.None)).ShouldBe(1);

        var arrived = (await sink.MessagesAsync("lin@aigo.test")).ShouldHaveSingleItem();
        arrived.Subject.ShouldBe(letter.Subject);
        arrived.Text.TrimEnd().ShouldBe(letter.Body.TrimEnd());
        arrived.ContentType.ShouldContain("text/plain");
        arrived.ContentType.ShouldContain("utf-8");
        arrived.MessageId.ShouldBe($"<{letter.Id:N}@aigo.test>");
        arrived.From.ShouldContain("portal@aigo.test");
        (await Read(letter)).Status.ShouldBe(LetterStatus.Sent);
    }

    [Fact]
    public async Task ASubjectOfTwoLines_BecomesOne()
    {
        await Write("two@aigo.test", "隊名\r\nBcc: other@aigo.test", "內文");
        await Sender().SendDueAsync(CancellationToken.None);
        (await sink.MessagesAsync("two@aigo.test")).ShouldHaveSingleItem().Subject.ShouldBe("隊名 Bcc: other@aigo.test");
        (await sink.MessagesAsync("other@aigo.test")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ARefusedLetter_WaitsLongerEachTime_AndIsGivenUp()
    {
        var clock = new Clock();
        var letter = await Write("refused@aigo.test", "主旨", "內文");
        var sender = Sender(clock);
        (await sender.SendDueAsync(CancellationToken.None)).ShouldBe(1);
        (await sender.SendDueAsync(CancellationToken.None)).ShouldBe(0, "it is not due again yet");
        var first = await Read(letter);
        (first.Status, first.Attempts).ShouldBe((LetterStatus.Queued, 1));
        first.Failure.ShouldNotBeNullOrEmpty();
        (first.NextAttemptAt - clock.GetUtcNow()).ShouldBe(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(1));

        for (var attempt = 2; attempt <= Letter.MaximumAttempts; attempt++)
        {
            clock.Now = (await Read(letter)).NextAttemptAt;
            (await sender.SendDueAsync(CancellationToken.None)).ShouldBe(1);
        }

        (await Read(letter)).Status.ShouldBe(LetterStatus.Failed);
        clock.Now = clock.Now.AddDays(30);
        (await sender.SendDueAsync(CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    public async Task ABadAddress_DoesNotHoldUpTheOthers()
    {
        await Write("refused.too@aigo.test", "主旨", "內文");
        await Write("no address at all", "主旨", "內文");
        await Write("next@aigo.test", "主旨", "內文");
        (await Sender().SendDueAsync(CancellationToken.None)).ShouldBe(3);
        (await sink.MessagesAsync("next@aigo.test")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ManySenders_SendEachLetterOnce()
    {
        await host.Db(async db =>
        {
            db.Letters.AddRange(Enumerable.Range(0, 300).Select(number => new Letter($"many{number}@aigo.test", "主旨", "內文", Now)));
            await db.SaveChangesAsync();
        });
        var sent = new ConcurrentBag<int>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var sender = Sender();
            while (await host.Db(db => db.Letters.AnyAsync(letter => letter.Status == LetterStatus.Queued && letter.NextAttemptAt <= Now)))
            {
                sent.Add(await sender.SendDueAsync(CancellationToken.None));
            }
        }));
        sent.Sum().ShouldBe(300);
        var arrived = (await sink.MessagesAsync()).Select(message => message.To).ToList();
        arrived.Count.ShouldBe(300);
        arrived.Distinct().Count().ShouldBe(300);
    }

    [Fact]
    public async Task ALetterWhoseSenderDied_IsTakenWhenItsLeaseEnds()
    {
        var letter = await Write("lease@aigo.test", "主旨", "內文");
        var clock = new Clock();
        // What a sender leaves behind that took the letter and was killed.
        await host.Db(db => db.Letters.Where(found => found.Id == letter.Id).ExecuteUpdateAsync(set => set.SetProperty(found => found.NextAttemptAt, clock.Now.AddMinutes(5))));
        (await Sender(clock).SendDueAsync(CancellationToken.None)).ShouldBe(0);
        clock.Now = clock.Now.AddMinutes(5).AddSeconds(1);
        (await Sender(clock).SendDueAsync(CancellationToken.None)).ShouldBe(1);
        (await sink.MessagesAsync("lease@aigo.test")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ARunningSender_SendsWhatIsWritten()
    {
        using var sender = Sender();
        await sender.StartAsync(CancellationToken.None);
        await Write("running@aigo.test", "主旨", "內文");
        (await sink.WaitForAsync("running@aigo.test")).ShouldHaveSingleItem();
        await sender.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task WithoutAServer_LettersWait_ExceptInDevelopment()
    {
        var letter = await Write("nobody@aigo.test", "主旨", "內文");
        using var idle = Sender(environment: "Production", port: 0);
        await idle.StartAsync(CancellationToken.None);
        await idle.ExecuteTask!;
        (await Read(letter)).Status.ShouldBe(LetterStatus.Queued);

        using var developing = Sender(environment: "Development", port: 0);
        await developing.SendDueAsync(CancellationToken.None);
        (await Read(letter)).Status.ShouldBe(LetterStatus.Sent);
        (await sink.MessagesAsync("nobody@aigo.test")).ShouldBeEmpty();
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private LetterSender Sender(TimeProvider? clock = null, string environment = "Production", int? port = null)
    {
        var smtp = new MailSettings.SmtpSettings { Host = port == 0 ? "" : "127.0.0.1", Port = port ?? sink.Port };
        return new LetterSender(
            host.Services.GetRequiredService<IServiceScopeFactory>(), Options.Create(new MailSettings { From = "AIGO <portal@aigo.test>", Smtp = smtp }),
            new Named(environment), new LetterSignal(), clock ?? TimeProvider.System, NullLogger<LetterSender>.Instance);
    }

    private async Task<Letter> Write(string to, string subject, string body)
    {
        var letter = new Letter(to, subject, body, Now);
        await host.Db(async db =>
        {
            db.Letters.Add(letter);
            await db.SaveChangesAsync();
        });
        return letter;
    }

    private Task<Letter> Read(Letter letter) => host.Db(db => db.Letters.AsNoTracking().SingleAsync(found => found.Id == letter.Id));

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = System.GetUtcNow().AddSeconds(1);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Named(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "AigoPortal.Web";

        public string ContentRootPath { get; set; } = "";

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
