using AigoPortal.Domain.People;

namespace AigoPortal.Web.Security;

/// <summary>Where a person goes on after signing in: the desk of the role with most to do.</summary>
public static class Homes
{
    private static readonly (string Role, string Url)[] Desks =
    [
        (Roles.Officer, "/office"),
        (Roles.Auditor, "/audit"),
        (Roles.Reviewer, "/review"),
        (Roles.Poser, "/poser"),
        (Roles.Mentor, "/mentor"),
        (Roles.Participant, "/team"),
        (Roles.Administrator, "/admin"),
    ];

    public static string Of(IEnumerable<string> roles)
    {
        var held = roles.ToHashSet(StringComparer.Ordinal);
        return Desks.FirstOrDefault(desk => held.Contains(desk.Role)).Url ?? "/";
    }
}
