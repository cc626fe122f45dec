using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>What the regievoerder chose where sources differ.</summary>
internal sealed class BronkeuzeStore(NpgsqlDataSource bron, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    /// <summary>The choices that hold, of a dossier that was granted.</summary>
    public async Task<IReadOnlyList<Bronkeuze>> ReadAsync(Granted dossier, CancellationToken ct)
    {
        var gemeentecode = dossier.Question.Caller.Gemeentecode;
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        return await ReadAsync(transactie, gemeentecode, dossier.DossierId, ct);
    }

    /// <summary>The same, inside a transaction.</summary>
    public static async Task<IReadOnlyList<Bronkeuze>> ReadAsync(DbTransaction transactie, string gemeentecode, Guid dossierId, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select keuze_id, categorie, veld, onderdeel, bron, stand, reden, op from dossiers.bronkeuze
            where gemeentecode = $1 and dossier_id = $2 and actueel
            """);
        command.Add([Value(gemeentecode), Value(dossierId)]);
        return await command.ListAsync(
            r => new Bronkeuze(r.GetGuid(0), new Bronpunt(r.GetString(1), r.GetString(2), r.GetString(3)), r.GetString(4), r.GetFieldValue<byte[]>(5), r.GetString(6), r.GetFieldValue<DateTimeOffset>(7)), ct);
    }

    /// <summary>The choice of today takes the place of the former.</summary>
    /// <param name="keuze">Its id and moment are set here.</param>
    public async Task<Bronkeuze> PutAsync(DbTransaction transactie, Granted dossier, Bronkeuze keuze, CancellationToken ct)
    {
        var caller = dossier.Question.Caller;
        var nieuw = keuze with { KeuzeId = Guid.NewGuid(), Op = zaakklok.GetUtcNow() };
        await using var oud = transactie.Command("""
            update dossiers.bronkeuze set actueel = false
            where gemeentecode = $1 and dossier_id = $2 and categorie = $3 and veld = $4 and onderdeel = $5 and actueel
            """);
        oud.Add([Value(caller.Gemeentecode), Value(dossier.DossierId), Value(nieuw.Punt.Categorie), Value(nieuw.Punt.Veld), Value(nieuw.Punt.Onderdeel)]);
        await oud.ExecuteNonQueryAsync(ct);
        await using var command = transactie.Command("""
            insert into dossiers.bronkeuze (gemeentecode, keuze_id, dossier_id, categorie, veld, onderdeel, bron, stand, reden, op, door, actueel)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, true)
            """);
        command.Add([
            Value(caller.Gemeentecode), Value(nieuw.KeuzeId), Value(dossier.DossierId), Value(nieuw.Punt.Categorie), Value(nieuw.Punt.Veld), Value(nieuw.Punt.Onderdeel),
            Value(nieuw.Bron), Value(nieuw.Stand), Value(nieuw.Reden), Value(nieuw.Op), Value(caller.Id)]);
        await command.ExecuteNonQueryAsync(ct);
        return nieuw;
    }
}

/// <summary>One thing of which several sources can say something.</summary>
/// <param name="Onderdeel">Which of several within the field, "lezen"; empty: the field itself.</param>
internal sealed record Bronpunt(string Categorie, string Veld, string Onderdeel);

/// <summary>A choice that holds.</summary>
/// <param name="Bron">The source that counts.</param>
/// <param name="Stand">Keyed hash of what the sources said then; when they say something else now, it is open again.</param>
/// <param name="Op">Business clock.</param>
internal sealed record Bronkeuze(Guid KeuzeId, Bronpunt Punt, string Bron, byte[] Stand, string Reden, DateTimeOffset Op);
