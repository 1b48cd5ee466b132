namespace AigoPortal.Domain.Entries;

/// <summary>合作文件: each side's signed copy, checked by an officer.</summary>
/// <param name="PoserFileId">The poser's signature page.</param>
/// <param name="PoserUploadedAt">When the poser uploaded it.</param>
/// <param name="TeamFileId">The team's signature page.</param>
/// <param name="TeamUploadedAt">When the team uploaded it.</param>
/// <param name="CheckedBy">The officer who checked both.</param>
/// <param name="CheckedAt">When both were checked.</param>
public sealed record CooperationDocument(
    Guid? PoserFileId, DateTimeOffset? PoserUploadedAt, Guid? TeamFileId, DateTimeOffset? TeamUploadedAt, Guid? CheckedBy, DateTimeOffset? CheckedAt)
{
    /// <summary>Nothing uploaded.</summary>
    public static readonly CooperationDocument None = new(null, null, null, null, null, null);

    /// <summary>Both sides have signed.</summary>
    public bool IsSignedByBoth => PoserFileId is not null && TeamFileId is not null;
}

/// <summary>What the last visit (訪視) that took place found; the visits themselves are <see cref="SiteVisit"/>.</summary>
/// <param name="VisitedOn">The day, in Taipei.</param>
/// <param name="Visitor">Who went.</param>
/// <param name="Notes">What was seen.</param>
/// <param name="Passed">Whether the progress suffices.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record VisitOutcome(DateOnly? VisitedOn, string Visitor, string Notes, bool Passed, DateTimeOffset? RecordedAt)
{
    /// <summary>Not visited.</summary>
    public static readonly VisitOutcome None = new(null, "", "", false, null);
}

/// <summary>成果資料: what the team hands in before the third tranche.</summary>
/// <param name="FileId">The first document; null when everything lies behind links.</param>
/// <param name="Note">What it holds.</param>
/// <param name="HandedInAt">When.</param>
/// <param name="AcceptedAt">When an officer accepted it.</param>
public sealed record Deliverables(Guid? FileId, string Note, DateTimeOffset? HandedInAt, DateTimeOffset? AcceptedAt)
{
    /// <summary>Nothing handed in.</summary>
    public static readonly Deliverables None = new(null, "", null, null);
}
