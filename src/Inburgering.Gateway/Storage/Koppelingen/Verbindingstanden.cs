using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Koppelingen;

/// <summary>How the circuit of each partner stands in each process that calls it. It holds machines and partners alone: whoever may look at connections sees all of it.</summary>
internal sealed class Verbindingstanden(NpgsqlDataSource bron, TimeProvider systeemklok)
{
    /// <summary>Of a process that was not seen for so long nobody knows how it stands.</summary>
    private static readonly TimeSpan Vers = TimeSpan.FromMinutes(1);

    /// <summary>After this it is not shown any more, and a new process may have its row: there are no more rows than there were processes in a day.</summary>
    private static readonly TimeSpan Verlaten = TimeSpan.FromDays(1);

    /// <summary>It stands otherwise than before.</summary>
    /// <param name="knoop">Machine and port.</param>
    /// <param name="sinds">System clock.</param>
    public async Task WriteAsync(string knoop, string partner, Verbindingstand stand, DateTimeOffset sinds, CancellationToken ct)
    {
        await using var command = bron.CreateCommand("""
            with eigen as (
                update inbox.verbindingstand set stand = $3, sinds = $4, gezien_op = $5 where knoop = $1 and partner = $2 returning 1),
            verlaten as (
                update inbox.verbindingstand set knoop = $1, stand = $3, sinds = $4, gezien_op = $5
                where not exists (select from eigen) and (knoop, partner) in (
                    select knoop, partner from inbox.verbindingstand where partner = $2 and gezien_op < $6 order by gezien_op limit 1 for update skip locked)
                returning 1)
            insert into inbox.verbindingstand (knoop, partner, stand, sinds, gezien_op)
            select $1, $2, $3, $4, $5 where not exists (select from eigen) and not exists (select from verlaten)
            """);
        var nu = systeemklok.GetUtcNow();
        command.Add([Value(knoop), Value(partner), Value((short)stand), Value(sinds), Value(nu), Value(nu - Verlaten)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The process is still there, and stands as it said.</summary>
    /// <returns>For how many partners; fewer than it wrote: it was away so long that another has its row.</returns>
    public Task<int> SeenAsync(string knoop, CancellationToken ct) => SeenAsync(knoop, systeemklok.GetUtcNow(), ct);

    /// <summary>The process ends.</summary>
    public Task<int> GoneAsync(string knoop, CancellationToken ct) => SeenAsync(knoop, systeemklok.GetUtcNow() - Vers, ct);

    /// <summary>All of the last day, by partner and process.</summary>
    public async Task<IReadOnlyList<Knoopstand>> ReadAsync(CancellationToken ct)
    {
        var nu = systeemklok.GetUtcNow();
        await using var command = bron.CreateCommand("select knoop, partner, stand, sinds, gezien_op from inbox.verbindingstand where gezien_op >= $1 order by partner, knoop");
        command.Add([Value(nu - Verlaten)]);
        return await command.ListAsync(
            r =>
            {
                var gezien = r.GetFieldValue<DateTimeOffset>(4);
                var stand = gezien <= nu - Vers ? Verbindingstand.Onbekend : (Verbindingstand)r.GetInt16(2);
                return new Knoopstand(r.GetString(0), r.GetString(1), stand, r.GetFieldValue<DateTimeOffset>(3), gezien);
            },
            ct);
    }

    private async Task<int> SeenAsync(string knoop, DateTimeOffset gezien, CancellationToken ct)
    {
        await using var command = bron.CreateCommand("update inbox.verbindingstand set gezien_op = $2 where knoop = $1");
        command.Add([Value(knoop), Value(gezien)]);
        return await command.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>One partner as one process stands towards it.</summary>
/// <param name="Knoop">Machine and port.</param>
/// <param name="Sinds">System clock; of no meaning when it is unknown.</param>
/// <param name="GezienOp">System clock: when the process last said so.</param>
internal sealed record Knoopstand(string Knoop, string Partner, Verbindingstand Stand, DateTimeOffset Sinds, DateTimeOffset GezienOp);
