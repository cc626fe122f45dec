using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Verwerkingslog;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Meldingen;

/// <summary>Aanmeldingen in the outbox: one per assignment, put there with it and dropped with it. Always inside the log writer's transaction.</summary>
internal sealed class Aanmeldingen(MeldingStore meldingen, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok, TimeProvider systeemklok) : IStopt
{
    /// <summary>Puts it there; it leaves when the assignment has begun.</summary>
    /// <param name="ontvanger">Key of the partner's instance.</param>
    /// <returns>Null: the assignment is over already, so there is nothing to tell.</returns>
    public async Task<Guid?> PlanAsync(
        DbTransaction transactie, DossierRef dossier, GegevenOpdracht opdracht, (string Sleutel, string Doel) ontvanger, Afzender afzender, CancellationToken ct)
    {
        var nu = zaakklok.GetUtcNow();
        if (opdracht.Inhoud.Tot <= nu || opdracht.Inhoud.Tot <= opdracht.Inhoud.Van)
        {
            return null;
        }

        var melding = await meldingen.AddAsync(
            transactie, dossier, ontvanger.Sleutel, new AanmeldingMelding(opdracht.OpdrachtId, opdracht.Inhoud.ClientId, ontvanger.Doel), afzender, null, ct);
        if (opdracht.Inhoud.Van > nu)
        {
            await LaterAsync(transactie, dossier.Gemeentecode, melding.MeldingId, systeemklok.GetUtcNow() + (opdracht.Inhoud.Van - nu), ct);
        }

        return melding.MeldingId;
    }

    /// <inheritdoc />
    /// <remarks>One whose attempt is under way may have arrived; whether it goes again is decided then, on an assignment that has ended.</remarks>
    public async Task<Gestopt> StopAsync(DbTransaction transactie, Rechteinde einde, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update outbox.melding m set status = 4, reden = $4, afgehandeld_op = $5, volgende_poging = null, bezet_tot = null
            from dossiers.opdracht o
            where m.gemeentecode = $1 and m.dossier_id = $2 and m.status in (0, 3) and m.onderweg_als is null
              and o.gemeentecode = $1 and o.opdracht_id = m.opdracht_id and o.client_id = $3 and (o.tot <= $5 or o.tot <= o.van)
            returning m.melding_id
            """);
        command.Add([Value(einde.Gemeentecode), Value(einde.DossierId), Value(einde.ClientId), Value(Meldingredenen.OpdrachtBeeindigd), Value(zaakklok.GetUtcNow())]);
        return new Gestopt(await command.ListAsync(r => r.GetGuid(0), ct), []);
    }

    private static async Task LaterAsync(DbTransaction transactie, string gemeentecode, Guid meldingId, DateTimeOffset wanneer, CancellationToken ct)
    {
        await using var command = transactie.Command("update outbox.melding set volgende_poging = $3 where gemeentecode = $1 and melding_id = $2");
        command.Add([Value(gemeentecode), Value(meldingId), Value(wanneer)]);
        await command.ExecuteNonQueryAsync(ct);
    }
}
