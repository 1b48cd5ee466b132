using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Reviews;

/// <summary>A version of a panel's criteria that another one replaced.</summary>
public sealed class EarlierCriteria
{
    private readonly List<PanelCriterion> _criteria = [];

    private EarlierCriteria()
    {
    }

    internal EarlierCriteria(int number, IEnumerable<PanelCriterion> criteria, Actor by)
    {
        (Number, ReplacedBy, ReplacedAt) = (number, by.Name, by.At);
        _criteria.AddRange(criteria);
    }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>The name of the officer who replaced it, as it stood then.</summary>
    public string ReplacedBy { get; private set; } = "";

    /// <summary>When it was replaced.</summary>
    public DateTimeOffset ReplacedAt { get; private set; }

    /// <summary>The criteria, in order.</summary>
    public IReadOnlyList<PanelCriterion> Criteria => _criteria;
}
