using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;
using static Inburgering.Gateway.Storage.Rechten.Rijen;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>Writes orders, always inside the log writer's transaction and on a dossier that it holds; what moved stands in the history with who did it.</summary>
internal sealed class BetalingStore(Kluis kluis, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    // no letters that look like digits
    private const string Tekens = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Sleutellengte = 6;
    private const string NietBetaald = "niet-betaald-bevestigd";

    /// <summary>What may be paid once.</summary>
    public byte[] Verplichting(DossierRef dossier, NieuweBetaling wat) => kluis.Verplichting(dossier.Gemeentecode, dossier.DossierId, wat);

    /// <summary>A new order.</summary>
    /// <param name="bestaand">Of the same dossier: what its number comes after.</param>
    /// <param name="vorige">The try before this one; null: it is the first.</param>
    /// <returns>Its id.</returns>
    public async Task<Guid> PlanAsync(DbTransaction transactie, DossierRef dossier, NieuweBetaling wat, IReadOnlyList<Betaling> bestaand, Betaling? vorige, string door, CancellationToken ct)
    {
        var id = Guid.NewGuid();
        var kenmerk = new Opdrachtkenmerk(await SleutelAsync(transactie, dossier, ct), wat.Maand, Opdrachtkenmerk.SoortVan(wat.Soort), Volgnummer(wat, bestaand)).Id;
        await using var command = transactie.Command("""
            insert into betalen.betaalopdracht (gemeentecode, opdracht_id, dossier_id, besluit_id, maand, soort, poging, vorige, verplichting, kenmerk, rekening_hash, stand, uitvoeringsdatum, inhoud, gemaakt_op)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """);
        command.Add([
            Value(dossier.Gemeentecode), Value(id), Value(dossier.DossierId), Value(wat.Besluit), Value(wat.Maand), Value(wat.Soort), Value((short)((vorige?.Poging ?? 0) + 1)),
            Nullable(NpgsqlDbType.Uuid, vorige?.OpdrachtId), Value(Verplichting(dossier, wat)), Value(kenmerk.ToString()), Value(kluis.Rekening(dossier.Gemeentecode, wat.Inhoud.Iban)),
            Value(Enumwoord.Van(Opdrachtstand.Gepland)), Value(wat.Dag), Value(Bytes(dossier, id, wat.Inhoud)), Value(zaakklok.GetUtcNow())]);
        await command.ExecuteNonQueryAsync(ct);
        await NoteAsync(transactie, dossier, id, new Stap("gepland", Opdrachtstand.Gepland, door), ct);
        return id;
    }

    /// <summary>Its amount, account, text or day is another: an approval is gone, and so is its place in a batch that is open.</summary>
    public async Task EditAsync(DbTransaction transactie, DossierRef dossier, Betaling betaling, NieuweBetaling wat, string door, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update betalen.betaalopdracht set rekening_hash = $3, stand = $4, uitvoeringsdatum = $5, inhoud = $6, batch_id = null
            where gemeentecode = $1 and opdracht_id = $2
            """);
        command.Add([
            Value(dossier.Gemeentecode), Value(betaling.OpdrachtId), Value(kluis.Rekening(dossier.Gemeentecode, wat.Inhoud.Iban)), Value(Enumwoord.Van(Opdrachtstand.Gepland)),
            Value(wat.Dag), Value(Bytes(dossier, betaling.OpdrachtId, wat.Inhoud))]);
        await command.ExecuteNonQueryAsync(ct);
        await NoteAsync(transactie, dossier, betaling.OpdrachtId, new Stap("bewerkt", Opdrachtstand.Gepland, door), ct);
    }

    /// <summary>It goes to another state.</summary>
    /// <exception cref="InvalidOperationException">Not from where it stands: whoever asks looks first.</exception>
    public async Task MoveAsync(DbTransaction transactie, DossierRef dossier, Betaling betaling, Opdrachtgebeurtenis gebeurtenis, string door, string? reden, CancellationToken ct)
    {
        var naar = Opdrachtverloop.Na(betaling.Stand, gebeurtenis) ?? throw new InvalidOperationException($"{betaling.Stand} does not go anywhere by {gebeurtenis}.");
        await using var command = transactie.Command("""
            update betalen.betaalopdracht set stand = $3, batch_id = case when stand in ('gepland', 'vrijgegeven') and $3 <> 'vrijgegeven' then null else batch_id end
            where gemeentecode = $1 and opdracht_id = $2
            """);
        command.Add([Value(dossier.Gemeentecode), Value(betaling.OpdrachtId), Value(Enumwoord.Van(naar))]);
        await command.ExecuteNonQueryAsync(ct);
        await NoteAsync(transactie, dossier, betaling.OpdrachtId, new Stap(Enumwoord.Van(gebeurtenis), naar, door) { Reden = reden }, ct);
    }

    /// <summary>A person paid it without the gateway: it leaves its open batch, and the obligation is taken.</summary>
    /// <param name="wanneer">Day on which, and why so.</param>
    public async Task PaidOutsideAsync(DbTransaction transactie, DossierRef dossier, Betaling betaling, (DateOnly Dag, string Reden) wanneer, string door, CancellationToken ct)
    {
        await using var command = transactie.Command("update betalen.betaalopdracht set uitvoeringsdatum = $3 where gemeentecode = $1 and opdracht_id = $2");
        command.Add([Value(dossier.Gemeentecode), Value(betaling.OpdrachtId), Value(wanneer.Dag)]);
        await command.ExecuteNonQueryAsync(ct);
        await MoveAsync(transactie, dossier, betaling, Opdrachtgebeurtenis.BuitenBetaald, door, wanneer.Reden, ct);
    }

    /// <summary>Whether this person said that it was paid without the gateway.</summary>
    public static async Task<bool> SaidOutsideAsync(DbTransaction transactie, DossierRef dossier, Betaling betaling, string door, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select exists (select 1 from betalen.betaalgebeurtenis where gemeentecode = $1 and opdracht_id = $2 and gebeurtenis = $3 and door = $4)
            """);
        command.Add([Value(dossier.Gemeentecode), Value(betaling.OpdrachtId), Value(Enumwoord.Van(Opdrachtgebeurtenis.BuitenBetaald)), Value(door)]);
        return await command.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>Somebody confirms that the bank did not pay it, in the bank's own words.</summary>
    public Task ConfirmUnpaidAsync(DbTransaction transactie, DossierRef dossier, Betaling betaling, string door, CancellationToken ct) =>
        NoteAsync(transactie, dossier, betaling.OpdrachtId, new Stap(NietBetaald, betaling.Stand, door), ct);

    /// <summary>What the books and people say of an order that came to nothing.</summary>
    public static async Task<Pogingbewijs> EvidenceAsync(DbTransaction transactie, DossierRef dossier, Betaling betaling, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select (select count(*) filter (where b.bedrag_centen < 0) > count(*) filter (where b.bedrag_centen > 0) from betalen.boeking b where b.gemeentecode = $1 and b.opdracht_id = $2 and b.soort = 'geboekt'),
                   s.sinds_dag, s.eind_dag,
                   exists (select 1 from betalen.boeking b where b.gemeentecode = $1 and b.batch_id = $3 and b.soort = 'aangehouden')
                       or exists (select 1 from betalen.banksignaal g where g.gemeentecode = $1 and g.afgehandeld_op is null and $4 = any(g.kandidaten)),
                   (select count(distinct g.door)::int from betalen.betaalgebeurtenis g where g.gemeentecode = $1 and g.opdracht_id = $2 and g.gebeurtenis = $5),
                   exists (select 1 from betalen.banksignaal g where g.gemeentecode = $1 and g.opdracht_id = $2 and g.code in ('geweigerd', 'retour') and g.reden = $6)
            from (select 1) een
            left join betalen.betaalbatch x on x.gemeentecode = $1 and x.batch_id = $3
            left join betalen.afschriftstand s on s.gemeentecode = $1 and s.rekening = x.rekening
            """);
        command.Add([
            Value(dossier.Gemeentecode), Value(betaling.OpdrachtId), Nullable(NpgsqlDbType.Uuid, betaling.BatchId), Value(betaling.Kenmerk.ToString()), Value(NietBetaald),
            Value(Enumwoord.Van(Redensoort.Toezicht))]);
        return (await command.OneAsync(
            r => new Pogingbewijs
            {
                IsBetaald = r.GetBoolean(0),
                AfschriftenSinds = r.Optional<DateOnly>(1),
                AfschriftenTot = r.Optional<DateOnly>(2),
                IsOnverklaard = r.GetBoolean(3),
                Bevestigers = r.GetInt32(4),
                IsVerboden = r.GetBoolean(5),
            },
            ct))!;
    }

    /// <summary>Numbers of one kind and month go on: also two accounts of one kind have each their own.</summary>
    private static int Volgnummer(NieuweBetaling wat, IReadOnlyList<Betaling> bestaand) => bestaand
        .Where(b => b.Wat.Maand == wat.Maand && b.Wat.Soort == wat.Soort)
        .Select(b => Opdrachtkenmerk.TryParse(b.Kenmerk.ToString(), out var kenmerk) ? kenmerk.Poging : 0)
        .DefaultIfEmpty(0).Max() + 1;

    private static async Task<string> SleutelAsync(DbTransaction transactie, DossierRef dossier, CancellationToken ct)
    {
        while (true)
        {
            await using var command = transactie.Command("""
                with nieuw as (insert into betalen.betaalsleutel (gemeentecode, dossier_id, sleutel) values ($1, $2, $3) on conflict do nothing returning sleutel)
                select coalesce((select sleutel from betalen.betaalsleutel where gemeentecode = $1 and dossier_id = $2), (select sleutel from nieuw))
                """);
            command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(RandomNumberGenerator.GetString(Tekens, Sleutellengte))]);
            if (await command.ExecuteScalarAsync(ct) is string sleutel)
            {
                return sleutel;
            }

            // another dossier has this one
        }
    }

    private static byte[] Bytes(DossierRef dossier, Guid id, Betaalinhoud inhoud) =>
        Kluis.Versleutel(dossier.Sleutel, JsonSerializer.SerializeToUtf8Bytes(inhoud, JsonSerializerOptions.Web), BetalingLezer.Soort, dossier.Gemeentecode, id);

    private async Task NoteAsync(DbTransaction transactie, DossierRef dossier, Guid opdrachtId, Stap stap, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            insert into betalen.betaalgebeurtenis (gemeentecode, opdracht_id, dossier_id, gebeurtenis, stand, door, op, reden) values ($1, $2, $3, $4, $5, $6, $7, $8)
            """);
        command.Add([
            Value(dossier.Gemeentecode), Value(opdrachtId), Value(dossier.DossierId), Value(stap.Gebeurtenis), Value(Enumwoord.Van(stap.Stand)), Value(stap.Door), Value(zaakklok.GetUtcNow()), Text(stap.Reden)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed record Stap(string Gebeurtenis, Opdrachtstand Stand, string Door)
    {
        public string? Reden { get; init; }
    }
}
