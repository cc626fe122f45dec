using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Opdrachten;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Toestemmingen;

/// <summary>Records that a person agreed to a sharing that no task covers.</summary>
internal sealed class GeefToestemming(Regie regie, Dossierwerk werk, Partnerrecht recht, Verwerking verwerking)
{
    public async Task<Uitkomst<ToestemmingView>> HandleAsync(Caller caller, Guid dossierId, ToestemmingInvoer invoer, CancellationToken ct)
    {
        if (await regie.OpenAsync(caller, dossierId, ct) is not { } dossier)
        {
            return Uitkomst<ToestemmingView>.Niet(regie.Weigering, string.Empty);
        }

        return await werk.DoeAsync<ToestemmingView>(
            dossier,
            async (transactie, vast, stop) =>
            {
                if (vast.GeslotenOp is not null)
                {
                    return Uitkomst<ToestemmingView>.Niet(Problems.DossierGesloten, "dossier-gesloten");
                }

                if (await ToestemmingStore.HoldsAsync(transactie, vast, invoer.Toestemming, stop))
                {
                    return Uitkomst<ToestemmingView>.Niet(
                        Problems.ToestemmingLoopt, "loopt-al", [new InvoerFout("Voor dit doel geldt op dat tijdstip of later al een toestemming.", Pointer: "/gegevenOp")]);
                }

                var gegeven = await ToestemmingStore.GiveAsync(transactie, vast, invoer.Toestemming, caller.Id, stop);
                verwerking.Informatie = [$"toestemming:{gegeven.Verwijzing}"];
                return ToestemmingView.Of(gegeven);
            },
            toestemming => recht.Oin(caller.Gemeentecode, toestemming.ClientId),
            ct);
    }
}
