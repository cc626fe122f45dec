using System.Data.Common;
using System.Diagnostics;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Koppelingen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>One message: ask what its event asks for, apply it to the dossier, say how it ended. Safe to run twice.</summary>
internal sealed class BerichtVerwerking(
    BerichtStore berichten, PartnerCatalog partners, Ophaling ophaling, BerichtToepassing toepassing, Dossierbereik bereik, Stilstanden stilstanden, Herhaalsignaal herhaald, Beleid beleid, TaakRegels regels, Berichtwerk aangeleverd)
{
    public async Task WorkAsync(string gemeentecode, Guid berichtId, CancellationToken ct)
    {
        var bericht = await berichten.OpenAsync(gemeentecode, berichtId, ct);
        try
        {
            await (IsAangeleverd(bericht) ? aangeleverd.WorkAsync([bericht], new HashSet<Guid>(), ct) : NotifiedAsync(bericht, ct));
        }
        finally
        {
            Wek([bericht]);
        }
    }

    /// <summary>Works on what was delivered among these together: a file of thousands of rows is a few transactions.</summary>
    /// <param name="gedaan">As <see cref="Berichtwerk.WorkAsync"/>.</param>
    public async Task WorkAsync(string gemeentecode, IReadOnlyCollection<Guid> berichtIds, ISet<Guid> gedaan, CancellationToken ct)
    {
        var samen = (await berichten.OpenAsync(gemeentecode, berichtIds, [.. partners.Leveranciers], ct)).Where(IsAangeleverd).ToArray();
        try
        {
            await aangeleverd.WorkAsync(samen, gedaan, ct);
        }
        finally
        {
            Wek(samen);
        }
    }

    private bool IsAangeleverd(Bericht bericht) => partners.BerichtOf(bericht.Partner, bericht.Code) is not null;

    private void Wek(IEnumerable<Bericht> gehad)
    {
        if (gehad.Any(bericht => bericht.HerhaaldDoor is not null))
        {
            herhaald.Wek();
        }
    }

    private Task NotifiedAsync(Bericht bericht, CancellationToken ct) =>
        partners.ReaderOf(bericht.Partner)?.Read(bericht.Inhoud) is PartnerReply<Gebeurtenis>.Answer { Value: var gebeurtenis }
            ? WorkAsync(bericht, gebeurtenis, ct)
            : throw new UnreachableException("What was stored had been read before.");

    private async Task WorkAsync(Bericht bericht, Gebeurtenis gebeurtenis, CancellationToken ct)
    {
        if (beleid.Partners[bericht.Partner].Verbinding!.IsOp(bericht.Geteld))
        {
            // it broke us every time: no more of it until a person looked
            await toepassing.FinishAsync(bericht, new Afloop(Berichtstatus.Quarantaine, Berichtredenen.InterneFout), null, [regels.Bericht(bericht, null, Berichtredenen.InterneFout)], ct);
            return;
        }

        if (Berichtoordeel.Van(gebeurtenis) is { Status: not Berichtstatus.Ontvangen } oordeel)
        {
            await toepassing.FinishAsync(bericht, new Afloop(oordeel.Status, oordeel.Reden), null, [regels.Bericht(bericht, null, oordeel.Reden)], ct);
            return;
        }

        var bsn = gebeurtenis.Bsn ?? await toepassing.BsnOfAsync(bericht, gebeurtenis.VNummer!.Value, ct);
        if (bsn is not { } persoon)
        {
            await toepassing.FinishAsync(bericht, new Afloop(Berichtstatus.Quarantaine, Berichtredenen.BsnNogNietBekend), null, [regels.Bericht(bericht, null, Berichtredenen.BsnNogNietBekend)], ct);
            return;
        }

        if (await BuitenAsync(bericht, gebeurtenis, persoon, ct) is { } buiten)
        {
            await toepassing.FinishAsync(bericht, buiten, null, [regels.Geweigerd(bericht, persoon, buiten.Reden!)], ct);
            return;
        }

        var opgehaald = await ophaling.FetchAsync(bericht, gebeurtenis, persoon, ct);
        if (opgehaald.Afloop is null)
        {
            await toepassing.ApplyAsync(bericht, gebeurtenis, persoon, opgehaald, ct);
            return;
        }

        var (afloop, wacht) = Afloop(bericht, opgehaald);
        await toepassing.FailAsync(bericht, persoon, opgehaald, afloop, wacht, ct);
    }

    /// <summary>Why this person may not be asked about now; null: she may.</summary>
    private async Task<Afloop?> BuitenAsync(Bericht bericht, Gebeurtenis gebeurtenis, Bsn persoon, CancellationToken ct)
    {
        var stand = await bereik.OfAsync(bericht.Gemeentecode, persoon, bericht.Partner, ct);
        return stand switch
        {
            { Verhuisd: true } when !gebeurtenis.Vestiging => new Afloop(Berichtstatus.ZonderGevolg, Berichtredenen.BuitenBereik),
            { Opgeschort: true } when !gebeurtenis.OpentBereik => new Afloop(Berichtstatus.Quarantaine, Berichtredenen.Opgeschort) { DossierId = stand.DossierId },
            _ => null,
        };
    }

    /// <summary>Not reached: again after the next wait of the partner's config; after the last one a person decides. Not known there, or not asked: again with the rest.</summary>
    private (Afloop Afloop, TimeSpan? Wacht) Afloop(Bericht bericht, Opgehaald opgehaald) => opgehaald.Afloop switch
    {
        Berichtredenen.AfzenderNietHerkend => Vergeefs(bericht, opgehaald.Afloop, Stilstandoorzaak.HerkentOnsNiet),
        Berichtredenen.PartnerNietBereikbaar when opgehaald.Ongevraagd || stilstanden.Duurt(bericht.Gemeentecode, bericht.Partner) =>
            Vergeefs(bericht, opgehaald.Afloop, Stilstandoorzaak.AntwoordtNiet),
        Berichtredenen.PartnerNietBereikbaar when beleid.Partners[bericht.Partner].Verbinding!.Wacht(bericht.Geteld, opgehaald.RetryAfter) is { } wacht =>
            (new Afloop(Berichtstatus.Ontvangen, opgehaald.Afloop), wacht),
        _ => (new Afloop(Berichtstatus.Quarantaine, opgehaald.Afloop), null),
    };

    private (Afloop Afloop, TimeSpan? Wacht) Vergeefs(Bericht bericht, string reden, Stilstandoorzaak oorzaak) =>
        (new Afloop(Berichtstatus.Ontvangen, reden) { Vergeefs = true }, Stilstanden.Tussenpoos(oorzaak, beleid.Partners[bericht.Partner].Verbinding!));
}
