using System.ComponentModel;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Problems;

/// <summary>Kinds of posing organisations (AIGO briefing, 出題).</summary>
public enum OrganisationKind
{
    /// <summary>產業.</summary>
    [Description("產業")]
    Industry,

    /// <summary>地方政府.</summary>
    [Description("地方政府")]
    LocalGovernment,

    /// <summary>中央部會.</summary>
    [Description("中央部會")]
    Ministry,

    /// <summary>公共場域.</summary>
    [Description("公共場域")]
    PublicSite,
}

/// <summary>An organisation that poses problems (出題單位).</summary>
public sealed class Organisation : Aggregate
{
    private readonly List<OrganisationContact> _contacts = [];

    private Organisation()
    {
    }

    /// <summary>An organisation with its first contact person.</summary>
    public Organisation(string name, OrganisationKind kind, Guid contactId, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        Rename(name, kind);
        _contacts.Add(new OrganisationContact(contactId));
        Trace(by, "organisation.create");
    }

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name without spaces and case; unique.</summary>
    public string NormalizedName { get; private set; } = "";

    /// <summary>Its kind.</summary>
    public OrganisationKind Kind { get; private set; }

    /// <summary>People who act for it.</summary>
    public IReadOnlyList<OrganisationContact> Contacts => _contacts;

    /// <summary>Counts submissions; touching it first makes simultaneous submissions wait for each other.</summary>
    public int SubmissionTicket { get; private set; }

    /// <summary>A public body's problem is shown as 公共議題.</summary>
    public bool IsPublicBody => Kind != OrganisationKind.Industry;

    /// <summary>Corrects name and kind.</summary>
    public void Describe(string name, OrganisationKind kind, Actor by)
    {
        Rename(name, kind);
        Trace(by, "organisation.describe");
    }

    /// <summary>How names are compared.</summary>
    public static string Normalize(string name) => string.Concat(name.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();

    private void Rename(string name, OrganisationKind kind) => (Name, NormalizedName, Kind) = (name.Trim(), Normalize(name), kind);
}

/// <summary>A person who acts for an organisation (窗口).</summary>
/// <param name="PersonId">The person.</param>
public sealed record OrganisationContact(Guid PersonId);
