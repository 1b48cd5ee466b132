namespace AigoPortal.Data.Postgres.Embedded;

/// <summary>The embedded server can't run; the message says why and what to do.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    /// <summary>Creates the exception without a sentence.</summary>
    public EmbeddedPostgresException()
    {
    }

    /// <summary>Creates the exception with its sentence.</summary>
    public EmbeddedPostgresException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with its sentence and cause.</summary>
    public EmbeddedPostgresException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
