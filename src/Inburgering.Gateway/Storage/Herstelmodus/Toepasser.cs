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
        GeplaatsteBeperking r => ChangeAsync(
            transactie,
            "insert into dossiers.beperking (gemeentecode, beperking_id, dossier_id, categorie, zaaknummer, van, door) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning dossier_id",
            [Value(r.Gemeentecode), Value(r.BeperkingId), Value(r.DossierId), Value(r.Categorie), Value(r.Zaaknummer), Time(r.Van), Value(r.Door)], ct),
        GemaaktBezwaar r => ChangeAsync(
            transactie,
            "insert into dossiers.bezwaar (gemeentecode, bezwaar_id, dossier_id, doel, client_id, zaaknummer, van, door) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning dossier_id",
            [Value(r.Gemeentecode), Value(r.BezwaarId), Value(r.DossierId), Value(r.Doel), Text(r.ClientId), Value(r.Zaaknummer), Time(r.Van), Value(r.Door)], ct),
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
