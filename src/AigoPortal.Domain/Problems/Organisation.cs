using System.ComponentModel;
using AigoPortal.Domain.Rules;
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
    public Organisation(string name, OrganisationKind kind, Guid contactId, Actor by, string? companyNumber = null)
    {
        Id = Guid.CreateVersion7(by.At);
        Rename(name, kind, companyNumber);
        _contacts.Add(new OrganisationContact(contactId));
        Trace(by, "organisation.create");
    }

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name without spaces and case; unique.</summary>
    public string NormalizedName { get; private set; } = "";

    /// <summary>Its kind.</summary>
    public OrganisationKind Kind { get; private set; }

    /// <summary>統一編號 of a company; unique. Public bodies are known by their names.</summary>
    public string? CompanyNumber { get; private set; }

    /// <summary>People who act for it.</summary>
    public IReadOnlyList<OrganisationContact> Contacts => _contacts;

    /// <summary>Counts submissions; touching it first makes simultaneous submissions wait for each other.</summary>
    public int SubmissionTicket { get; private set; }

    /// <summary>A public body's problem is shown as 公共議題.</summary>
    public bool IsPublicBody => Kind != OrganisationKind.Industry;

    /// <summary>Corrects name, kind and number.</summary>
    public void Describe(string name, OrganisationKind kind, string? companyNumber, Actor by)
    {
        Rename(name, kind, companyNumber);
        Trace(by, "organisation.describe");
    }

    /// <summary>One more person acts for it.</summary>
    public void AddContact(Guid personId, Actor by)
    {
        Rule.Require(_contacts.Any(contact => contact.PersonId == personId) ? new BrokenRule("organisation.contact-already", "Email", "這個人已經是貴單位的窗口。") : null);
        _contacts.Add(new OrganisationContact(personId));
        Trace(by, "organisation.add-contact");
    }

    /// <summary>A person no longer acts for it; somebody always does.</summary>
    public void RemoveContact(Guid personId, Actor by)
    {
        Rule.Require(OrganisationRules.IsContact(this, personId));
        Rule.Require(OrganisationRules.KeepsAContact(_contacts.Count));
        _contacts.RemoveAll(contact => contact.PersonId == personId);
        Trace(by, "organisation.remove-contact");
    }

    /// <summary>Who acts leaves their place to another contact.</summary>
    public void HandOver(Guid successorId, Actor by)
    {
        Rule.Require(OrganisationRules.IsContact(this, successorId));
        RemoveContact(by.PersonId, by);
    }

    /// <summary>How names are compared.</summary>
    public static string Normalize(string name) => string.Concat(name.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();

    private void Rename(string name, OrganisationKind kind, string? companyNumber)
    {
        var number = kind == OrganisationKind.Industry && !string.IsNullOrEmpty(companyNumber) ? companyNumber : null;
        Rule.Require(OrganisationRules.NumberIsRight(number));
        (Name, NormalizedName, Kind, CompanyNumber) = (name.Trim(), Normalize(name), kind, number);
    }
}

/// <summary>A person who acts for an organisation (窗口).</summary>
/// <param name="PersonId">The person.</param>
public sealed record OrganisationContact(Guid PersonId);
