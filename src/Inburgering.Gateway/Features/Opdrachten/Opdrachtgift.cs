using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Opdrachten;

/// <summary>Gives an assignment, and in the same transaction puts ready by what the partner learns of the person.</summary>
internal sealed class Opdrachtgift(OpdrachtStore opdrachten, Aanmeldingen aanmeldingen, Partnerrecht recht, Meldingsignaal signaal, Verwerking verwerking)
{
    /// <summary>Inside the log writer's transaction, on a dossier that it holds.</summary>
    public async Task<GegevenOpdracht> GeefAsync(DbTransaction transactie, DossierRef dossier, Caller caller, OpdrachtInvoer invoer, CancellationToken ct)
    {
        var gegeven = await opdrachten.GiveAsync(transactie, dossier, invoer.Opdracht, caller.Id, ct);
        if (invoer.Aanmelden is false || recht.Aanmelding(recht.Zoek(dossier.Gemeentecode, invoer.ClientId)!, invoer.Taak) is not { } ontvanger)
        {
            return gegeven;
        }

        var aanmelding = await aanmeldingen.PlanAsync(transactie, dossier, gegeven, ontvanger, new Afzender(caller.Id, verwerking.TraceId), ct);
        return gegeven with { AanmeldingId = aanmelding };
    }

    /// <summary>After the transaction: what is ready may leave.</summary>
    public void Wek() => signaal.Wek();
}
