using AigoPortal.Domain.People;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Tests.Demo;

/// <summary>A portal that starts with the demonstration.</summary>
public sealed class DemonstrationHost : PortalHost
{
    protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["Demo:Load"] = "true", ["Rounds:Seed"] = "true" };

    public Task<Person> Known(string email) => Db(db => db.People.AsNoTracking().FirstAsync(person => person.Email == email));
}
