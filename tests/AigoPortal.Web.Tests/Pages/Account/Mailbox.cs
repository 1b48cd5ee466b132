using System.Text.RegularExpressions;
using AigoPortal.Domain.Letters;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Account;

/// <summary>The letters to one address, and the links in them.</summary>
internal static partial class Mailbox
{
    public static Task<List<Letter>> LettersTo(this PortalHost host, string email) =>
        host.Db(db => db.Letters.AsNoTracking().Where(letter => letter.To == email).OrderBy(letter => letter.WrittenAt).ToListAsync());

    /// <summary>The link of the last letter, as an address within the portal.</summary>
    public static async Task<string> LinkTo(this PortalHost host, string email, string page)
    {
        var letter = (await host.LettersTo(email)).Last();
        var link = Link().Match(letter.Body).Value;
        link.ShouldStartWith(page, Case.Sensitive, letter.Body);
        return link;
    }

    [GeneratedRegex(@"/account/\S+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
