using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Ontzorgen;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Somebody paid without the gateway, in haste: the obligation is taken, so that nothing pays it again (payments 6.7).</summary>
internal sealed class MeldBuiten(Betaalwerk werk, BetalingLezer lezer, BetalingStore store, DossierWriter dossiers, Besluitboek boek, TimeProvider systeemklok)
{
    private static readonly string[] Redenen = ["spoed", "kanaal-gestoord", "op-verzoek"];

    public async Task<Uitkomst<BetalingView>> HandleAsync(Caller caller, Guid opdrachtId, BuitenbetalingInvoer invoer, CancellationToken ct)
    {
        if (Fouten(invoer).ToArray() is { Length: > 0 } fouten)
        {
            return Uitkomst<BetalingView>.Niet(Problems.OngeldigeInvoer, "ongeldig", fouten);
        }

        return await werk.DoeAsync<BetalingView>(
            caller, opdrachtId,
            async (transactie, vast, betaling, stop) =>
            {
                if (Opdrachtverloop.Na(betaling.Stand, Opdrachtgebeurtenis.BuitenBetaald) is null)
                {
                    return Uitkomst<BetalingView>.Niet(Problems.BetalingVast, "niet-meer");
                }

                await store.PaidOutsideAsync(transactie, vast, betaling, (invoer.BetaaldOp, invoer.Reden), caller.Id, stop);
                await dossiers.PutAsync(transactie, vast, Betaalgegevens.Van(betaling, Opdrachtstand.BuitenGateway, invoer.BetaaldOp, null, systeemklok.GetUtcNow()), stop);
                return await werk.ViewAsync(transactie, vast, opdrachtId, stop);
            },
            ct);
    }

    /// <summary>Nobody paid it after all: it is another order now, which needs both people. Who said that it was paid does not say that it was not.</summary>
    public async Task<Uitkomst<BetalingView>> HerstelAsync(Caller caller, Guid opdrachtId, CancellationToken ct)
    {
        if (caller.ClientId is not null)
        {
            return Uitkomst<BetalingView>.Niet(Problems.AlleenMedewerker, "geen-medewerker");
        }

        return await werk.DoeAsync<BetalingView>(
            caller, opdrachtId,
            async (transactie, vast, betaling, stop) =>
            {
                if (Opdrachtverloop.Na(betaling.Stand, Opdrachtgebeurtenis.BuitenHersteld) is null || vast.GeslotenOp is not null)
                {
                    return Uitkomst<BetalingView>.Niet(Problems.BetalingVast, "niet-buiten");
                }

                if (await BetalingStore.SaidOutsideAsync(transactie, vast, betaling, caller.Id, stop))
                {
                    return Uitkomst<BetalingView>.Niet(Problems.ZelfKlaargezet, "zelf-gemeld");
                }

                await store.MoveAsync(transactie, vast, betaling, Opdrachtgebeurtenis.BuitenHersteld, caller.Id, null, stop);
                await dossiers.PutAsync(transactie, vast, Betaalgegevens.Van(betaling, Opdrachtstand.Geannuleerd, betaling.Wat.Dag, null, systeemklok.GetUtcNow()), stop);
                var wat = betaling.Wat with { Dag = Bankdagen.Eerstvolgende(boek.Vandaag) };
                var nieuw = await store.PlanAsync(transactie, vast, wat, await lezer.ReadAsync(transactie, vast, stop), betaling, caller.Id, stop);
                return await werk.ViewAsync(transactie, vast, nieuw, stop);
            },
            ct);
    }

    private IEnumerable<InvoerFout> Fouten(BuitenbetalingInvoer invoer)
    {
        if (invoer.BetaaldOp > boek.Vandaag || invoer.BetaaldOp < boek.Vandaag.AddYears(-1))
        {
            yield return new InvoerFout("Geef de dag waarop betaald is: vandaag of eerder, hoogstens een jaar terug.", Pointer: "/betaaldOp");
        }

        if (Redenkeuze.Fout(invoer.Reden, Redenen) is { } fout)
        {
            yield return fout;
        }
    }
}
