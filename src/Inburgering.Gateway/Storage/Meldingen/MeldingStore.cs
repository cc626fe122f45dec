using System.Data.Common;
using System.Text.Json;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;
using static Inburgering.Gateway.Storage.Rechten.Rijen;

namespace Inburgering.Gateway.Storage.Meldingen;

/// <summary>The outbox: what will be told to a partner, encrypted with the person's key, each melding once. Always inside the log writer's transaction.</summary>
internal sealed class MeldingStore(Kluis kluis, ContactpersoonStore contacten, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok, TimeProvider systeemklok)
{
    private const string Soort = "melding";
    private const string Uitleg = "melding-uitleg";

    private const string Kolommen = """
        m.melding_id, m.partner, m.soort, m.sleutel_id, m.inhoud, m.status, m.reden, m.uitleg, m.trace_id, m.gemaakt_op, m.bevestigd_op, m.afgehandeld_op,
        m.pogingen, m.volgende_poging, m.onderweg_als, m.intrekking_van, m.nummer, m.dossier_id, m.vergeefs, m.gegeven_door
        """;

    /// <summary>Stores a melding; it leaves when it is its turn.</summary>
    /// <param name="intrekkingVan">The melding it takes back; null: none.</param>
    public async Task<GegevenMelding> AddAsync(
        DbTransaction transactie, DossierRef dossier, string partner, Melding melding, Afzender afzender, Guid? intrekkingVan, CancellationToken ct)
    {
        dossier.RequireOpen();
        var id = Guid.NewGuid();
        var inhoud = JsonSerializer.SerializeToUtf8Bytes(melding, PartnerJson.Options);
        await using var command = transactie.Command("""
            insert into outbox.melding (gemeentecode, melding_id, dossier_id, partner, soort, sleutel_id, inhoud, status, gegeven_door, trace_id,
                                        gemaakt_op, pogingen, volgende_poging, intrekking_van, nummer, opdracht_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, $12, $13, $14, $15)
            """);
        command.Add([
            Value(dossier.Gemeentecode), Value(id), Value(dossier.DossierId), Value(partner), Value(melding.Soort), Value(dossier.SleutelId),
            Value(Kluis.Versleutel(dossier.Sleutel, inhoud, Soort, dossier.Gemeentecode, id)),
            Value((short)Meldingstatus.Wacht), Value(afzender.Door), Value(afzender.TraceId), Value(zaakklok.GetUtcNow()), Value(systeemklok.GetUtcNow()), Nullable(NpgsqlDbType.Uuid, intrekkingVan),
            Nullable(NpgsqlDbType.Integer, ContactpersoonStore.Nummer(melding)), Nullable(NpgsqlDbType.Uuid, (melding as AanmeldingMelding)?.OpdrachtId)]);
        await command.ExecuteNonQueryAsync(ct);
        return (await FindAsync(transactie, dossier.Gemeentecode, id, ct))!;
    }

    /// <summary>What has to be told: a contact that the partner gave a number is linked, not made again.</summary>
    public async Task<Melding> FitAsync(DbTransaction transactie, DossierRef dossier, string partner, Melding melding, CancellationToken ct) =>
        melding is ContactpersoonMelding nieuw && await contacten.FindAsync(transactie, dossier.Gemeentecode, partner, nieuw.Contact, ct) is { } nummer
            ? new ContactpersoonKoppeling(nummer) { Contact = nieuw.Contact }
            : melding;

    /// <summary>Whether what a melding once told of a contact is still so; true for what is not about one.</summary>
    public async Task<bool> HoldsAsync(DbTransaction transactie, GegevenMelding melding, DossierRef dossier, CancellationToken ct) => melding switch
    {
        { Status: Meldingstatus.Wacht or Meldingstatus.WachtOpMens } => true,
        { Melding: ContactpersoonMelding m } => await contacten.FindAsync(transactie, dossier.Gemeentecode, melding.Partner, m.Contact, ct) is not null,
        { Melding: ContactpersoonWijziging m } => await contacten.FindAsync(transactie, dossier.Gemeentecode, melding.Partner, m.Contact, ct) == m.Nummer,
        _ => true,
    };

