using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>An order does not go on; only before it is in a sealed batch.</summary>
internal sealed class AnnuleerBetaling(Betaalwerk werk, BetalingStore store)
{
    private static readonly string[] Redenen = ["fout-in-opdracht", "uitkering-gestopt", "machtiging-ingetrokken", "verhuisd", "overleden", "op-verzoek"];

    public async Task<Uitkomst<BetalingView>> HandleAsync(Caller caller, Guid opdrachtId, AnnuleringInvoer invoer, CancellationToken ct)
    {
        if (Redenkeuze.Fout(invoer.Reden, Redenen) is { } fout)
        {
            return Uitkomst<BetalingView>.Niet(Problems.OngeldigeInvoer, "ongeldig", [fout]);
        }

        return await werk.DoeAsync<BetalingView>(
            caller, opdrachtId,
            async (transactie, vast, betaling, stop) =>
            {
                if (Opdrachtverloop.Na(betaling.Stand, Opdrachtgebeurtenis.Geannuleerd) is null)
                {
                    return Uitkomst<BetalingView>.Niet(Problems.BetalingVast, "niet-meer");
                }

                await store.MoveAsync(transactie, vast, betaling, Opdrachtgebeurtenis.Geannuleerd, caller.Id, invoer.Reden, stop);
                return await werk.ViewAsync(transactie, vast, opdrachtId, stop);
            },
            ct);
    }
}
