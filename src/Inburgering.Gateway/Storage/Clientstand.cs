using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Whether a client may use a token at this moment. Asked at every request (security 7), so without EF: a tenth of the cost.</summary>
public sealed class Clientstand(NpgsqlDataSource bron)
{
    private const string Select = "select exists (select 1 from identiteit.client where client_id = $1 and actief and tokens_geldig_vanaf <= $2)";

    /// <param name="uitgegeven">When the token was made.</param>
    /// <returns>False: unknown, not active, or its tokens were withdrawn since.</returns>
    public async Task<bool> GeldigAsync(string clientId, DateTimeOffset uitgegeven, CancellationToken ct)
    {
        await using var command = bron.CreateCommand(Select);
        command.Add([Value(clientId), Value(uitgegeven)]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
