using System.Data.Common;
using System.Diagnostics;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Koppelingen;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Outbox;

/// <summary>Keeps how an attempt ended, and what the answer says of our standing with the partner.</summary>
internal sealed class MeldingAankomst(
    MeldingAfronding afronding, DossierWriter dossiers, Koppelstand stand, Stilstanden stilstanden, Meldinguitkomst uitkomst, MeldingRegels regels)
{
    /// <summary>Inside the log writer's transaction.</summary>
    public async Task<IReadOnlyList<Logregel>> FinishAsync(
        DbTransaction transactie, string gemeentecode, GegevenMelding melding, PartnerReply<Ontvangstbevestiging> antwoord, CancellationToken ct)
    {
        var houding = antwoord.Houding();
        var dossier = houding == Houding.SluitUit ? await dossiers.FindAsync(transactie, gemeentecode, melding.DossierId, ct) : null;
        var wens = (antwoord as PartnerReply<Ontvangstbevestiging>.Unavailable)?.RetryAfter;
        var opgeschort = await stand.NoteAsync(transactie, gemeentecode, melding.Partner, dossier, houding, wens, ct);
        var (afloop, regel) = uitkomst.Of(gemeentecode, melding, antwoord, stilstanden.Duurt(gemeentecode, melding.Partner));
        var gevolg = await afronding.FinishAsync(transactie, gemeentecode, melding, afloop, ct);
        return opgeschort ? [regel, regels.Opgeschort(gemeentecode, melding), .. gevolg] : [regel, .. gevolg];
    }
}

/// <summary>Says how a melding ended; what was confirmed is recorded in the dossier in the same transaction.</summary>
internal sealed class MeldingAfronding(MeldingStore meldingen, DossierWriter dossiers, Meldinggegevens gegevens, Contactgevolg contact)
{
    /// <returns>Lines of what it changed in other dossiers.</returns>
    public async Task<IReadOnlyList<Logregel>> FinishAsync(DbTransaction transactie, string gemeentecode, GegevenMelding melding, Meldingafloop afloop, CancellationToken ct)
    {
        await meldingen.FinishAsync(transactie, gemeentecode, melding, afloop, ct);
        if (afloop.Status == Meldingstatus.Bevestigd && await dossiers.FindAsync(transactie, gemeentecode, melding.DossierId, ct) is { GeslotenOp: null } dossier)
        {
            await gegevens.RecordAsync(transactie, dossier, melding.Melding, ct);
        }

        return await contact.DoeAsync(transactie, gemeentecode, melding, afloop, ct);
    }
}

/// <summary>What the partner's reply means for a melding.</summary>
internal sealed class Meldinguitkomst(Beleid beleid, MeldingRegels regels)
{
    /// <param name="stil">All for this partner waits.</param>
    public (Meldingafloop Afloop, Logregel Regel) Of(string gemeentecode, GegevenMelding melding, PartnerReply<Ontvangstbevestiging> antwoord, bool stil)
    {
        var afloop = antwoord switch
        {
            // made there, but without a number it can never be linked: a person has to ask the partner
            PartnerReply<Ontvangstbevestiging>.Answer { Value.Nummer: null } when melding.Melding is ContactpersoonMelding => Mens(Meldingredenen.AntwoordOnleesbaar),
            PartnerReply<Ontvangstbevestiging>.Answer { Value: var bevestiging } => new Meldingafloop(Meldingstatus.Bevestigd) { Nummer = bevestiging.Nummer },
            // taken back twice: the first time was heard
            PartnerReply<Ontvangstbevestiging>.Absent when melding is { IntrekkingVan: not null, Geteld: > 1 } => new Meldingafloop(Meldingstatus.Bevestigd),
            PartnerReply<Ontvangstbevestiging>.Absent => Mens(Meldingredenen.OnbekendBijPartner),
            PartnerReply<Ontvangstbevestiging>.Refused { Redenen.Count: 0 } => Mens(Meldingredenen.GeenToegangMeer),
            // mended in the dossier or at the partner, it goes once more: there is one aanmelding per assignment
            PartnerReply<Ontvangstbevestiging>.Refused { Redenen: var redenen } when melding.Melding is AanmeldingMelding => Mens(Meldingredenen.PartnerWeigert) with { Uitleg = redenen },
            PartnerReply<Ontvangstbevestiging>.Refused { Redenen: var redenen } => new Meldingafloop(Meldingstatus.Geweigerd, Meldingredenen.PartnerWeigert) { Uitleg = redenen },
            PartnerReply<Ontvangstbevestiging>.Unavailable { Waarom: Onbereikt.AfzenderOnbekend } => Vergeefs(melding, Meldingredenen.AfzenderNietHerkend, Stilstandoorzaak.HerkentOnsNiet),
            PartnerReply<Ontvangstbevestiging>.Unavailable { Waarom: Onbereikt.Dicht or Onbereikt.Druk } => Vergeefs(melding, Meldingredenen.PartnerNietBereikbaar, Stilstandoorzaak.AntwoordtNiet),
            PartnerReply<Ontvangstbevestiging>.Unavailable { RetryAfter: var wens } => Later(melding, wens, stil),
            PartnerReply<Ontvangstbevestiging>.Unreadable => Mens(Meldingredenen.AntwoordOnleesbaar),
            _ => throw new UnreachableException(),
        };
        return afloop.Status switch
        {
            Meldingstatus.Bevestigd => (afloop, regels.Afloop(gemeentecode, melding, "Melding bevestigd", Resultaat.Toegestaan, null)),
            Meldingstatus.Geweigerd => (afloop, regels.Afloop(gemeentecode, melding, "Melding geweigerd", Resultaat.Geweigerd, afloop.Reden)),
            _ => (afloop, regels.Afloop(gemeentecode, melding, "Melding niet aangekomen", Resultaat.Fout, afloop.Reden)),
        };
    }

    /// <summary>Not reached: again after the next wait of the partner's config; after the last one a person decides.</summary>
    private Meldingafloop Later(GegevenMelding melding, TimeSpan? wens, bool stil)
    {
        if (!melding.Melding.Herhaalbaar)
        {
            return Mens(Meldingredenen.UitkomstOnbekend);
        }

        if (stil)
        {
            return Vergeefs(melding, Meldingredenen.PartnerNietBereikbaar, Stilstandoorzaak.AntwoordtNiet);
        }

        return beleid.Bestemmingen[melding.Partner].Verbinding.Wacht(melding.Geteld, wens) is { } wacht
            ? new Meldingafloop(Meldingstatus.Wacht, Meldingredenen.PartnerNietBereikbaar, wacht)
            : Mens(Meldingredenen.PartnerNietBereikbaar);
    }

    /// <summary>It says nothing of this melding: the try does not count, and it goes on with the rest.</summary>
    private Meldingafloop Vergeefs(GegevenMelding melding, string reden, Stilstandoorzaak oorzaak) =>
        new(Meldingstatus.Wacht, reden, Stilstanden.Tussenpoos(oorzaak, beleid.Bestemmingen[melding.Partner].Verbinding)) { Vergeefs = true };

    private static Meldingafloop Mens(string reden) => new(Meldingstatus.WachtOpMens, reden);
}
