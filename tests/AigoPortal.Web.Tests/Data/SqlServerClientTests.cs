using System.Data;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Microsoft.Data.SqlClient;
using Microsoft.SqlServer.Server;
using Shouldly;

namespace AigoPortal.Web.Tests.Data;

/// <summary>docs/adr/0002: our Microsoft.SqlServer.Server has all that SqlClient asks of it, also after an upgrade.</summary>
public class SqlServerClientTests
{
    private static readonly Assembly Client = typeof(SqlConnection).Assembly;
    private static readonly string StandIn = typeof(SqlUserDefinedTypeAttribute).Assembly.GetName().Name!;

    [Fact]
    public void StandIn_HasEveryTypeAndMemberThatSqlClientNames()
    {
        using var file = new PEReader(File.OpenRead(Client.Location));
        var metadata = file.GetMetadataReader();
        var types = metadata.TypeReferences.Where(type => IsInStandIn(metadata, type)).Select(type => (EntityHandle)type).ToHashSet();
        var members = metadata.MemberReferences.Where(member => types.Contains(metadata.GetMemberReference(member).Parent)).ToList();

        types.ShouldNotBeEmpty();
        members.ShouldNotBeEmpty();
        var missing = types.Select(type => (Token: MetadataTokens.GetToken(type), Name: Name(metadata, (TypeReferenceHandle)type)))
            .Concat(members.Select(member => (Token: MetadataTokens.GetToken(member), Name: Name(metadata, member))))
            .Where(reference => !Resolves(reference.Token))
            .Select(reference => reference.Name);
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Command_WithAParameterOfEveryKindThePortalUses_IsBuilt()
    {
        using var command = new SqlCommand("select @text, @number, @instant, @id, @flag, @bytes, @nothing");
        command.Parameters.AddWithValue("@text", "題目");
        command.Parameters.AddWithValue("@number", 700_000L);
        command.Parameters.AddWithValue("@instant", DateTimeOffset.UnixEpoch);
        command.Parameters.AddWithValue("@id", Guid.Empty);
        command.Parameters.AddWithValue("@flag", true);
        command.Parameters.AddWithValue("@bytes", new byte[] { 1 });
        command.Parameters.Add(new SqlParameter("@nothing", SqlDbType.NVarChar, 40) { Value = DBNull.Value });

        command.Parameters.Cast<SqlParameter>().Select(parameter => parameter.SqlDbType).ShouldBe(
            [SqlDbType.NVarChar, SqlDbType.BigInt, SqlDbType.DateTimeOffset, SqlDbType.UniqueIdentifier, SqlDbType.Bit, SqlDbType.VarBinary, SqlDbType.NVarChar]);
    }

    private static bool IsInStandIn(MetadataReader metadata, TypeReferenceHandle type) =>
        metadata.GetTypeReference(type).ResolutionScope is { Kind: HandleKind.AssemblyReference } scope
        && metadata.StringComparer.Equals(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name, StandIn);

    // The runtime itself resolves the token, by name and by full signature, as it does when the calling code is compiled.
    private static bool Resolves(int token)
    {
        try
        {
            return Client.ManifestModule.ResolveMember(token) is not null;
        }
        catch (Exception missing) when (missing is TypeLoadException or MissingMemberException or FileNotFoundException)
        {
            return false;
        }
    }

    private static string Name(MetadataReader metadata, TypeReferenceHandle type) =>
        metadata.GetString(metadata.GetTypeReference(type).Name);

    private static string Name(MetadataReader metadata, MemberReferenceHandle member) =>
        $"{Name(metadata, (TypeReferenceHandle)metadata.GetMemberReference(member).Parent)}.{metadata.GetString(metadata.GetMemberReference(member).Name)}";
}
