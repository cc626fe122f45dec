using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Outbox;

/// <summary>Makes what an aanmelding says, at the moment it leaves: by the desk that decides about a read of that partner, on the facts as they stand then (security 7).</summary>
internal sealed class Aanmeldingsbesluit(
    AccessDesk desk, GatewayDb db, CallerRegister register, Meldingontvangers ontvangers, Verwerking verwerking, TimeProvider systeemklok)
{
    /// <summary>What the dossier lacks wakes it when it comes; this is for what nobody tells of, a policy that asks less.</summary>
    private static readonly TimeSpan TotWeerKijken = TimeSpan.FromDays(1);

    /// <summary>Inside the log writer's transaction.</summary>
    public async Task<Vertrekoordeel> MaakAsync(DbTransaction transactie, DossierRef dossier, GegevenMelding melding, AanmeldingMelding aanmelding, CancellationToken ct)
    {
        var opdracht = await OpdrachtLezer.ReadAsync(transactie, dossier.Gemeentecode, dossier.DossierId, aanmelding.OpdrachtId, ct);
        if (Tijd(opdracht?.Inhoud, verwerking.Tijdstip) is { } niet)
        {
            return Blijft(melding, niet);
        }

        return ontvangers.WordtAangemeld(melding.Partner)
            ? await BeslisAsync(transactie, dossier, melding, aanmelding, opdracht!, ct)
            : Blijft(melding, Mens(Meldingredenen.NogNietVerbonden));
    }

    /// <summary>Null: the assignment runs.</summary>
    private static Meldingafloop? Tijd(Opdracht? opdracht, DateTimeOffset nu)
    {
        if (opdracht is null || opdracht.Tot <= nu || opdracht.Tot <= opdracht.Van)
        {
            return new Meldingafloop(Meldingstatus.Vervallen, Meldingredenen.OpdrachtBeeindigd);
        }

        return opdracht.Van > nu ? new Meldingafloop(Meldingstatus.Wacht, Meldingredenen.WachtOpOpdracht, opdracht.Van - nu) { Vergeefs = true } : null;
    }

    private async Task<Vertrekoordeel> BeslisAsync(
        DbTransaction transactie, DossierRef dossier, GegevenMelding melding, AanmeldingMelding aanmelding, GegevenOpdracht opdracht, CancellationToken ct)
    {
        if (register.Zoek(aanmelding.ClientId)?.Sjabloon is not { } client || client.Gemeentecode != dossier.Gemeentecode
            || desk.AskAanmelding(client with { TokenUitgegeven = systeemklok.GetUtcNow() }, aanmelding.Doel) is not { } vraag)
        {
            return Blijft(melding, Mens(Meldingredenen.NietToegestaan));
        }

        if (desk.DecideAanmelding(vraag, await db.ReadAsync(vraag, transactie, dossier, ct)) is not { } granted)
        {
            return Blijft(melding, Waarom(verwerking.Reden));
        }

        var inhoud = new Aanmelding
        {
            PartnerReferentie = opdracht.PartnerReferentie!,
            Taak = opdracht.Inhoud.Taak,
            Tijdstip = melding.GemaaktOp,
            Gegevens = granted.Gegevens,
        };
        return new Vertrekoordeel(null, melding with { Melding = aanmelding with { Inhoud = inhoud } }) { Gevraagd = verwerking.Gevraagd, Informatie = Informatie };
    }

    private string? Informatie => verwerking.Informatie.Count == 0 ? null : string.Join(' ', verwerking.Informatie);

    private Vertrekoordeel Blijft(GegevenMelding melding, Meldingafloop afloop) => new(afloop, melding) { Gevraagd = verwerking.Gevraagd, Informatie = Informatie };

    /// <param name="reden">The desk's.</param>
    private static Meldingafloop Waarom(string? reden) => reden switch
    {
        AccessDesk.GegevensOntbreken or "doelgroep" or "leerroute" => new Meldingafloop(Meldingstatus.Wacht, Meldingredenen.WachtOpGegevens, TotWeerKijken) { Vergeefs = true },
        "beleid-verouderd" => new Meldingafloop(Meldingstatus.Wacht, Meldingredenen.BeleidVerouderd, Vertrektoets.TotNieuwBeleid) { Vergeefs = true },
        "client-ingetrokken" => Mens(Meldingredenen.PartnerGeblokkeerd),
        "bezwaar" => Mens(Meldingredenen.Bezwaar),
        "beperking" => Mens(Meldingredenen.Beperkt),
        _ => Mens(Meldingredenen.NietToegestaan),
    };

    private static Meldingafloop Mens(string reden) => new(Meldingstatus.WachtOpMens, reden);
}
