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

    /// <summary>What may be paid once.</summary>
    public byte[] Verplichting(DossierRef dossier, NieuweBetaling wat) => kluis.Verplichting(dossier.Gemeentecode, dossier.DossierId, wat);

    /// <summary>A new order.</summary>
    /// <param name="bestaand">Of the same dossier: what its number comes after.</param>
    /// <param name="vorige">The try before this one; null: it is the first.</param>
    public async Task PlanAsync(DbTransaction transactie, DossierRef dossier, NieuweBetaling wat, IReadOnlyList<Betaling> bestaand, Betaling? vorige, string door, CancellationToken ct)
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
