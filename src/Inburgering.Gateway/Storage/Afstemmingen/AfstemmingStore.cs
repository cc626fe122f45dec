using System.Data.Common;
using System.Text.Json;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Storage.Synchronisaties;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Afstemmingen;

/// <summary>Rounds of reconciliation, each person of a round once. Always inside the log writer's transaction.</summary>
internal sealed class AfstemmingStore(TimeProvider systeemklok)
{
    internal const string Soort = "afstemming";

    /// <summary>Who was in sight between $1 and $2: the partner $3 wrote of him, or he came to us.</summary>
    private const string InZicht = """
        ((d.geopend_op >= $1 and d.geopend_op < $2) or d.dossier_id in (
            select b.dossier_id from inbox.bericht b where b.gemeentecode = d.gemeentecode and b.partner = $3 and b.ontvangen_op >= $1 and b.ontvangen_op < $2))
        """;

    /// <summary>Of how many a round over this period would be.</summary>
    public static async Task<int> TelAsync(DbTransaction transactie, string gemeentecode, string partner, (DateTimeOffset Begin, DateTimeOffset Einde) periode, CancellationToken ct)
    {
        await using var command = transactie.Command(
            $"select count(*) from dossiers.dossier d where d.gemeentecode = $4 and d.gesloten_op is null and d.samengevoegd_in is null and {InZicht}");
        command.Add([Value(periode.Begin.ToUniversalTime()), Value(periode.Einde.ToUniversalTime()), Value(partner), Value(gemeentecode)]);
        return (int)(long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Begins a round: over one person, over who was left in a round that was stopped, over who was in sight in a period, or over every active person.</summary>
    /// <param name="een">Null: not over one.</param>
    /// <returns>Null: one runs already, or somebody of the stopped one is still being done.</returns>
    public async Task<Guid?> StartAsync(DbTransaction transactie, string gemeentecode, Afstemopdracht opdracht, DossierRef? een, CancellationToken ct)
    {
        if (opdracht.VervolgVan is { } vorige && await BezigAsync(transactie, gemeentecode, vorige, ct))
        {
            return null;
        }

        var id = opdracht.UitvoeringId ?? Guid.NewGuid();
        await using var begin = transactie.Command("""
            insert into inbox.afstemming (gemeentecode, afstemming_id, partner, aanleiding, gestart_door, trace_id, proef, inhaal, begonnen_op, status, totaal,
                                          gelijk, gemist, verschillend, mislukt, tegengehouden, gemiste_gebeurtenissen, pauzes)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, 0, 0, 0, 0, 0, 0, 0) on conflict do nothing
            """);
        begin.Add([
            Value(gemeentecode), Value(id), Value(opdracht.Partner), Value(opdracht.Aanleiding), Value(opdracht.Door), Value(opdracht.TraceId),
            Value(opdracht.Proef), Value(opdracht.Periode is not null), Value(systeemklok.GetUtcNow())]);
        if (await begin.ExecuteNonQueryAsync(ct) == 0)
        {
            return null;
        }

        // suspended is not over: the exemption is temporary and its end is DUO's to tell
        await using var personen = transactie.Command($"""
            with erbij as (
                insert into inbox.afstempersoon (gemeentecode, afstempersoon_id, afstemming_id, dossier_id, pogingen)
                select d.gemeentecode, gen_random_uuid(), $5, d.dossier_id, 0 from dossiers.dossier d
                where d.gemeentecode = $4 and d.gesloten_op is null and d.samengevoegd_in is null
                  and case when $6::uuid is not null then d.dossier_id = $6
                           when $7::uuid is not null then d.dossier_id in (
                               select p.dossier_id from inbox.afstempersoon p where p.gemeentecode = $4 and p.afstemming_id = $7 and p.uitkomst is null)
                           when $1::timestamptz is not null then {InZicht}
                           else d.fase not in ('voldaan', 'beeindigd') end
                returning 1)
            update inbox.afstemming set totaal = (select count(*) from erbij) where gemeentecode = $4 and afstemming_id = $5
            """);
        personen.Add([
            Rijen.Nullable(NpgsqlDbType.TimestampTz, opdracht.Periode?.Begin.ToUniversalTime()), Rijen.Nullable(NpgsqlDbType.TimestampTz, opdracht.Periode?.Einde.ToUniversalTime()),
            Value(opdracht.Partner), Value(gemeentecode), Value(id), Rijen.Nullable(NpgsqlDbType.Uuid, een?.DossierId), Rijen.Nullable(NpgsqlDbType.Uuid, opdracht.VervolgVan)]);
        await personen.ExecuteNonQueryAsync(ct);
        return id;
    }

    /// <summary>How many were left in a round that was stopped, and are in no run after it.</summary>
    public static async Task<int> OverAsync(DbTransaction transactie, string gemeentecode, Guid afstemmingId, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select count(*) from inbox.afstempersoon where gemeentecode = $1 and afstemming_id = $2 and uitkomst is null
                and not exists (select 1 from synchronisatie.uitvoering where gemeentecode = $1 and vervolg_van = $2)
            """);
        command.Add([Value(gemeentecode), Value(afstemmingId)]);
        return (int)(long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>No further person begins; who is being done is finished.</summary>
    /// <returns>False: it does not run.</returns>
    public async Task<bool> StopAsync(DbTransaction transactie, string gemeentecode, Guid afstemmingId, CancellationToken ct)
    {
        await using var command = transactie.Command(
            "update inbox.afstemming set status = 2, geeindigd_op = $3, reden = null, wacht_tot = null where gemeentecode = $1 and afstemming_id = $2 and status = 0");
        command.Add([Value(gemeentecode), Value(afstemmingId), Value(systeemklok.GetUtcNow())]);
        if (await command.ExecuteNonQueryAsync(ct) == 0)
        {
            return false;
        }

        await UitvoeringStore.SluitMetAfstemmingAsync(transactie, gemeentecode, afstemmingId, ct);
        return true;
    }

    /// <summary>A person is done: counted, and the round waits for nobody any more.</summary>
    /// <exception cref="IngehaaldException">The lease ran out and another worker took the person: its result counts.</exception>
    public async Task FinishAsync(DbTransaction transactie, Afstempersoon persoon, DossierRef? dossier, Afstemafloop afloop, CancellationToken ct)
    {
        var inhoud = afloop.Verslag is { } verslag && dossier is not null
            ? Kluis.Versleutel(dossier.Sleutel, JsonSerializer.SerializeToUtf8Bytes(verslag), Soort, persoon.Gemeentecode, persoon.AfstempersoonId)
            : null;
        await using var command = transactie.Command("""
            update inbox.afstempersoon set uitkomst = $3, reden = $4, inhoud = $5, sleutel_id = $6, afgehandeld_op = $7, bezet_tot = null
            where gemeentecode = $1 and afstempersoon_id = $2 and pogingen = $8 and uitkomst is null
            """);
        command.Add([
            Value(persoon.Gemeentecode), Value(persoon.AfstempersoonId), Value((short)afloop.Uitkomst), Text(afloop.Reden), Rijen.Nullable(NpgsqlDbType.Bytea, inhoud),
            Rijen.Nullable(NpgsqlDbType.Uuid, inhoud is null ? null : dossier!.SleutelId), Value(systeemklok.GetUtcNow()), Value(persoon.Pogingen)]);
        if (await command.ExecuteNonQueryAsync(ct) == 0)
        {
            throw new IngehaaldException();
        }

        await CountAsync(transactie, persoon, afloop, ct);
    }

    /// <summary>The partner is not there: this person is still to be done, and the whole round waits.</summary>
    /// <param name="tot">System clock.</param>
    public async Task PauseAsync(DbTransaction transactie, Afstempersoon persoon, string reden, DateTimeOffset tot, CancellationToken ct)
    {
        await using var terug = transactie.Command("update inbox.afstempersoon set bezet_tot = null where gemeentecode = $1 and afstempersoon_id = $2 and pogingen = $3 and uitkomst is null");
        terug.Add([Value(persoon.Gemeentecode), Value(persoon.AfstempersoonId), Value(persoon.Pogingen)]);
        await terug.ExecuteNonQueryAsync(ct);

        // those that were asked at the same time met the same closed door: that is one wait, not several
        await using var pauze = transactie.Command("""
            update inbox.afstemming set reden = $3, wacht_tot = greatest(wacht_tot, $4), pauzes = case when wacht_tot > $5 then pauzes else pauzes + 1 end
            where gemeentecode = $1 and afstemming_id = $2 and status = 0
            """);
        var nu = systeemklok.GetUtcNow();
        pauze.Add([Value(persoon.Gemeentecode), Value(persoon.AfstemmingId), Value(reden), Value(tot), Value(nu)]);
        await pauze.ExecuteNonQueryAsync(ct);
        await Wachtmomenten.NoteAsync(transactie, persoon.Gemeentecode, persoon.AfstemmingId, reden, nu, tot, ct);
    }

    /// <summary>Whether somebody is being done at this moment: who goes on in his place would ask twice.</summary>
    private async Task<bool> BezigAsync(DbTransaction transactie, string gemeentecode, Guid afstemmingId, CancellationToken ct)
    {
        await using var command = transactie.Command(
            "select exists (select 1 from inbox.afstempersoon where gemeentecode = $1 and afstemming_id = $2 and uitkomst is null and bezet_tot > $3)");
        command.Add([Value(gemeentecode), Value(afstemmingId), Value(systeemklok.GetUtcNow())]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task CountAsync(DbTransaction transactie, Afstempersoon persoon, Afstemafloop afloop, CancellationToken ct)
    {
        await using var command = transactie.Command($"""
            update inbox.afstemming set {Kolom(afloop.Uitkomst)} = {Kolom(afloop.Uitkomst)} + 1, gemiste_gebeurtenissen = gemiste_gebeurtenissen + $3,
                                        reden = null, wacht_tot = null, pauzes = 0
            where gemeentecode = $1 and afstemming_id = $2 returning status
            """);
        command.Add([Value(persoon.Gemeentecode), Value(persoon.AfstemmingId), Value(afloop.Verslag?.Gemist.Count ?? 0)]);
        if (await command.ExecuteScalarAsync(ct) is (short)Afstemmingstatus.Gestopt)
        {
            await UitvoeringStore.SluitMetAfstemmingAsync(transactie, persoon.Gemeentecode, persoon.AfstemmingId, ct);
        }
    }

    private static string Kolom(Afstemuitkomst uitkomst) => uitkomst switch
    {
        Afstemuitkomst.Gelijk => "gelijk",
        Afstemuitkomst.Gemist => "gemist",
        Afstemuitkomst.Verschillend => "verschillend",
        Afstemuitkomst.Mislukt => "mislukt",
        Afstemuitkomst.Tegengehouden => "tegengehouden",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
