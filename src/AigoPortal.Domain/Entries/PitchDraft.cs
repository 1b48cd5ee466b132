using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Entries;

/// <summary>A pitch that is being written, by any member of the team; the leader sends it. One a team and problem.</summary>
public sealed class PitchDraft : Aggregate
{
    private readonly List<PitchAttachment> _attachments = [];

    private PitchDraft()
    {
    }

    /// <summary>A member begins to write.</summary>
    public PitchDraft(Problem problem, Team team, Actor by)
    {
        Rule.Require(PitchRules.IsMember(team, by.PersonId));
        Id = Guid.CreateVersion7(by.At);
        (RoundId, ProblemId, TeamId) = (team.RoundId, problem.Id, team.Id);
        (SavedAt, SavedById, SavedByName) = (by.At, by.PersonId, by.Name);
        Trace(by, "pitch.begin");
    }

    /// <summary>Its round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>The problem.</summary>
    public Guid ProblemId { get; private set; }

    /// <summary>The team.</summary>
    public Guid TeamId { get; private set; }

    /// <summary>What is written so far.</summary>
    public Pitch Pitch { get; private set; } = Pitch.Empty;

    /// <summary>Its files.</summary>
    public IReadOnlyList<PitchAttachment> Attachments => _attachments;

    /// <summary>When it was last saved.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Who saved it last.</summary>
    public Guid SavedById { get; private set; }

    /// <summary>Their name at that moment.</summary>
    public string SavedByName { get; private set; } = "";

    /// <summary>Keeps what is written; also after the matching's end, so that nothing is lost.</summary>
    public void Write(Pitch pitch, Actor by)
    {
        Pitch = pitch;
        Saved(by);
    }

    /// <summary>Its files are these, in this order.</summary>
    public void Attach(IReadOnlyList<Guid> files, Actor by)
    {
        Rule.Require(EntryRules.AttachmentsAreFew(files.Distinct().Count()));
        PitchAttachment.Replace(_attachments, files);
        Saved(by);
    }

    private void Saved(Actor by) => (SavedAt, SavedById, SavedByName) = (by.At, by.PersonId, by.Name);
}

/// <summary>The rules of pitches that are being written.</summary>
public static class PitchRules
{
    /// <summary>The draft is the team's own.</summary>
    public static BrokenRule? IsMember(Team team, Guid personId) =>
        team.Members.Any(member => member.PersonId == personId) ? null : new BrokenRule("pitch.member", "", "只有團隊成員可以寫提案。");
}
