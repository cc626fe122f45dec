using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;
using static Inburgering.Gateway.Storage.Rechten.Rijen;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>Files for the bank, each under a key of its own; what is written goes inside the log writer's transaction.</summary>
internal sealed class BatchStore(NpgsqlDataSource bron, Kluis kluis, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    private const string Soort = "betaalbatch";

    // no letters that look like digits
    private const string Tekens = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Toevallig = 10;
    private const string Afwezig = "afwezig-bevestigd", Ontkend = "bank-kent-niet";

    private const string Select = """
        select b.batch_id, b.bericht_id, b.stand, b.profiel, b.rekening, b.uitvoeringsdatum,
               case when b.stand = 'open' then (select count(*)::int from betalen.betaalopdracht o where o.gemeentecode = b.gemeentecode and o.batch_id = b.batch_id) else b.aantal end,
               case when b.stand = 'open' then null else b.totaal_centen end, b.gemaakt_door, b.gemaakt_op, b.goedgekeurd_door, b.verzegeld_op, b.hash, b.aanbieding, b.lease_tot
        from betalen.betaalbatch b where b.gemeentecode = $1
        """;

    /// <summary>Newest first.</summary>
    /// <param name="na">The last one of the page before; null: the first page.</param>
    public async Task<IReadOnlyList<Betaalbatch>> ReadAsync(Question question, (DateTimeOffset Op, Guid Id)? na, int aantal, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(question.Caller.Gemeentecode, ct);
        await using var command = transactie.Command($"{Select} and ($2::timestamptz is null or (b.gemaakt_op, b.batch_id) < ($2, $3)) order by b.gemaakt_op desc, b.batch_id desc limit $4");
        command.Add([Value(question.Caller.Gemeentecode), Nullable(NpgsqlDbType.TimestampTz, na?.Op), Nullable(NpgsqlDbType.Uuid, na?.Id), Value(aantal)]);
        return await command.ListAsync(Row, ct);
    }

    /// <summary>Null: this gemeente has none such.</summary>
    public async Task<Betaalbatch?> FindAsync(Question question, Guid batchId, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(question.Caller.Gemeentecode, ct);
        return await FindAsync(transactie, question.Caller.Gemeentecode, batchId, string.Empty, ct);
    }

    /// <summary>As above; held until the transaction ends.</summary>
    public static Task<Betaalbatch?> HoldAsync(DbTransaction transactie, string gemeentecode, Guid batchId, CancellationToken ct) =>
        FindAsync(transactie, gemeentecode, batchId, " for update of b", ct);

    /// <summary>Sealed ones that a report can be about, held until the transaction ends: those that it names, those that are not over, and those of this day and later.</summary>
    /// <param name="namen">MsgIds and PmtInfIds.</param>
    /// <param name="kenmerken">EndToEndIds.</param>
    public static async Task<IReadOnlyList<Betaalbatch>> HoldSealedAsync(DbTransaction transactie, string gemeentecode, DateOnly vanaf, string[] namen, string[] kenmerken, CancellationToken ct)
    {
        await using var command = transactie.Command($"""
            {Select} and b.hash is not null
                and (b.stand <> 'gesloten' or b.uitvoeringsdatum >= $2 or b.bericht_id = any($3) or b.bericht_id || '-1' = any($3)
                     or b.batch_id in (select o.batch_id from betalen.betaalopdracht o where o.gemeentecode = $1 and o.kenmerk = any($4)))
            order by b.batch_id for update of b
            """);
        command.Add([Value(gemeentecode), Value(vanaf), Value(namen), Value(kenmerken)]);
        return await command.ListAsync(Row, ct);
    }

    /// <summary>Whose orders are in these batches.</summary>
    public static async Task<IReadOnlyList<Guid>> DossiersAsync(DbTransaction transactie, string gemeentecode, Guid[] batchIds, CancellationToken ct)
    {
        await using var command = transactie.Command("select distinct dossier_id from betalen.betaalopdracht where gemeentecode = $1 and batch_id = any($2)");
        command.Add([Value(gemeentecode), Value(batchIds)]);
        return await command.ListAsync(r => r.GetGuid(0), ct);
    }

    /// <summary>Of which nobody said since then whether the bank has them, and of which that was not told for a day.</summary>
    /// <param name="sinds">They were handed over or in doubt before this.</param>
    public static async Task<IReadOnlyList<Guid>> ReadUncertainAsync(DbTransaction transactie, string gemeentecode, DateTimeOffset sinds, DateTimeOffset dag, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select b.batch_id from betalen.betaalbatch b
            where b.gemeentecode = $1 and b.stand in ('wordt_aangeboden', 'onbekend')
              and (select max(g.op) from betalen.betaalgebeurtenis g where g.gemeentecode = $1 and g.batch_id = b.batch_id and g.gebeurtenis in ('aanbiedenbegonnen', 'onzeker')) <= $2
              and not exists (select 1 from betalen.banksignaal s where s.gemeentecode = $1 and s.batch_id = b.batch_id and s.code = 'batch-onbekend' and (s.afgehandeld_op is null or s.op > $3))
            order by b.batch_id
            """);
        command.Add([Value(gemeentecode), Value(sinds), Value(dag)]);
        return await command.ListAsync(r => r.GetGuid(0), ct);
    }

    /// <summary>Sealed ones, the oldest first: of no profile that is stopped, and not those that the journal refused.</summary>
    public async Task<IReadOnlyList<Betaalbatch>> ReadSealedAsync(Question question, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(question.Caller.Gemeentecode, ct);
        await using var command = transactie.Command($"""
            {Select} and b.stand = 'verzegeld'
                and not exists (select 1 from betalen.betaalstop x where x.gemeentecode = $1 and x.profiel = b.profiel and x.opgeheven_op is null)
                and not exists (select 1 from betalen.banksignaal x where x.gemeentecode = $1 and x.batch_id = b.batch_id and x.code = 'al-overgedragen')
            order by b.verzegeld_op, b.batch_id
            """);
        command.Add([Value(question.Caller.Gemeentecode)]);
        return await command.ListAsync(Row, ct);
    }

    /// <summary>Of which nobody said whether the bank has them, and that no machine is handing over now.</summary>
    public async Task<IReadOnlyList<Betaalbatch>> ReadOpenEndedAsync(Question question, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(question.Caller.Gemeentecode, ct);
        await using var command = transactie.Command($"{Select} and b.stand in ('wordt_aangeboden', 'onbekend') and (b.lease_tot is null or b.lease_tot < now()) order by b.batch_id");
        command.Add([Value(question.Caller.Gemeentecode)]);
        return await command.ListAsync(Row, ct);
    }

    /// <summary>One machine hands it over until then, by the clock of the database.</summary>
    public static async Task LeaseAsync(DbTransaction transactie, string gemeentecode, Guid batchId, TimeSpan lease, CancellationToken ct)
    {
        await using var command = transactie.Command("update betalen.betaalbatch set lease_tot = now() + $3 where gemeentecode = $1 and batch_id = $2");
        command.Add([Value(gemeentecode), Value(batchId), Value(lease)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>It was handed over more often than the database knew.</summary>
    public static async Task CatchUpAsync(DbTransaction transactie, string gemeentecode, Guid batchId, int aanbieding, CancellationToken ct)
    {
        await using var command = transactie.Command("update betalen.betaalbatch set aanbieding = greatest(aanbieding, $3), aanbieding_op = now() where gemeentecode = $1 and batch_id = $2");
        command.Add([Value(gemeentecode), Value(batchId), Value(aanbieding)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Whether a machine took it and let its time pass: it died, or it stands still.</summary>
    public static async Task<bool> IsLeftAsync(DbTransaction transactie, string gemeentecode, Guid batchId, CancellationToken ct)
    {
        await using var command = transactie.Command("select coalesce(lease_tot < now(), false) from betalen.betaalbatch where gemeentecode = $1 and batch_id = $2 and stand = 'wordt_aangeboden'");
        command.Add([Value(gemeentecode), Value(batchId)]);
        return await command.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>The bank was asked and does not have it: noted once since it was last in doubt.</summary>
    /// <param name="verwerkingstijd">How long a bank may take before it knows a file: before that its word says nothing.</param>
    public async Task NoteDeniedAsync(DbTransaction transactie, string gemeentecode, Betaalbatch batch, TimeSpan verwerkingstijd, string door, CancellationToken ct)
    {
        await using var command = transactie.Command("select coalesce(aanbieding_op <= now() - $3, true) from betalen.betaalbatch where gemeentecode = $1 and batch_id = $2");
        command.Add([Value(gemeentecode), Value(batch.BatchId), Value(verwerkingstijd)]);
        if (await command.ExecuteScalarAsync(ct) is true && !await IsDeniedAsync(transactie, gemeentecode, batch.BatchId, ct))
        {
            await NoteAsync(transactie, gemeentecode, batch.BatchId, (Ontkend, batch.Stand), door, ct);
        }
    }

    /// <summary>Whether the bank said so since the file was last in doubt.</summary>
    public static async Task<bool> IsDeniedAsync(DbTransaction transactie, string gemeentecode, Guid batchId, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select exists (select 1 from betalen.betaalgebeurtenis where gemeentecode = $1 and batch_id = $2 and gebeurtenis = $3
                and nummer > (select coalesce(max(nummer), 0) from betalen.betaalgebeurtenis where gemeentecode = $1 and batch_id = $2 and gebeurtenis = $4))
            """);
        command.Add([Value(gemeentecode), Value(batchId), Value(Ontkend), Value(Enumwoord.Van(Batchgebeurtenis.Onzeker))]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>As above.</summary>
    public async Task<bool> IsDeniedAsync(Question question, Guid batchId, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(question.Caller.Gemeentecode, ct);
        return await IsDeniedAsync(transactie, question.Caller.Gemeentecode, batchId, ct);
    }

    /// <summary>Puts these orders together.</summary>
    public async Task<Betaalbatch> OpenAsync(DbTransaction transactie, string gemeentecode, NieuweBatch nieuw, IReadOnlyList<Betaling> betalingen, string door, CancellationToken ct)
    {
        var (id, nu) = (Guid.NewGuid(), zaakklok.GetUtcNow());
        var berichtId = string.Create(CultureInfo.InvariantCulture, $"{gemeentecode}-{nieuw.Uitvoeringsdatum:yyyyMMdd}-{RandomNumberGenerator.GetString(Tekens, Toevallig)}");
        await using (var command = transactie.Command("""
            insert into betalen.betaalbatch (gemeentecode, batch_id, stand, bericht_id, profiel, rekening, uitvoeringsdatum, aantal, totaal_centen, gemaakt_door, gemaakt_op, aanbieding)
            values ($1, $2, 'open', $3, $4, $5, $6, 0, 0, $7, $8, 0)
            """))
        {
            command.Add([
                Value(gemeentecode), Value(id), Value(berichtId), Value(nieuw.Profiel), Value(nieuw.Rekening), Value(nieuw.Uitvoeringsdatum), Value(door), Value(nu)]);
            await command.ExecuteNonQueryAsync(ct);
        }

        await using var zet = transactie.Command("update betalen.betaalopdracht set batch_id = $2 where gemeentecode = $1 and opdracht_id = any($3)");
        zet.Add([Value(gemeentecode), Value(id), Value(betalingen.Select(b => b.OpdrachtId).ToArray())]);
        await zet.ExecuteNonQueryAsync(ct);
        await NoteAsync(transactie, gemeentecode, id, ("geopend", Batchstand.Open), door, ct);
        return (await HoldAsync(transactie, gemeentecode, id, ct))!;
    }

    /// <summary>What keeps orders of this batch from leaving, as it stands now.</summary>
    public async Task<IReadOnlyList<Batchstop>> StopAsync(DbTransaction transactie, string gemeentecode, Guid batchId, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select o.opdracht_id,
                   d.gesloten_op is not null or exists (select 1 from betalen.betaalstop x where x.gemeentecode = $1 and x.dossier_id = o.dossier_id and x.opgeheven_op is null),
                   array(select categorie from dossiers.beperking x where x.gemeentecode = $1 and x.dossier_id = o.dossier_id and x.van <= $3 and (x.tot is null or x.tot > $3)),
                   array(select doel from dossiers.bezwaar x where x.gemeentecode = $1 and x.dossier_id = o.dossier_id and x.client_id is null and x.van <= $3 and (x.tot is null or x.tot > $3)),
                   not exists (select 1 from betalen.ontzorgbesluit x where x.gemeentecode = $1 and x.besluit_id = o.besluit_id and x.actueel)
            from betalen.betaalopdracht o join dossiers.dossier d on d.gemeentecode = o.gemeentecode and d.dossier_id = o.dossier_id
            where o.gemeentecode = $1 and o.batch_id = $2
            """);
        command.Add([Value(gemeentecode), Value(batchId), Value(zaakklok.GetUtcNow())]);
        return await command.ListAsync(r => new Batchstop(r.GetGuid(0), r.GetBoolean(1), r.GetFieldValue<string[]>(2), r.GetFieldValue<string[]>(3), r.GetBoolean(4)), ct);
    }

    /// <summary>These orders stay behind; they stay approved.</summary>
    public static async Task DropAsync(DbTransaction transactie, string gemeentecode, IReadOnlyCollection<Guid> opdrachten, CancellationToken ct)
    {
        await using var command = transactie.Command("update betalen.betaalopdracht set batch_id = null where gemeentecode = $1 and opdracht_id = any($2)");
        command.Add([Value(gemeentecode), Value(opdrachten.ToArray())]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The bytes are fixed, and every order in it counts as paid until proven otherwise.</summary>
    public async Task SealAsync(DbTransaction transactie, string gemeentecode, Betaalbatch batch, Zegelinhoud zegel, string door, CancellationToken ct)
    {
        var nu = zaakklok.GetUtcNow();
        var (sleutelId, sleutel) = await MakeAsync(transactie, kluis, gemeentecode, nu, ct);
        await using (var command = transactie.Command("""
            update betalen.betaalbatch set stand = $3, aantal = $4, totaal_centen = $5, goedgekeurd_door = $6, verzegeld_op = $7, sleutel_id = $8, inhoud = $9, hash = $10
            where gemeentecode = $1 and batch_id = $2
            """))
        {
            command.Add([
                Value(gemeentecode), Value(batch.BatchId), Value(Enumwoord.Van(Batchstand.Verzegeld)), Value(zegel.Aantal), Value(zegel.Totaal.Centen), Value(door), Value(nu),
                Value(sleutelId), Value(Kluis.Versleutel(sleutel, zegel.Inhoud.Span, Soort, gemeentecode, batch.BatchId)), Value(zegel.Hash)]);
            await command.ExecuteNonQueryAsync(ct);
        }

        await using var zet = transactie.Command("""
            with weg as (update betalen.betaalopdracht set stand = 'aangeboden' where gemeentecode = $1 and batch_id = $2 and stand = 'vrijgegeven' returning opdracht_id, dossier_id)
            insert into betalen.betaalgebeurtenis (gemeentecode, opdracht_id, dossier_id, gebeurtenis, stand, door, op) select $1, opdracht_id, dossier_id, 'aangeboden', 'aangeboden', $3, $4 from weg
            """);
        zet.Add([Value(gemeentecode), Value(batch.BatchId), Value(door), Value(nu)]);
        if (await zet.ExecuteNonQueryAsync(ct) != zegel.Aantal)
        {
            throw new InvalidOperationException("What is in the file is not what was approved.");
        }

        await NoteAsync(transactie, gemeentecode, batch.BatchId, ("verzegeld", Batchstand.Verzegeld), door, ct);
    }

    /// <summary>It goes to another state.</summary>
    /// <exception cref="InvalidOperationException">Not from where it stands: whoever asks looks first.</exception>
    public async Task MoveAsync(DbTransaction transactie, string gemeentecode, Betaalbatch batch, Batchgebeurtenis gebeurtenis, string door, CancellationToken ct)
    {
        var naar = Batchverloop.Na(batch.Stand, gebeurtenis) ?? throw new InvalidOperationException($"{batch.Stand} does not go anywhere by {gebeurtenis}.");
        await using var command = transactie.Command("update betalen.betaalbatch set stand = $3, aanbieding = aanbieding + $4, aanbieding_op = case when $4 = 1 then now() else aanbieding_op end, lease_tot = null where gemeentecode = $1 and batch_id = $2");
        command.Add([Value(gemeentecode), Value(batch.BatchId), Value(Enumwoord.Van(naar)), Value(gebeurtenis == Batchgebeurtenis.AanbiedenBegonnen ? 1 : 0)]);
        await command.ExecuteNonQueryAsync(ct);
        await NoteAsync(transactie, gemeentecode, batch.BatchId, (Enumwoord.Van(gebeurtenis), naar), door, ct);
    }

    /// <summary>The bytes of a sealed one.</summary>
    public async Task<byte[]> BytesAsync(DbTransaction transactie, string gemeentecode, Guid batchId, CancellationToken ct)
    {
        await using var command = transactie.Command("select sleutel_id, inhoud from betalen.betaalbatch where gemeentecode = $1 and batch_id = $2");
        command.Add([Value(gemeentecode), Value(batchId)]);
        var (sleutelId, inhoud) = (await command.ListAsync(r => (r.GetGuid(0), r.GetFieldValue<byte[]>(1)), ct)).Single();
        return Kluis.Ontsleutel(await GetAsync(transactie, kluis, gemeentecode, sleutelId, ct), inhoud, Soort, gemeentecode, batchId);
    }

    /// <summary>Somebody confirms that the bank does not have it.</summary>
    /// <returns>True: another did so before, since it was last handed over.</returns>
    public async Task<bool> ConfirmAbsentAsync(DbTransaction transactie, string gemeentecode, Betaalbatch batch, string door, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select exists (select 1 from betalen.betaalgebeurtenis where gemeentecode = $1 and batch_id = $2 and gebeurtenis = $3 and door <> $4
                and nummer > (select coalesce(max(nummer), 0) from betalen.betaalgebeurtenis where gemeentecode = $1 and batch_id = $2 and gebeurtenis = $5))
            """);
        command.Add([Value(gemeentecode), Value(batch.BatchId), Value(Afwezig), Value(door), Value(Enumwoord.Van(Batchgebeurtenis.Onzeker))]);
        var eerder = (bool)(await command.ExecuteScalarAsync(ct))!;
        await NoteAsync(transactie, gemeentecode, batch.BatchId, (Afwezig, batch.Stand), door, ct);
        return eerder;
    }

    private static async Task<Betaalbatch?> FindAsync(DbTransaction transactie, string gemeentecode, Guid batchId, string vast, CancellationToken ct)
    {
        await using var command = transactie.Command($"{Select} and b.batch_id = $2{vast}");
        command.Add([Value(gemeentecode), Value(batchId)]);
        return await command.OneAsync(Row, ct);
    }

    private static Betaalbatch Row(NpgsqlDataReader r) => new(r.GetGuid(0), Betaalid.Parse(r.GetString(1)))
    {
        Stand = Enumwoord.Lees<Batchstand>(r.GetString(2)),
        Profiel = r.GetString(3),
        Rekening = r.GetString(4),
        Uitvoeringsdatum = r.GetFieldValue<DateOnly>(5),
        Aantal = r.GetInt32(6),
        TotaalCenten = r.Optional<long>(7),
        GemaaktDoor = r.GetString(8),
        GemaaktOp = r.GetFieldValue<DateTimeOffset>(9),
        GoedgekeurdDoor = r.OptionalText(10),
        VerzegeldOp = r.Optional<DateTimeOffset>(11),
        Hash = r.OptionalText(12),
        Aanbieding = r.GetInt32(13),
        LeaseTot = r.Optional<DateTimeOffset>(14),
    };

    private async Task NoteAsync(DbTransaction transactie, string gemeentecode, Guid batchId, (string Gebeurtenis, Batchstand Stand) stap, string door, CancellationToken ct)
    {
        await using var command = transactie.Command("insert into betalen.betaalgebeurtenis (gemeentecode, batch_id, gebeurtenis, stand, door, op) values ($1, $2, $3, $4, $5, $6)");
        command.Add([Value(gemeentecode), Value(batchId), Value(stap.Gebeurtenis), Value(Enumwoord.Van(stap.Stand)), Value(door), Value(zaakklok.GetUtcNow())]);
        await command.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>What a batch is sealed with.</summary>
/// <param name="Hash">SHA-256 of the bytes, 64 lower-case hex.</param>
internal sealed record Zegelinhoud(ReadOnlyMemory<byte> Inhoud, string Hash, int Aantal, Bedrag Totaal);
