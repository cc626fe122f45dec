using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Features.Koppelingen;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Features.Meldingen;

/// <summary>Meldingen in words of the screen.</summary>
internal static class Meldingwoorden
{
    private static readonly Dictionary<string, string> Soorten = new()
    {
        ["pip"] = "PIP",
        ["pip-intrekking"] = "PIP intrekken",
        ["aanbod"] = "Inburgeringsaanbod",
        ["aanbod-intrekking"] = "Inburgeringsaanbod intrekken",
        ["contactpersoon"] = "Contactpersoon",
        ["contactpersoon-wijziging"] = "Contactpersoon wijzigen",
        ["contactpersoon-verwijdering"] = "Contactpersoon verwijderen",
        ["contactpersoon-koppeling"] = "Contactpersoon koppelen",
        ["contactpersoon-ontkoppeling"] = "Contactpersoon loskoppelen",
        ["map"] = "Eindgesprek MAP",
        ["pvt"] = "Participatieverklaring",
        ["zroute"] = "Einde Z-route",
        ["uren"] = "Gevolgde uren",
        ["leerbaarheidstoets-afmelding"] = "Leerbaarheidstoets afmelden",
        ["aanmelding"] = "Aanmelding bij een partner",
    };

    private static readonly Dictionary<string, Uitleg> Redenen = new()
    {
        [Meldingredenen.PartnerNietBereikbaar] = new("De ontvanger was niet bereikbaar.", "Blijft dit zo? Probeer het nog eens als de storing voorbij is."),
        [Meldingredenen.PartnerWeigert] = new("De ontvanger weigert de melding.", "Lees waarom, verbeter wat nodig is en dien een nieuwe melding in."),
        [Meldingredenen.GeenToegangMeer] = Koppelwoorden.Opgeschort,
        [Meldingredenen.Opgeschort] = Koppelwoorden.Opgeschort,
        [Meldingredenen.AfzenderNietHerkend] = new("De ontvanger herkent uw gemeente niet. De melding wacht en gaat vanzelf.", "Laat de beheerder het certificaat en het OIN van de gemeente controleren."),
        [Meldingredenen.OnbekendBijPartner] = new("De ontvanger kent deze persoon niet.", "Controleer het BSN in het dossier."),
        [Meldingredenen.AntwoordOnleesbaar] = new("Het antwoord van de ontvanger was onleesbaar; misschien heeft hij de melding wel.", "Kijk bij de ontvanger of de melding er staat. Probeer het anders nog eens."),
        [Meldingredenen.UitkomstOnbekend] = new("Wij weten niet of de ontvanger de melding heeft.", "Kijk bij de ontvanger of de melding er staat. Probeer het alleen nog eens als zij er niet staat."),
        [Meldingredenen.VoldoetNietMeer] = new("De melding voldoet niet meer aan de voorwaarden: er is intussen iets veranderd.", "Trek haar in en dien een nieuwe in."),
        [Meldingredenen.Beperkt] = new("De gegevens staan onder een beperking.", "De melding gaat pas als de beperking is opgeheven. Trek haar in als zij niet meer nodig is."),
        [Meldingredenen.Bezwaar] = new("De persoon heeft bezwaar gemaakt.", "Beslis eerst op het bezwaar."),
        [Meldingredenen.DossierGesloten] = new("Het dossier is gesloten voordat de melding weg was.", "U hoeft niets te doen."),
        [Meldingredenen.NietToegestaan] = new("Het beleid laat deze gegevens niet naar deze ontvanger gaan.", "Meld dit bij de beheerder van de gateway."),
        [Meldingredenen.BsnNogNietBekend] = new("Het BSN van deze persoon is nog niet bekend.", "Vul het BSN in uw eigen systeem aan en probeer het nog eens."),
        [Meldingredenen.BeleidVerouderd] = new("Er geldt een nieuwer beleid, dat nu wordt geladen.", "U hoeft niets te doen."),
        [Meldingredenen.WachtOpContactpersoon] = new("Deze contactpersoon wordt al aangemeld met een andere melding. Deze wacht daarop en gaat vanzelf verder.", "Kijk bij die andere melding als dit lang duurt."),
        [Meldingredenen.ContactpersoonBekend] = new("De ontvanger kende de contactpersoon al: deze melding is vervangen door een melding die de persoon aan hem koppelt.", "U hoeft niets te doen."),
        [Meldingredenen.Ingetrokken] = new("De melding is ingetrokken voordat zij weg was.", "U hoeft niets te doen."),
        [Meldingredenen.WachtOpGegevens] = new("In het dossier ontbreekt nog iets wat deze partner moet weten, zoals de leerroute van het PIP of de doelgroep. De aanmelding gaat vanzelf zodra het er staat.", "Vul het dossier aan, of beëindig de opdracht als zij niet bij de doelgroep past."),
        [Meldingredenen.WachtOpOpdracht] = new("De opdracht is nog niet begonnen. De aanmelding gaat vanzelf als zij begint.", "U hoeft niets te doen."),
        [Meldingredenen.OpdrachtBeeindigd] = new("De opdracht eindigde voordat de partner was aangemeld.", "U hoeft niets te doen."),
        [Meldingredenen.PartnerGeblokkeerd] = new("De toegang van deze partner is geblokkeerd, dus verneemt zij ook niets.", "Laat de beheerder de toegang herstellen en probeer het nog eens, of trek de aanmelding in."),
        [Meldingredenen.NogNietVerbonden] = new("Het adres van deze partner is nog niet in gebruik: dat wordt bij de start van de gateway gelezen.", "Laat de beheerder de gateway opnieuw starten en probeer het daarna nog eens."),
        [Meldingredenen.InterneFout] = new("Er ging bij ons iets mis.", "Probeer het nog eens. Meld het anders bij de beheerder van de gateway."),
    };

    public static string Soort(string soort) => Soorten.GetValueOrDefault(soort, soort);

    /// <summary>Null when nothing is wrong.</summary>
    public static Uitleg? Reden(string? code) =>
        code is null ? null : Redenen.GetValueOrDefault(code, new Uitleg($"Reden: {code}.", "Meld dit bij de beheerder van de gateway."));

    public static (string Woord, Ernst Ernst) Stand(Meldingstatus status, int pogingen) => status switch
    {
        Meldingstatus.Wacht when pogingen > 0 => ($"Loopt (na {pogingen} {(pogingen == 1 ? "poging" : "pogingen")})", Ernst.Let),
        Meldingstatus.Wacht => ("Wacht op verzenden", Ernst.Neutraal),
        Meldingstatus.Bevestigd when pogingen > 1 => ($"Gelukt na {pogingen} pogingen", Ernst.Goed),
        Meldingstatus.Bevestigd => ("Bevestigd", Ernst.Goed),
        Meldingstatus.Geweigerd => ("Geweigerd", Ernst.Fout),
        Meldingstatus.WachtOpMens => ("Actie nodig", Ernst.Fout),
        Meldingstatus.Vervallen => ("Niet verzonden", Ernst.Neutraal),
        Meldingstatus.Afgerond => ("Afgerond", Ernst.Goed),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
