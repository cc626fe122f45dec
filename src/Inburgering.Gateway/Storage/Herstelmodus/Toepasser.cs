using System.Data.Common;
using System.Diagnostics;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Bewaren;
using static Inburgering.Gateway.Storage.OpdrachtLezer;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Herstelmodus;

/// <summary>Does again what the journal says was done. Under the role gateway_onderhoud, inside the transaction of its log lines; a second time changes nothing.</summary>
internal sealed class Toepasser(Wisser wisser)
{
    private const string Door = "taak-herstel";

    /// <returns>The dossiers it changed.</returns>
    public Task<IReadOnlyList<Guid>> ApplyAsync(DbTransaction transactie, Herstelregel regel, DateTimeOffset nu, CancellationToken ct) => regel switch
    {
        Toestemmingeinde r => ChangeAsync(
            transactie,
            "update dossiers.toestemming set ingetrokken_op = $3, ingetrokken_door = $4 where gemeentecode = $1 and toestemming_id = $2 and ingetrokken_op is null returning dossier_id",
            [Value(r.Gemeentecode), Value(r.ToestemmingId), Time(r.Per), Value(Door)], ct),
        Opdrachtstand r => ChangeAsync(
            transactie,
            "update dossiers.opdracht set tot = $3, versie = $4, beeindigd_door = $5 where gemeentecode = $1 and opdracht_id = $2 and versie < $4 returning dossier_id",
            [Value(r.Gemeentecode), Value(r.OpdrachtId), Time(r.Tot), Value(r.Versie), Value(Door)], ct),
        Partnervertrek r => ChangeAsync(
            transactie,
            "update dossiers.relatie set geldig_tot = $3 where gemeentecode = $1 and client_id = $2 and geldig_tot is null and sinds <= $3 returning dossier_id",
            [Value(r.Gemeentecode), Value(r.ClientId), Time(r.Per)], ct),
        Wissing r => WipeAsync(transactie, r, nu, ct),
        _ => throw new UnreachableException($"{regel.GetType().Name} is not applied."),
    };

    private async Task<IReadOnlyList<Guid>> WipeAsync(DbTransaction transactie, Wissing wissing, DateTimeOffset nu, CancellationToken ct)
    {
        await Wisser.HoldAsync(transactie, wissing.Gemeentecode, wissing.Plan.DossierId, ct);
        await wisser.WipeAsync(transactie, wissing.Gemeentecode, wissing.Plan, nu, ct);
        return [wissing.Plan.DossierId];
    }

    private static async Task<IReadOnlyList<Guid>> ChangeAsync(DbTransaction transactie, string sql, Npgsql.NpgsqlParameter[] values, CancellationToken ct)
    {
        await using var command = transactie.Command(sql);
        command.Add(values);
        return [.. (await command.ListAsync(r => r.GetGuid(0), ct)).Distinct()];
    }
}
