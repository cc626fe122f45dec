using Inburgering.Gateway.Tests.Shared;
using Npgsql;

namespace Inburgering.Gateway.Benchmarks.Lezen;

/// <summary>Makes a database of the demo large.</summary>
internal static class Groei
{
    /// <summary>More dossiers with as many facts as the demo's; nobody reads them.</summary>
    public static async Task DossiersAsync(string database, int aantal, CancellationToken ct)
    {
        await using var bron = NpgsqlDataSource.Create(Cluster.Database(database));
        await using var command = bron.CreateCommand($"""
            insert into dossiers.dossier (gemeentecode, dossier_id, sleutel_id, bsn_index, fase, geopend_op)
            select '1708', gen_random_uuid(), (select sleutel_id from dossiers.dossier where gemeentecode = '1708' limit 1), sha256(('x' || i)::bytea), 'lopend', now()
            from generate_series(1, {aantal}) i;
            insert into dossiers.feit (gemeentecode, feit_id, dossier_id, categorie, veldgroep, bron, versie, actueel, tijdstip, gevraagd_op, inhoud, inhoud_hash)
            select '1708', gen_random_uuid(), d.dossier_id, c, 'gegevens', 'gemeente', 1, true, now(), now(), sha256(c::bytea), sha256(c::bytea)
            from dossiers.dossier d, unnest(array['IDN', 'CON', 'TER', 'LBT', 'PIP', 'AAN', 'UUR', 'EXA', 'MAP', 'CPS']) c where d.fase = 'lopend' and d.doelgroep is null;
            analyze;
            """);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync(ct);
    }
}
