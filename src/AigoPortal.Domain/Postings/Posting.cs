using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Postings;

/// <summary>An internship or a vacancy offered with a problem (實習、職缺).</summary>
public sealed class Posting : Aggregate
{
    private readonly List<PostingRequirement> _requirements = [];

    private Posting()
    {
    }

    /// <summary>Begins a draft.</summary>
    public Posting(Problem problem, PostingContent content, IReadOnlyList<PostingRequirement> requirements, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        (RoundId, ProblemId, OrganisationId, CreatedAt) = (problem.RoundId, problem.Id, problem.OrganisationId, by.At);
        Status = PreviousStatus = PostingStatus.Draft;
        Write(content, requirements, by);
    }

    /// <summary>The round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>The problem it is offered with.</summary>
    public Guid ProblemId { get; private set; }

    /// <summary>Who offers it.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>What is offered.</summary>
    public PostingContent Content { get; private set; } = new();

    /// <summary>Technologies and industries one should know.</summary>
    public IReadOnlyList<PostingRequirement> Requirements => _requirements;

    /// <summary>Where it is in its life.</summary>
    public PostingStatus Status { get; private set; }

    /// <summary>The state before; with <see cref="Status"/> a pair of the transition table.</summary>
    public PostingStatus PreviousStatus { get; private set; }

    /// <summary>Offers accepted; never more than the openings.</summary>
    public int Taken { get; private set; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it became public last.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>Changes what is offered.</summary>
    public void Write(PostingContent content, IReadOnlyList<PostingRequirement> requirements, Actor by)
    {
        Rule.Require(PostingRules.CanBeWritten(Status));
        Rule.Require(PostingRules.HoldsThoseTaken(content.Openings, Taken));
        Content = content;
        PostingRequirement[] wanted = [.. requirements.Distinct()];
        _requirements.RemoveAll(known => !wanted.Contains(known));
        _requirements.AddRange(wanted.Where(one => !_requirements.Contains(one)));
        Trace(by, "posting.write");
    }

    /// <summary>Makes it public.</summary>
    public void Open(Actor by)
    {
        Rule.Require(PostingRules.IsComplete(Content));
        Rule.Require(PostingRules.EndsLater(Content.ApplyUntil, by.At));
        Become(PostingAction.Open);
        OpenedAt = by.At;
        Trace(by, "posting.open");
    }

    /// <summary>Takes no more applications; those it has are still answered.</summary>
    public void Close(Actor by)
    {
        Become(PostingAction.Close);
        Trace(by, "posting.close");
    }

    /// <summary>One opening has its person; the last fills it.</summary>
    internal void Take(Actor by)
    {
        Rule.Require(PostingRules.HasRoom(this));
        Taken++;
        if (Taken == Content.Openings)
        {
            Become(PostingAction.Fill);
        }

        Trace(by, "posting.take");
    }

    private void Become(PostingAction action) => (PreviousStatus, Status) = (Status, PostingStatuses.Next(Status, action));
}

/// <summary>What a posting offers.</summary>
public sealed record PostingContent
{
    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Its kind.</summary>
    public PostingKind Kind { get; init; }

    /// <summary>How many people.</summary>
    public int Openings { get; init; } = 1;

    /// <summary>What one does; Markdown.</summary>
    public string Duties { get; init; } = "";

    /// <summary>Where.</summary>
    public string Place { get; init; } = "";

    /// <summary>Pay in NT$, in words or as a range.</summary>
    public string Pay { get; init; } = "";

    /// <summary>The first instant that is too late to apply.</summary>
    public DateTimeOffset? ApplyUntil { get; init; }
}

/// <summary>A technology or an industry that one should know.</summary>
/// <param name="Kind">Which list.</param>
/// <param name="Name">The word of the list that problems use.</param>
public sealed record PostingRequirement(SkillKind Kind, string Name);

/// <summary>The rules of postings, named as sentences.</summary>
public static class PostingRules
{
    /// <summary>Most people a posting may seek (own).</summary>
    public const int MostOpenings = 99;

    /// <summary>Until it is closed or full.</summary>
    public static BrokenRule? CanBeWritten(PostingStatus status) =>
        status is PostingStatus.Draft or PostingStatus.Open ? null : new BrokenRule("posting.locked", "", "職缺目前是「{0}」，不能修改。", status);

    /// <summary>Nobody who accepted loses the place.</summary>
    public static BrokenRule? HoldsThoseTaken(int openings, int taken) =>
        openings >= Math.Max(1, taken) ? null : new BrokenRule("posting.openings", "Openings", "名額至少 1 人，且不能少於已接受的 {0} 人。", taken);

    /// <summary>Whoever applies knows what for.</summary>
    public static BrokenRule? IsComplete(PostingContent content) =>
        content.Title.Length == 0 ? new BrokenRule("posting.title", "Title", "請填名稱。")
        : content.Duties.Length == 0 ? new BrokenRule("posting.duties", "Duties", "請說明工作內容。")
        : content.Place.Length == 0 ? new BrokenRule("posting.place", "Place", "請填工作地點。")
        : content.Pay.Length == 0 ? new BrokenRule("posting.pay", "Pay", "請填薪資或津貼。")
        : content.ApplyUntil is null ? new BrokenRule("posting.until", "ApplyUntil", "請填應徵截止時間。")
        : null;

    /// <summary>It is open for some time.</summary>
    public static BrokenRule? EndsLater(DateTimeOffset? until, DateTimeOffset now) =>
        until > now ? null : new BrokenRule("posting.until-past", "ApplyUntil", "應徵截止時間要晚於現在。");

    /// <summary>People apply while it is open, until its instant.</summary>
    public static BrokenRule? TakesApplications(Posting posting, DateTimeOffset now) =>
        posting.Status != PostingStatus.Open ? new BrokenRule("posting.not-open", "", "職缺目前是「{0}」，不能應徵。", posting.Status)
        : now >= posting.Content.ApplyUntil ? new BrokenRule("posting.over", "", "應徵已於 {0} 截止。", posting.Content.ApplyUntil)
        : null;

    /// <summary>No more people than openings.</summary>
    public static BrokenRule? HasRoom(Posting posting) => posting.Taken < posting.Content.Openings ? null : IsFull();

    /// <summary>The sentence when the last opening went to somebody else; the database holds it.</summary>
    public static BrokenRule IsFull() => new("posting.full", "", "名額已滿，這個錄取機會已不能接受。");

    /// <summary>One application of a person.</summary>
    public static BrokenRule AppliedAlready() => new("application.already", "", "您已經應徵過這個職缺。");

    /// <summary>An application has a letter.</summary>
    public static BrokenRule? LetterSaysSomething(string letter) =>
        string.IsNullOrWhiteSpace(letter) ? new BrokenRule("application.letter", "Letter", "請寫一段應徵說明。") : null;

    /// <summary>The answer has words.</summary>
    public static BrokenRule? AnswerSaysSomething(string word) =>
        string.IsNullOrWhiteSpace(word) ? new BrokenRule("application.word", "Word", "請給應徵的人一句說明。") : null;

    /// <summary>A person answers for themself.</summary>
    public static BrokenRule? IsApplicant(JobApplication application, Guid personId) =>
        application.PersonId == personId ? null : new BrokenRule("application.others", "", "這不是您的應徵。");
}
