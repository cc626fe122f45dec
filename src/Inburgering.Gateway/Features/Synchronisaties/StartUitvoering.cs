using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>A run now, for real or to see what it would do; and its end before all was done. Of two who start at once, one starts.</summary>
internal sealed class StartUitvoering(
    Synchronisatiehandeling handeling, Uitvoeringstart start, AfstemmingStore afstemmingen, Verwerking verwerking, Afstemsignaal signaal)
{
    public async Task<Uitkomst<UitvoeringView>> BeginAsync(Caller caller, Guid synchronisatieId, UitvoeringInvoer invoer, CancellationToken ct)
    {
        try
        {
            var uitkomst = await handeling.DoeAsync<UitvoeringView>(
                caller,
                synchronisatieId,
                async (transactie, stand, _, stop) =>
                {
                    var opdracht = new Uitvoeropdracht(null, invoer.Proef ? Uitvoeropdracht.Proef : Uitvoeropdracht.Hand, caller.Id, verwerking.TraceId, invoer.Reden.Trim());
                    if (await start.BeginAsync(transactie, stand, opdracht, stop) is not { Id: { } id })
                    {
                        return Uitkomst<UitvoeringView>.Niet(Problems.UitvoeringLoopt, Uitvoeringredenen.LooptNog);
                    }

                    verwerking.Informatie = [.. verwerking.Informatie, $"uitvoering:{id}"];
                    return Synchronisatieblik.Of((await SynchronisatieLezer.OneAsync(transactie, caller.Gemeentecode, synchronisatieId, id, stop))!);
                },
                ct);
            signaal.Wek();
            return uitkomst;
        }
        catch (BezetException)
        {
            verwerking.Besluit = Resultaat.Geweigerd;
            return Uitkomst<UitvoeringView>.Niet(Problems.AfstemmingLoopt, Uitvoeringredenen.LooptNog);
        }
    }

    /// <summary>What is being done is finished, nothing else begins. Stopped twice is stopped once.</summary>
    public Task<Uitkomst<UitvoeringView>> StopAsync(Caller caller, Guid synchronisatieId, Guid uitvoeringId, CancellationToken ct) => handeling.DoeAsync<UitvoeringView>(
        caller,
        synchronisatieId,
        async (transactie, _, _, stop) =>
        {
            if (await SynchronisatieLezer.OneAsync(transactie, caller.Gemeentecode, synchronisatieId, uitvoeringId, stop) is not { } uitvoering)
            {
                return Uitkomst<UitvoeringView>.Niet(Problems.UitvoeringOnbekend, "onbekend");
            }

            if (uitvoering.Status is not (Uitvoeringstatus.Loopt or Uitvoeringstatus.Gestopt))
            {
                return Uitkomst<UitvoeringView>.Niet(Problems.UitvoeringVoorbij, "voorbij");
            }

            var gestopt = await afstemmingen.StopAsync(transactie, caller.Gemeentecode, uitvoeringId, stop);
            var nu = (await SynchronisatieLezer.OneAsync(transactie, caller.Gemeentecode, synchronisatieId, uitvoeringId, stop))!;
            return Uitkomst<UitvoeringView>.Gedaan(Synchronisatieblik.Of(nu), herhaling: !gestopt);
        },
        ct);
}
