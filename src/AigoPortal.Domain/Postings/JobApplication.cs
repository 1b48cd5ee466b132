using AigoPortal.Domain.People;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Postings;

/// <summary>A participant's answer to a posting (應徵), with what they said of themself when they applied.</summary>
public sealed class JobApplication : Aggregate
{
    private readonly List<ApplicantSkill> _skills = [];

    private JobApplication()
    {
    }

    /// <summary>Applies.</summary>
    /// <param name="posting">An open posting.</param>
    /// <param name="person">The applicant, with skills.</param>
    /// <param name="letter">Why, in the applicant's words.</param>
    /// <param name="cvFileId">履歷, if there is one.</param>
    /// <param name="by">The applicant.</param>
    public JobApplication(Posting posting, Person person, string letter, Guid? cvFileId, Actor by)
    {
        Rule.Require(PostingRules.TakesApplications(posting, by.At));
        Rule.Require(PostingRules.LetterSaysSomething(letter));
        Id = Guid.CreateVersion7(by.At);
        (PostingId, PersonId, Name, Email, Affiliation) = (posting.Id, person.Id, person.Name, person.Email, person.Affiliation);
        (Letter, CvFileId, AppliedAt) = (letter, cvFileId, by.At);
        _skills.AddRange(person.Skills.Select(skill => new ApplicantSkill(skill.Kind, skill.Name, skill.Level)));
        Status = PreviousStatus = ApplicationStatus.Applied;
        Trace(by, "application.apply");
    }

    /// <summary>The posting.</summary>
    public Guid PostingId { get; private set; }

    /// <summary>The applicant.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The name as it stood.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where the poser writes to; reaches the poser by the application only.</summary>
    public string Email { get; private set; } = "";

    /// <summary>School or employer as it stood.</summary>
    public string? Affiliation { get; private set; }

    /// <summary>Skills as they stood.</summary>
    public IReadOnlyList<ApplicantSkill> Skills => _skills;

    /// <summary>Why, in the applicant's words.</summary>
    public string Letter { get; private set; } = "";

    /// <summary>履歷.</summary>
    public Guid? CvFileId { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public ApplicationStatus Status { get; private set; }

    /// <summary>The state before; with <see cref="Status"/> a pair of the transition table.</summary>
    public ApplicationStatus PreviousStatus { get; private set; }

    /// <summary>When the person applied.</summary>
    public DateTimeOffset AppliedAt { get; private set; }

    /// <summary>When they were invited to an interview, if they were.</summary>
    public DateTimeOffset? InvitedAt { get; private set; }

    /// <summary>When the place was offered, if it was.</summary>
    public DateTimeOffset? OfferedAt { get; private set; }

    /// <summary>The poser's last word.</summary>
    public string? Answer { get; private set; }

    /// <summary>When somebody acted on it last.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>The poser invites, offers or declines.</summary>
    /// <param name="action">Invite, Offer or Decline.</param>
    /// <param name="word">What the applicant reads.</param>
    /// <param name="by">The poser.</param>
    public void AnswerWith(ApplicationAction action, string word, Actor by)
    {
        Rule.Require(PostingRules.AnswerSaysSomething(word));
        Become(action, by, word);
        Answer = word;
        InvitedAt = action == ApplicationAction.Invite ? by.At : InvitedAt;
        OfferedAt = action == ApplicationAction.Offer ? by.At : OfferedAt;
    }

    /// <summary>The applicant accepts the offer and takes one of the openings.</summary>
    public void Accept(Posting posting, Actor by)
    {
        Rule.Require(PostingRules.IsApplicant(this, by.PersonId));
        var next = ApplicationStatuses.Next(Status, ApplicationAction.Accept);
        posting.Take(by);
        (PreviousStatus, Status, ChangedAt) = (Status, next, by.At);
        Trace(by, "application.accept");
    }

    /// <summary>The applicant takes it back.</summary>
    public void Withdraw(Actor by)
    {
        Rule.Require(PostingRules.IsApplicant(this, by.PersonId));
        Become(ApplicationAction.Withdraw, by, null);
    }

    private void Become(ApplicationAction action, Actor by, string? why)
    {
        (PreviousStatus, Status, ChangedAt) = (Status, ApplicationStatuses.Next(Status, action), by.At);
        Trace(by, $"application.{Verb(action)}", why);
    }

    private static string Verb(ApplicationAction action) => action switch
    {
        ApplicationAction.Invite => "invite",
        ApplicationAction.Offer => "offer",
        ApplicationAction.Decline => "decline",
        _ => "withdraw",
    };
}

/// <summary>A skill as it stood when the person applied.</summary>
/// <param name="Kind">Technology or industry.</param>
/// <param name="Name">The word of the list that problems use.</param>
/// <param name="Level">How far the person had come.</param>
public sealed record ApplicantSkill(SkillKind Kind, string Name, SkillLevel Level);
