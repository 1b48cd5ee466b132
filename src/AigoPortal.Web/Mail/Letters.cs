using AigoPortal.Data;
using AigoPortal.Domain.Letters;
using AigoPortal.Domain.People;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Validation;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Mail;

/// <summary>Writes letters into the outbox, in the recipient's language and in the transaction of the change that causes them.</summary>
public sealed class Letters(PortalDbContext db, IStringLocalizer<Portal> words, IHttpContextAccessor http, IConfiguration settings, LetterSignal signal)
{
    /// <summary>
    /// Writes a letter; the caller saves the change. The body's parts are localisation keys joined by empty lines.
    /// </summary>
    /// <param name="person">The recipient.</param>
    /// <param name="letter">What it says.</param>
    /// <param name="at">The instant of the change.</param>
    public void Write(Person person, LetterText letter, DateTimeOffset at) => Write(person.Email, person.Name, person.Language, letter, at);

    /// <summary>Writes a letter to an address that may have no account.</summary>
    public void Write(string email, string name, string language, LetterText letter, DateTimeOffset at)
    {
        Write(Languages.Speaking(language, () =>
        {
            var body = words.Sentence(letter.Body, letter.Arguments);
            var link = letter.Link is null ? "" : $"\n\n{Address(letter.Link)}";
            return new Letter(email, words.Sentence(letter.Subject, letter.Arguments), $"{Greeting(name)}\n\n{body}{link}\n\n{Close()}\n", at);
        }));
    }

    /// <summary>Puts a letter into the outbox as it is.</summary>
    public void Write(Letter letter)
    {
        db.Letters.Add(letter);
        http.HttpContext?.Response.OnCompleted(Ring, signal); // by then the change is saved
    }

    /// <summary>How a letter begins, in the language spoken.</summary>
    public string Greeting(string name) => name.Length == 0 ? words.Sentence("您好：", []) : words.Sentence("{0} 您好：", [name]);

    /// <summary>How a letter ends, in the language spoken.</summary>
    public string Close() => words.Sentence("AIGO 計畫辦公室", []);

    private static Task Ring(object signal)
    {
        ((LetterSignal)signal).Ring();
        return Task.CompletedTask;
    }

    /// <summary>The full address of a page, for links in letters: <c>Portal:Address</c>, or the request's own.</summary>
    public string Address(string path)
    {
        var root = settings["Portal:Address"]
            ?? (http.HttpContext is { } context ? $"{context.Request.Scheme}://{context.Request.Host}" : "");
        return root.TrimEnd('/') + path;
    }
}

/// <summary>What a letter says.</summary>
/// <param name="Subject">Localisation key of the subject.</param>
/// <param name="Body">Localisation key of the body; <c>{0}</c> takes the arguments.</param>
/// <param name="Link">The page to go on with, from the root, such as /team.</param>
/// <param name="Arguments">Values for subject and body.</param>
public sealed record LetterText(string Subject, string Body, string? Link, params object[] Arguments);
