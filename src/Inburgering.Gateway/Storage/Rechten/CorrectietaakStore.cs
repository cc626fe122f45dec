using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Rechten;

/// <summary>Correctietaken (AVG 19), inside the log writer's transaction.</summary>
internal sealed class CorrectietaakStore([FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    internal const string Kolommen =
        "t.correctietaak_id, t.rectificatie_id, (select concat(r.categorie, '.', r.veld) from dossiers.rectificatie r where r.gemeentecode = t.gemeentecode and r.rectificatie_id = t.rectificatie_id), t.ontvanger, t.status, t.gemaakt_op, t.afgehandeld_op";

    /// <summary>With the dossier, and the last id by which the partner knew it: also after its opdracht ended, and after a merge.</summary>
    private const string EigenKolommen = Kolommen + """
        , t.dossier_id, (select r.extern_id from dossiers.relatie r
                         where r.gemeentecode = t.gemeentecode and r.client_id = $2
                           and r.dossier_id in (t.dossier_id, (select d.samengevoegd_in from dossiers.dossier d where d.gemeentecode = t.gemeentecode and d.dossier_id = t.dossier_id))
                         order by r.geldig_tot desc nulls first limit 1)
        """;

    /// <summary>A user of the partner sees and confirms only what is about the persons on whom she works.</summary>
    private const string VoorGebruiker = """
        ($4::text is null or exists (
            select 1 from dossiers.caseload l join dossiers.opdracht o on o.gemeentecode = $1 and o.opdracht_id = l.opdracht_id and o.van <= $5 and (o.tot is null or o.tot > $5)
            where l.gemeentecode = $1 and l.dossier_id = t.dossier_id and l.client_id = $2 and l.gebruiker = $4 and l.tot is null))
        """;

    private static string Bevestiging(string nu) => $"status = case when status = 'open' then 'bevestigd' else status end, afgehandeld_op = coalesce(afgehandeld_op, {nu})";

    /// <summary>One open task per receiver.</summary>
    public async Task AddAsync(DbTransaction transactie, Granted grant, Guid rectificatieId, IReadOnlyList<string> ontvangers, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            insert into dossiers.correctietaak (gemeentecode, correctietaak_id, rectificatie_id, dossier_id, ontvanger, status, gemaakt_op)
            select $1, gen_random_uuid(), $2, $3, ontvanger, 'open', $5 from unnest($4::text[]) ontvanger
            """);
        command.Add([Value(grant.Question.Caller.Gemeentecode), Value(rectificatieId), Value(grant.DossierId), Value(ontvangers.ToArray()), Value(zaakklok.GetUtcNow())]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Tasks of one rectificatie.</summary>
    public static async Task<IReadOnlyList<Correctietaak>> OfAsync(DbTransaction transactie, Granted grant, Guid rectificatieId, CancellationToken ct)
    {
        await using var command = transactie.Command(
            $"select {Kolommen} from dossiers.correctietaak t where t.gemeentecode = $1 and t.dossier_id = $2 and t.rectificatie_id = $3 order by t.ontvanger");
        command.Add([Value(grant.Question.Caller.Gemeentecode), Value(grant.DossierId), Value(rectificatieId)]);
        return await command.ListAsync(Row, ct);
    }

    /// <summary>The receiver corrected it; a task that was closed before stays as it was.</summary>
    /// <returns>Null: no such task of this dossier.</returns>
    public async Task<Correctietaak?> ConfirmAsync(DbTransaction transactie, Granted grant, Guid correctietaakId, CancellationToken ct)
    {
        await using var command = transactie.Command($"""
            update dossiers.correctietaak t set {Bevestiging("$4")} where t.gemeentecode = $1 and t.dossier_id = $2 and t.correctietaak_id = $3 returning {Kolommen}
            """);
        command.Add([Value(grant.Question.Caller.Gemeentecode), Value(grant.DossierId), Value(correctietaakId), Value(zaakklok.GetUtcNow())]);
        return await command.OneAsync(Row, ct);
    }

    /// <summary>The open tasks of the partner that asks, oldest first.</summary>
    /// <param name="eigenaar">Made by the desk for that partner.</param>
    public async Task<IReadOnlyList<EigenCorrectietaak>> OpenOfAsync(DbTransaction transactie, Question eigenaar, int hoogstens, CancellationToken ct)
    {
        await using var command = transactie.Command($"""
            select {EigenKolommen} from dossiers.correctietaak t where t.gemeentecode = $1 and t.ontvanger = any($3) and t.status = 'open' and {VoorGebruiker}
            order by t.gemaakt_op, t.correctietaak_id limit $6
            """);
        command.Add([.. Eigenaar(eigenaar), Value(hoogstens)]);
        return await command.ListAsync(EigenRow, ct);
    }

    /// <summary>As the gemeente confirms it, by the partner itself.</summary>
    /// <returns>Null: no such task of this partner.</returns>
    public async Task<EigenCorrectietaak?> ConfirmOwnAsync(DbTransaction transactie, Question eigenaar, Guid correctietaakId, CancellationToken ct)
    {
        await using var command = transactie.Command($"""
            update dossiers.correctietaak t set {Bevestiging("$5")} where t.gemeentecode = $1 and t.ontvanger = any($3) and t.correctietaak_id = $6 and {VoorGebruiker} returning {EigenKolommen}
            """);
        command.Add([.. Eigenaar(eigenaar), Value(correctietaakId)]);
        return await command.OneAsync(EigenRow, ct);
    }

    /// <summary>$1 to $5: a task is addressed to the client that read the value, or to the organisation that delivered it; who of it asks, and now.</summary>
    private NpgsqlParameter[] Eigenaar(Question eigenaar)
    {
        var caller = eigenaar.Caller;
        return [Value(caller.Gemeentecode), Value(caller.Id), Value(new[] { caller.Id, caller.Instantie ?? caller.Id }), Text(caller.Gebruiker), Value(zaakklok.GetUtcNow())];
    }

    private static EigenCorrectietaak EigenRow(NpgsqlDataReader r) => new(Row(r), r.GetGuid(7), r.Optional<Guid>(8));

    internal static Correctietaak Row(NpgsqlDataReader r) => new()
    {
        CorrectietaakId = r.GetGuid(0),
        RectificatieId = r.GetGuid(1),
        Veld = r.GetString(2),
        Ontvanger = r.GetString(3),
        Status = r.GetString(4),
        GemaaktOp = r.GetFieldValue<DateTimeOffset>(5),
        AfgehandeldOp = r.Optional<DateTimeOffset>(6),
    };
}

/// <summary>A task as the partner itself sees it.</summary>
/// <param name="DossierId">Inner id: for the log line alone.</param>
/// <param name="ExternId">By which the partner knows the dossier; null when it never had one.</param>
internal sealed record EigenCorrectietaak(Correctietaak Taak, Guid DossierId, Guid? ExternId);

/// <summary>What a receiver, or the source itself, must do about a wrong value.</summary>
internal sealed record Correctietaak
{
    public required Guid CorrectietaakId { get; init; }

    public required Guid RectificatieId { get; init; }

    /// <summary>"CON.email".</summary>
    public required string Veld { get; init; }

    /// <summary>Client that received the value, or partner key of the source.</summary>
    public required string Ontvanger { get; init; }

    /// <summary>open, bevestigd or vervallen.</summary>
    public required string Status { get; init; }

    public required DateTimeOffset GemaaktOp { get; init; }

    public required DateTimeOffset? AfgehandeldOp { get; init; }
}
