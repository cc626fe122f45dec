using System.Data.Common;
using System.Diagnostics;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>One message: ask what its event asks for, apply it to the dossier, say how it ended. Safe to run twice.</summary>
internal sealed class BerichtVerwerking(
    BerichtStore berichten, PartnerCatalog partners, Ophaling ophaling, BerichtToepassing toepassing, Dossierbereik bereik, Beleid beleid, TaakRegels regels)
{
    public async Task WorkAsync(string gemeentecode, Guid berichtId, CancellationToken ct)
    {
        var bericht = await berichten.OpenAsync(gemeentecode, berichtId, ct);
        if (partners.ReaderOf(bericht.Partner)!.Read(bericht.Inhoud) is not PartnerReply<Gebeurtenis>.Answer { Value: var gebeurtenis })
        {
            throw new UnreachableException("What was stored had been read before.");
        }

        if (beleid.Partners[bericht.Partner].Verbinding!.IsOp(bericht.Pogingen))
        {
            // it broke us every time: no more of it until a person looked
            await toepassing.FinishAsync(bericht, new Afloop(Berichtstatus.Quarantaine, Berichtredenen.InterneFout), null, [regels.Bericht(bericht, null, Berichtredenen.InterneFout)], ct);
            return;
        }

        var bsn = gebeurtenis.Bsn ?? await toepassing.BsnOfAsync(bericht, gebeurtenis.VNummer!.Value, ct);
        if (bsn is not { } persoon)
        {
            await toepassing.FinishAsync(bericht, new Afloop(Berichtstatus.Quarantaine, Berichtredenen.BsnNogNietBekend), null, [regels.Bericht(bericht, null, Berichtredenen.BsnNogNietBekend)], ct);
            return;
        }

        if (!gebeurtenis.Vestiging && await bereik.IsBuitenAsync(gemeentecode, persoon, ct))
        {
            await toepassing.FinishAsync(bericht, new Afloop(Berichtstatus.ZonderGevolg, Berichtredenen.BuitenBereik), null, [regels.Geweigerd(bericht, persoon, Berichtredenen.BuitenBereik)], ct);
            return;
        }

        var opgehaald = await ophaling.FetchAsync(bericht, gebeurtenis, persoon, ct);
        if (opgehaald.Afloop is null)
        {
            await toepassing.ApplyAsync(bericht, gebeurtenis, persoon, opgehaald, ct);
            return;
        }

        var (afloop, wacht) = Afloop(bericht, opgehaald);
        await toepassing.FinishAsync(bericht, afloop, wacht, opgehaald.Regels, ct);
    }

    /// <summary>Not reached: again after the next wait of the partner's config; after the last one a person decides.</summary>
    private (Afloop Afloop, TimeSpan? Wacht) Afloop(Bericht bericht, Opgehaald opgehaald) =>
        opgehaald.Afloop == Berichtredenen.PartnerNietBereikbaar && beleid.Partners[bericht.Partner].Verbinding!.Wacht(bericht.Pogingen, opgehaald.RetryAfter) is { } wacht
            ? (new Afloop(Berichtstatus.Ontvangen, Berichtredenen.PartnerNietBereikbaar), wacht)
            : (new Afloop(Berichtstatus.Quarantaine, opgehaald.Afloop), null);
}
