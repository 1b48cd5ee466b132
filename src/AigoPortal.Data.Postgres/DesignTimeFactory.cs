using AigoPortal.Data.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AigoPortal.Data.Postgres;

/// <summary>Gives <c>dotnet ef</c> a context of this provider; it connects to nothing.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    /// <inheritdoc />
    public PortalDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UsePortalDatabase(DatabaseProvider.Postgres, "Host=design-time");
        return new PortalDbContext(options.Options);
    }
}
