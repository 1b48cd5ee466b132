using System.Security.Cryptography;
using System.Text;
using AigoPortal.Data;
using AigoPortal.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Pages.Poser.Problems;

/// <summary>Somebody saved the draft after this form was filled: who, when, and where what they wrote differs from what is typed here.</summary>
public sealed record ProblemClash(string By, DateTimeOffset At, Guid Version, IReadOnlyList<ClashingAnswer> Answers)
{
    private const int StampLetters = 8;

    /// <summary>Compares what was typed with what is saved.</summary>
    public static async Task<ProblemClash> FindAsync(PortalDbContext db, ProblemSheet saved, ProblemInput mine, IStringLocalizer T, CancellationToken cancel)
    {
        var theirs = ProblemInput.Of(saved);
        var by = await db.People.Where(person => person.Id == saved.Problem.SavedById).Select(person => person.Name).FirstOrDefaultAsync(cancel);
        return new ProblemClash(by ?? "", saved.Problem.SavedAt, saved.Problem.Version,
        [
            .. ProblemField.All.Select((field, place) => new { field, place, Mine = field.Text(T, mine), Theirs = field.Text(T, theirs) })
                .Where(answer => answer.Mine != answer.Theirs && !IsStamped(mine.Stamp, answer.place, answer.Theirs))
                .Select(answer => new ClashingAnswer(answer.field, answer.Mine, answer.Theirs, !IsStamped(mine.Stamp, answer.place, answer.Mine))),
        ]);
    }

    /// <summary>A short mark of each answer; the form carries it, to know later which of them the person changed.</summary>
    public static string StampOf(ProblemInput input, IStringLocalizer T) => string.Concat(ProblemField.All.Select(field => Mark(field.Text(T, input))));

    private static bool IsStamped(string stamp, int place, string text) =>
        stamp.Length == ProblemField.All.Count * StampLetters && stamp.AsSpan(place * StampLetters, StampLetters).SequenceEqual(Mark(text));

    private static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..StampLetters];
}

/// <summary>An answer that the other changed and that reads differently here.</summary>
/// <param name="Field">Which answer.</param>
/// <param name="Mine">As it is typed here.</param>
/// <param name="Theirs">As it is saved.</param>
/// <param name="IsMineNewer">It was changed here too; otherwise only the other changed it.</param>
public sealed record ClashingAnswer(ProblemField Field, string Mine, string Theirs, bool IsMineNewer);
