using Npgsql;
using NpgsqlTypes;

namespace Inburgering.Gateway.Storage;

/// <summary>The blind index of one number (security 18): two bytes of key version, then an HMAC per gemeente.</summary>
/// <remarks>
/// An odd version stands in one column and an even one in the other, each unique. So while a key is being replaced, machines that hold the
/// old one, both or the new one meet in at least one column, and one person never gets two dossiers.
/// </remarks>
/// <param name="Oneven">Null: no odd version in use.</param>
/// <param name="Even">Null: no even version in use.</param>
internal readonly record struct Nummerindex(byte[]? Oneven, byte[]? Even)
{
    /// <summary>How an index of this version begins.</summary>
    public static byte[] Versie(ushort versie) => [(byte)(versie >> 8), (byte)versie];

    public Nummerindex Met(ushort versie, byte[] index) => versie % 2 == 1 ? this with { Oneven = index } : this with { Even = index };

    /// <summary>Both, in the order odd, even; null where a version is not in use.</summary>
    public NpgsqlParameter[] Parameters() => [Bytes(Oneven), Bytes(Even)];

    /// <summary>As above, for SQL with named parameters.</summary>
    public NpgsqlParameter[] Parameters(string oneven, string even)
    {
        var parameters = Parameters();
        (parameters[0].ParameterName, parameters[1].ParameterName) = (oneven, even);
        return parameters;
    }

    private static NpgsqlParameter Bytes(byte[]? value) => new() { NpgsqlDbType = NpgsqlDbType.Bytea, Value = (object?)value ?? DBNull.Value };
}
