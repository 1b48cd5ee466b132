using AigoPortal.Domain.People;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Problems;

/// <summary>The rules of optimising, named as sentences.</summary>
public static class WorkshopRules
{
    /// <summary>Mentors and steps belong to problems that are optimised.</summary>
    public static BrokenRule? IsOpen(Problem problem) => problem.Status == ProblemStatus.Optimising
        ? null
        : new BrokenRule("workshop.closed", "", "題目目前是「{0}」，不在題目優化中。", problem.Status);

    /// <summary>A record says what was done.</summary>
    public static BrokenRule? RecordSaysWhat(string notes) =>
        string.IsNullOrWhiteSpace(notes) ? new BrokenRule("workshop.notes", "Notes", "請寫下這一步的結論。") : null;

    /// <summary>A mentor is invited once.</summary>
    public static BrokenRule? IsNotInvited(Workshop workshop, Person mentor) => workshop.Mentors.Any(known => known.PersonId == mentor.Id)
        ? new BrokenRule("workshop.mentor-already", "Email", "{0} 已經是這一題的業師。", mentor.Name)
        : null;

    /// <summary>Who poses a problem can't be its mentor (利益迴避: 業師與題目).</summary>
    public static BrokenRule? HasNoPart(Organisation organisation, Person mentor) =>
        organisation.Contacts.Any(contact => contact.PersonId == mentor.Id)
            || (mentor.Affiliation is { Length: > 0 } house && Organisation.Normalize(house) == organisation.NormalizedName)
            ? new BrokenRule("workshop.conflict", "Email", "{0} 與出題單位有利益關係，不能擔任這一題的業師。", mentor.Name)
            : null;

    /// <summary>Only mentors of the problem advise on it.</summary>
    public static BrokenRule? IsMentor(Workshop workshop, Guid personId) =>
        workshop.Mentors.Any(mentor => mentor.PersonId == personId) ? null : new BrokenRule("workshop.no-mentor", "", "您不是這一題的業師。");

    /// <summary>Advice is in words.</summary>
    public static BrokenRule? AdviceSaysWhat(string text) =>
        string.IsNullOrWhiteSpace(text) ? new BrokenRule("workshop.advice", "Text", "請寫下建議。") : null;

    /// <summary>Advice that isn't taken is answered with a reason.</summary>
    public static BrokenRule? RefusalSaysWhy(AdviceAction action, string answer) =>
        action == AdviceAction.Decline && string.IsNullOrWhiteSpace(answer) ? new BrokenRule("advice.reason", "Answer", "請寫出不採納的原因，讓業師了解。") : null;

    /// <summary>There is no such advice.</summary>
    public static BrokenRule AdviceIsGone() => new("advice.gone", "", "找不到這則建議，請重新整理。");
}
