namespace Microsoft.SqlServer.Server;

/// <summary>How a SQL Server user-defined type is stored. The values are part of SqlClient's compiled code.</summary>
public enum Format
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>SQL Server lays the fields out itself.</summary>
    Native = 1,

    /// <summary>The type reads and writes itself through <see cref="IBinarySerialize"/>.</summary>
    UserDefined = 2,
}

/// <summary>A user-defined type that reads and writes its own bytes.</summary>
public interface IBinarySerialize
{
    /// <summary>Fills this value from stored bytes.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes this value as bytes.</summary>
    void Write(BinaryWriter w);
}

/// <summary>Thrown by SqlClient when a CLR type can't serve as a SQL Server user-defined type.</summary>
public sealed class InvalidUdtException : SystemException
{
    private InvalidUdtException(string message) : base(message)
    {
    }

    /// <summary>Names the type and, from SqlClient's own texts, the reason.</summary>
    public static InvalidUdtException Create(Type udtType, string resourceReason)
    {
        ArgumentNullException.ThrowIfNull(udtType);
        return new($"'{udtType.FullName}' can't be used as a SQL Server user-defined type: {resourceReason}");
    }
}

/// <summary>Marks a CLR type as a SQL Server user-defined type. The portal has none; SqlClient looks for the mark.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How the type is stored.</summary>
    public Format Format { get; } = format;

    /// <summary>Whether the stored bytes sort as the values do.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>Whether every value takes the same number of bytes.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>The most bytes a value takes; −1 is unlimited.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>The type's name in the database.</summary>
    public string? Name { get; set; }

    /// <summary>The method that checks a value read from bytes.</summary>
    public string? ValidationMethodName { get; set; }
}
