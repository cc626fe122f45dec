using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Opdrachten;

/// <summary>The gemeente gives a partner an assignment for one person; from then on, and no longer than it runs, the partner may read.</summary>
internal sealed class GeefOpdracht(
    Beleid beleid, CallerRegister register, AccessDesk access, Verwerking verwerking, ILogWriter log, DossierWriter dossiers, OpdrachtStore opdrachten, Kluis kluis)
{
    /// <exception cref="InvalidOperationException">In Dutch: unknown partner or taak, another gemeente, no dossier, or a taak outside the offer of the doelgroep.</exception>
    public async Task HandleAsync(Caller caller, Bsn bsn, Opdracht opdracht, CancellationToken ct)
    {
        Check(caller, opdracht);
        verwerking.Naam = "Opdracht gegeven";
        verwerking.Actie = Actie.Muteren;
        verwerking.Door(caller);
        access.Aanvaard(Leverrecht.VanGemeente(beleid));
        verwerking.Bewijs = await log.AppendAsync(
            caller.Gemeentecode,
            async (transactie, stop) =>
            {
                var dossier = await dossiers.FindAsync(transactie, caller.Gemeentecode, bsn, null, stop)
                    ?? throw new InvalidOperationException("Er is geen dossier van deze persoon.");
                var doelgroep = await OpdrachtStore.DoelgroepAsync(transactie, dossier, stop);
                if (doelgroep is not null && !beleid.Gemeenten[caller.Gemeentecode].Aanbod[doelgroep].Contains(opdracht.Taak))
                {
                    throw new InvalidOperationException($"Reden doelgroep: «{opdracht.Taak}» hoort niet bij het aanbod voor {doelgroep}.");
                }

                await opdrachten.GiveAsync(transactie, dossier, opdracht, stop);
                var (pseudoniem, type) = kluis.Pseudoniem(caller.Gemeentecode, bsn);
                verwerking.Betrokkene = new Betrokkene(pseudoniem, type, dossier.DossierId);
                return [verwerking.NaarRegel() with { Ontvanger = register.Zoek(opdracht.ClientId)!.Sjabloon.Organisatie }];
            },
            ct);
    }

    private void Check(Caller caller, Opdracht opdracht)
    {
        if (!caller.VanGemeente || register.Zoek(opdracht.ClientId) is not { } partner || partner.Gemeentecode != caller.Gemeentecode)
        {
            throw new InvalidOperationException("Deze partner werkt niet voor deze gemeente.");
        }

        if (!beleid.Grants.Any(g => g.Rol == partner.Sjabloon.Rol && g.Voorwaarden.Opdracht == opdracht.Taak))
        {
            throw new InvalidOperationException($"Een {partner.Sjabloon.Rol} voert geen «{opdracht.Taak}» uit.");
        }

        if (opdracht.Tot <= opdracht.Van)
        {
            throw new InvalidOperationException("Een opdracht eindigt na haar begin.");
        }
    }
}