    /// <summary>All of one dossier, opened, in the order they were given.</summary>
    public async Task<IReadOnlyList<GegevenMelding>> OfAsync(DbTransaction transactie, DossierRef dossier, CancellationToken ct)
    {
        await using var command = transactie.Command($"select {Kolommen} from outbox.melding m where m.gemeentecode = $1 and m.dossier_id = $2 order by m.volgnummer");
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId)]);
        return await OpenAsync(transactie, dossier.Gemeentecode, await command.ListAsync(Row, ct), ct);
    }

    /// <summary>Those of one kind, as above.</summary>
    public async Task<IReadOnlyList<GegevenMelding>> OfAsync(DbTransaction transactie, string gemeentecode, Guid dossierId, string soort, CancellationToken ct)
    {
        await using var command = transactie.Command($"select {Kolommen} from outbox.melding m where m.gemeentecode = $1 and m.dossier_id = $2 and m.soort = $3 order by m.volgnummer");
        command.Add([Value(gemeentecode), Value(dossierId), Value(soort)]);
        return await OpenAsync(transactie, gemeentecode, await command.ListAsync(Row, ct), ct);
    }

    /// <summary>One, opened; null when this gemeente has none with that number.</summary>
    public async Task<GegevenMelding?> FindAsync(DbTransaction transactie, string gemeentecode, Guid meldingId, CancellationToken ct)
    {
        await using var command = transactie.Command($"select {Kolommen} from outbox.melding m where m.gemeentecode = $1 and m.melding_id = $2");
        command.Add([Value(gemeentecode), Value(meldingId)]);
        return (await OpenAsync(transactie, gemeentecode, await command.ListAsync(Row, ct), ct)).SingleOrDefault();
    }

    /// <summary>The next attempt leaves: from here on it may have reached the partner.</summary>
    /// <exception cref="IngehaaldException">The lease ran out and another worker took it.</exception>
    public static async Task LeaveAsync(DbTransaction transactie, string gemeentecode, GegevenMelding melding, Guid berichtId, CancellationToken ct)
    {
        await using var command = transactie.Command("update outbox.melding set onderweg_als = $3 where gemeentecode = $1 and melding_id = $2 and pogingen = $4 and status = 0");
        command.Add([Value(gemeentecode), Value(melding.MeldingId), Value(berichtId), Value(melding.Pogingen)]);
        await RequireOursAsync(command, ct);
    }

    /// <summary>Says how an attempt ended.</summary>
    /// <exception cref="IngehaaldException">The lease ran out and another worker took it: its result counts.</exception>
    public async Task FinishAsync(DbTransaction transactie, string gemeentecode, GegevenMelding melding, Meldingafloop afloop, CancellationToken ct)
    {
        var sleutel = await GetAsync(transactie, kluis, gemeentecode, melding.SleutelId, ct);
        await using var command = transactie.Command("""
            update outbox.melding set status = $3, reden = $4, uitleg = $5, bevestigd_op = $6, afgehandeld_op = $7, volgende_poging = $8, nummer = coalesce($9, nummer),
                                      onderweg_als = null, bezet_tot = null, vergeefs = vergeefs + $11
            where gemeentecode = $1 and melding_id = $2 and pogingen = $10 and status in (0, 3)
            """);
        var nu = zaakklok.GetUtcNow();
        command.Add([
            Value(gemeentecode), Value(melding.MeldingId), Value((short)afloop.Status), Text(afloop.Reden),
            Nullable(NpgsqlDbType.Bytea, afloop.Uitleg.Count == 0 ? null : Kluis.Versleutel(sleutel, JsonSerializer.SerializeToUtf8Bytes(afloop.Uitleg), Uitleg, gemeentecode, melding.MeldingId)),
            Moment(afloop.Status == Meldingstatus.Bevestigd ? nu : null), Moment(afloop.Status is Meldingstatus.Geweigerd or Meldingstatus.Vervallen ? nu : null),
            Moment(afloop.OpnieuwOver is { } wacht ? systeemklok.GetUtcNow() + wacht : null), Nullable(NpgsqlDbType.Integer, afloop.Nummer), Value(melding.Pogingen),
            Value(afloop.Vergeefs ? 1 : 0)]);
        await RequireOursAsync(command, ct);
        await contacten.FinishAsync(transactie, gemeentecode, melding, afloop, ct);
    }

    /// <summary>A person let it go once more, with all its attempts.</summary>
    /// <exception cref="IngehaaldException">It does not wait for a person any more.</exception>
    public async Task AgainAsync(DbTransaction transactie, string gemeentecode, GegevenMelding melding, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update outbox.melding set status = 0, reden = null, uitleg = null, pogingen = 0, vergeefs = 0, onderweg_als = null, bezet_tot = null, volgende_poging = $3
            where gemeentecode = $1 and melding_id = $2 and status = 3
            """);
        command.Add([Value(gemeentecode), Value(melding.MeldingId), Value(systeemklok.GetUtcNow())]);
        await RequireOursAsync(command, ct);
    }

    /// <summary>The partner told of the result of these kinds: the oldest confirmed one of each is done.</summary>
    public async Task CompleteAsync(DbTransaction transactie, DossierRef dossier, IReadOnlyList<string> soorten, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update outbox.melding m set status = 5, afgehandeld_op = $4
            where m.gemeentecode = $1 and m.melding_id in (
                select distinct on (soort) melding_id from outbox.melding
                where gemeentecode = $1 and dossier_id = $2 and soort = any($3) and status = 1 order by soort, volgnummer)
            """);
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(soorten.ToArray()), Value(zaakklok.GetUtcNow())]);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task RequireOursAsync(NpgsqlCommand command, CancellationToken ct)
    {
        if (await command.ExecuteNonQueryAsync(ct) == 0)
        {
            throw new IngehaaldException();
        }
    }

    private async Task<IReadOnlyList<GegevenMelding>> OpenAsync(DbTransaction transactie, string gemeentecode, IReadOnlyList<Rij> rijen, CancellationToken ct)
    {
        var open = new List<GegevenMelding>();
        foreach (var rij in rijen)
        {
            var sleutel = await GetAsync(transactie, kluis, gemeentecode, rij.Stand.SleutelId, ct);
            open.Add(rij.Stand with
            {
                Melding = JsonSerializer.Deserialize<Melding>(Kluis.Ontsleutel(sleutel, rij.Inhoud, Soort, gemeentecode, rij.Stand.MeldingId), PartnerJson.Options)!,
                Uitleg = rij.Tekst is null ? [] : JsonSerializer.Deserialize<string[]>(Kluis.Ontsleutel(sleutel, rij.Tekst, Uitleg, gemeentecode, rij.Stand.MeldingId))!,
            });
        }

        return open;
    }

    private static Rij Row(NpgsqlDataReader r) => new(
        new GegevenMelding
        {
            MeldingId = r.GetGuid(0),
            Partner = r.GetString(1),
            Soort = r.GetString(2),
            SleutelId = r.GetGuid(3),
            Status = (Meldingstatus)r.GetInt16(5),
            Reden = r.OptionalText(6),
            Afzender = new Afzender(r.GetString(19), r.GetString(8)),
            GemaaktOp = r.GetFieldValue<DateTimeOffset>(9),
            BevestigdOp = r.Optional<DateTimeOffset>(10),
            AfgehandeldOp = r.Optional<DateTimeOffset>(11),
            Pogingen = r.GetInt32(12),
            VolgendePoging = r.Optional<DateTimeOffset>(13),
            OnderwegAls = r.Optional<Guid>(14),
            IntrekkingVan = r.Optional<Guid>(15),
            Nummer = r.Optional<int>(16),
            DossierId = r.GetGuid(17),
            Vergeefs = r.GetInt32(18),
        },
        r.GetFieldValue<byte[]>(4),
        r.IsDBNull(7) ? null : r.GetFieldValue<byte[]>(7));

    private static NpgsqlParameter Moment(DateTimeOffset? value) => Nullable(NpgsqlDbType.TimestampTz, value);

    private sealed record Rij(GegevenMelding Stand, byte[] Inhoud, byte[]? Tekst);
}
