using Inburgering.Gateway.Verwerkingslog;
using Npgsql;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>Gives the writer its connection and the lowest free slot, held by an advisory lock as long as the connection lives.</summary>
internal sealed class NpgsqlLogStore(NpgsqlDataSource applicatie) : ILogStore
{
    /// <summary>"LOGS": the class of our slot locks among the advisory locks of this database.</summary>
    internal const int SlotLock = 0x4C4F4753;

    private const string TakeSlot = "select slot from generate_series(0, 15) slot where pg_try_advisory_lock($1, slot) limit 1";

    public async Task<ILogSession> OpenAsync(CancellationToken ct)
    {
        var connection = await applicatie.OpenConnectionAsync(ct);
        try
        {
            await using var command = new NpgsqlCommand(TakeSlot, connection) { Parameters = { new() { Value = SlotLock } } };
            return await command.ExecuteScalarAsync(ct) is int slot
                ? new NpgsqlLogSession(connection, slot)
                : throw new LogUnavailableException("All sixteen slots of the log are taken.");
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
