using System.Data.Common;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Synchronisaties;

/// <summary>Runs: each slot has one at most, and of an exchange one runs at a time. Always inside the log writer's transaction.</summary>
internal sealed class UitvoeringStore(TimeProvider systeemklok)
{
    /// <summary>Begins a run.</summary>
    /// <param name="akkoordVoor">Of how many persons a second person has to say yes first; null: it begins at once.</param>
    /// <returns>Null: one runs, this slot had its run, or what was left is being done already.</returns>
    public async Task<Guid?> BeginAsync(DbTransaction transactie, Synchronisatie synchronisatie, Uitvoeropdracht opdracht, int? akkoordVoor, CancellationToken ct)
    {
        var id = Guid.NewGuid();
        await using var command = transactie.Command("""
            insert into synchronisatie.uitvoering (gemeentecode, uitvoering_id, synchronisatie_id, moment, aanleiding, gestart_door, toelichting, trace_id, begonnen_op,
                                                   periode_van, periode_tot, vervolg_van, status, ontvangen, nieuw, gewijzigd, gelijk, verschillend, afgekeurd, tegengehouden)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, 0, 0, 0, 0, 0) on conflict do nothing
            """);
        command.Add([
            Value(synchronisatie.Gemeentecode), Value(id), Value(synchronisatie.SynchronisatieId), Rijen.Nullable(NpgsqlDbType.TimestampTz, opdracht.Moment?.ToUniversalTime()),
            Value(opdracht.Aanleiding), Value(opdracht.Door), Text(opdracht.Toelichting), Value(opdracht.TraceId), Value(systeemklok.GetUtcNow()),
            Rijen.Nullable(NpgsqlDbType.Date, opdracht.Periode?.Van), Rijen.Nullable(NpgsqlDbType.Date, opdracht.Periode?.Tot),
            Rijen.Nullable(NpgsqlDbType.Uuid, opdracht.VervolgVan), Value((short)(akkoordVoor is null ? Uitvoeringstatus.Loopt : Uitvoeringstatus.WachtOpAkkoord)), Value(akkoordVoor ?? 0)]);
        return await command.ExecuteNonQueryAsync(ct) == 0 ? null : id;
    }

    /// <summary>One that waits for a second person goes on to what that person, or who took it back, made of it.</summary>
    public async Task BeslisAsync(DbTransaction transactie, string gemeentecode, Guid uitvoeringId, Uitvoeringstatus status, CancellationToken ct)
    {
        var nu = systeemklok.GetUtcNow();
        await using var command = transactie.Command("""
            update synchronisatie.uitvoering set status = $3, begonnen_op = $4, geeindigd_op = $5, ontvangen = 0 where gemeentecode = $1 and uitvoering_id = $2 and status = 6
            """);
        command.Add([
            Value(gemeentecode), Value(uitvoeringId), Value((short)status), Value(nu), Rijen.Nullable(NpgsqlDbType.TimestampTz, status == Uitvoeringstatus.Loopt ? null : nu)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Slots that have no run, each with its own row that says so.</summary>
    public async Task SlaOverAsync(
        DbTransaction transactie, Synchronisatie synchronisatie, IReadOnlyList<DateTimeOffset> momenten, Uitvoeropdracht opdracht, string reden, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            insert into synchronisatie.uitvoering (gemeentecode, uitvoering_id, synchronisatie_id, moment, aanleiding, gestart_door, trace_id, begonnen_op, geeindigd_op, status, reden,
                                                   ontvangen, nieuw, gewijzigd, gelijk, verschillend, afgekeurd, tegengehouden)
            select $1, gen_random_uuid(), $2, moment, $4, $5, $6, $7, $7, $8, $9, 0, 0, 0, 0, 0, 0, 0 from unnest($3) as m (moment) on conflict do nothing
            """);
        command.Add([
            Value(synchronisatie.Gemeentecode), Value(synchronisatie.SynchronisatieId), Value(momenten.Select(m => m.UtcDateTime).ToArray()), Value(opdracht.Aanleiding),
            Value(opdracht.Door), Value(opdracht.TraceId), Value(systeemklok.GetUtcNow()), Value((short)Uitvoeringstatus.Overgeslagen), Value(reden)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>A round of reconciliation ended, or who was being done when it was stopped is done: so is the run it belongs to, with its counts. Without a run of that number nothing happens.</summary>
    /// <remarks>Never «gelukt» by default: only when the parts are the whole and nothing was rejected (ux 1.3).</remarks>
    public static async Task SluitMetAfstemmingAsync(DbTransaction transactie, string gemeentecode, Guid afstemmingId, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update synchronisatie.uitvoering u
            set geeindigd_op = a.geeindigd_op, ontvangen = a.totaal, gewijzigd = a.gemist, gelijk = a.gelijk, verschillend = a.verschillend, afgekeurd = a.mislukt,
                tegengehouden = a.tegengehouden, reden = case when a.status = 1 and a.gedaan <> a.totaal then $3 end,
                status = case when a.status = 2 then 4 when a.gedaan <> a.totaal or (a.mislukt = a.totaal and a.totaal > 0) then 3 when a.mislukt > 0 then 2 else 1 end
            from (select *, gelijk + gemist + verschillend + mislukt + tegengehouden as gedaan from inbox.afstemming where gemeentecode = $1 and afstemming_id = $2) a
            where u.gemeentecode = $1 and u.uitvoering_id = $2 and u.status in (0, 4)
            """);
        command.Add([Value(gemeentecode), Value(afstemmingId), Value(Uitvoeringredenen.TellingKloptNiet)]);
        await command.ExecuteNonQueryAsync(ct);
    }
}
