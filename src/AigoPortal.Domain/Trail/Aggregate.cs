namespace AigoPortal.Domain.Trail;

/// <summary>A thing that changes as one, knows its version, and remembers what was done to it until it is saved.</summary>
public abstract class Aggregate
{
    private readonly List<Trace> _traces = [];

    /// <summary>Identity, given at creation and ordered by time.</summary>
    public Guid Id { get; protected set; }

    /// <summary>Changes with every save; a save that started from another version is refused.</summary>
    public Guid Version { get; private set; }

    /// <summary>What was done since the aggregate was loaded; written to the audit trail in the same transaction.</summary>
    public IReadOnlyList<Trace> Traces => _traces;

    /// <summary>Empties <see cref="Traces"/> once they are written.</summary>
    public void ForgetTraces() => _traces.Clear();

    /// <summary>Remembers one act.</summary>
    protected void Trace(Actor by, string verb, string? why = null) => _traces.Add(new Trace(by, verb, why));
}

/// <summary>One act on an aggregate.</summary>
/// <param name="By">Who and when.</param>
/// <param name="Verb">The verb's code, such as <c>problem.submit</c>.</param>
/// <param name="Why">The reason given, if one was asked for.</param>
public sealed record Trace(Actor By, string Verb, string? Why);

/// <summary>A line of the audit trail; never changed.</summary>
public sealed class AuditEvent
{
    private AuditEvent()
    {
    }

    /// <summary>Writes one act on one subject.</summary>
    public AuditEvent(Trace trace, string subjectKind, Guid subjectId)
    {
        Id = Guid.CreateVersion7(trace.By.At);
        At = trace.By.At;
        PersonId = trace.By.PersonId;
        PersonName = trace.By.Name;
        Origin = trace.By.Origin;
        Verb = trace.Verb;
        Why = trace.Why;
        SubjectKind = subjectKind;
        SubjectId = subjectId;
    }

    /// <summary>Identity, ordered by time.</summary>
    public Guid Id { get; private set; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who did it; empty for the portal.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The name at that moment.</summary>
    public string PersonName { get; private set; } = "";

    /// <summary>The network address.</summary>
    public string? Origin { get; private set; }

    /// <summary>The verb's code.</summary>
    public string Verb { get; private set; } = "";

    /// <summary>The reason given.</summary>
    public string? Why { get; private set; }

    /// <summary>The kind of thing it was done to, such as <c>Problem</c>.</summary>
    public string SubjectKind { get; private set; } = "";

    /// <summary>The thing it was done to.</summary>
    public Guid SubjectId { get; private set; }
}
