using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Rechten;

/// <summary>Reads what was recorded about the rights of one person, for a dossier the desk granted; oldest first.</summary>
internal sealed class Rechtenlezer(NpgsqlDataSource bron, DossierWriter dossiers)
{
    public Task<IReadOnlyList<Beperking>> BeperkingenAsync(Granted grant, CancellationToken ct) =>
        ReadAsync(grant, $"select {BeperkingStore.Kolommen} from dossiers.beperking where gemeentecode = $1 and dossier_id = $2 order by van, beperking_id", BeperkingStore.Row, ct);

    public Task<IReadOnlyList<Bezwaar>> BezwarenAsync(Granted grant, CancellationToken ct) =>
        ReadAsync(grant, $"select {BezwaarStore.Kolommen} from dossiers.bezwaar where gemeentecode = $1 and dossier_id = $2 order by van, bezwaar_id", BezwaarStore.Row, ct);

    public Task<IReadOnlyList<Bewaarplicht>> BewaarplichtenAsync(Granted grant, CancellationToken ct) =>
        ReadAsync(grant, $"select {BewaarplichtStore.Kolommen} from dossiers.bewaarplicht where gemeentecode = $1 and dossier_id = $2 order by van, bewaarplicht_id", BewaarplichtStore.Row, ct);

    public Task<IReadOnlyList<Rectificatie>> RectificatiesAsync(Granted grant, CancellationToken ct) =>
        ReadAsync(grant, $"select {RectificatieStore.Kolommen} from dossiers.rectificatie r where r.gemeentecode = $1 and r.dossier_id = $2 order by r.op, r.rectificatie_id", RectificatieStore.Row, ct);

    public Task<IReadOnlyList<Correctietaak>> CorrectietakenAsync(Granted grant, CancellationToken ct) =>
        ReadAsync(grant, $"select {CorrectietaakStore.Kolommen} from dossiers.correctietaak t where t.gemeentecode = $1 and t.dossier_id = $2 order by t.gemaakt_op, t.ontvanger", CorrectietaakStore.Row, ct);

    /// <summary>One field of the versions of a rectificatie: what was wrong, and what took its place.</summary>
    /// <returns>A value is null when its version was erased since, or when only its source was asked.</returns>
    public async Task<(JsonNode? Oud, JsonNode? Nieuw)> WaardenAsync(Granted grant, Rectificatie rectificatie, CancellationToken ct)
    {
        var gemeentecode = grant.Question.Caller.Gemeentecode;
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        var dossier = await dossiers.FindAsync(transactie, gemeentecode, grant.DossierId, ct);
        await using var command = transactie.Command("select feit_id, inhoud from dossiers.feit where gemeentecode = $1 and dossier_id = $2 and feit_id = any($3)");
        command.Add([
            Value(gemeentecode), Value(grant.DossierId), Value(new[] { rectificatie.OudFeitId, rectificatie.NieuwFeitId ?? Guid.Empty })]);
        var feiten = (await command.ListAsync(r => (Id: r.GetGuid(0), Inhoud: r.GetFieldValue<byte[]>(1)), ct)).ToDictionary(f => f.Id, f => f.Inhoud);
        return (Field(rectificatie.OudFeitId), rectificatie.NieuwFeitId is { } nieuw ? Field(nieuw) : null);

        JsonNode? Field(Guid id) => dossier is not null && feiten.TryGetValue(id, out var inhoud)
            ? RectificatieStore.Open(dossier, id, inhoud)[rectificatie.Veld]?.DeepClone()
            : null;
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(Granted grant, string sql, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(grant.Question.Caller.Gemeentecode, ct);
        await using var command = transactie.Command(sql);
        command.Add([Value(grant.Question.Caller.Gemeentecode), Value(grant.DossierId)]);
        return await command.ListAsync(row, ct);
    }
}
