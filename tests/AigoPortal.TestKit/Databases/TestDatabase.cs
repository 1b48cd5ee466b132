namespace AigoPortal.TestKit.Databases;

/// <summary>A migrated database that belongs to one test class and goes away with it.</summary>
public sealed record TestDatabase(string Provider, string ConnectionString) : IAsyncDisposable
{
    public const string Postgres = "Postgres";
    public const string SqlServer = "SqlServer";

    internal Func<ValueTask>? Drop { get; init; }

    public ValueTask DisposeAsync() => Drop is null ? ValueTask.CompletedTask : Drop();

    internal static string NewName() => $"aigo_test_{Guid.NewGuid():N}";
}
