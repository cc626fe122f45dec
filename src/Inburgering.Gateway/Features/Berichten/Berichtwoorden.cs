using Inburgering.Gateway.Features.Koppelingen;
using Inburgering.Gateway.Storage.Berichten;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Features.Berichten;

/// <summary>Words for what happened to a message and for what a person can do about it.</summary>
internal static class Berichtwoorden
{
    private static readonly Dictionary<string, Uitleg> Redenen = new()
    {
        [Berichtredenen.ZonderPersoon] = new("Het bericht noemt geen BSN en geen V-nummer.", "Vraag de afzender over wie het gaat. Het bericht blijft bewaard."),
        [Berichtredenen.BsnFaalt11Proef] = new("Het BSN in het bericht bestaat niet.", "Vraag de afzender om een nieuw bericht met het juiste BSN."),
        [Berichtredenen.OnbekendeGebeurtenis] = new("Wij kennen deze gebeurtenis niet.", "Meld de code bij de beheerder van de gateway. Het bericht blijft bewaard."),
        [Berichtredenen.GeenActie] = new("Deze gebeurtenis vraagt niets van ons.", "U hoeft niets te doen."),
        [Berichtredenen.ZelfdeIdAndereInhoud] = new("Dit berichtnummer kwam al eerder binnen, met een andere inhoud.", "Vraag de afzender welke van de twee klopt. Alleen het eerste bericht is verwerkt."),
        [Berichtredenen.ZelfdeGebeurtenis] = new("Dezelfde gebeurtenis kwam al binnen onder een ander berichtnummer.", "U hoeft niets te doen."),
        [Berichtredenen.BsnNogNietBekend] = new("Alleen het V-nummer is bekend. Ophalen bij de partner kan pas met een BSN.", "U hoeft niets te doen. Zodra het BSN bekend is, gaat het verder."),
        [Berichtredenen.OnbekendBijPartner] = new("De partner kent deze persoon niet.", "Controleer bij de partner of de persoon daar bekend is."),
        [Berichtredenen.GeenToegangMeer] = Koppelwoorden.Opgeschort,
        [Berichtredenen.Opgeschort] = Koppelwoorden.Opgeschort,
        [Berichtredenen.AfzenderNietHerkend] = new("De partner herkent uw gemeente niet. Het bericht wacht en gaat vanzelf verder.", "Laat de beheerder het certificaat en het OIN van de gemeente controleren."),
        [Berichtredenen.PartnerWeigert] = new("De partner weigert onze vraag.", "Bel de partner en noem het technische nummer van dit bericht."),
        [Berichtredenen.AntwoordOnleesbaar] = new("Wij begrijpen het antwoord van de partner niet.", "Meld dit bij de beheerder van de gateway. De partner heeft mogelijk iets veranderd."),
        [Berichtredenen.PartnerNietBereikbaar] = new("De partner gaf geen antwoord.", "Wij proberen het vanzelf opnieuw. Blijft het zo, bel dan de partner."),
        [Berichtredenen.BuitenBereik] = new("Deze persoon is langer dan een maand geleden verhuisd. Wij vragen daarom niets meer op.", "U hoeft niets te doen. Uw eigen geschiedenis blijft leesbaar."),
        [Berichtredenen.SamenvoegenNodig] = new("Het bericht is verwerkt. Het BSN en het V-nummer staan in twee dossiers.", "Ga na of het om dezelfde persoon gaat en voeg de dossiers samen."),
        [Berichtredenen.MapBevestigen] = new("De partner stelt een datum voor het eindgesprek van de MAP voor. DUO weet nog van niets.", "Bekijk het voorstel in het dossier. Klopt het, meld dan het MAP-resultaat; klopt het niet, wijs het voorstel af."),
        [Berichtredenen.PvtBevestigen] = new("De partner meldt dat de participatieverklaring is ondertekend. DUO weet nog van niets.", "Bekijk het voorstel in het dossier. Klopt het, meld dan het PVT-resultaat; klopt het niet, wijs het voorstel af."),
        [Berichtredenen.BronnenVerschillen] = new("Het bericht is verwerkt. Het zegt iets anders dan een andere bron; beide staan in het dossier.", "Bekijk in het dossier bij Gegevens wat elke bron zegt en kies welke geldt."),
        [Berichtredenen.VoorstelAfgewezen] = new("Het bericht is verwerkt. De gemeente wees het voorstel af.", "U hoeft niets te doen. DUO heeft er niets van gekregen."),
        [Berichtredenen.BewaartermijnVerstreken] = new("De bewaartermijn van het dossier is voorbij; de inhoud is verwijderd.", "U hoeft niets te doen."),
        [Berichtredenen.GeslotenDoorMedewerker] = new("Een medewerker sloot dit bericht zonder het te verwerken.", "U hoeft niets te doen."),
        [Berichtredenen.GeenRelatie] = new("De afzender heeft geen koppeling of opdracht voor deze persoon, of de persoon is hier niet bekend.", "U hoeft niets te doen. Hoort de persoon wel bij de afzender, geef dan de opdracht en laat het bericht opnieuw verwerken."),
        [Berichtredenen.Doelgroep] = new("De afzender levert niet over iemand als deze persoon: het aanbod is er niet voor, of wij weten het nog niet.", "Ga na of uw gemeente deze persoon een aanbod doet. Is de doelgroep later bekend, laat het bericht dan opnieuw verwerken."),
        [Berichtredenen.MaandDubbel] = new("De uren van deze maand waren er al, met andere getallen. Wat er stond, blijft staan.", "Vraag de school welke uren kloppen. Zij stuurt dan een correctie."),
        [Berichtredenen.CorrectieNegatief] = new("De correctie noemt minder dan 0 uren. Een correctie vervangt de hele maand; wat er stond, blijft staan.", "Vraag de school de uren van de hele maand te sturen, niet het verschil."),
        [Berichtredenen.GeenKeurmerk] = new("De school staat niet met een keurmerk in de lijst van DUO.", "Ga bij de school en bij DUO na hoe dat kan. Staat zij erin, laat het bericht dan opnieuw verwerken."),
        [Berichtredenen.InhoudOnleesbaar] = new("Wij kunnen de inhoud van dit bericht niet meer lezen.", "Meld dit bij de beheerder van de gateway. Het bericht blijft bewaard."),
        [Berichtredenen.TypeNietToegestaan] = new("Het beleid staat niet toe dat deze afzender dit levert.", "Ga na of het beleid klopt. Past u het aan, laat het bericht dan opnieuw verwerken."),
        [Berichtredenen.InterneFout] = new("Er ging bij ons iets mis.", "Meld het technische nummer bij de beheerder van de gateway."),
    };

