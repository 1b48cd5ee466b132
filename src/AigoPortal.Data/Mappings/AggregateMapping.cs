using AigoPortal.Domain.Trail;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

/// <summary>What all aggregates share, and checks written once for both databases.</summary>
internal static class AggregateMapping
{
    /// <summary>Identity given by the domain, version as concurrency token, no traces.</summary>
    public static void IsAggregate<T>(this EntityTypeBuilder<T> entity)
        where T : Aggregate
    {
        entity.HasKey(aggregate => aggregate.Id);
        entity.Property(aggregate => aggregate.Id).ValueGeneratedNever();
        entity.Property(aggregate => aggregate.Version).IsConcurrencyToken();
        entity.Ignore(aggregate => aggregate.Traces);
    }

    /// <summary>
    /// Holds the transition table in the database: state and earlier state must be a pair it allows, even if the code forgets.
    /// </summary>
    public static void HoldsTransitions<TStatus, TAction>(this TableBuilder table, Func<TStatus, TAction, TStatus?> following, TStatus initial)
        where TStatus : struct, Enum
        where TAction : struct, Enum
    {
        var pairs = Enum.GetValues<TStatus>()
            .SelectMany(from => Enum.GetValues<TAction>().Select(action => (From: from, To: following(from, action))))
            .Where(pair => pair.To is not null)
            .Select(pair => (pair.From, To: pair.To!.Value))
            .Append((From: initial, To: initial))
            .Distinct()
            .GroupBy(pair => pair.From)
            .Select(group => $"(\"PreviousStatus\" = '{group.Key}' AND \"Status\" IN ({string.Join(", ", group.Select(pair => $"'{pair.To}'"))}))");
        table.HasCheckConstraint($"CK_{table.Name}_Transition", string.Join(" OR ", pairs));
    }

    /// <summary>A named check, in SQL that both databases read.</summary>
    public static void Holds(this TableBuilder table, string name, string condition) => table.HasCheckConstraint($"CK_{table.Name}_{name}", condition);
}
