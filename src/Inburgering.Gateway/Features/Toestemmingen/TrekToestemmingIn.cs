using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Herstelmodus;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Toestemmingen;

/// <summary>A person takes a consent back: the next request that rests on it, on whatever node, is refused. A second time changes nothing.</summary>
internal sealed class TrekToestemmingIn(Regie regie, Dossierwerk werk, Intrekking intrekking, Herstelboek boek, Verwerking verwerking)
{
    public async Task<Uitkomst<IntrekkingView>> HandleAsync(Caller caller, Guid toestemmingId, CancellationToken ct)
    {
        if (await regie.OpenToestemmingAsync(caller, toestemmingId, ct) is not { } dossier)
        {
            return Uitkomst<IntrekkingView>.Niet(regie.WeigeringOf(Problems.ToestemmingOnbekend), string.Empty);
        }

        Herstelregel[] geboekt = [];
        var uitkomst = await werk.DoeAsync<IntrekkingView>(
            dossier,
            async (transactie, vast, stop) =>
            {
                var ingetrokken = (await ToestemmingStore.WithdrawAsync(transactie, vast, toestemmingId, verwerking.Tijdstip, caller.Id, stop))!;
                verwerking.Informatie = [$"toestemming:{ingetrokken.Verwijzing}"];
                var view = await intrekking.ToonAsync(transactie, vast, ingetrokken, verwerking.Tijdstip, stop);
                geboekt = [new Toestemmingeinde(vast.DossierId, toestemmingId, verwerking.Tijdstip) { Gemeentecode = vast.Gemeentecode }];
                await boek.WriteAsync(geboekt, stop);
                return view;
            },
            view => intrekking.Oin(caller.Gemeentecode, view.Toestemming.ClientId),
            ct);
        await boek.ConfirmAsync(geboekt, CancellationToken.None);
        return uitkomst;
    }
}
