using System.ComponentModel;
using AigoPortal.Domain.Problems;

namespace AigoPortal.Domain.Reviews;

/// <summary>A person as far as conflicts of interest can be told from the record.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The address; its domain tells the institution.</param>
/// <param name="Affiliation">School, employer or office.</param>
/// <param name="Ties">Further organisations and schools, one a line, as a reviewer declared them.</param>
public sealed record Affiliated(Guid PersonId, string Name, string Email, string? Affiliation, string Ties = "");

/// <summary>Everybody an entry belongs to.</summary>
/// <param name="Team">The team's members.</param>
/// <param name="Organisation">The posing organisation's name.</param>
/// <param name="Contacts">The organisation's contact persons.</param>
/// <param name="Mentors">Who mentored the problem.</param>
public sealed record EntryParties(IReadOnlyList<Affiliated> Team, string Organisation, IReadOnlyList<Affiliated> Contacts, IReadOnlyList<Guid> Mentors);

/// <summary>What a finding rests on; kept in the conflict's note by this name. Its words take what matched as <c>{0}</c>.</summary>
public enum FindingReason
{
    /// <summary>The reviewer is a member of the team.</summary>
    [Description("是團隊成員")]
    Member,

    /// <summary>The reviewer is a contact of the posing organisation.</summary>
    [Description("是「{0}」的窗口")]
    Contact,

    /// <summary>A member of the team has the reviewer's name; perhaps the same person.</summary>
    [Description("與團隊成員「{0}」同名，請確認是否同一人")]
    SameName,

    /// <summary>The reviewer works for the posing organisation.</summary>
    [Description("任職於出題單位「{0}」")]
    Organisation,

    /// <summary>The reviewer declared a tie to the posing organisation.</summary>
    [Description("聲明與出題單位「{0}」有關")]
    OrganisationTie,

    /// <summary>The reviewer's mail domain is that of a contact.</summary>
    [Description("與出題單位的窗口同用 {0} 的信箱")]
    OrganisationMail,

    /// <summary>A member shares the reviewer's school or employer.</summary>
    [Description("與團隊成員同屬「{0}」")]
    Affiliation,

    /// <summary>A member is of a school or employer that the reviewer declared a tie to.</summary>
    [Description("聲明與團隊成員所屬的「{0}」有關")]
    AffiliationTie,

    /// <summary>A member shares the reviewer's mail domain.</summary>
    [Description("與團隊成員同用 {0} 的信箱")]
    AffiliationMail,

    /// <summary>The reviewer mentored the problem.</summary>
    [Description("輔導過這個題目")]
    Mentor,
}

/// <summary>One thing that ties a reviewer to an entry.</summary>
/// <param name="Kind">The kind of conflict.</param>
/// <param name="Reason">What it rests on.</param>
/// <param name="What">The name or domain that matched.</param>
public sealed record ConflictFinding(ConflictKind Kind, FindingReason Reason, string What)
{
    private const int LongestNote = 1000;

    /// <summary>Findings as the note of a detected conflict: a line each, reason and what matched.</summary>
    public static string NoteOf(IEnumerable<ConflictFinding> findings)
    {
        var note = string.Join('\n', findings.Select(finding => $"{finding.Reason}:{finding.What.ReplaceLineEndings(" ")}"));
        return note.Length <= LongestNote ? note : note[..LongestNote];
    }

    /// <summary>Reads a detected conflict's note back; words of an unknown reason are left out.</summary>
    public static IReadOnlyList<(FindingReason Reason, string What)> Read(string note) =>
    [
        .. from line in note.Split('\n')
           let at = line.IndexOf(':', StringComparison.Ordinal)
           where at > 0 && Enum.IsDefined(typeof(FindingReason), line[..at])
           select (Enum.Parse<FindingReason>(line[..at]), line[(at + 1)..]),
    ];
}

/// <summary>
/// Conflicts of interest (利益迴避) that can be told from the record, on three sides (programme plan): reviewer and poser, reviewer and team, mentor and problem.
/// Reviewers declare the others. Names and domains are prepared once, so that many pairs are compared quickly.
/// </summary>
public static class ConflictDetection
{
    /// <summary>Everything that ties the reviewer to the entry, the strongest first; empty when nothing does.</summary>
    public static IReadOnlyList<ConflictFinding> Find(Affiliated reviewer, EntryParties entry) => Find(new ReviewerTraits(reviewer), new EntryTraits(entry));

