using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Bestanden;

/// <summary>How the own files of a client, or of one of its users, stand. No cell, no dossier, no person; nothing of another.</summary>
internal sealed class BestandLezer(NpgsqlDataSource bron)
{
    /// <summary>Null: it does not exist, or is another's.</summary>
    public async Task<Bestandstand?> OneAsync(Question vraag, Guid bestandId, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = transactie.Command("""
            select f.gedeeltelijk, f.status, f.rijen, f.fouten, f.getoetst, f.ontvangen_op, f.klaar_op, t.ontvangen, t.verwerkt, t.afgekeurd, t.laatste
            from inbox.leveringsbestand f
            cross join lateral (
                select count(*) filter (where b.status = 0) as ontvangen, count(*) filter (where b.status in (1, 3)) as verwerkt,
                       count(*) filter (where b.status = 2) as afgekeurd, max(b.verwerkt_op) as laatste
                from inbox.bestandrij r join inbox.bericht b on b.gemeentecode = r.gemeentecode and b.bericht_id = r.bericht_id
                where r.gemeentecode = f.gemeentecode and r.bestand_id = f.bestand_id) t
            where f.gemeentecode = $1 and f.bestand_id = $2 and f.client_id = $3 and ($4::text is null or f.gebruiker = $4)
            """);
        command.Add([Value(vraag.Caller.Gemeentecode), Value(bestandId), Value(vraag.Caller.Id), Text(vraag.Caller.Gebruiker)]);
        return await command.OneAsync(
            r => new Bestandstand(bestandId, vraag.Caller.Gemeentecode)
            {
                Gedeeltelijk = r.GetBoolean(0),
                Status = (Bestandstatus)r.GetInt16(1),
                Rijen = r.Optional<int>(2),
                Fouten = r.GetInt32(3),
                Getoetst = r.GetInt32(4),
                OntvangenOp = r.GetFieldValue<DateTimeOffset>(5),
                KlaarOp = r.Optional<DateTimeOffset>(6),
                Ontvangen = r.GetInt64(7),
                Verwerkt = r.GetInt64(8),
                Afgekeurd = r.GetInt64(9),
                LaatsteOp = r.Optional<DateTimeOffset>(10),
            },
            ct);
    }

    /// <summary>Rows of a file that <see cref="OneAsync"/> found, by number.</summary>
    /// <param name="na">Last of the page before; (0, 0) for the first.</param>
    public async Task<IReadOnlyList<Bestandregel>> RowsAsync(Question vraag, Guid bestandId, (int Rij, int Deel) na, int hoogstens, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = transactie.Command("""
            select r.rij, r.deel, r.kolom, r.fout, r.bericht_id, b.status, b.reden from inbox.bestandrij r
            join inbox.leveringsbestand f on f.gemeentecode = r.gemeentecode and f.bestand_id = r.bestand_id and f.client_id = $3
            left join inbox.bericht b on b.gemeentecode = r.gemeentecode and b.bericht_id = r.bericht_id
            where r.gemeentecode = $1 and r.bestand_id = $2 and (r.rij, r.deel) > ($4, $5) order by r.rij, r.deel limit $6
            """);
        command.Add([Value(vraag.Caller.Gemeentecode), Value(bestandId), Value(vraag.Caller.Id), Value(na.Rij), Value(na.Deel), Value(hoogstens)]);
        return await command.ListAsync(
            r => new Bestandregel(r.GetInt32(0), r.GetInt32(1), r.OptionalText(2), r.OptionalText(3), r.Optional<Guid>(4), (Berichtstatus?)r.Optional<short>(5), r.OptionalText(6)), ct);
    }
}

/// <summary>One file of a client.</summary>
internal sealed record Bestandstand(Guid BestandId, string Gemeentecode)
{
    public required bool Gedeeltelijk { get; init; }

    public required Bestandstatus Status { get; init; }

    /// <summary>Null: not counted yet.</summary>
    public required int? Rijen { get; init; }

    public required int Fouten { get; init; }

    public required int Getoetst { get; init; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset OntvangenOp { get; init; }

    public required DateTimeOffset? KlaarOp { get; init; }

    /// <summary>Messages of it that are still worked on.</summary>
    public required long Ontvangen { get; init; }

    public required long Verwerkt { get; init; }

    public required long Afgekeurd { get; init; }

    /// <summary>When the last of them was done; null: none was.</summary>
    public required DateTimeOffset? LaatsteOp { get; init; }
}

/// <summary>One row of a file, or one fault of it.</summary>
/// <param name="Status">Of its message; null: it became none.</param>
/// <param name="Reden">Code of <see cref="Berichtredenen"/>.</param>
internal sealed record Bestandregel(int Rij, int Deel, string? Kolom, string? Fout, Guid? BerichtId, Berichtstatus? Status, string? Reden);
