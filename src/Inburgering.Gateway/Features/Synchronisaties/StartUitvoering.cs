using System.Data.Common;
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
    Synchronisatiehandeling handeling, Uitvoeringstart start, AfstemmingStore afstemmingen, LeesSynchronisaties lees, Verwerking verwerking, Afstemsignaal signaal)
{
    /// <param name="reden">Null: it was started in a way that asks for none.</param>
    /// <param name="proef">Asks and counts, and takes nothing over.</param>
    public Task<Uitkomst<UitvoeringView>> BeginAsync(Caller caller, Guid synchronisatieId, string? reden, bool proef, CancellationToken ct) => BeginAsync(
        caller,
        synchronisatieId,
        (_, _) => Task.FromResult<(Uitvoeropdracht?, Probleem?)>(
            (new Uitvoeropdracht(null, proef ? Uitvoeropdracht.Proef : Uitvoeropdracht.Hand, caller.Id, verwerking.TraceId, reden?.Trim()), null)),
        ct);

    /// <summary>What was left of a stopped run, once; who was done is not asked for again.</summary>
    public Task<Uitkomst<UitvoeringView>> VervolgAsync(Caller caller, Guid synchronisatieId, Guid uitvoeringId, string reden, CancellationToken ct) => BeginAsync(
        caller,
        synchronisatieId,
        async (transactie, stop) =>
        {
            if (await SynchronisatieLezer.OneAsync(transactie, caller.Gemeentecode, synchronisatieId, uitvoeringId, stop) is not { } vorige)
            {
                return (null, Problems.UitvoeringOnbekend);
            }

            return vorige is { Status: Uitvoeringstatus.Gestopt, Aanleiding: not Uitvoeropdracht.Proef } && await AfstemmingStore.OverAsync(transactie, caller.Gemeentecode, uitvoeringId, stop) > 0
                ? (new Uitvoeropdracht(null, Uitvoeropdracht.Vervolg, caller.Id, verwerking.TraceId, reden.Trim()) { VervolgVan = uitvoeringId }, null)
                : (null, Problems.NietsOver);
        },
        ct);

    /// <summary>What is being done is finished, nothing else begins. Stopped twice is stopped once.</summary>
    public async Task<Uitkomst<UitvoeringView>> StopAsync(Caller caller, Guid synchronisatieId, Guid uitvoeringId, CancellationToken ct) => await lees.NaAsync(
        caller,
        await handeling.DoeZelfAsync<Uitvoering>(caller, synchronisatieId, (transactie, stand, _, stop) => StopAsync(transactie, stand, uitvoeringId, stop), ct),
        ct);

    /// <param name="maak">What is to be done, or why nothing is.</param>
    private async Task<Uitkomst<UitvoeringView>> BeginAsync(
        Caller caller, Guid synchronisatieId, Func<DbTransaction, CancellationToken, Task<(Uitvoeropdracht? Opdracht, Probleem? Niet)>> maak, CancellationToken ct)
    {
        try
        {
            var uitkomst = await handeling.DoeZelfAsync<Uitvoering>(
                caller,
                synchronisatieId,
                async (transactie, stand, _, stop) =>
                {
                    var (opdracht, niet) = await maak(transactie, stop);
                    if (opdracht is null)
                    {
                        return Uitkomst<Uitvoering>.Niet(niet!, "niets-over");
                    }

                    if (await start.BeginAsync(transactie, stand, opdracht, stop) is not { Id: { } id })
                    {
                        return Uitkomst<Uitvoering>.Niet(Problems.UitvoeringLoopt, Uitvoeringredenen.LooptNog);
                    }

                    verwerking.Informatie = [.. verwerking.Informatie, $"uitvoering:{id}"];
                    return (await SynchronisatieLezer.OneAsync(transactie, caller.Gemeentecode, synchronisatieId, id, stop))!;
                },
                ct);
            signaal.Wek();
            return await lees.NaAsync(caller, uitkomst, ct);
        }
        catch (BezetException)
        {
            verwerking.Besluit = Resultaat.Geweigerd;
            return Uitkomst<UitvoeringView>.Niet(Problems.AfstemmingLoopt, Uitvoeringredenen.LooptNog);
        }
    }

    private async Task<Uitkomst<Uitvoering>> StopAsync(DbTransaction transactie, Synchronisatie stand, Guid uitvoeringId, CancellationToken ct)
    {
        if (await SynchronisatieLezer.OneAsync(transactie, stand.Gemeentecode, stand.SynchronisatieId, uitvoeringId, ct) is not { } uitvoering)
        {
            return Uitkomst<Uitvoering>.Niet(Problems.UitvoeringOnbekend, "onbekend");
        }

        if (uitvoering.Status is not (Uitvoeringstatus.Loopt or Uitvoeringstatus.WachtOpAkkoord or Uitvoeringstatus.Gestopt))
        {
            return Uitkomst<Uitvoering>.Niet(Problems.UitvoeringVoorbij, "voorbij");
        }

        if (uitvoering.Status == Uitvoeringstatus.WachtOpAkkoord)
        {
            await start.NietAsync(transactie, stand, uitvoeringId, Uitvoeringstatus.Gestopt, ct);
        }
        else
        {
            await afstemmingen.StopAsync(transactie, stand.Gemeentecode, uitvoeringId, ct);
        }

        var nu = (await SynchronisatieLezer.OneAsync(transactie, stand.Gemeentecode, stand.SynchronisatieId, uitvoeringId, ct))!;
        return Uitkomst<Uitvoering>.Gedaan(nu, herhaling: uitvoering.Status == Uitvoeringstatus.Gestopt);
    }
}
