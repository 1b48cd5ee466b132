namespace AigoPortal.Data.Catalogue;

/// <summary>
/// A public problem, or an organisation that may have some, was changed: written in the transaction of the change, so that every node
/// that keeps the catalogue in memory learns of it.
/// </summary>
public sealed class CatalogueChange
{
    /// <summary>Given by the database; two that are saved at the same time may become visible in the other order.</summary>
    public long Id { get; init; }

    /// <summary>The problem or the organisation.</summary>
    public required Guid SubjectId { get; init; }
}
