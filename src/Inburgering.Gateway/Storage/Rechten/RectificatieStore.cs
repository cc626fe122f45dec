using System.Data.Common;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Rechten;

/// <summary>Rectificaties (AVG 16), inside the log writer's transaction. The version that was wrong is marked and kept.</summary>
internal sealed class RectificatieStore(DossierWriter dossiers, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok, TimeProvider systeemklok)
{
    internal const string Kolommen = "r.rectificatie_id, r.categorie, r.veld, r.zaaknummer, r.op, r.oud_feit_id, r.nieuw_feit_id";

    /// <summary>Current groups of fields of one category, from every source.</summary>
    public static async Task<IReadOnlyList<HuidigFeit>> FactsAsync(DbTransaction transactie, DossierRef dossier, string categorie, CancellationToken ct)
    {
        await using var command = transactie.Command(
            "select feit_id, veldgroep, bron, inhoud from dossiers.feit where gemeentecode = $1 and dossier_id = $2 and categorie = $3 and actueel order by tijdstip, feit_id");
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(categorie)]);
        return await command.ListAsync(
            r => new HuidigFeit(r.GetGuid(0), categorie, r.GetString(1), r.GetString(2), Open(dossier, r.GetGuid(0), r.GetFieldValue<byte[]>(3))), ct);
    }

    /// <summary>Puts the right value in a new version of the group and marks the old one.</summary>
    /// <returns>Id of the new version.</returns>
    public async Task<Guid> CorrectAsync(DbTransaction transactie, DossierRef dossier, HuidigFeit oud, JsonObject velden, CancellationToken ct)
    {
        var feit = new Feit { Categorie = oud.Categorie, Veldgroep = oud.Veldgroep, Bron = oud.Bron, GevraagdOp = systeemklok.GetUtcNow(), Velden = velden };
        if (!await dossiers.PutAsync(transactie, dossier, feit, ct))
        {
            throw new InvalidOperationException("The value that took the place of the wrong one was not stored.");
        }

        await using var command = transactie.Command("update dossiers.feit set gecorrigeerd_op = $3 where gemeentecode = $1 and feit_id = $2");
        command.Add([Value(dossier.Gemeentecode), Value(oud.FeitId), Value(zaakklok.GetUtcNow())]);
        await command.ExecuteNonQueryAsync(ct);
        return (await FactsAsync(transactie, dossier, oud.Categorie, ct)).Single(f => f.Veldgroep == oud.Veldgroep && f.Bron == oud.Bron).FeitId;
    }

    /// <summary>Records which version was wrong and which took its place.</summary>
    /// <param name="nieuw">Null: another is the source and is asked to mend it.</param>
    public async Task<Rectificatie> AddAsync(DbTransaction transactie, Granted grant, HuidigFeit oud, string veld, string zaaknummer, Guid? nieuw, CancellationToken ct)
    {
        await using var command = transactie.Command($"""
            insert into dossiers.rectificatie as r (gemeentecode, rectificatie_id, dossier_id, categorie, veld, oud_feit_id, nieuw_feit_id, zaaknummer, op, door)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning {Kolommen}
            """);
        command.Add([
            Value(grant.Question.Caller.Gemeentecode), Value(Guid.NewGuid()), Value(grant.DossierId), Value(oud.Categorie), Value(veld), Value(oud.FeitId),
            Rijen.Nullable(NpgsqlDbType.Uuid, nieuw), Value(zaaknummer), Value(zaakklok.GetUtcNow()), Value(grant.Question.Caller.Id)]);
        return (await command.OneAsync(Row, ct))!;
    }

    /// <summary>The last rectificatie of this field in this case; for another's value only when it is about the version that is still current.</summary>
    public static async Task<Rectificatie?> FindAsync(DbTransaction transactie, Granted grant, HuidigFeit huidig, string veld, string zaaknummer, CancellationToken ct)
    {
        await using var command = transactie.Command($"""
            select {Kolommen} from dossiers.rectificatie r
            where r.gemeentecode = $1 and r.dossier_id = $2 and r.categorie = $3 and r.veld = $4 and r.zaaknummer = $5
              and (r.nieuw_feit_id is not null or r.oud_feit_id = $6)
            order by r.op desc, r.rectificatie_id limit 1
            """);
        command.Add([
            Value(grant.Question.Caller.Gemeentecode), Value(grant.DossierId), Value(huidig.Categorie), Value(veld), Value(zaaknummer), Value(huidig.FeitId)]);
        return await command.OneAsync(Row, ct);
    }

    internal static JsonObject Open(DossierRef dossier, Guid feitId, byte[] inhoud) =>
        Sectie.Open(dossier.Sleutel, inhoud, dossier.Gemeentecode, feitId);

    internal static Rectificatie Row(NpgsqlDataReader r) => new()
    {
        RectificatieId = r.GetGuid(0),
        Categorie = r.GetString(1),
        Veld = r.GetString(2),
        Zaaknummer = r.GetString(3),
        Op = r.GetFieldValue<DateTimeOffset>(4),
        OudFeitId = r.GetGuid(5),
        NieuwFeitId = r.Optional<Guid>(6),
    };
}

/// <summary>A current group of fields, opened.</summary>
internal sealed record HuidigFeit(Guid FeitId, string Categorie, string Veldgroep, string Bron, JsonObject Velden);

/// <summary>Which version of a field was wrong, and which took its place.</summary>
internal sealed record Rectificatie
{
    public required Guid RectificatieId { get; init; }

    public required string Categorie { get; init; }

    public required string Veld { get; init; }

    public required string Zaaknummer { get; init; }

    public required DateTimeOffset Op { get; init; }

    public required Guid OudFeitId { get; init; }

    /// <summary>Null: its source was asked, nothing changed here.</summary>
    public required Guid? NieuwFeitId { get; init; }
}
