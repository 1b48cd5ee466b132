namespace AigoPortal.Data.Keys;

/// <summary>A data-protection key, shared by all nodes through the database.</summary>
public sealed class DataProtectionKey
{
    /// <summary>Identity.</summary>
    public int Id { get; private set; }

    /// <summary>The name the framework gives it.</summary>
    public required string Name { get; init; }

    /// <summary>The key as XML.</summary>
    public required string Xml { get; init; }
}
