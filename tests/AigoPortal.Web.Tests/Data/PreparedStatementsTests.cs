using AigoPortal.Data;
using AigoPortal.Data.Providers;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;

namespace AigoPortal.Web.Tests.Data;

public sealed class PreparedStatementsTests
{
    [Theory]
    [InlineData("Host=db", 200)]
    [InlineData("Host=db;Max Auto Prepare=0", 0)]
    [InlineData("Host=db;max auto prepare=20", 20)]
    public void Statements_ArePrepared_UnlessTheConnectionStringSaysOtherwise(string connection, int prepared)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UsePortalDatabase(DatabaseProvider.Postgres, connection);
        using var db = new PortalDbContext(options.Options);

        new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()).MaxAutoPrepare.ShouldBe(prepared);
    }
}