    private static readonly Dictionary<string, string> Gebeurtenissen = new()
    {
        ["SS101"] = "is inburgeringsplichtig geworden",
        ["SS102"] = "de inburgeringstermijn is begonnen",
        ["SS103"] = "DUO heeft de termijn verlengd",
        ["SS104"] = "de termijn is op verzoek verlengd",
        ["SS106"] = "heeft het diploma gehaald, de plicht is voorbij",
        ["SS107"] = "heeft gehele vrijstelling gekregen",
        ["SS108"] = "heeft gehele ontheffing gekregen",
        ["SS109"] = "heeft tijdelijke vrijstelling gekregen",
        ["SS110"] = "de inburgeringsplicht is ingetrokken",
        ["SS111"] = "is overleden",
        ["SS112"] = "heeft verlenging gevraagd",
        ["SS113"] = "verlenging is afgewezen",
        ["SS114"] = "gehele vrijstelling is afgewezen",
        ["SS115"] = "tijdelijke vrijstelling is afgewezen",
        ["SS116"] = "gedeeltelijke vrijstelling is afgewezen",
        ["SS117"] = "heeft gedeeltelijke vrijstelling gekregen",
        ["SS118"] = "ontheffing is afgewezen",
        ["SS119"] = "heeft gedeeltelijke ontheffing gekregen",
        ["SS120"] = "is in de gemeente komen wonen, nog zonder PIP",
        ["SS121"] = "is in de gemeente komen wonen, met een PIP van de vorige gemeente",
        ["SS122"] = "is verhuisd naar een andere gemeente",
        ["SS123"] = "heeft Nederland verlaten",
        ["SS124"] = "valt nu onder gezinsmigranten en overige migranten",
        ["SS125"] = "valt nu onder asielstatushouders",
        ["SS126"] = "heeft na tien weken nog geen leerroute",
        ["SS127"] = "heeft nog geen aanbod",
        ["SS128"] = "is inburgeringsplichtig en krijgt binnen zes maanden AOW",
        ["SS129"] = "tijdelijke vrijstelling is ingetrokken, nog zonder PIP",
        ["SS130"] = "tijdelijke vrijstelling is ingetrokken, met PIP",
        ["SS131"] = "heeft de leerbaarheidstoets gedaan, de uitslag is bekend",
        ["SS132"] = "volgt een cursus, maar er is nog geen PIP",
        ["SS133"] = "volgt een cursus op een ander niveau dan in het PIP staat",
        ["SS135"] = "volgt een cursus op een te hoog niveau voor de Z-route",
        ["SS136"] = "volgt een taalschakeltraject zonder onderwijsroute",
        ["SS137"] = "is aangemeld voor de leerbaarheidstoets",
        ["SS139"] = "de tien weken voor het PIP zijn begonnen",
        ["SS140"] = "DUO vraagt advies over een ontheffing",
        ["SS141"] = "de tekst voor het certificaat Z-route is klaar",
        ["SS142"] = "een opleiding die niet vrijstelt, is gestopt",
        ["SS199"] = "een examenuitslag is bekend",
    };

    /// <summary>"Inburgeraar …"; for an unknown code it says so.</summary>
    public static string Gebeurtenis(string code) => Gebeurtenissen.GetValueOrDefault(code, "onbekende gebeurtenis");

    /// <summary>Null when nothing is wrong.</summary>
    public static Uitleg? Reden(string? code) =>
        code is null ? null : Redenen.GetValueOrDefault(code, new Uitleg($"Reden: {code}.", "Meld dit bij de beheerder van de gateway."));

    /// <summary>The status in words.</summary>
    public static (string Woord, Ernst Ernst) Stand(BerichtRegel regel) => regel.Status switch
    {
        Berichtstatus.Ontvangen when regel.Pogingen > 0 => ($"Loopt (na {regel.Pogingen} {(regel.Pogingen == 1 ? "poging" : "pogingen")})", Ernst.Let),
        Berichtstatus.Ontvangen => ("Wacht op verwerking", Ernst.Neutraal),
        Berichtstatus.Verwerkt when regel.Reden is { } reden && Berichtredenen.Taken.Contains(reden) => ("Actie nodig", Ernst.Fout),
        Berichtstatus.Verwerkt when regel.Pogingen > 1 => ($"Verwerkt na {regel.Pogingen} pogingen", Ernst.Goed),
        Berichtstatus.Verwerkt => ("Verwerkt", Ernst.Goed),
        Berichtstatus.Quarantaine => ("Actie nodig", Ernst.Fout),
        Berichtstatus.ZonderGevolg => ("Zonder gevolg", Ernst.Neutraal),
        _ => ("Onbekend", Ernst.Let),
    };
}

/// <summary>Say what happened and what you can do (ux 1.2).</summary>
internal sealed record Uitleg(string Wat, string Doen);
