using System.Data.Common;
using System.Text;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Koppelingen;

/// <summary>Persons whose exchange with a partner stopped because the partner lets this gemeente no longer at them. Always inside the log writer's transaction.</summary>
internal sealed class OpschortingStore(Kluis kluis, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok, TimeProvider systeemklok)
{
    private const string Soort = "opschorting";

    /// <summary>What waits for the end of a suspension: the one that met it, and what came after.</summary>
    private static readonly string[] Redenen = [Meldingredenen.GeenToegangMeer, Meldingredenen.Opgeschort];

    private const string Kolommen = "o.opschorting_id, o.dossier_id, o.partner, o.van, o.tot, o.hervat_door, o.toelichting, d.sleutel_id";

    /// <summary>Nothing about this person goes to the partner from now.</summary>
    /// <returns>False: that was so already.</returns>
    public async Task<bool> PlaceAsync(DbTransaction transactie, DossierRef dossier, string partner, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            insert into dossiers.opschorting (gemeentecode, opschorting_id, dossier_id, partner, van) values ($1, $2, $3, $4, $5)
            on conflict (gemeentecode, dossier_id, partner) where tot is null do nothing
            """);
        command.Add([Value(dossier.Gemeentecode), Value(Guid.NewGuid()), Value(dossier.DossierId), Value(partner), Value(zaakklok.GetUtcNow())]);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>The partner showed that the gemeente may ask again: what waited goes on.</summary>
    /// <param name="code">Of the event that showed it.</param>
    /// <returns>False: nothing was suspended.</returns>
    public Task<bool> LiftAsync(DbTransaction transactie, DossierRef dossier, string partner, string code, CancellationToken ct) =>
        EndAsync(transactie, dossier, new Einde(code) { Partner = partner }, ct);

    /// <summary>A person looked and lets it go on, with what waited.</summary>
    /// <param name="door">Account or client.</param>
    /// <param name="reden">Free text: kept with the person's key.</param>
    /// <returns>False: it had ended before, or there is none.</returns>
    public Task<bool> ResumeAsync(DbTransaction transactie, DossierRef dossier, Guid opschortingId, string door, string reden, CancellationToken ct)
    {
        var toelichting = Kluis.Versleutel(dossier.Sleutel, Encoding.UTF8.GetBytes(reden), Soort, dossier.Gemeentecode, opschortingId);
        return EndAsync(transactie, dossier, new Einde(door) { OpschortingId = opschortingId, Toelichting = toelichting }, ct);
    }

    /// <summary>All of one dossier, oldest first.</summary>
    public async Task<IReadOnlyList<Opschorting>> OfAsync(DbTransaction transactie, string gemeentecode, Guid dossierId, CancellationToken ct)
    {
        await using var command = transactie.Command($"""
            select {Kolommen} from dossiers.opschorting o join dossiers.dossier d using (gemeentecode, dossier_id)
            where o.gemeentecode = $1 and o.dossier_id = $2 order by o.van, o.opschorting_id
            """);
        command.Add([Value(gemeentecode), Value(dossierId)]);
        var rijen = await command.ListAsync(Row, ct);
        if (!rijen.Any(r => r.Toelichting is not null))
        {
            return [.. rijen.Select(r => r.Stand)];
        }

        var sleutel = await GetAsync(transactie, kluis, gemeentecode, rijen[0].SleutelId, ct);
        return
        [
            .. rijen.Select(r => r.Stand with
            {
                Toelichting = r.Toelichting is null ? null : Encoding.UTF8.GetString(Kluis.Ontsleutel(sleutel, r.Toelichting, Soort, gemeentecode, r.Stand.OpschortingId)),
            }),
        ];
    }

    private async Task<bool> EndAsync(DbTransaction transactie, DossierRef dossier, Einde einde, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update dossiers.opschorting set tot = $3, hervat_door = $4, toelichting = $5
            where gemeentecode = $1 and dossier_id = $2 and tot is null and (partner = $6 or opschorting_id = $7) returning partner
            """);
        command.Add([
            Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(zaakklok.GetUtcNow()), Value(einde.Door), Rijen.Nullable(NpgsqlDbType.Bytea, einde.Toelichting),
            Text(einde.Partner), Rijen.Nullable(NpgsqlDbType.Uuid, einde.OpschortingId)]);
        if (await command.ExecuteScalarAsync(ct) is not string partner)
        {
            return false;
        }

        foreach (var sql in new[]
        {
            """
            update outbox.melding set status = 0, reden = null, uitleg = null, pogingen = 0, vergeefs = 0, volgende_poging = $5
            where gemeentecode = $1 and dossier_id = $2 and partner = $3 and status = 3 and reden = any($4)
            """,
            """
            update inbox.bericht set status = 0, reden = null, verwerkt_op = null, vergeefs = pogingen, volgende_poging = $5
            where gemeentecode = $1 and dossier_id = $2 and partner = $3 and status = 2 and reden = any($4) and inhoud is not null
            """,
        })
        {
            await using var weer = transactie.Command(sql);
            weer.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(partner), Value(Redenen), Value(systeemklok.GetUtcNow())]);
            await weer.ExecuteNonQueryAsync(ct);
        }

        return true;
    }

    private static Rij Row(NpgsqlDataReader r) => new(
        new Opschorting(r.GetGuid(0), r.GetGuid(1), r.GetString(2), r.GetFieldValue<DateTimeOffset>(3)) { Tot = r.Optional<DateTimeOffset>(4), HervatDoor = r.OptionalText(5) },
        r.IsDBNull(6) ? null : r.GetFieldValue<byte[]>(6),
        r.GetGuid(7));

    /// <summary>Which one ends, by whom and why.</summary>
    private sealed record Einde(string Door)
    {
        public string? Partner { get; init; }

        public Guid? OpschortingId { get; init; }

        public byte[]? Toelichting { get; init; }
    }

    private sealed record Rij(Opschorting Stand, byte[]? Toelichting, Guid SleutelId);
}

/// <summary>One suspension, opened.</summary>
/// <param name="Partner">Key.</param>
/// <param name="Van">Business clock.</param>
internal sealed record Opschorting(Guid OpschortingId, Guid DossierId, string Partner, DateTimeOffset Van)
{
    /// <summary>Null: it still holds.</summary>
    public DateTimeOffset? Tot { get; init; }

    /// <summary>Account, client or event.</summary>
    public string? HervatDoor { get; init; }

    /// <summary>Why a person ended it.</summary>
    public string? Toelichting { get; init; }
}
