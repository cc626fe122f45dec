using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Herstelmodus;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Opdrachten;

/// <summary>Ends an assignment; the next request of the partner, on whatever node, no longer rests on it.</summary>
internal sealed class BeeindigOpdracht(Regie regie, Dossierwerk werk, Gevolgen gevolgen, Herstelboek boek, Verwerking verwerking)
{
    /// <param name="per">From when; null: from now, or from its begin when that is still to come.</param>
    public async Task<Uitkomst<BeeindigingView>> HandleAsync(Caller caller, Guid opdrachtId, DateTimeOffset? per, CancellationToken ct)
    {
        if (await regie.OpenOpdrachtAsync(caller, opdrachtId, ct) is not { } dossier)
        {
            return Uitkomst<BeeindigingView>.Niet(regie.WeigeringOf(Problems.OpdrachtOnbekend), string.Empty);
        }

        Herstelregel[] geboekt = [];
        var uitkomst = await werk.DoeAsync<BeeindigingView>(
            dossier,
            async (transactie, vast, stop) =>
            {
                var opdracht = (await OpdrachtLezer.ReadAsync(transactie, vast.Gemeentecode, vast.DossierId, opdrachtId, stop))!;
                verwerking.Informatie = [$"opdracht:{opdracht.Verwijzing}"];
                if (per < opdracht.Inhoud.Van)
                {
                    return Uitkomst<BeeindigingView>.Niet(
                        Problems.OngeldigeInvoer, "per", [new InvoerFout("Ligt voor het begin van de opdracht.", Pointer: "/per")]);
                }

                var einde = per ?? (verwerking.Tijdstip > opdracht.Inhoud.Van ? verwerking.Tijdstip : opdracht.Inhoud.Van);
                if (opdracht.Inhoud.Tot is not { } tot || tot > einde)
                {
                    opdracht = await OpdrachtStore.EndAsync(transactie, vast, opdrachtId, einde, caller.Id, stop);
                    verwerking.Informatie = [$"opdracht:{opdracht.Verwijzing}"];
                }

                var view = await gevolgen.OfAsync(transactie, vast.Gemeentecode, opdracht, stop);
                geboekt = [Opdrachtstand.Of(vast, opdracht)];
                await boek.WriteAsync(geboekt, stop);
                return view;
            },
            view => gevolgen.Oin(caller.Gemeentecode, view.Opdracht.ClientId),
            ct);
        await boek.ConfirmAsync(geboekt, CancellationToken.None);
        return uitkomst;
    }
}

/// <summary>Hoe de opdracht eindigt en wat daardoor ophoudt.</summary>
/// <param name="Opdracht">De opdracht met haar einde.</param>
/// <param name="Stopt">Wat voor de partner ophoudt.</param>
/// <param name="EigenLeveringenLeesbaarTot">Tot dit tijdstip kan de partner nog teruglezen wat zij zelf leverde.</param>
public sealed record BeeindigingView(OpdrachtView Opdracht, StoptView Stopt, DateTimeOffset EigenLeveringenLeesbaarTot) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["opdracht"];
}
