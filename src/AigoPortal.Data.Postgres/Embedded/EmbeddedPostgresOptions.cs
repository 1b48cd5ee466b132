namespace AigoPortal.Data.Postgres.Embedded;

/// <summary>How the portal's own PostgreSQL is to run.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>Where the data live; when null, <c>.data/postgres</c> beside the folder that holds the npm packages.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Whether committed work survives a power failure. Tests say no and gain speed.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>How many connections the server accepts at once.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>npm's folder with the server's binaries; when null, found by walking up from the portal and the current folder.</summary>
    public string? NodeModules { get; init; }

    /// <summary>How long a start may take, crash recovery included.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromMinutes(3);
}