    /// <summary>Everything that ties the reviewer to the entry, the strongest first; empty when nothing does.</summary>
    public static IReadOnlyList<ConflictFinding> Find(ReviewerTraits reviewer, EntryTraits entry)
    {
        ArgumentNullException.ThrowIfNull(reviewer);
        ArgumentNullException.ThrowIfNull(entry);
        List<ConflictFinding>? found = null;
        var isMember = false;
        foreach (var member in entry.Members)
        {
            if (member.PersonId == reviewer.PersonId)
            {
                isMember = true;
                Add(ConflictKind.Involved, FindingReason.Member, member.Name);
            }
            else if (member.Key.Length >= 2 && string.Equals(member.Key, reviewer.NameKey, StringComparison.Ordinal))
            {
                Add(ConflictKind.Involved, FindingReason.SameName, member.Name);
            }
        }

        if (entry.Contacts.Contains(reviewer.PersonId))
        {
            Add(ConflictKind.Involved, FindingReason.Contact, entry.OrganisationName);
        }

        if (InstitutionName.IsSame(reviewer.House, entry.Organisation))
        {
            Add(ConflictKind.Organisation, FindingReason.Organisation, entry.OrganisationName);
        }
        else if (reviewer.Ties.Any(tie => InstitutionName.IsSame(tie, entry.Organisation)))
        {
            Add(ConflictKind.Organisation, FindingReason.OrganisationTie, entry.OrganisationName);
        }

        if (reviewer.Domain is { } domain && entry.ContactDomains.Contains(domain))
        {
            Add(ConflictKind.Organisation, FindingReason.OrganisationMail, domain);
        }

        if (!isMember)
        {
            foreach (var (house, name) in entry.Houses)
            {
                if (InstitutionName.IsSame(reviewer.House, house))
                {
                    Add(ConflictKind.Affiliation, FindingReason.Affiliation, name);
                }
                else if (reviewer.Ties.Any(tie => InstitutionName.IsSame(tie, house)))
                {
                    Add(ConflictKind.Affiliation, FindingReason.AffiliationTie, name);
                }
            }

            if (reviewer.Domain is { } shared && entry.MemberDomains.Contains(shared))
            {
                Add(ConflictKind.Affiliation, FindingReason.AffiliationMail, shared);
            }
        }

        if (entry.Mentors.Contains(reviewer.PersonId))
        {
            Add(ConflictKind.Mentor, FindingReason.Mentor, "");
        }

        return found ?? [];

        void Add(ConflictKind kind, FindingReason reason, string what) => (found ??= []).Add(new ConflictFinding(kind, reason, what));
    }
}

/// <summary>A reviewer, made ready to be compared with many entries.</summary>
public sealed class ReviewerTraits(Affiliated reviewer)
{
    /// <summary>The person.</summary>
    public Guid PersonId { get; } = reviewer.PersonId;

    internal string NameKey { get; } = Organisation.Normalize(reviewer.Name);

    internal InstitutionName House { get; } = new(reviewer.Affiliation);

    internal InstitutionName[] Ties { get; } = [.. reviewer.Ties.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(tie => new InstitutionName(tie))];

    internal string? Domain { get; } = MailDomain.InstitutionOf(reviewer.Email);
}

/// <summary>An entry, made ready to be compared with many reviewers.</summary>
public sealed class EntryTraits(EntryParties entry)
{
    internal (Guid PersonId, string Name, string Key)[] Members { get; } = [.. entry.Team.Select(member => (member.PersonId, member.Name, Problems.Organisation.Normalize(member.Name)))];

    internal string OrganisationName { get; } = entry.Organisation;

    internal InstitutionName Organisation { get; } = new(entry.Organisation);

    internal HashSet<Guid> Contacts { get; } = [.. entry.Contacts.Select(contact => contact.PersonId)];

    internal HashSet<string> ContactDomains { get; } = [.. entry.Contacts.Select(contact => MailDomain.InstitutionOf(contact.Email)).OfType<string>()];

    internal (InstitutionName House, string Name)[] Houses { get; } =
        [.. entry.Team.Select(member => member.Affiliation?.Trim()).OfType<string>().Distinct(StringComparer.Ordinal).Select(name => (new InstitutionName(name), name))];

    internal HashSet<string> MemberDomains { get; } = [.. entry.Team.Select(member => MailDomain.InstitutionOf(member.Email)).OfType<string>()];

    internal HashSet<Guid> Mentors { get; } = [.. entry.Mentors];
}
